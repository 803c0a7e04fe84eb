//! Permits and services of the office: how a case goes, how long it may take, what a service asks for.

pub mod answers;
pub mod calendar;
pub mod clock;
pub mod form;
pub mod key;
pub mod reason;
pub mod state;
pub mod step;
