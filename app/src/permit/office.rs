//! The officers' rooms for permit cases.

mod case;
mod claim;
mod field;
mod inbox;
mod light;
mod problem;
mod visits;

pub use self::{case::CaseFilePage, inbox::InboxPage, visits::VisitsPage};
