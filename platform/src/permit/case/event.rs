//! The chain of what happened in a case.

use domain::permit::chain::{Event, Seal};
use domain::permit::clock::Entry;
use domain::permit::state::{By, State};
use domain::time::Timestamp;
use sha2::{Digest, Sha256};
use sqlx::FromRow;
use uuid::Uuid;

use super::Case;
use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// The action of an attempt that was refused.
const REFUSED: &str = "ditolak_sistem";

/// Something that happened.
#[derive(Debug, Clone, Copy)]
pub(in crate::permit) struct Happened<'h> {
    /// The account that acted; `None` for a guest or a date.
    pub actor: Option<Uuid>,
    /// In which part: a word of [`domain::permit::state::By`].
    pub by: &'h str,
    /// What: a word of [`domain::permit::state::Action`], or another.
    pub action: &'h str,
    /// Before; `None` for the first.
    pub from: Option<State>,
    /// After.
    pub to: State,
    /// What the applicant reads.
    pub public_text: Option<&'h str>,
    /// What only the office reads.
    pub internal_note: Option<&'h str>,
    /// The code of the reason; the stage to which an accompanied permit came.
    pub reason_code: Option<&'h str>,
}

impl<'h> Happened<'h> {
    /// Something that leads nowhere: reading, judging.
    pub fn staying(case: &Case, actor: Option<Uuid>, by: &'h str, action: &'h str) -> Self {
        let from = Some(case.state);
        Self { actor, by, action, from, to: case.state, public_text: None, internal_note: None, reason_code: None }
    }
}

/// Adds an event to the chain of a locked case.
pub(in crate::permit) async fn append(
    platform: &Platform,
    tx: &mut Tx,
    case: &mut Case,
    happened: Happened<'_>,
) -> Result<(), DbError> {
    let before: Seal = case.seal.as_slice().try_into().map_err(|_| DbError::Unreadable("a seal".to_owned()))?;
    let (from, to) = (happened.from.map(State::as_str), happened.to.as_str());
    let event = Event {
        case: case.id,
        seq: case.events + 1,
        at: platform.now(),
        actor: happened.actor,
        by: happened.by,
        on_behalf_of: applicant_of(case, happened.by),
        action: happened.action,
        from,
        to,
        public_text: happened.public_text,
        internal_note: happened.internal_note,
        reason_code: happened.reason_code,
    };
    let seal: Seal = Sha256::digest(event.bytes(&before)).into();
    let sql = "insert into case_event (case_id, seq, at, actor, by_role, on_behalf_of, action, from_state, to_state, \
         public_text, internal_note, reason_code, seal) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let args = args![
        event.case,
        event.seq,
        event.at,
        event.actor,
        event.by,
        event.on_behalf_of,
        event.action,
        from,
        to,
        event.public_text,
        event.internal_note,
        event.reason_code,
        seal
    ];
    tx.run(sql, args).await?;
    let sql = "update permit_case set events = $2, seal = $3 where id = $1 and events = $2 - 1";
    tx.run_one(sql, args![case.id, event.seq, seal]).await?;
    (case.events, case.seal) = (event.seq, seal.to_vec());
    Ok(())
}

/// For whom it was done: mentors and the counter act for the applicant.
fn applicant_of(case: &Case, by: &str) -> Option<Uuid> {
    let helped = by == By::Pendamping.as_str() || by == By::Loket.as_str();
    case.account_id.filter(|_| helped)
}

/// Writes down that somebody tried what was refused, after the attempt was rolled back.
pub(in crate::permit) async fn refused(
    platform: &Platform,
    case: Uuid,
    actor: Option<Uuid>,
    by: &str,
    what: &str,
) -> Result<(), DbError> {
    let mut tx = platform.db.begin().await?;
    let Some(mut case) = Case::lock(&mut tx, case).await? else { return Ok(()) };
    let happened = Happened { internal_note: Some(what), ..Happened::staying(&case, actor, by, REFUSED) };
    append(platform, &mut tx, &mut case, happened).await?;
    tx.commit().await
}

#[derive(FromRow)]
struct Row {
    at: i64,
    #[sqlx(try_from = "String")]
    to_state: State,
}

/// When it came into which state, in order: for the clock.
pub(in crate::permit) const ENTRIES: &str = "select at, to_state from case_event \
     where case_id = $1 and (from_state is null or from_state <> to_state) order by seq";

fn entry(row: Row) -> Entry {
    Entry { at: Timestamp::from_micros(row.at), state: row.to_state }
}

/// The entries of a locked case.
pub(in crate::permit) async fn entries(tx: &mut Tx, case: Uuid) -> Result<Vec<Entry>, DbError> {
    let rows: Vec<Row> = tx.all(ENTRIES, args![case]).await?;
    Ok(rows.into_iter().map(entry).collect())
}

/// The entries of a case, for a page.
pub(in crate::permit) async fn find_entries(platform: &Platform, case: Uuid) -> Result<Vec<Entry>, DbError> {
    let rows: Vec<Row> = platform.db.all(ENTRIES, args![case]).await?;
    Ok(rows.into_iter().map(entry).collect())
}
