//! Permits and services of the office.

mod card;
mod facts;
mod json_ld;
mod service;
mod services;

pub use service::ServicePage;
pub use services::ServicesPage;
