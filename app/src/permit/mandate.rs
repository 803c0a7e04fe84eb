//! Somebody acts for the applicant: giving and ending a mandate, beginning a case for its owner, and whom one helps.

mod begin;
mod card;
mod helped;

pub(super) use self::begin::{begin_form, recall_begin};
pub(super) use self::card::{asks, mandate_card};
pub use self::helped::HelpedPage;
pub(super) use self::helped::locked_out;
