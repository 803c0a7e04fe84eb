//! Permits and services of the office.

mod card;
mod case;
mod facts;
mod json_ld;
mod keys;
mod office;
mod service;
mod services;
mod start;
mod verify;

pub use case::{CasePage, CheckPage, SectionPage, SentPage};
pub(crate) use keys::remember;
pub(crate) use office::missing_year_note;
pub use office::{
    CalendarPage, DraftFormPage, DraftJsonPage, DraftPage, PreviewPage, ServiceFilePage, ServicesDeskPage, service_json,
};
pub use service::ServicePage;
pub use services::ServicesPage;
pub use start::ApplyPage;
pub use verify::{LetterPage, VerifyPage};
