//! Lists of mentorings: an owner's, a mentor's day, and the coordinator's desk.

use domain::account::{Actor, Capability};
use domain::mentoring::{Area, State, Way};
use domain::time::{Day, Timestamp};
use sqlx::FromRow;
use uuid::Uuid;

use super::take::MentoringError;
use crate::db::{DbError, Select};
use crate::{Platform, args};

/// A mentor's day shows appointments of so many days.
const AHEAD: i64 = 7;
/// So many rows of a list at most.
const MOST: i64 = 200;

/// A mentoring in a list.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct MentoringCard {
    /// Its number.
    pub number: String,
    /// The business.
    pub business: String,
    /// Code of its kecamatan.
    pub kecamatan: String,
    /// What it is about.
    #[sqlx(try_from = "String")]
    pub area: Area,
    /// Where it is.
    #[sqlx(try_from = "String")]
    pub state: State,
    /// Since when. Micro-seconds.
    #[sqlx(try_from = "i64")]
    pub since_at: Timestamp,
    /// Whether the plan lies before the owner.
    pub proposed: bool,
    /// Who has it.
    pub mentor: Option<String>,
    /// How many agreed actions there are.
    pub actions: i64,
    /// How many of them are done.
    pub done: i64,
}

const CARDS: &str = "select m.number, m.business, m.kecamatan, m.area, m.state, m.since_at, \
     m.proposed_at is not null as proposed, a.name as mentor, \
     (select count(*) from mentoring_action x where x.mentoring_id = m.id) as actions, \
     (select count(x.done_at) from mentoring_action x where x.mentoring_id = m.id) as done \
     from mentoring m left join account a on a.id = m.mentor";

/// An owner's own mentorings, the newest first.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_own_mentorings(platform: &Platform, actor: &Actor) -> Result<Vec<MentoringCard>, DbError> {
    let Some(account) = actor.id() else { return Ok(Vec::new()) };
    let mut select = Select::new(CARDS);
    select.bind("where m.account_id = ? order by m.asked_at desc limit 50", account);
    select.all(&platform.db).await
}

/// What an owner has to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnStepKind {
    /// Answer a plan.
    Plan,
    /// Say whether a report is right.
    Visit,
    /// Confirm what came of it.
    Result,
    /// Be there.
    Meet,
    /// Do what was agreed.
    Action,
}

/// One of the next steps of an owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnStep {
    /// What it is.
    pub kind: OwnStepKind,
    /// The mentoring's number.
    pub number: String,
    /// What was agreed, or where both meet; else the business.
    pub words: String,
    /// Until when, or when; in Tangerang.
    pub at: Option<Timestamp>,
    /// The service with which it is done, or `pelatihan`.
    pub service: Option<String>,
}

/// What an owner has to do next in all their mentorings: answers first, then what was agreed and when both meet, by day.
/// Four queries.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_own_steps(platform: &Platform, actor: &Actor) -> Result<Vec<OwnStep>, DbError> {
    let Some(account) = actor.id() else { return Ok(Vec::new()) };
    let db = &platform.db;
    let sql = "select number, business, state from mentoring where account_id = $1 \
         and (state = 'evaluasi' or (state = 'diagnosis' and proposed_at is not null)) order by since_at";
    let answers: Vec<(String, String, String)> = db.all(sql, args![account]).await?;
    let answers = answers.into_iter().map(|(number, words, state)| {
        let kind = if state == State::Evaluasi.as_str() { OwnStepKind::Result } else { OwnStepKind::Plan };
        OwnStep { kind, number, words, at: None, service: None }
    });
    let sql = "select m.number, m.business, v.visited_on from mentoring_visit v join mentoring m on m.id = v.mentoring_id \
         where m.account_id = $1 and v.confirmed_at is null and v.objection is null \
         and m.state in ('diagnosis', 'rencana_disepakati', 'berjalan', 'evaluasi') order by v.visited_on";
    let visits: Vec<(String, String, String)> = db.all(sql, args![account]).await?;
    let visits = visits.into_iter().map(|(number, words, on)| {
        let at = Day::parse(&on).map(Day::start);
        OwnStep { kind: OwnStepKind::Visit, number, words, at, service: None }
    });
    let sql = "select m.number, x.what, x.due_on, x.service from mentoring_action x join mentoring m on m.id = x.mentoring_id \
         where m.account_id = $1 and x.side = 'usaha' and x.done_at is null and m.state in ('rencana_disepakati', 'berjalan')";
    let actions: Vec<(String, String, String, Option<String>)> = db.all(sql, args![account]).await?;
    let actions = actions.into_iter().map(|(number, words, due, service)| {
        let at = Day::parse(&due).map(Day::start);
        OwnStep { kind: OwnStepKind::Action, number, words, at, service }
    });
    let sql = "select m.number, a.place, a.starts_at from appointment a join mentoring m on m.id = a.mentoring_id \
         where a.account_id = $1 and a.state = 'terjadwal' and a.ends_at > $2";
    let meetings: Vec<(String, String, i64)> = db.all(sql, args![account, platform.now()]).await?;
    let meetings = meetings.into_iter().map(|(number, words, at)| OwnStep {
        kind: OwnStepKind::Meet,
        number,
        words,
        at: Some(at.into()),
        service: None,
    });
    let mut dated: Vec<OwnStep> = actions.chain(meetings).collect();
    dated.sort_by_key(|step| step.at);
    Ok(answers.chain(visits).chain(dated).collect())
}

/// An appointment on a mentor's way.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct MentorStop {
    /// The appointment.
    pub id: Uuid,
    /// The mentoring's number.
    pub number: String,
    /// The business.
    pub business: String,
    /// Its owner.
    pub owner: String,
    /// The owner's number, as `+62…`.
    pub phone: Option<String>,
    /// Code of the kecamatan.
    pub kecamatan: String,
    /// When. Micro-seconds.
    #[sqlx(try_from = "i64")]
    pub starts_at: Timestamp,
    /// How.
    #[sqlx(try_from = "String")]
    pub way: Way,
    /// Where.
    pub place: String,
}

/// What a mentor has before them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MentorDay {
    /// Appointments that are not reported yet, of the days before too, by time.
    pub stops: Vec<MentorStop>,
    /// Their open mentorings, the longest unmoved first.
    pub open: Vec<MentoringCard>,
    /// What nobody has, the oldest first.
    pub waiting: Vec<MentoringCard>,
    /// What they promised and have not done, with its day: number, what, due.
    pub promised: Vec<(String, String, Day)>,
    /// Whether they said when they can be met.
    pub has_hours: bool,
}

/// A mentor's day. Five queries.
///
/// # Errors
/// See [`MentoringError`].
pub async fn mentor_day(platform: &Platform, actor: &Actor) -> Result<MentorDay, MentoringError> {
    let mentor = actor.require(Capability::Mentor)?;
    let db = &platform.db;
    let sql = "select a.id, m.number, m.business, o.name as owner, o.phone, m.kecamatan, a.starts_at, a.way, a.place \
         from appointment a join mentoring m on m.id = a.mentoring_id join account o on o.id = m.account_id \
         where a.mentor = $1 and a.state = 'terjadwal' and a.starts_at < $2 order by a.starts_at";
    let until = platform.now().day().plus(AHEAD).start();
    let stops = db.all(sql, args![mentor, until]).await?;
    let mut open = Select::new(CARDS);
    open.bind("where m.mentor = ? and m.state not in ('selesai', 'dihentikan') order by m.since_at", mentor);
    let mut waiting = Select::new(CARDS);
    waiting.bind("where m.state = 'diajukan' and m.account_id <> ? order by m.asked_at limit 50", mentor);
    let sql = "select m.number, x.what, x.due_on from mentoring_action x join mentoring m on m.id = x.mentoring_id \
         where m.mentor = $1 and x.side = 'pendamping' and x.done_at is null \
         and m.state in ('rencana_disepakati', 'berjalan') order by x.due_on";
    let promised: Vec<(String, String, String)> = db.all(sql, args![mentor]).await?;
    let promised = promised.into_iter().filter_map(|(number, what, due)| Some((number, what, Day::parse(&due)?)));
    let hours: Option<(i64,)> = db.one("select count(*) from mentor_hours where mentor = $1", args![mentor]).await?;
    Ok(MentorDay {
        stops,
        open: open.all(db).await?,
        waiting: waiting.all(db).await?,
        promised: promised.collect(),
        has_hours: hours.is_some_and(|(count,)| count > 0),
    })
}

/// How much a mentor has.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Load {
    /// The mentor.
    pub id: Uuid,
    /// Their name.
    pub name: String,
    /// Open mentorings.
    pub open: i64,
    /// Appointments that lie ahead.
    pub ahead: i64,
    /// Agreed actions of both sides that are late.
    pub late: i64,
    /// Appointments that are over and not reported.
    pub unreported: i64,
}

/// Everybody who mentors, the least loaded first.
///
/// # Errors
/// See [`MentoringError`].
pub async fn list_load(platform: &Platform, actor: &Actor) -> Result<Vec<Load>, MentoringError> {
    actor.require(Capability::CoordinateMentoring)?;
    let sql = "select a.id, a.name, \
         (select count(*) from mentoring m where m.mentor = a.id and m.state not in ('selesai', 'dihentikan')) as open, \
         (select count(*) from appointment p where p.mentor = a.id and p.state = 'terjadwal' and p.starts_at > $1) as ahead, \
         (select count(*) from mentoring_action x join mentoring m on m.id = x.mentoring_id where m.mentor = a.id \
         and m.state in ('rencana_disepakati', 'berjalan') and x.done_at is null and x.due_on < $2) as late, \
         (select count(*) from appointment p where p.mentor = a.id and p.state = 'terjadwal' and p.ends_at <= $1) \
         as unreported from account a where a.state = 'active' and exists (select 1 from account_grant g \
         where g.account_id = a.id and g.role = 'pendamping') order by open, a.name";
    let now = platform.now();
    Ok(platform.db.all(sql, args![now, now.day().to_string()]).await?)
}

/// Which mentorings a coordinator looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MentoringDrawer {
    /// What nobody has.
    Waiting,
    /// What somebody has.
    Running,
    /// What is over.
    Ended,
}

/// The mentorings of a drawer, perhaps of one mentor: what waits longest first, what ended last first.
///
/// # Errors
/// See [`MentoringError`].
pub async fn list_mentorings(
    platform: &Platform,
    actor: &Actor,
    drawer: MentoringDrawer,
    mentor: Option<Uuid>,
) -> Result<Vec<MentoringCard>, MentoringError> {
    actor.require(Capability::CoordinateMentoring)?;
    let mut select = Select::new(CARDS);
    select.push(match drawer {
        MentoringDrawer::Waiting => "where m.state = 'diajukan'",
        MentoringDrawer::Running => "where m.state in ('diagnosis', 'rencana_disepakati', 'berjalan', 'evaluasi')",
        MentoringDrawer::Ended => "where m.state in ('selesai', 'dihentikan')",
    });
    if let Some(mentor) = mentor {
        select.bind("and m.mentor = ?", mentor);
    }
    let order = match drawer {
        MentoringDrawer::Ended => "order by m.since_at desc, m.number limit ?",
        _ => "order by m.since_at, m.number limit ?",
    };
    select.bind(order, MOST);
    Ok(select.all(&platform.db).await?)
}

/// How many mentorings nobody has.
///
/// # Errors
/// See [`MentoringError`].
pub async fn count_waiting_mentorings(platform: &Platform, actor: &Actor) -> Result<i64, MentoringError> {
    actor.require(Capability::CoordinateMentoring)?;
    let sql = "select count(*) from mentoring where state = 'diajukan'";
    Ok(platform.db.one::<(i64,)>(sql, args![]).await?.map_or(0, |(count,)| count))
}
