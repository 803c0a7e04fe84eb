//! What happened to a registration.

use domain::training::registration::{By, State};
use uuid::Uuid;

use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// The first event.
pub(super) const REGISTER: &str = "daftar";
/// Somebody else got the seat; the note says why.
pub(super) const SKIPPED: &str = "dilewati";
/// An organiser corrected whether they were at a session; the note says why.
pub(super) const ATTENDANCE: &str = "kehadiran";

/// An organiser decided about a certificate by hand; the note says why.
pub(super) const CERTIFICATE: &str = "sertifikat";

/// One thing that happened.
pub(super) struct Happened<'h> {
    /// In which part somebody acted.
    pub by: By,
    /// With which account, for an officer.
    pub actor: Option<Uuid>,
    /// What was done.
    pub action: &'h str,
    /// Where it is now.
    pub state: State,
    /// Why, where something was said.
    pub note: &'h str,
}

/// Writes it down.
pub(super) async fn append(
    platform: &Platform,
    tx: &mut Tx,
    registration: Uuid,
    happened: Happened<'_>,
) -> Result<(), DbError> {
    let sql = "insert into registration_event (registration_id, seq, at, actor, by_part, action, state, note) \
         select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7 from registration_event where registration_id = $1";
    let args = args![
        registration,
        platform.now(),
        happened.actor,
        happened.by.as_str(),
        happened.action,
        happened.state.as_str(),
        happened.note
    ];
    tx.run_one(sql, args).await
}

/// Writes down that somebody was passed over, unless that is the last thing they read already.
pub(super) async fn skip(platform: &Platform, tx: &mut Tx, registration: Uuid, why: &str) -> Result<(), DbError> {
    let sql = "select action, note from registration_event where registration_id = $1 order by seq desc limit 1";
    let last: Option<(String, String)> = tx.one(sql, args![registration]).await?;
    if last.is_some_and(|(action, note)| action == SKIPPED && note == why) {
        return Ok(());
    }
    let (by, state) = (By::Sistem, State::DaftarTunggu);
    append(platform, tx, registration, Happened { by, actor: None, action: SKIPPED, state, note: why }).await
}
