//! Permits and services of the office.

mod card;
mod facts;
mod json_ld;
mod office;
mod service;
mod services;

pub use office::{
    DraftFormPage, DraftJsonPage, DraftPage, PreviewPage, ServiceFilePage, ServicesDeskPage, service_json,
};
pub use service::ServicePage;
pub use services::ServicesPage;
