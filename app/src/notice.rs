//! Messages to people: passing them on, and the officers' list.

mod act;
mod card;
mod list;

pub(crate) use act::FORM;
pub(crate) use card::message_card;
pub use list::OutboxPage;
