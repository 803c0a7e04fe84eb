//! What waits for the office, the most urgent first.

mod beside;
mod count;
mod filter;

use std::collections::HashMap;

use domain::account::{Actor, Capability, Forbidden};
use domain::permit::calendar::Calendar;
use domain::permit::clock::{self, Entry, Light, Pace};
use domain::permit::key::Words;
use domain::permit::service::Way;
use domain::permit::state::State;
use domain::time::{Day, Timestamp};
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

pub use self::beside::{Beside, find_beside};
use self::count::count;
pub use self::count::{CaseCounts, count_cases};
use self::filter::{Asked, Way as Direction, narrow, order};
pub use self::filter::{Assigned, CaseFilter, Desk, Left};
use crate::Platform;
use crate::db::{DbError, Select};
use crate::permit::calendar::calendar;
use crate::permit::case::{Sought, course};
use crate::permit::objection;
use crate::permit::services::version_of_case;
use crate::shop::catalogue::Cursor;

/// How many cases a page shows.
pub(super) const PAGE: usize = 30;

/// A case in a list.
#[derive(Debug, Clone)]
pub struct CaseCard {
    /// Its number.
    pub number: String,
    /// The name of its service, in Indonesian and English.
    pub service: Words,
    /// The business or brand it is about; may be empty.
    pub subject: String,
    /// Who applied.
    pub name: String,
    /// Code of the kecamatan, if the form asks for it.
    pub kecamatan: Option<String>,
    /// Where it is.
    pub state: State,
    /// The stage of an accompanied permit, in Indonesian and English.
    pub stage: Option<Words>,
    /// How urgent it is, and how many working days are left; `None` when the clock does not run.
    pub left: Option<(Light, u16)>,
    /// The end of the promise, while the clock runs.
    pub due: Option<Timestamp>,
    /// How many working days are left while the clock is paused.
    pub frozen: Option<u16>,
    /// Since when it is where it is.
    pub since: Timestamp,
    /// The last day of what runs in its state.
    pub last_day: Option<Day>,
    /// Who works on it.
    pub assignee: Option<String>,
    /// When it was handed in.
    pub submitted_at: Timestamp,
    /// How often the applicant was asked to correct something.
    pub rounds: i64,
    /// When somebody goes and looks.
    pub visit_on: Option<Day>,
    /// How often it was moved: a form carries it.
    pub moves: i64,
}

/// A page of cases.
#[derive(Debug, Clone)]
pub struct CaseList {
    /// The cases.
    pub cases: Vec<CaseCard>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
    /// How many there are.
    pub counts: CaseCounts,
}

/// Why there is no list.
#[derive(Debug, Error)]
pub enum CasesError {
    /// Not this person's to see.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The database did not answer.
    #[error("list cases: database")]
    Db(#[from] DbError),
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    number: String,
    service: String,
    version: i64,
    subject: String,
    name: String,
    kecamatan: Option<String>,
    #[sqlx(try_from = "String")]
    state: State,
    due_at: Option<i64>,
    last_day: Option<String>,
    updated_at: i64,
    assignee: Option<String>,
    submitted_at: i64,
    rounds: i64,
    visit_on: Option<String>,
    moves: i64,
    objected_at: Option<i64>,
    stage: Option<String>,
    stage_at: Option<i64>,
}

/// The cases of a drawer. One query for them, one for their clocks.
///
/// # Errors
/// See [`CasesError`].
pub async fn list_cases(platform: &Platform, actor: &Actor, filter: &CaseFilter) -> Result<CaseList, CasesError> {
    let account = actor.require(Capability::ReadCases)?;
    let asked = asked(platform, account, &filter.words).await?;
    let mut rows: Vec<Row> = select(filter, &asked).all(&platform.db).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let key = |row: &Row| if filter.desk == Desk::Running { row.due_at.unwrap_or_default() } else { row.updated_at };
    let next = rows.last().filter(|_| more).map(|row| Cursor { key: key(row), id: row.id });
    let mut entries = clocks(platform, &rows).await?;
    let (calendar, now) = (calendar(platform).await?, asked.now);
    let mut cases = Vec::with_capacity(rows.len());
    for row in rows {
        let service = version_of_case(platform, &row.service, row.version).await?;
        let entries = entries.remove(&row.id).unwrap_or_default();
        let since = entries.last().map_or(Timestamp::from_micros(row.submitted_at), |entry| entry.at);
        let since = row.stage_at.map_or(since, Timestamp::from_micros);
        let course = course(&service, entries, row.stage.as_deref().zip(row.stage_at));
        let reading = course.and_then(|course| clock::read(&course.entries, course.norm, &calendar, now));
        let (objection_norm, stage) = match &service.way {
            Way::Own(own) => (own.objection_norm, None),
            Way::Accompanied(permit) => (None, row.stage.as_deref().and_then(|stage| permit.stage(stage))),
        };
        let frozen = reading.filter(|reading| reading.pace == Pace::Paused).map(|reading| reading.remaining);
        let answer = row.objected_at.zip(objection_norm);
        let reading = match answer {
            Some((filed, norm)) => objection::reading(filed.into(), norm, &calendar, now),
            None => reading.filter(|_| row.due_at.is_some()),
        };
        cases.push(CaseCard {
            number: row.number,
            service: service.name.clone(),
            subject: row.subject,
            name: row.name,
            kecamatan: row.kecamatan,
            state: row.state,
            stage: stage.map(|stage| stage.name.clone()),
            left: reading.map(|reading| (reading.light, reading.remaining)),
            due: reading.map(|reading| reading.due),
            frozen,
            since,
            last_day: row.last_day.as_deref().and_then(Day::parse),
            assignee: row.assignee,
            submitted_at: row.submitted_at.into(),
            rounds: row.rounds,
            visit_on: row.visit_on.as_deref().and_then(Day::parse),
            moves: row.moves,
        });
    }
    Ok(CaseList { cases, next, counts: count(platform, now, asked.soon).await? })
}

fn select(filter: &CaseFilter, asked: &Asked) -> Select {
    let mut select = Select::new(
        "select c.id, c.number, c.service, c.version, c.subject, c.name, c.kecamatan, c.state, c.due_at, c.last_day, \
         c.updated_at, a.name as assignee, c.submitted_at, c.rounds, c.visit_on, c.moves, c.stage, c.stage_at, (select o.filed_at \
         from objection o where o.case_id = c.id and o.state = 'diajukan') as objected_at from permit_case c \
         left join account a on a.id = c.assignee where",
    );
    narrow(&mut select, filter, asked);
    order(&mut select, filter.desk, Direction::On, filter.after);
    select.bind("limit ?", PAGE as i64 + 1);
    select
}

/// What a filter is compared with, now.
async fn asked(platform: &Platform, account: Uuid, words: &str) -> Result<Asked, DbError> {
    let (calendar, now) = (calendar(platform).await?, platform.now());
    Ok(Asked { account, sought: Sought::of(platform, words).await?, now, soon: soon(&calendar, now) })
}

/// When the second working day from now ends, one that still goes on among them.
fn soon(calendar: &Calendar, now: Timestamp) -> Timestamp {
    let today = now.day();
    let mut ends = (0..)
        .map(|days| today.plus(days))
        .filter(|day| calendar.off(*day).is_none())
        .map(|day| calendar.closes(day))
        .filter(|closes| *closes >= now);
    ends.nth(1).unwrap_or(now)
}

/// When each of these cases came into which state.
async fn clocks(platform: &Platform, rows: &[Row]) -> Result<HashMap<Uuid, Vec<Entry>>, DbError> {
    #[derive(FromRow)]
    struct Event {
        case_id: Uuid,
        at: i64,
        #[sqlx(try_from = "String")]
        to_state: State,
    }
    if rows.is_empty() {
        return Ok(HashMap::new());
    }
    let mut select = Select::new(
        "select case_id, at, to_state from case_event where (from_state is null or from_state <> to_state)",
    );
    select.among("and case_id in", rows.iter().map(|row| row.id)).push("order by case_id, seq");
    let mut found: HashMap<Uuid, Vec<Entry>> = HashMap::new();
    for event in select.all::<Event>(&platform.db).await? {
        found.entry(event.case_id).or_default().push(Entry { at: event.at.into(), state: event.to_state });
    }
    Ok(found)
}
