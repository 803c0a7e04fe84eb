//! What waits for the office, the most urgent first.

use domain::account::{Actor, Capability};
use domain::complaint::{Privacy, State, Subject};
use domain::permit::clock::Light;
use domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use crate::Platform;
use crate::complaint::take::{ComplaintError, reading};
use crate::db::{DbError, Select};
use crate::permit::calendar;
use crate::shop::catalogue::Cursor;

/// How many complaints a page shows.
const PAGE: usize = 30;

/// A drawer of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Drawer {
    /// To be verified and given to somebody; by what is left of the promise.
    #[default]
    Verify,
    /// To be answered; by what is left of the promise.
    Answer,
    /// Answered; the next to end by itself first.
    Waiting,
    /// Settled, ended, or no matter of this office; the latest first.
    Done,
}

impl Drawer {
    const fn states(self) -> &'static str {
        match self {
            Drawer::Verify => "and c.state = 'masuk'",
            Drawer::Answer => "and c.state = 'diteruskan'",
            Drawer::Waiting => "and c.state = 'dijawab'",
            Drawer::Done => "and c.state in ('selesai', 'tidak_diproses')",
        }
    }
}

/// A complaint in a list: nothing about who complains.
#[derive(Debug, Clone)]
pub struct ComplaintCard {
    /// Its number.
    pub number: String,
    /// Where it is.
    pub state: State,
    /// What it is about.
    pub subject: Subject,
    /// The service, by its slug.
    pub service: Option<String>,
    /// Who may know who complains.
    pub privacy: Privacy,
    /// How urgent it is, and how many working days are left; `None` where the office has nothing to do.
    pub left: Option<(Light, u16)>,
    /// The end of what runs now.
    pub due: Option<Timestamp>,
    /// Since when it is where it is.
    pub since: Timestamp,
    /// When it came.
    pub filed_at: Timestamp,
    /// Who answers it.
    pub handler: Option<String>,
}

/// A page of complaints.
#[derive(Debug, Clone)]
pub struct ComplaintList {
    /// The complaints.
    pub complaints: Vec<ComplaintCard>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
    /// How many there are.
    pub counts: ComplaintCounts,
}

/// How many complaints this officer may see.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromRow)]
pub struct ComplaintCounts {
    /// To be verified.
    pub verify: i64,
    /// To be answered.
    pub answer: i64,
    /// Waiting for whoever complained.
    pub waiting: i64,
    /// The office has to act, and is over its time.
    pub overdue: i64,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    number: String,
    #[sqlx(try_from = "String")]
    state: State,
    #[sqlx(try_from = "String")]
    subject: Subject,
    service: Option<String>,
    #[sqlx(try_from = "String")]
    privacy: Privacy,
    due_at: Option<i64>,
    since_at: i64,
    filed_at: i64,
    updated_at: i64,
    handler_name: Option<String>,
}

/// Who verifies sees all complaints but those about themselves; everybody else those that were given to them.
fn visible(select: &mut Select, actor: &Actor, account: Uuid) {
    if actor.may(Capability::VerifyComplaints) {
        select.bind("(c.about_officer is null or c.about_officer <> ?)", account);
    } else {
        select.bind("c.handler = ?", account);
        select.bind("and (c.about_officer is null or c.about_officer <> ?)", account);
    }
}

/// The complaints of a drawer.
///
/// # Errors
/// See [`ComplaintError`].
pub async fn list_complaints(
    platform: &Platform,
    actor: &Actor,
    drawer: Drawer,
    after: Option<Cursor>,
) -> Result<ComplaintList, ComplaintError> {
    let account = actor.require(Capability::HandleComplaints)?;
    let mut select = Select::new(
        "select c.id, c.number, c.state, c.subject, c.service, c.privacy, c.due_at, c.since_at, c.filed_at, \
         c.updated_at, a.name as handler_name from complaint c left join account a on a.id = c.handler where",
    );
    visible(&mut select, actor, account);
    select.push(drawer.states());
    let done = drawer == Drawer::Done;
    if let Some(cursor) = after {
        select.bind(if done { "and (c.updated_at, c.id) < (?," } else { "and (c.due_at, c.id) > (?," }, cursor.key);
        select.bind("?)", cursor.id);
    }
    select.push(if done { "order by c.updated_at desc, c.id desc" } else { "order by c.due_at, c.id" });
    select.bind("limit ?", PAGE as i64 + 1);
    let mut rows: Vec<Row> = select.all(&platform.db).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let key = |row: &Row| if done { row.updated_at } else { row.due_at.unwrap_or_default() };
    let next = rows.last().filter(|_| more).map(|row| Cursor { key: key(row), id: row.id });
    let (calendar, now) = (calendar(platform).await?, platform.now());
    let card = |row: Row| {
        let days = platform.office.complaints.of(row.state).filter(|_| row.state.waits_for_office());
        let reading = days.and_then(|days| reading(row.since_at.into(), days, &calendar, now));
        ComplaintCard {
            number: row.number,
            state: row.state,
            subject: row.subject,
            service: row.service,
            privacy: row.privacy,
            left: reading.map(|reading| (reading.light, reading.remaining)),
            due: row.due_at.map(Timestamp::from_micros),
            since: row.since_at.into(),
            filed_at: row.filed_at.into(),
            handler: row.handler_name,
        }
    };
    let complaints = rows.into_iter().map(card).collect();
    Ok(ComplaintList { complaints, next, counts: count(platform, actor, account).await? })
}

/// How many complaints there are for this officer.
///
/// # Errors
/// See [`ComplaintError`].
pub async fn count_complaints(platform: &Platform, actor: &Actor) -> Result<ComplaintCounts, ComplaintError> {
    let account = actor.require(Capability::HandleComplaints)?;
    Ok(count(platform, actor, account).await?)
}

async fn count(platform: &Platform, actor: &Actor, account: Uuid) -> Result<ComplaintCounts, DbError> {
    let mut select = Select::new("select count(case when c.state = 'masuk' then 1 end) as verify,");
    select.push("count(case when c.state = 'diteruskan' then 1 end) as answer,");
    select.push("count(case when c.state = 'dijawab' then 1 end) as waiting,");
    let overdue = "count(case when c.state in ('masuk', 'diteruskan') and c.due_at < ? then 1 end) as overdue";
    select.bind(overdue, platform.now());
    select.push("from complaint c where");
    visible(&mut select, actor, account);
    Ok(select.one(&platform.db).await?.unwrap_or_default())
}
