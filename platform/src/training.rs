//! Training: classes with seats in pools, registration, and a waiting list in the order of coming.
//!
//! Whoever changes who has a seat, or whether a class takes place, does so within [`seats::begin`]: one at a time over
//! all classes, so that nobody gets two seats at the same hour and nobody is passed over. A seat that becomes free is
//! offered to the next in the same transaction ([`line::move_up`]).

mod act;
mod attendance;
mod catalogue;
mod category;
mod certificate;
mod clash;
mod class;
mod deadlines;
mod events;
mod feed;
mod figures;
mod learn;
mod line;
mod notices;
mod organise;
mod participant;
mod register;
mod row;
mod seats;
mod show;
mod take;

pub use self::act::{ActError, answer};
pub use self::attendance::{
    AttendanceCode, CheckInError, Entry, Mark, OpenSession, OwnAttendance, Proof, SCAN_KEPT, Sheet, SheetPerson,
    attendance_code, check_in, correct_attendance, enter_attendance, find_sheet, keep_scan, list_open_sessions,
    print_sheet, scanned_session,
};
pub use self::catalogue::{
    ClassCard, FEW, Facets, Filter, SessionShown, Standing, list_classes, list_public_slugs, list_sessions,
    remember_classes,
};
pub(crate) use self::category::load_training_categories;
pub use self::category::{TrainingCategory, list_training_categories};
pub(crate) use self::certificate::find_certificate;
pub use self::certificate::{
    Award, Awarded, Awards, OwnAward, OwnCertificate, correct_certificate, find_awards, issue_by_hand,
    issue_certificates, list_own_certificates, make_missing_certificates, open_certificate, revoke_certificate,
};
pub use self::class::{ClassShown, CourseShown, Session, Venue, find_class};
pub(crate) use self::deadlines::carry_out;
pub use self::feed::{FeedError, FeedSession, find_feed, list_feed, renew_feed, revoke_feed};
pub use self::figures::{TrainingFigures, training_figures};
pub(crate) use self::learn::end_attempt;
pub use self::learn::{
    Asked, ClassResults, FeedbackDraft, FeedbackError, Finished, HandIn, HandedIn, Learning, Material, MaterialContent,
    MaterialDraft, MaterialError, OwnQuiz, QuizChange, QuizError, QuizFile, QuizRules, QuizSheet, QuizTaken,
    add_material, change_quiz, find_learning, find_quiz, find_results, give_feedback, hand_in_quiz, list_materials,
    list_public_materials, open_material, remove_material, start_quiz,
};
pub use self::organise::{
    ClassDeed, ClassDraft, ClassDrawer, ClassFile, CourseDraft, OfficeClass, OfficeCourse, OfficeVenue, OrganiseError,
    ParticipantShown, SessionDraft, TrainingCounts, VenueDraft, change_class, count_training, create_class,
    decide_registration, find_class_file, find_course, find_venue, list_courses, list_office_classes,
    list_participants, list_venues, move_class, save_course, save_venue,
};
pub use self::participant::{
    Participant, find_participant, find_registration_of_key, forget_old_registration_keys, open_registration_with_pin,
};
pub use self::register::{RegisterError, Registered, Registering, register};
pub(crate) use self::seats::lock;
pub use self::show::{OwnRegistration, RegistrationShown, list_own_registrations, show_registration};
