//! What the holder of a permit has to do after it was issued: until when, whether it is done, and reminders.

use domain::account::{Actor, Capability};
use domain::permit::service::{Accompanied, Duty};
use domain::permit::state::By;
use domain::time::{Day, Timestamp};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{DbError, Tx};
use crate::permit::applicant::Applicant;
use crate::permit::case::{Case, Happened, accompanied, append};
use crate::permit::deadlines::set_timers;
use crate::permit::notices;
use crate::permit::office::find_and_lock;
use crate::permit::take::StepError;
use crate::{Platform, args};

/// The event of a duty that was done.
const DONE: &str = "kewajiban_selesai";
/// The end of the permit itself, where no badge reminds of it.
const VALIDITY: &str = "masa_berlaku";
/// So many days before its last day somebody is reminded of a duty, once each.
const BEFORE: [i64; 3] = [30, 7, 0];
/// As [`BEFORE`], of the end of a permit: a renewal takes time.
const BEFORE_THE_END: [i64; 3] = [90, 30, 7];

/// A duty of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyShown {
    /// Its key in the definition of the service; `None` for the end of the permit.
    pub key: Option<String>,
    /// How often it was due before.
    pub again: i64,
    /// Its last day.
    pub due: Day,
    /// When it was done.
    pub done_at: Option<Timestamp>,
}

#[derive(FromRow)]
struct Row {
    duty: String,
    again: i64,
    due_on: String,
    reminded: i64,
    done_at: Option<i64>,
}

impl Row {
    fn due(&self) -> Result<Day, DbError> {
        Day::parse(&self.due_on).ok_or_else(|| DbError::Unreadable(format!("the day of a duty: {}", self.due_on)))
    }

    fn before(&self) -> &'static [i64] {
        if self.duty == VALIDITY { &BEFORE_THE_END } else { &BEFORE }
    }

    /// How many of its reminders are due on a day.
    fn reminders(&self, today: Day) -> Result<i64, DbError> {
        let due = self.due()?;
        Ok(self.before().iter().filter(|days| due.plus(-**days) <= today).count() as i64)
    }
}

const OPEN: &str = "select duty, again, due_on, reminded, done_at from case_duty where case_id = $1 and done_at is null \
     order by due_on, duty";

/// Begins the duties of a permit that was issued on a day, in the place of those of one before.
pub(super) async fn begin(
    tx: &mut Tx,
    case: Uuid,
    permit: &Accompanied,
    issued: Day,
    until: Option<Day>,
) -> Result<(), DbError> {
    tx.run("delete from case_duty where case_id = $1", args![case]).await?;
    let duties = permit.duties.iter().filter_map(|duty| Some((duty.key.as_str(), duty.due(issued, 0)?)));
    for (duty, due) in duties.chain(until.map(|until| (VALIDITY, until))) {
        insert(tx, case, duty, 0, due).await?;
    }
    Ok(())
}

async fn insert(tx: &mut Tx, case: Uuid, duty: &str, again: i64, due: Day) -> Result<(), DbError> {
    let sql = "insert into case_duty (case_id, duty, again, due_on) values ($1, $2, $3, $4)";
    tx.run_one(sql, args![case, duty, again, due.to_string()]).await
}

/// The duties of a case, what is open first.
pub(super) async fn list(platform: &Platform, case: Uuid) -> Result<Vec<DutyShown>, DbError> {
    let sql = "select duty, again, due_on, reminded, done_at from case_duty where case_id = $1 \
         order by case when done_at is null then 0 else 1 end, due_on, duty";
    let rows: Vec<Row> = platform.db.all(sql, args![case]).await?;
    let shown = |row: Row| {
        let due = row.due()?;
        let key = Some(row.duty).filter(|duty| duty != VALIDITY);
        Ok(DutyShown { key, again: row.again, due, done_at: row.done_at.map(Timestamp::from_micros) })
    };
    rows.into_iter().map(shown).collect()
}

/// When the next reminder of a case is due.
pub(in crate::permit) async fn next_reminder(tx: &mut Tx, case: Uuid) -> Result<Option<Timestamp>, DbError> {
    let rows: Vec<Row> = tx.all(OPEN, args![case]).await?;
    let mut next: Option<Timestamp> = None;
    for row in &rows {
        let due = row.due()?;
        let mut left = row.before().iter().skip(row.reminded as usize);
        if let Some(days) = left.next() {
            let at = due.plus(-days).start();
            next = Some(next.map_or(at, |next| next.min(at)));
        }
    }
    Ok(next)
}

/// Reminds the holder of what is due soon. Reminders that came due while the server was down are one.
pub(in crate::permit) async fn remind(platform: &Platform, tx: &mut Tx, case: &Case) -> Result<(), DbError> {
    let service = case.service(platform, tx).await?;
    let permit = accompanied(&service)?;
    let rows: Vec<Row> = tx.all(OPEN, args![case.id]).await?;
    let today = platform.now().day();
    for row in rows {
        let due = row.reminders(today)?;
        if due <= row.reminded {
            continue;
        }
        let what = find(permit, &row.duty).map(|duty| duty.name.id.as_str());
        notices::duty(platform, tx, case, &service, what, row.due()?).await?;
        let sql = "update case_duty set reminded = $4 where case_id = $1 and duty = $2 and again = $3";
        tx.run_one(sql, args![case.id, &row.duty, row.again, due]).await?;
    }
    set_timers(platform, tx, case).await
}

fn find<'p>(permit: &'p Accompanied, key: &str) -> Option<&'p Duty> {
    permit.duties.iter().find(|duty| duty.key.as_str() == key)
}

/// The holder says that a duty is done; one that comes again is due anew.
///
/// # Errors
/// See [`StepError`]. Said twice, it is done once.
pub async fn finish_duty(platform: &Platform, applicant: &Applicant, duty: &str, again: i64) -> Result<(), StepError> {
    let mut tx = platform.db.begin().await?;
    let mut case = Case::lock(&mut tx, applicant.case).await?.ok_or(StepError::NotFound)?;
    if !applicant.may_still(platform, &mut tx).await? {
        return Err(StepError::MandateOver);
    }
    finish(platform, &mut tx, &mut case, (duty, again), applicant.account, applicant.by()).await?;
    Ok(tx.commit().await?)
}

/// An officer writes down that a duty is done.
///
/// # Errors
/// See [`StepError`].
pub async fn finish_duty_for(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    duty: &str,
    again: i64,
) -> Result<(), StepError> {
    let officer = actor.require(Capability::ExamineCases)?;
    let mut tx = platform.db.begin().await?;
    let mut case = find_and_lock(&mut tx, number).await?;
    finish(platform, &mut tx, &mut case, (duty, again), Some(officer), By::Verifikator).await?;
    Ok(tx.commit().await?)
}

async fn finish(
    platform: &Platform,
    tx: &mut Tx,
    case: &mut Case,
    (key, again): (&str, i64),
    actor: Option<Uuid>,
    by: By,
) -> Result<(), StepError> {
    let service = case.service(platform, tx).await?;
    let duty = accompanied(&service).ok().and_then(|permit| find(permit, key)).ok_or(StepError::NotFound)?;
    let sql = "update case_duty set done_at = $4 where case_id = $1 and duty = $2 and again = $3 and done_at is null";
    if tx.run(sql, args![case.id, key, again, platform.now()]).await? == 0 {
        return Ok(());
    }
    let issued: Option<(String,)> =
        tx.one("select issued_on from case_permit where case_id = $1", args![case.id]).await?;
    let issued = issued.and_then(|(day,)| Day::parse(&day));
    let next = u16::try_from(again + 1).ok().zip(issued).and_then(|(again, issued)| duty.due(issued, again));
    if let Some(due) = next {
        insert(tx, case.id, key, again + 1, due).await?;
    }
    let happened = Happened { public_text: Some(&duty.name.id), ..Happened::staying(case, actor, by.as_str(), DONE) };
    append(platform, tx, case, happened).await?;
    Ok(set_timers(platform, tx, case).await?)
}
