//! Training: the catalogue of classes, their calendar, a class, and registering for one.

mod attendance;
mod calendar;
mod card;
mod certificate;
mod class;
mod classes;
mod days;
mod facets;
mod ics;
mod json_ld;
mod learn;
mod office;
mod query;
mod registration;

pub use attendance::{HerePage, ScanPage};
pub(crate) use card::class_cards;
pub use certificate::OwnCertificatesPage;
pub use ics::{class_file, feed_file, session_file};
pub use learn::{LearnPage, QuizPage};
pub use office::{
    AwardsPage, CodeScreenPage, CourseFormPage, CoursesPage, EditClassPage, MaterialsPage, NewClassPage,
    OfficeClassPage, OfficeClassesPage, QuestionPage, QuizFormPage, ResultsPage, SheetPage, VenueFormPage, VenuesPage,
    participants_table,
};
pub use registration::{RegisterPage, RegistrationPage};
pub(crate) use registration::{own_classes, registration_path, remember};
pub use {calendar::ClassCalendarPage, class::ClassPage, classes::ClassesPage};
