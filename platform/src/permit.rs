//! Permits and services of the office.

mod definition;
mod desk;
mod draft;
mod publish;
mod seed;
mod services;
mod state;

pub use definition::read_definition;
pub use desk::{ServiceFile, ServiceRow, VersionRow, find_service_file, list_service_desk};
pub use draft::{Draft, DraftError, begin_draft, change_draft, discard_draft, find_draft, import_draft, publish_draft};
pub use publish::{PublishError, publish_service};
pub(crate) use seed::load_services;
pub use services::{ServiceShown, count_services, find_service, find_service_version, list_services};
pub use state::{ServiceStateError, set_service_open};
