//! Permits and services of the office.

mod already;
mod calendar;
mod card;
mod case;
mod crumbs;
mod definition;
mod facts;
mod json_ld;
mod keys;
mod office;
mod performance;
mod service;
mod services;
mod start;
mod verify;

pub use calendar::CalendarPage;
pub(crate) use calendar::missing_year_note;
pub use case::{CasePage, CheckPage, SectionPage, SentPage, SurveyPage};
pub use definition::{
    DraftFormPage, DraftJsonPage, DraftPage, PreviewPage, ServiceFilePage, ServicesDeskPage, service_json,
};
pub(crate) use keys::remember;
pub use office::{CaseFilePage, InboxPage, VisitsPage};
pub(crate) use office::{Question, legend, of_days, of_form, of_reading};
pub use performance::{FiguresPage, ServiceFiguresPage, performance_csv};
pub use service::ServicePage;
pub use services::ServicesPage;
pub use start::ApplyPage;
pub use verify::{LetterPage, VerifyPage};
