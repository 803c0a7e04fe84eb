//! Mentoring: an owner asks for it, a mentor looks into the business, both agree on a plan, meet, and see what came of it.
//!
//! Every step goes through [`take::take`] and the table `domain::mentoring::STEPS`. What both sides agreed on is never
//! changed behind one's back: an owner answers the plan as it was shown. Who may see or do something follows from the
//! mentoring itself ([`row::Mentoring::parts`]); for everybody else there is none.

mod act;
mod appointment;
mod deadlines;
mod hours;
mod list;
mod notices;
mod photo;
mod plan;
mod request;
mod row;
mod show;
mod take;
mod visit;

pub use self::act::{MentoringDeed, move_mentoring};
pub use self::appointment::{Booking, book_appointment, end_appointment, list_slots};
pub(crate) use self::deadlines::carry_out;
pub use self::hours::{Away, MentorHours, add_away, find_hours, remove_away, set_hours};
pub use self::list::{
    Load, MentorDay, MentorStop, MentoringCard, MentoringDrawer, OwnStep, OwnStepKind, count_waiting_mentorings,
    list_load, list_mentorings, list_own_mentorings, list_own_steps, mentor_day,
};
pub use self::photo::{add_visit_photo, open_visit_photo, remove_visit_photo};
pub use self::plan::{
    ActionDraft, FindingDraft, GoalDraft, PlanLine, add_action, add_finding, add_goal, finish_action, remove_line,
};
pub use self::request::{MentoringRequest, request_mentoring};
pub use self::show::{
    ActionShown, AppointmentShown, Contact, EventShown, FindingShown, GoalShown, MentoringFile, VisitShown,
    find_mentoring,
};
pub use self::take::MentoringError;
pub use self::visit::{VisitDraft, answer_visit, report_visit};
