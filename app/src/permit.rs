//! Permits and services of the office.

mod card;
mod facts;
mod json_ld;
mod office;
mod service;
mod services;

pub use office::{CasePage, InboxPage, VisitsPage};
pub use service::ServicePage;
pub use services::ServicesPage;
