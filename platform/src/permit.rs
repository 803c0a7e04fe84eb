//! Permits and services of the office.

mod accompany;
mod applicant;
mod audit;
mod calendar;
mod case;
mod deadlines;
mod definition;
mod desk;
mod draft;
mod file;
mod follow;
mod hand_in;
mod holiday;
mod letter;
mod mandate;
mod notices;
mod objection;
mod office;
mod outcome;
mod performance;
mod publish;
mod save;
mod seed;
mod services;
mod show;
mod start;
mod state;
mod survey;
mod take;
mod track;
mod unsaved;
mod window;
mod words;

pub use accompany::{
    Accompaniment, Companion, CompanionError, DutyShown, Issued, OwnDuty, PermitShown, Reached, Underway, advance,
    find_companion, finish_duty, finish_duty_for,
};
pub use applicant::{Applicant, find_applicant, find_case_of_key, forget_old_keys, open_with_pin};
pub use audit::verify_chains;
pub(crate) use calendar::calendar_within;
pub(crate) use calendar::load_holidays;
pub use calendar::{Office, calendar};
pub(crate) use case::{open_answers, seal_answers, words_of};
pub(crate) use deadlines::carry_out;
pub use definition::read_definition;
pub use desk::{ServiceFile, ServiceRow, VersionRow, find_service_file, list_service_desk};
pub use draft::{Draft, DraftError, begin_draft, change_draft, discard_draft, find_draft, import_draft, publish_draft};
pub use file::{
    FileError, FileShown, Opened, add_file, file_link, forget_closed_cases, forget_old_drafts, open_file, remove_file,
    remove_unused_files,
};
pub use follow::{Followed, find_followed, list_moves};
pub use hand_in::{hand_in, withdraw};
pub use holiday::{HolidayError, add_holiday, change_holiday, import_holidays, list_holidays, remove_holiday};
pub(crate) use letter::find_letter;
pub use letter::{make_letter, make_missing_letters, open_letter, open_receipt};
pub use mandate::{
    BeginError, Helped, Helper, MandateError, MandateShown, begin_for, end_mandate, give_mandate, list_helped,
    list_helpers,
};
pub use objection::{ObjectionShown, object};
pub use office::{
    Assigned, Beside, CaseCard, CaseCounts, CaseDeed, CaseFile, CaseFilter, CaseList, CasesError, Chosen, Desk, Left,
    PassedOver, PhotoError, PlannedVisit, add_photo, assign_case, consent_to_correction, count_cases, decide_case,
    find_beside, give_cases, judge_document, list_cases, list_colleagues, list_visits, open_case, remove_photo,
    show_sensitive, take_case, take_cases,
};
pub use outcome::keep_missing_outcomes;
pub(crate) use outcome::month;
pub use performance::{Figures, Performance, Period, performance, performance_years};
pub use publish::{PublishError, publish_service};
pub use save::{SaveError, save_section};
pub(crate) use seed::load_services;
pub(crate) use services::version_of_case;
pub use services::{ServiceShown, find_service, find_service_version, list_services};
pub use show::{CaseEvent, CaseShown, Judged, OwnCase, list_own_cases, show_case};
pub use start::{Start, StartError, Started, find_drafts, start_case};
pub use state::{ServiceStateError, set_service_open};
pub use survey::{Marks, SurveyError, answer_survey, is_asked};
pub use take::{LastMove, StepError};
pub use track::{CountedDay, Promise, Tracked, count_moves, track_case};
pub use unsaved::{Unsaved, open_unsaved};
pub use window::{Window, open_window};
pub use words::in_words;
