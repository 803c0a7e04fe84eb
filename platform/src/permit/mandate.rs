//! Mandates: who acts for an applicant, and for how long. The applicant ends one at any time, and reads what was done.

mod begin;
mod list;

use domain::account::Actor;
use domain::permit::mandate::{Standing, part_of, standing, until};
use domain::permit::state::By;
use domain::time::Day;
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

pub use self::begin::{BeginError, begin_for};
pub use self::list::{Helped, Helper, list_helped, list_helpers};
use super::applicant::Applicant;
use super::case::{Case, Happened, append};
use super::notices;
use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// The event of a mandate that is given.
const GIVEN: &str = "beri_kuasa";
/// The event of one that is ended.
const ENDED: &str = "akhiri_kuasa";

/// Why a mandate was neither given nor ended.
#[derive(Debug, Error)]
pub enum MandateError {
    /// Whoever helps gives no mandate on.
    #[error("not the applicant")]
    NotYours,
    /// There is nothing to be done for the applicant any more.
    #[error("the case is over")]
    NotNow,
    /// Nobody who helps has this account, or it is the applicant's own.
    #[error("no such helper")]
    NoHelper,
    /// Not for so many days.
    #[error("not for so many days")]
    Days,
    /// The database did not answer.
    #[error("a mandate: database")]
    Db(#[from] DbError),
}

/// The last mandate of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MandateShown {
    /// The account of whoever helps.
    pub helper: Uuid,
    /// Their name.
    pub name: String,
    /// In which part: [`By::Pendamping`] or [`By::Loket`].
    pub part: By,
    /// Its last day.
    pub until: Day,
    /// Where it is.
    pub standing: Standing,
}

#[derive(FromRow)]
struct Row {
    helper_id: Uuid,
    name: String,
    #[sqlx(try_from = "String")]
    part: By,
    last_day: String,
    ended_at: Option<i64>,
}

/// The last mandate of a case, if there was one.
pub(super) async fn find_mandate(platform: &Platform, case: Uuid) -> Result<Option<MandateShown>, DbError> {
    let sql = "select m.helper_id, a.name, m.part, m.last_day, m.ended_at from mandate m \
         join account a on a.id = m.helper_id where m.case_id = $1 order by m.given_at desc, m.id desc limit 1";
    let Some(row) = platform.db.one::<Row>(sql, args![case]).await? else { return Ok(None) };
    let until = Day::parse(&row.last_day).ok_or_else(|| DbError::Unreadable("the last day of a mandate".to_owned()))?;
    let standing = standing(until, row.ended_at.is_some(), platform.now().day());
    Ok(Some(MandateShown { helper: row.helper_id, name: row.name, part: row.part, until, standing }))
}

/// The mandate of a helper in a case, while it holds.
const HOLDS: &str =
    "select part from mandate where case_id = $1 and helper_id = $2 and ended_at is null and last_day >= $3";

/// In which part somebody acts for the applicant of a case now.
pub(super) async fn part_in(platform: &Platform, actor: &Actor, case: Uuid) -> Result<Option<(Uuid, By)>, DbError> {
    let (Some(account), Some(_)) = (actor.id(), part_of(actor)) else { return Ok(None) };
    let args = args![case, account, platform.now().day().to_string()];
    let found: Option<(String,)> = platform.db.one(HOLDS, args).await?;
    Ok(found.and_then(|(part,)| part.parse().ok()).map(|part| (account, part)))
}

/// Whether a mandate still holds, asked within the transaction that acts on it: whoever takes over is never overtaken.
pub(super) async fn still_holds(tx: &mut Tx, case: Uuid, helper: Uuid, today: Day) -> Result<bool, DbError> {
    let found: Option<(String,)> = tx.one(HOLDS, args![case, helper, today.to_string()]).await?;
    Ok(found.is_some())
}

/// Whether somebody stands on the applicant's side of a case: its owner, or who ever acted for them. They do not work on
/// it in the office.
pub(super) async fn is_partial(tx: &mut Tx, case: &Case, account: Uuid) -> Result<bool, DbError> {
    if case.account_id == Some(account) {
        return Ok(true);
    }
    let sql = "select count(*) from mandate where case_id = $1 and helper_id = $2";
    let found: Option<(i64,)> = tx.one(sql, args![case.id, account]).await?;
    Ok(found.is_some_and(|(count,)| count > 0))
}

/// The applicant gives a mandate; one that was given before ends with it.
///
/// # Errors
/// See [`MandateError`]. Given twice to the same person for the same time, it is one.
pub async fn give_mandate(
    platform: &Platform,
    applicant: &Applicant,
    helper: Uuid,
    days: u16,
) -> Result<(), MandateError> {
    if applicant.helps() {
        return Err(MandateError::NotYours);
    }
    let until = until(platform.now().day(), days).ok_or(MandateError::Days)?;
    let helper = list::find_helper(platform, helper).await?.ok_or(MandateError::NoHelper)?;
    let mut tx = platform.db.begin().await?;
    let mut case = Case::lock(&mut tx, applicant.case).await?.ok_or(MandateError::NotNow)?;
    if !case.state.is_open() {
        return Err(MandateError::NotNow);
    }
    if case.account_id == Some(helper.id) {
        return Err(MandateError::NoHelper);
    }
    let sql =
        "select count(*) from mandate where case_id = $1 and helper_id = $2 and last_day = $3 and ended_at is null";
    let same: Option<(i64,)> = tx.one(sql, args![case.id, helper.id, until.to_string()]).await?;
    if same.is_some_and(|(count,)| count > 0) {
        return Ok(());
    }
    give(platform, &mut tx, &mut case, &helper, until, (applicant.account, By::Pemohon)).await?;
    notices::asked_to_help(platform, &mut tx, &case, helper.id, until).await?;
    Ok(tx.commit().await?)
}

/// Writes a mandate, in the place of one before, with its event by whoever gave it.
async fn give(
    platform: &Platform,
    tx: &mut Tx,
    case: &mut Case,
    helper: &Helper,
    until: Day,
    (actor, by): (Option<Uuid>, By),
) -> Result<(), DbError> {
    let now = platform.now();
    tx.run("update mandate set ended_at = $2 where case_id = $1 and ended_at is null", args![case.id, now]).await?;
    let sql = "insert into mandate (id, case_id, helper_id, part, given_at, last_day) values ($1, $2, $3, $4, $5, $6)";
    let args = args![platform.new_id(), case.id, helper.id, helper.part.as_str(), now, until.to_string()];
    tx.run(sql, args).await?;
    let what = format!("{} ({}) s.d. {until}", helper.name, helper.part);
    let happened = Happened { internal_note: Some(&what), ..Happened::staying(case, actor, by.as_str(), GIVEN) };
    append(platform, tx, case, happened).await
}

/// Ends the mandate of a case: the applicant takes over, or whoever helps is done. From this moment on it does not hold.
///
/// # Errors
/// See [`MandateError`]. Where none is left, it is no error.
pub async fn end_mandate(platform: &Platform, applicant: &Applicant) -> Result<(), MandateError> {
    let mut tx = platform.db.begin().await?;
    let mut case = Case::lock(&mut tx, applicant.case).await?.ok_or(MandateError::NotNow)?;
    let now = platform.now();
    let sql = "update mandate set ended_at = $2, ended_by = $3 where case_id = $1 and ended_at is null";
    if tx.run(sql, args![case.id, now, applicant.account]).await? == 0 {
        return Ok(());
    }
    let happened = Happened::staying(&case, applicant.account, applicant.by().as_str(), ENDED);
    append(platform, &mut tx, &mut case, happened).await?;
    Ok(tx.commit().await?)
}
