//! The keys that a device keeps: secrets, and what a PIN was exchanged for, of each kind of thing in a cookie of its own.

use crate::action::set_cookie;

/// How many things of a kind a device keeps open.
const MOST: usize = 6;
/// For how long. Seconds.
const KEPT: i64 = 90 * 86_400;

/// Keeps a thing open on this device; the ones before stay, up to a number.
pub(crate) fn keep(cookie: &str, known: &[String], key: &str) {
    let others = known.iter().map(String::as_str).filter(|known| *known != key);
    let keys: Vec<&str> = std::iter::once(key).chain(others).take(MOST).collect();
    set_cookie(cookie, &keys.join("."), KEPT);
}
