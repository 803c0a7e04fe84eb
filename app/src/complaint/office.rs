//! `/dinas/pengaduan`: what the office does with complaints.

mod act;
mod file;
mod head;
mod list;
mod steps;
mod talk;

pub use self::file::ComplaintFilePage;
pub use self::list::ComplaintsPage;

use platform::complaint::ComplaintError;

use crate::page::Missing;

/// The name of the forms with the steps of a complaint.
fn form(number: &str) -> String {
    format!("aduan-{number}")
}

/// Not about one field.
const WHOLE: &str = "umum";

/// Why a page cannot be shown.
fn missing(error: ComplaintError) -> Missing {
    match error {
        ComplaintError::Forbidden(_) => Missing::NotAllowed,
        ComplaintError::NotFound => Missing::NotFound,
        error => error.into(),
    }
}
