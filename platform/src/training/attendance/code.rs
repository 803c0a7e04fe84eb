//! The codes that are shown at a session: new ones every minute, which only this deployment can make.

use domain::time::Timestamp;
use domain::training::attendance::{digits, turn, turn_left, turns_that_count};
use uuid::Uuid;

use crate::sealing::mark;
use crate::{Platform, secret};

/// So long a scan is kept, for whoever has to sign in first. Seconds.
pub const SCAN_KEPT: i64 = 15 * 60;
/// Hexadecimal digits of a mark in an address: 80 bits.
const SHORT: usize = 20;

/// What is shown at a session now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttendanceCode {
    /// Six digits to type.
    pub digits: String,
    /// The address to scan.
    pub address: String,
    /// For how long. Seconds.
    pub left: i64,
}

/// The code of a session at this moment.
pub fn attendance_code(platform: &Platform, session: Uuid) -> AttendanceCode {
    let now = platform.now();
    let turn = turn(now);
    AttendanceCode {
        digits: digits(&typed(platform, session, turn)),
        address: format!("{}/hadir/{}/{}", platform.public_url, session.simple(), scanned(platform, session, turn)),
        left: turn_left(now),
    }
}

/// Whether these digits are shown at a session, or were a moment ago.
pub(super) fn fits_digits(platform: &Platform, session: Uuid, text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let shown = |turn| secret::same(digits(&typed(platform, session, turn)).as_bytes(), text.as_bytes());
    turns_that_count(platform.now()).any(shown)
}

/// What a device keeps of a scan, for a quarter of an hour: so that signing in between does not lose it. `None` when the
/// code is too old, or of another session.
pub fn keep_scan(platform: &Platform, session: Uuid, code: &str) -> Option<String> {
    let now = platform.now();
    let fits = |turn| secret::same(scanned(platform, session, turn).as_bytes(), code.as_bytes());
    turns_that_count(now).any(fits).then(|| {
        let until = now.plus_seconds(SCAN_KEPT).micros();
        format!("{}.{until}.{}", session.simple(), kept(platform, session, until))
    })
}

/// The session whose code a device scanned a short while ago.
pub fn scanned_session(platform: &Platform, scan: &str) -> Option<Uuid> {
    let mut parts = scan.split('.');
    let session = Uuid::try_parse(parts.next()?).ok()?;
    let until: i64 = parts.next()?.parse().ok()?;
    let fits = secret::same(kept(platform, session, until).as_bytes(), parts.next()?.as_bytes());
    (fits && platform.now() < Timestamp::from_micros(until)).then_some(session)
}

fn typed(platform: &Platform, session: Uuid, turn: i64) -> [u8; 32] {
    mark(platform, &format!("hadir-kode:{session}:{turn}"))
}

fn scanned(platform: &Platform, session: Uuid, turn: i64) -> String {
    short(mark(platform, &format!("hadir-qr:{session}:{turn}")))
}

fn kept(platform: &Platform, session: Uuid, until: i64) -> String {
    short(mark(platform, &format!("hadir-pindai:{session}:{until}")))
}

fn short(mark: [u8; 32]) -> String {
    secret::hex(&mark)[..SHORT].to_owned()
}
