//! Training: the catalogue of classes, their calendar, a class.

mod calendar;
mod card;
mod class;
mod classes;
mod days;
mod facets;
mod ics;
mod json_ld;
mod query;

pub(crate) use card::class_cards;
pub use ics::{class_file, session_file};
pub use {calendar::ClassCalendarPage, class::ClassPage, classes::ClassesPage};
