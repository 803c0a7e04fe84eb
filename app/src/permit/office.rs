//! The officers' rooms for permit cases.

mod case;
mod claim;
mod field;
mod inbox;
mod light;
mod problem;
mod visits;

pub(crate) use self::field::{Question, of_form};
pub(crate) use self::light::{legend, of_days, of_reading};
pub use self::{case::CaseFilePage, inbox::InboxPage, visits::VisitsPage};
