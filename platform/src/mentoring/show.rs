//! A mentoring as those see it who have a part in it: the owner everything but the office's own notes.

use domain::account::{Actor, Forbidden};
use domain::mentoring::{Action, AppointmentState, Area, By, Facts, Priority, Side, State, Way, allowed};
use domain::time::{Day, Timestamp};
use sqlx::FromRow;
use uuid::Uuid;

use super::row::Mentoring;
use super::take::MentoringError;
use crate::db::DbError;
use crate::{Platform, args};

/// Somebody, and how they can be reached.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Contact {
    /// Their account.
    pub id: Uuid,
    /// Their name.
    pub name: String,
    /// Their number, as `+62…`.
    pub phone: Option<String>,
    /// Their address.
    pub email: Option<String>,
}

/// Something that was found out.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct FindingShown {
    /// Which.
    pub id: Uuid,
    /// In which part of the business.
    #[sqlx(try_from = "String")]
    pub area: Area,
    /// What.
    pub finding: String,
    /// How pressing.
    #[sqlx(try_from = "String")]
    pub priority: Priority,
    /// By what one sees it; may be empty.
    pub evidence: String,
}

/// Something that shall be reached.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct GoalShown {
    /// Which.
    pub id: Uuid,
    /// What.
    pub goal: String,
    /// By what one sees it.
    pub indicator: String,
    /// Where it was.
    pub value_before: String,
    /// Where it shall be.
    pub value_target: String,
    /// Where it is, once evaluated.
    pub value_after: Option<String>,
}

/// Something that somebody does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionShown {
    /// Which.
    pub id: Uuid,
    /// At which visit it was agreed; in the plan if at none.
    pub visit: Option<Uuid>,
    /// What.
    pub what: String,
    /// Who.
    pub side: Side,
    /// Until when.
    pub due: Day,
    /// The service with which it is done, or `pelatihan`.
    pub service: Option<String>,
    /// When it was done.
    pub done: Option<Timestamp>,
}

/// A report of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitShown {
    /// Which.
    pub id: Uuid,
    /// Who wrote it.
    pub mentor: String,
    /// On which day it was.
    pub on: Day,
    /// How long. Minutes.
    pub minutes: i64,
    /// How.
    pub way: Way,
    /// Where.
    pub place: String,
    /// Code of the kecamatan.
    pub kecamatan: Option<String>,
    /// What was seen and said.
    pub findings: String,
    /// What only mentor and coordinator read.
    pub internal: Option<String>,
    /// When they meet next.
    pub next_on: Option<Day>,
    /// Whether photographs may be there.
    pub photo_consent: bool,
    /// When the owner confirmed it.
    pub confirmed: Option<Timestamp>,
    /// What the owner says against it.
    pub objection: Option<String>,
    /// Its photographs.
    pub photos: Vec<Uuid>,
}

/// An appointment.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct AppointmentShown {
    /// Which.
    pub id: Uuid,
    /// When it begins. Micro-seconds.
    #[sqlx(try_from = "i64")]
    pub starts_at: Timestamp,
    /// How.
    #[sqlx(try_from = "String")]
    pub way: Way,
    /// Where.
    pub place: String,
    /// Where it is.
    #[sqlx(try_from = "String")]
    pub state: AppointmentState,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct EventShown {
    /// When. Micro-seconds.
    #[sqlx(try_from = "i64")]
    pub at: Timestamp,
    /// Who.
    pub name: String,
    /// In which part.
    #[sqlx(try_from = "String")]
    pub by_part: By,
    /// What: an [`Action`] or a word of its own.
    pub action: String,
    /// What was said.
    pub note: String,
}

/// A mentoring.
#[derive(Debug, Clone)]
pub struct MentoringFile {
    /// Its number.
    pub number: String,
    /// The business.
    pub business: String,
    /// Code of its kecamatan.
    pub kecamatan: String,
    /// What it is about.
    pub area: Area,
    /// In the owner's words.
    pub need: String,
    /// Where it is.
    pub state: State,
    /// How often it was moved.
    pub moves: i64,
    /// Whether the plan lies before the owner.
    pub proposed: bool,
    /// When both agreed.
    pub agreed: Option<Timestamp>,
    /// The last day of the plan.
    pub ends_on: Option<Day>,
    /// What came of it.
    pub evaluation: Option<String>,
    /// Whose business it is; how to reach them only for who has it and for coordinators.
    pub owner: Contact,
    /// Who has it.
    pub mentor: Option<Contact>,
    /// In which parts the reader may act.
    pub parts: Vec<By>,
    /// What they may do now.
    pub allowed: Vec<Action>,
    /// What was found out, the most pressing first.
    pub findings: Vec<FindingShown>,
    /// What shall be reached.
    pub goals: Vec<GoalShown>,
    /// What is done by whom, the next due first.
    pub actions: Vec<ActionShown>,
    /// Reports, the newest first.
    pub visits: Vec<VisitShown>,
    /// Appointments, the last first.
    pub appointments: Vec<AppointmentShown>,
    /// What happened, the newest first.
    pub events: Vec<EventShown>,
}

impl MentoringFile {
    /// Whether the reader acts in this part.
    pub fn is(&self, by: By) -> bool {
        self.parts.contains(&by)
    }
}

#[derive(FromRow)]
struct Row {
    number: String,
    business: String,
    kecamatan: String,
    #[sqlx(try_from = "String")]
    area: Area,
    need: String,
    proposed_at: Option<i64>,
    agreed_at: Option<i64>,
    ends_on: Option<String>,
    evaluation: Option<String>,
}

#[derive(FromRow)]
struct VisitRow {
    id: Uuid,
    mentor: String,
    visited_on: String,
    minutes: i64,
    #[sqlx(try_from = "String")]
    way: Way,
    place: String,
    kecamatan: Option<String>,
    findings: String,
    internal: Option<String>,
    next_on: Option<String>,
    photo_consent: bool,
    confirmed_at: Option<i64>,
    objection: Option<String>,
}

#[derive(FromRow)]
struct ActionRow {
    id: Uuid,
    visit_id: Option<Uuid>,
    what: String,
    #[sqlx(try_from = "String")]
    side: Side,
    due_on: String,
    service: Option<String>,
    done_at: Option<i64>,
}

/// A mentoring, for its owner, its mentor and coordinators; what nobody has for every mentor. Ten queries.
///
/// # Errors
/// [`MentoringError::NotFound`] for everybody else; see there.
pub async fn find_mentoring(platform: &Platform, actor: &Actor, number: &str) -> Result<MentoringFile, MentoringError> {
    actor.id().ok_or(Forbidden)?;
    let (found, parts) = Mentoring::find(platform, actor, number).await?;
    let db = &platform.db;
    let sql = "select number, business, kecamatan, area, need, proposed_at, agreed_at, ends_on, \
         evaluation from mentoring where id = $1";
    let row: Row = db.one(sql, args![found.id]).await?.ok_or(MentoringError::NotFound)?;
    let sql = "select id, name, phone, email from account where id in ($1, $2)";
    let people: Vec<Contact> = db.all(sql, args![found.account_id, found.mentor]).await?;
    let person = |id: Uuid| people.iter().find(|person| person.id == id).cloned();
    let mut owner = person(found.account_id).ok_or(MentoringError::NotFound)?;
    if parts == [By::Pendamping] && found.mentor.is_none() {
        (owner.phone, owner.email) = (None, None);
    }
    let sql = "select id, area, finding, priority, evidence from mentoring_finding where mentoring_id = $1 \
         order by case priority when 'tinggi' then 1 when 'sedang' then 2 else 3 end, found_at, id";
    let findings: Vec<FindingShown> = db.all(sql, args![found.id]).await?;
    let sql = "select id, goal, indicator, value_before, value_target, value_after from mentoring_goal \
         where mentoring_id = $1 order by set_at, id";
    let goals: Vec<GoalShown> = db.all(sql, args![found.id]).await?;
    let sql = "select id, visit_id, what, side, due_on, service, done_at from mentoring_action where mentoring_id = $1 \
         order by case when done_at is null then 0 else 1 end, due_on, set_at, id";
    let actions: Vec<ActionRow> = db.all(sql, args![found.id]).await?;
    let actions: Vec<ActionShown> = actions.into_iter().filter_map(action).collect();
    let visits = visits(platform, &found, parts == [By::Usaha]).await?;
    let sql =
        "select id, starts_at, way, place, state from appointment where mentoring_id = $1 order by starts_at desc";
    let appointments = db.all(sql, args![found.id]).await?;
    let sql = "select e.at, a.name, e.by_part, e.action, e.note from mentoring_event e join account a on a.id = e.actor \
         where e.mentoring_id = $1 order by e.seq desc limit 200";
    let events = db.all(sql, args![found.id]).await?;
    let planned = !goals.is_empty() && !actions.is_empty();
    let facts = Facts { diagnosed: !findings.is_empty(), planned, proposed: found.proposed_at.is_some(), words: true };
    let may: Vec<Action> = parts.iter().flat_map(|by| allowed(found.state, *by, facts)).collect();
    Ok(MentoringFile {
        number: row.number,
        business: row.business,
        kecamatan: row.kecamatan,
        area: row.area,
        need: row.need,
        state: found.state,
        moves: found.moves,
        proposed: row.proposed_at.is_some(),
        agreed: row.agreed_at.map(Timestamp::from),
        ends_on: row.ends_on.as_deref().and_then(Day::parse),
        evaluation: row.evaluation,
        mentor: found.mentor.and_then(person),
        owner,
        allowed: may,
        parts,
        findings,
        goals,
        actions,
        visits,
        appointments,
        events,
    })
}

fn action(row: ActionRow) -> Option<ActionShown> {
    Some(ActionShown {
        id: row.id,
        visit: row.visit_id,
        what: row.what,
        side: row.side,
        due: Day::parse(&row.due_on)?,
        service: row.service,
        done: row.done_at.map(Timestamp::from),
    })
}

async fn visits(platform: &Platform, mentoring: &Mentoring, for_owner: bool) -> Result<Vec<VisitShown>, DbError> {
    let sql = "select v.id, a.name as mentor, v.visited_on, v.minutes, v.way, v.place, v.kecamatan, v.findings, v.internal, \
         v.next_on, v.photo_consent, v.confirmed_at, v.objection from mentoring_visit v join account a on a.id = v.mentor \
         where v.mentoring_id = $1 order by v.visited_on desc, v.written_at desc";
    let rows: Vec<VisitRow> = platform.db.all(sql, args![mentoring.id]).await?;
    let sql = "select p.visit_id, p.id from mentoring_photo p join mentoring_visit v on v.id = p.visit_id \
         where v.mentoring_id = $1 and p.stored order by p.added_at, p.id";
    let photos: Vec<(Uuid, Uuid)> = platform.db.all(sql, args![mentoring.id]).await?;
    let read = |row: VisitRow| {
        let of_visit = photos.iter().filter(|(visit, _)| *visit == row.id).map(|(_, photo)| *photo);
        Some(VisitShown {
            id: row.id,
            mentor: row.mentor,
            on: Day::parse(&row.visited_on)?,
            minutes: row.minutes,
            way: row.way,
            place: row.place,
            kecamatan: row.kecamatan,
            findings: row.findings,
            internal: row.internal.filter(|_| !for_owner),
            next_on: row.next_on.as_deref().and_then(Day::parse),
            photo_consent: row.photo_consent,
            confirmed: row.confirmed_at.map(Timestamp::from),
            objection: row.objection,
            photos: of_visit.collect(),
        })
    };
    Ok(rows.into_iter().filter_map(read).collect())
}
