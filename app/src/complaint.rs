//! `/pengaduan`: making a complaint and following it; `/dinas/pengaduan`: answering.

mod attach;
mod choices;
mod form;
mod keys;
mod name;
mod office;
mod open;
mod respond;
mod send;
mod sent;
mod show;

pub use self::form::NewComplaintPage;
pub(crate) use self::name::complaint_title;
pub use self::office::{ComplaintFilePage, ComplaintsPage};
pub use self::sent::ComplaintSentPage;
pub use self::show::ComplaintPage;

/// The address of a complaint.
fn complaint_path(number: &str) -> String {
    format!("/pengaduan/{number}")
}
