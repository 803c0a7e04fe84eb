//! Links that end. A link alone opens nothing: who asks has to be somebody who may see it.

use domain::time::Timestamp;
use uuid::Uuid;

use crate::sealing::mark;
use crate::{Platform, secret};

/// How long a link holds: a page left open over a meeting still works. Seconds.
const HOLDS: i64 = 3600;

/// The path of a file under `base`, for so long as [`HOLDS`].
pub(crate) fn link(platform: &Platform, base: &str, file: Uuid) -> String {
    let until = platform.now().plus_seconds(HOLDS).micros() / 1_000_000;
    format!("{base}/{file}?sampai={until}&tanda={}", sign(platform, base, file, until))
}

fn sign(platform: &Platform, base: &str, file: Uuid, until: i64) -> String {
    let mark = mark(platform, &format!("{base}/{file}.{until}"));
    secret::hex(&mark[..16])
}

/// Whether a link is ours and not over. `until` in seconds UTC.
pub(crate) fn link_holds(platform: &Platform, base: &str, file: Uuid, until: i64, signature: &str) -> bool {
    let fits = secret::same(sign(platform, base, file, until).as_bytes(), signature.as_bytes());
    fits && Timestamp::from_micros(until.saturating_mul(1_000_000)) >= platform.now()
}
