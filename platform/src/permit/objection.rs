//! Objections to refusals (keberatan): one for each refusal, with a promise of its own, answered by somebody who had no
//! part in the case before.

use domain::permit::calendar::Calendar;
use domain::permit::clock::{self, Entry, Reading};
use domain::permit::objection::Objection;
use domain::permit::service::Own;
use domain::permit::state::{Action, State};
use domain::time::{Day, Timestamp};
use domain::typed::Text;
use sqlx::FromRow;
use uuid::Uuid;

use super::applicant::Applicant;
use super::calendar::calendar_within;
use super::case::Case;
use super::take::{Deed, StepError, attempt};
use crate::db::{DbError, Tx};
use crate::sealing::{seal, unseal};
use crate::{Platform, args};

/// An objection as anybody may see it who may see the case.
#[derive(Debug, Clone)]
pub struct ObjectionShown {
    /// When it came.
    pub filed_at: Timestamp,
    /// Where it is.
    pub state: Objection,
    /// The last day of the promise; `None` where nothing is promised.
    pub due: Option<Day>,
    /// When it was answered.
    pub decided_at: Option<Timestamp>,
    /// What the applicant wrote; empty for whoever may not know.
    pub text: String,
    /// What the office answered, for whoever may know.
    pub answer: Option<String>,
}

impl ObjectionShown {
    /// The same for whoever may not know what was written.
    pub(super) fn without_words(self) -> Self {
        Self { text: String::new(), answer: None, ..self }
    }
}

/// Objects to the refusal of a case.
///
/// # Errors
/// See [`StepError`]. Sent twice, there is one objection.
pub async fn object(platform: &Platform, applicant: &Applicant, text: &Text<2000>) -> Result<State, StepError> {
    let mut tx = platform.db.begin().await?;
    let mut case = Case::lock(&mut tx, applicant.case).await?.ok_or(StepError::NotFound)?;
    if !applicant.may_still(platform, &mut tx).await? {
        return Err(StepError::MandateOver);
    }
    if standing(&mut tx, &case).await? == Some(Objection::Open) {
        return Ok(case.state);
    }
    let deed = Deed { note: Some(text.as_str()), ..Deed::of(Action::Object, applicant.by(), applicant.account) };
    attempt(platform, tx, &mut case, deed, applicant.secret()).await
}

/// Keeps what a step means for the objection.
pub(super) async fn keep(
    platform: &Platform,
    tx: &mut Tx,
    case: &Case,
    own: &Own,
    deed: &Deed<'_>,
) -> Result<(), DbError> {
    let now = platform.now();
    let state = match deed.action {
        Action::Object => {
            let id = platform.new_id();
            let due = match own.objection_norm {
                Some(norm) => reading(now, norm, &*calendar_within(platform, tx).await?, now).map(|read| read.due),
                None => None,
            };
            let text = seal(platform, id.as_bytes(), deed.note.unwrap_or_default().as_bytes());
            let sql = "insert into objection (id, case_id, text, filed_at, due_at, state) \
                 values ($1, $2, $3, $4, $5, 'diajukan')";
            return tx.run_one(sql, args![id, case.id, text, now, due]).await;
        }
        Action::Grant => Objection::Granted,
        Action::Dismiss => Objection::Dismissed,
        _ => return Ok(()),
    };
    let sql = "update objection set state = $2, answer = $3, decided_at = $4, decided_by = $5 \
         where case_id = $1 and state = 'diajukan'";
    let answer = deed.reason.map(|reason| reason.text.as_str());
    tx.run_one(sql, args![case.id, state.as_str(), answer, now, deed.actor]).await
}

/// The clock of an objection: it runs from its day on.
pub(super) fn reading(filed: Timestamp, norm: u16, calendar: &Calendar, now: Timestamp) -> Option<Reading> {
    clock::read(&[Entry { at: filed, state: State::Diajukan }], norm, calendar, now)
}

/// Where the objection to the refusal is that a locked case stands at. One that was granted belongs to a refusal before.
pub(super) async fn standing(tx: &mut Tx, case: &Case) -> Result<Option<Objection>, DbError> {
    if case.state != State::Ditolak {
        return Ok(None);
    }
    let sql = "select state from objection where case_id = $1 and state <> 'dikabulkan' limit 1";
    let found: Option<(String,)> = tx.one(sql, args![case.id]).await?;
    let read = |(state,): (String,)| state.parse::<Objection>().map_err(|error| DbError::Unreadable(error.to_string()));
    found.map(read).transpose()
}

/// Whether an account has worked on a case in the office before.
pub(super) async fn was_involved(tx: &mut Tx, case: Uuid, account: Option<Uuid>) -> Result<bool, DbError> {
    let sql = "select count(*) from case_event where case_id = $1 and actor = $2 \
         and by_role in ('verifikator', 'petugas_lapangan', 'penyetuju', 'bendahara') \
         and action not in ('baca', 'ditolak_sistem', 'kabulkan_keberatan', 'tolak_keberatan')";
    let found: Option<(i64,)> = tx.one(sql, args![case, account]).await?;
    Ok(found.is_some_and(|(count,)| count > 0))
}

/// When the answer to the objection of a case is due, while nobody has answered.
pub(super) async fn due(tx: &mut Tx, case: Uuid) -> Result<Option<Timestamp>, DbError> {
    let sql = "select due_at from objection where case_id = $1 and state = 'diajukan'";
    let found: Option<(Option<i64>,)> = tx.one(sql, args![case]).await?;
    Ok(found.and_then(|(due,)| due).map(Timestamp::from_micros))
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    text: Vec<u8>,
    filed_at: i64,
    due_at: Option<i64>,
    #[sqlx(try_from = "String")]
    state: Objection,
    answer: Option<String>,
    decided_at: Option<i64>,
}

/// The last objection of a case, with what was written.
pub(super) async fn find_objection(platform: &Platform, case: Uuid) -> Result<Option<ObjectionShown>, DbError> {
    let sql = "select id, text, filed_at, due_at, state, answer, decided_at from objection where case_id = $1 \
         order by filed_at desc limit 1";
    let Some(row) = platform.db.one::<Row>(sql, args![case]).await? else { return Ok(None) };
    let text =
        unseal(platform, row.id.as_bytes(), &row.text).map_err(|error| DbError::Unreadable(error.to_string()))?;
    Ok(Some(ObjectionShown {
        filed_at: row.filed_at.into(),
        state: row.state,
        due: row.due_at.map(|due| Timestamp::from_micros(due).day()),
        decided_at: row.decided_at.map(Timestamp::from_micros),
        text: String::from_utf8_lossy(&text).into_owned(),
        answer: row.answer,
    }))
}
