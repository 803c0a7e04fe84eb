//! Whether what happened in the cases is as it was written down.

use domain::permit::chain::{Event, Seal, first_broken};
use domain::time::Timestamp;
use sha2::{Digest, Sha256};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::DbError;
use crate::{Platform, args};

/// How many cases are read at once.
const BATCH: i64 = 500;

#[derive(FromRow)]
struct Row {
    seq: i64,
    at: i64,
    actor: Option<Uuid>,
    by_role: String,
    on_behalf_of: Option<Uuid>,
    action: String,
    from_state: Option<String>,
    to_state: String,
    public_text: Option<String>,
    internal_note: Option<String>,
    reason_code: Option<String>,
    seal: Vec<u8>,
}

/// Works the chain of every case out anew; answers the number of each that is broken, with the place of the first event
/// that is not what was written down, or is missing. An end that was cut off is found too: the case keeps the last seal.
///
/// # Errors
/// Only when the database does not answer.
pub async fn verify_chains(platform: &Platform) -> Result<Vec<(String, i64)>, DbError> {
    let mut broken = Vec::new();
    let mut after = Uuid::nil();
    loop {
        let sql = "select id, number, events, seal from permit_case where id > $1 order by id limit $2";
        let cases: Vec<(Uuid, String, i64, Vec<u8>)> = platform.db.all(sql, args![after, BATCH]).await?;
        let Some((last, ..)) = cases.last() else { return Ok(broken) };
        after = *last;
        for (case, number, events, seal) in cases {
            if let Some(seq) = first_wrong(platform, case, events, &seal).await? {
                broken.push((number, seq));
            }
        }
    }
}

async fn first_wrong(platform: &Platform, case: Uuid, events: i64, last_seal: &[u8]) -> Result<Option<i64>, DbError> {
    let sql = "select seq, at, actor, by_role, on_behalf_of, action, from_state, to_state, public_text, internal_note, \
         reason_code, seal from case_event where case_id = $1 order by seq";
    let rows: Vec<Row> = platform.db.all(sql, args![case]).await?;
    let chain: Vec<(Event, Seal)> = rows.iter().map(|row| row.event(case)).collect();
    let hash = |bytes: &[u8]| Sha256::digest(bytes).into();
    if let Some(place) = first_broken(&chain, hash) {
        return Ok(Some(place as i64 + 1));
    }
    let whole = rows.len() as i64 == events && chain.last().is_some_and(|(_, seal)| seal == last_seal);
    Ok((!whole).then_some(rows.len() as i64 + 1))
}

impl Row {
    /// The event and its seal; what is no seal is a wrong one.
    fn event(&self, case: Uuid) -> (Event<'_>, Seal) {
        let event = Event {
            case,
            seq: self.seq,
            at: Timestamp::from_micros(self.at),
            actor: self.actor,
            by: &self.by_role,
            on_behalf_of: self.on_behalf_of,
            action: &self.action,
            from: self.from_state.as_deref(),
            to: &self.to_state,
            public_text: self.public_text.as_deref(),
            internal_note: self.internal_note.as_deref(),
            reason_code: self.reason_code.as_deref(),
        };
        (event, self.seal.as_slice().try_into().unwrap_or_default())
    }
}
