//! Permits and services of the office: what a service asks for, how a case goes, and how long it may take.

pub mod advice;
pub mod answers;
pub mod calendar;
pub mod chain;
pub mod check;
pub mod clock;
pub mod decree;
pub mod figures;
pub mod find;
pub mod form;
pub mod key;
pub mod mandate;
pub mod objection;
pub mod outcome;
pub mod reason;
pub mod service;
pub mod state;
pub mod step;
pub mod survey;
pub mod verdict;
