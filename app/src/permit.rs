//! Permits and services of the office.

mod card;
mod facts;
mod json_ld;
mod office;
mod service;
mod services;

pub(crate) use office::missing_year_note;
pub use office::{
    CalendarPage, DraftFormPage, DraftJsonPage, DraftPage, PreviewPage, ServiceFilePage, ServicesDeskPage, service_json,
};
pub use service::ServicePage;
pub use services::ServicesPage;
