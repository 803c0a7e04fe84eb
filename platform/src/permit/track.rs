//! Where a case is, as far as anybody may know who has its number and the last digits of the phone: no name, no phone, no
//! answers, no documents, no officer, no reason of a refusal.

use std::sync::Arc;

use domain::number::{Kind, PublicNumber};
use domain::permit::clock::{self, DayKind, Entry, Reading};
use domain::permit::service::Service;
use domain::permit::state::State;
use domain::time::Day;
use sqlx::FromRow;
use uuid::Uuid;

use super::accompany::{Reached, reached};
use super::calendar::calendar;
use super::case::{Course, course, find_entries};
use super::objection::{ObjectionShown, find_objection};
use super::services::version_of_case;
use crate::db::DbError;
use crate::{Platform, args};

/// A case as its number tells.
#[derive(Debug, Clone)]
pub struct Tracked {
    /// The number, as it is written.
    pub number: String,
    /// The version of the service with which it began.
    pub service: Arc<Service>,
    /// Where it is.
    pub state: State,
    /// When it came into which state, in order.
    pub entries: Vec<Entry>,
    /// The promise; `None` for a draft.
    pub promise: Option<Promise>,
    /// The last day of what runs in its state.
    pub last_day: Option<Day>,
    /// When somebody goes and looks.
    pub visit_on: Option<Day>,
    /// The last objection to a refusal, without what was written.
    pub objection: Option<ObjectionShown>,
    /// The stages that an accompanied permit reached, without what was said; none for a service of our own.
    pub reached: Vec<Reached>,
    /// How often it was moved: a page that is open compares.
    pub moves: i64,
}

/// What was promised, and why on that day.
#[derive(Debug, Clone)]
pub struct Promise {
    /// What the clock shows.
    pub reading: Reading,
    /// Every day from the submission to the due day; why it does not count, where it does not.
    pub days: Vec<(Day, CountedDay)>,
}

/// What a day is for a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CountedDay {
    /// It was handed in.
    Submitted,
    /// A promised working day: the first, the second, ...
    Charged(u16),
    /// The applicant had to act.
    Paused,
    /// Saturday or Sunday.
    Weekend,
    /// A day of the decree, with its name.
    Holiday(String),
}

impl From<DayKind<'_>> for CountedDay {
    fn from(kind: DayKind<'_>) -> Self {
        use domain::permit::calendar::Off;
        match kind {
            DayKind::Submitted => CountedDay::Submitted,
            DayKind::Charged(nth) => CountedDay::Charged(nth),
            DayKind::Paused => CountedDay::Paused,
            DayKind::Off(Off::Weekend) => CountedDay::Weekend,
            DayKind::Off(Off::Decreed(off)) => CountedDay::Holiday(off.name.clone()),
        }
    }
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    number: String,
    service: String,
    version: i64,
    #[sqlx(try_from = "String")]
    state: State,
    last_day: Option<String>,
    visit_on: Option<String>,
    moves: i64,
    stage: Option<String>,
    stage_at: Option<i64>,
}

/// The case with this number, if these are the last digits of its phone. Unknown and wrong look the same. A draft is
/// nobody's business.
///
/// # Errors
/// Only when the database does not answer.
pub async fn track_case(platform: &Platform, number: &str, last4: &str) -> Result<Option<Tracked>, DbError> {
    let Ok(number) = PublicNumber::parse(Kind::Permit, number) else { return Ok(None) };
    let sql = "select id, number, service, version, state, last_day, visit_on, moves, stage, stage_at \
         from permit_case \
         where number = $1 and phone_last4 = $2 and submitted_at is not null and forgotten_at is null";
    let Some(row) = platform.db.one::<Row>(sql, args![number.as_str(), last4.trim()]).await? else { return Ok(None) };
    let service = version_of_case(platform, &row.service, row.version).await?;
    let entries = find_entries(platform, row.id).await?;
    let course = course(&service, entries.clone(), row.stage.as_deref().zip(row.stage_at));
    let promise = promise(platform, course).await?;
    let mut stages = if row.stage.is_some() { reached(platform, row.id).await? } else { Vec::new() };
    stages.iter_mut().for_each(|stage| stage.words = None);
    Ok(Some(Tracked {
        number: row.number,
        service,
        state: row.state,
        promise,
        entries,
        reached: stages,
        last_day: row.last_day.as_deref().and_then(Day::parse),
        visit_on: row.visit_on.as_deref().and_then(Day::parse),
        objection: match row.state {
            State::Ditolak => find_objection(platform, row.id).await?.map(ObjectionShown::without_words),
            _ => None,
        },
        moves: row.moves,
    }))
}

/// What was promised to a case.
pub(super) async fn promise(platform: &Platform, course: Option<Course>) -> Result<Option<Promise>, DbError> {
    let Some(Course { entries, norm }) = course else { return Ok(None) };
    let (calendar, now) = (calendar(platform).await?, platform.now());
    let Some(reading) = clock::read(&entries, norm, &calendar, now) else { return Ok(None) };
    let days = clock::days(&entries, norm, &calendar, now).unwrap_or_default();
    let days = days.into_iter().map(|(day, kind)| (day, kind.into())).collect();
    Ok(Some(Promise { reading, days }))
}

/// How often a case was moved, for a page that is open.
///
/// # Errors
/// Only when the database does not answer.
pub async fn count_moves(platform: &Platform, number: &str) -> Result<Option<i64>, DbError> {
    let found: Option<(i64,)> =
        platform.db.one("select moves from permit_case where number = $1", args![number]).await?;
    Ok(found.map(|(moves,)| moves))
}
