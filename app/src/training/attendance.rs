//! Attendance, for whoever registered: saying that one is there, and what is recorded.

mod check_in;
mod form;
mod here;
mod own;
mod scan;

pub(in crate::training) use self::check_in::CHECK_IN;
pub(in crate::training) use self::form::check_in_block;
pub use self::here::HerePage;
pub(in crate::training) use self::own::{open_session, own_attendance};
pub use self::scan::ScanPage;
use crate::action::cookie;

/// The cookie that keeps a scan.
const SCAN: &str = "pindai";
/// The page on which people say that they are there.
const HERE: &str = "/hadir";

/// The scan that this device keeps.
pub(in crate::training) fn kept_scan() -> Option<String> {
    cookie(SCAN)
}
