//! Permits and services of the office.

mod definition;
mod publish;
mod seed;
mod services;
mod state;

pub use publish::{PublishError, publish_service};
pub(crate) use seed::load_services;
pub use services::{ServiceShown, count_services, find_service, find_service_version, list_services};
pub use state::{ServiceStateError, set_service_open};
