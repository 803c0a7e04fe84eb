//! What waits for the office, the most urgent first.

use std::collections::HashMap;

use domain::account::{Actor, Capability, Forbidden};
use domain::permit::clock::{self, Entry, Light, Pace};
use domain::permit::key::Words;
use domain::permit::service::Way;
use domain::permit::state::State;
use domain::time::{Day, Timestamp};
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

use crate::Platform;
use crate::args;
use crate::db::{DbError, Select};
use crate::permit::calendar::calendar;
use crate::permit::case::{Sought, course};
use crate::permit::objection;
use crate::permit::services::version_of_case;
use crate::shop::catalogue::Cursor;

/// How many cases a page shows.
const PAGE: usize = 30;

/// A drawer of the inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Desk {
    /// The office has to act; by what is left of the promise.
    #[default]
    Running,
    /// The applicant or another agency has to act; the longest waiting first.
    Waiting,
    /// Somebody objects to a refusal; the longest waiting first.
    Objections,
    /// Decided, taken back, over; the latest first.
    Done,
}

/// Who works on a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Assigned {
    /// Anybody or nobody.
    #[default]
    Any,
    /// Who asks.
    Me,
    /// Nobody yet.
    Nobody,
}

/// Which cases are asked for.
#[derive(Debug, Clone, Default)]
pub struct CaseFilter {
    /// The drawer.
    pub desk: Desk,
    /// Only of this service, by its slug.
    pub service: Option<String>,
    /// Only from this kecamatan, by its code.
    pub kecamatan: Option<String>,
    /// Only in this state.
    pub state: Option<State>,
    /// Who works on them.
    pub assigned: Assigned,
    /// A number, or how words of the name or business begin; empty for all.
    pub words: String,
    /// The case before the first of this page.
    pub after: Option<Cursor>,
}

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

/// How many cases there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromRow)]
pub struct CaseCounts {
    /// The office has to act.
    pub running: i64,
    /// The applicant has to act or to pay.
    pub waiting: i64,
    /// Somebody objects to a refusal.
    pub objections: i64,
    /// The office has to act, and is over its time.
    pub overdue: i64,
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
    let sought = Sought::of(platform, &filter.words).await?;
    let mut rows: Vec<Row> = select(filter, &sought, account).all(&platform.db).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let key = |row: &Row| if filter.desk == Desk::Running { row.due_at.unwrap_or_default() } else { row.updated_at };
    let next = rows.last().filter(|_| more).map(|row| Cursor { key: key(row), id: row.id });
    let mut entries = clocks(platform, &rows).await?;
    let (calendar, now) = (calendar(platform).await?, platform.now());
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
    Ok(CaseList { cases, next, counts: count(platform).await? })
}

fn select(filter: &CaseFilter, sought: &Sought, account: Uuid) -> Select {
    let mut select = Select::new(
        "select c.id, c.number, c.service, c.version, c.subject, c.name, c.kecamatan, c.state, c.due_at, c.last_day, \
         c.updated_at, a.name as assignee, c.submitted_at, c.rounds, c.visit_on, c.moves, c.stage, c.stage_at, (select o.filed_at \
         from objection o where o.case_id = c.id and o.state = 'diajukan') as objected_at from permit_case c \
         left join account a on a.id = c.assignee where",
    );
    match filter.desk {
        Desk::Running => select.push("c.due_at is not null"),
        Desk::Waiting => select
            .push("c.due_at is null and c.state in ('perlu_perbaikan', 'menunggu_bayar', 'dihentikan', 'didampingi')"),
        Desk::Objections => select.push("c.id in (select o.case_id from objection o where o.state = 'diajukan')"),
        Desk::Done => select.push(
            "c.state in ('terbit', 'ditolak', 'ditarik', 'kedaluwarsa', 'dicabut', 'selesai') \
             and c.submitted_at is not null",
        ),
    };
    if let Some(service) = &filter.service {
        select.bind("and c.service = ?", service);
    }
    if let Some(kecamatan) = &filter.kecamatan {
        select.bind("and c.kecamatan = ?", kecamatan);
    }
    if let Some(state) = filter.state {
        select.bind("and c.state = ?", state.as_str());
    }
    match filter.assigned {
        Assigned::Any => {}
        Assigned::Me => drop(select.bind("and c.assignee = ?", account)),
        Assigned::Nobody => drop(select.push("and c.assignee is null")),
    }
    sought.narrow(&mut select);
    let (after, order) = match filter.desk {
        Desk::Running => ("and (c.due_at, c.id) > (?,", "order by c.due_at, c.id"),
        Desk::Waiting | Desk::Objections => ("and (c.updated_at, c.id) > (?,", "order by c.updated_at, c.id"),
        Desk::Done => ("and (c.updated_at, c.id) < (?,", "order by c.updated_at desc, c.id desc"),
    };
    if let Some(cursor) = filter.after {
        select.bind(after, cursor.key);
        select.bind("?)", cursor.id);
    }
    select.push(order);
    select.bind("limit ?", PAGE as i64 + 1);
    select
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
    let mut select = Select::new(
        "select case_id, at, to_state from case_event where (from_state is null or from_state <> to_state) \
         and case_id in (",
    );
    for (nth, row) in rows.iter().enumerate() {
        select.bind(if nth == 0 { "?" } else { ", ?" }, row.id);
    }
    if rows.is_empty() {
        return Ok(HashMap::new());
    }
    select.push(") order by case_id, seq");
    let mut found: HashMap<Uuid, Vec<Entry>> = HashMap::new();
    for event in select.all::<Event>(&platform.db).await? {
        found.entry(event.case_id).or_default().push(Entry { at: event.at.into(), state: event.to_state });
    }
    Ok(found)
}

/// How many cases there are.
///
/// # Errors
/// See [`CasesError`].
pub async fn count_cases(platform: &Platform, actor: &Actor) -> Result<CaseCounts, CasesError> {
    actor.require(Capability::ReadCases)?;
    Ok(count(platform).await?)
}

async fn count(platform: &Platform) -> Result<CaseCounts, DbError> {
    let sql = "select (select count(*) from permit_case where due_at is not null) as running, \
         (select count(*) from permit_case where due_at is null \
         and state in ('perlu_perbaikan', 'menunggu_bayar', 'dihentikan', 'didampingi')) as waiting, \
         (select count(*) from objection where state = 'diajukan') as objections, \
         (select count(*) from permit_case where due_at < $1) as overdue";
    Ok(platform.db.one(sql, args![platform.now()]).await?.unwrap_or_default())
}
