//! The keys of complaints that a device keeps: secrets, and what a PIN was exchanged for.

use crate::action::set_cookie;
use crate::visitor::Visitor;

/// The cookie.
const COOKIE: &str = "pengaduan";
/// How many complaints a device keeps open.
const MOST: usize = 6;
/// For how long. Seconds.
const KEPT: i64 = 90 * 86_400;

/// Keeps a complaint open on this device; the ones before stay, up to a number.
pub(super) fn remember(visitor: &Visitor, key: &str) {
    let others = visitor.complaint_keys.iter().map(String::as_str).filter(|known| *known != key);
    let keys: Vec<&str> = std::iter::once(key).chain(others).take(MOST).collect();
    set_cookie(COOKIE, &keys.join("."), KEPT);
}
