//! A class as everybody may read it.

use domain::time::Timestamp;
use domain::training::certificate::Facts;
use domain::training::clash::Span;
use domain::training::class::State;
use domain::training::seats::{Pool, PoolKind};
use sqlx::FromRow;
use uuid::Uuid;

use super::seats::{POOLS, PoolRow};
use crate::db::DbError;
use crate::{Platform, args};

/// A class with everything that its page says.
#[derive(Debug, Clone)]
pub struct ClassShown {
    /// The class.
    pub id: Uuid,
    /// `/pelatihan/{slug}`.
    pub slug: String,
    /// Where it is.
    pub state: State,
    /// What is taught, and for whom.
    pub course: CourseShown,
    /// Where; `None` online.
    pub venue: Option<Venue>,
    /// Who teaches.
    pub trainer: String,
    /// Whom to ask.
    pub contact: String,
    /// From when people register.
    pub opens_at: Timestamp,
    /// Until when.
    pub closes_at: Timestamp,
    /// Until when a seat can be given back.
    pub cancel_until: Timestamp,
    /// When kept seats are for everybody.
    pub release_at: Option<Timestamp>,
    /// Why it does not take place.
    pub reason: Option<String>,
    /// Its sessions, in order.
    pub sessions: Vec<Session>,
    /// Its seats.
    pub pools: Vec<Pool>,
    /// How many wait for a seat.
    pub waiting: i64,
}

/// What is taught.
#[derive(Debug, Clone, FromRow)]
pub struct CourseShown {
    /// Its title.
    pub title: String,
    /// In a sentence.
    pub summary: String,
    /// In full; paragraphs are separated by a blank line.
    pub description: String,
    /// The slug of its category.
    pub category: String,
    /// For whom it is.
    pub audience: String,
    /// Whether nothing needs to be known before.
    pub beginner: bool,
    /// What to bring; may be empty.
    pub bring: String,
    /// The word of its picture.
    pub picture: String,
    /// Whether there is a certificate.
    pub certificate: bool,
    /// The share of its sessions that a certificate asks for. Percent.
    pub minimum: i64,
    /// Whether there is a quiz; a certificate asks for it.
    pub quiz: bool,
}

/// Where a class takes place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Venue {
    /// Its name.
    pub name: String,
    /// Street and number.
    pub address: String,
    /// The code of its kecamatan.
    pub kecamatan: String,
    /// Whether it can be entered without a step.
    pub step_free: bool,
    /// How to get in, where to park; may be empty.
    pub note: String,
}

/// A session.
#[derive(Debug, Clone, FromRow)]
pub struct Session {
    /// The session: the same for as long as it exists.
    pub id: Uuid,
    /// When it begins.
    #[sqlx(try_from = "i64")]
    pub starts_at: Timestamp,
    /// When it is over.
    #[sqlx(try_from = "i64")]
    pub ends_at: Timestamp,
    /// What it is about; may be empty.
    pub topic: String,
    /// Rises with every change of time or place (iCalendar's SEQUENCE).
    pub sequence: i64,
}

impl Session {
    /// From when to when.
    pub fn span(&self) -> Span {
        Span { from: self.starts_at, to: self.ends_at }
    }
}

impl ClassShown {
    /// How many seats it has.
    pub fn seats(&self) -> i64 {
        self.pools.iter().map(|pool| pool.seats).sum()
    }

    /// How many of them nobody has, nor is offered: orientation, never a promise.
    pub fn free(&self) -> i64 {
        self.pools.iter().map(Pool::free).sum()
    }

    /// How many free seats are kept for some.
    pub fn kept(&self) -> i64 {
        self.pools.iter().filter(|pool| pool.kind != PoolKind::Umum).map(Pool::free).sum()
    }

    /// What counts for the certificate of somebody who was at so many sessions, and whether they passed a quiz.
    pub(super) fn facts(&self, attended: i64, passed: bool) -> Facts {
        Facts {
            class: self.state,
            offered: self.course.certificate,
            attended,
            sessions: self.sessions.len() as i64,
            minimum: self.course.minimum,
            quiz: self.course.quiz.then_some(passed),
        }
    }

    /// Whether it asks women whether they are: seats are kept for them.
    pub fn asks_woman(&self) -> bool {
        self.pools.iter().any(|pool| pool.kind == PoolKind::Perempuan && pool.seats > 0)
    }

    /// Whether people can register now.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.state == State::Terbit && self.opens_at <= now && now < self.closes_at
    }

    /// When the first session begins.
    pub fn starts_at(&self) -> Option<Timestamp> {
        self.sessions.first().map(|session| session.starts_at)
    }
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    slug: String,
    #[sqlx(try_from = "String")]
    state: State,
    #[sqlx(flatten)]
    course: CourseShown,
    venue: Option<String>,
    address: Option<String>,
    kecamatan: Option<String>,
    step_free: Option<bool>,
    note: Option<String>,
    trainer: String,
    contact: String,
    opens_at: i64,
    closes_at: i64,
    cancel_until: i64,
    release_at: Option<i64>,
    reason: Option<String>,
    waiting: i64,
}

impl Row {
    fn venue(&mut self) -> Option<Venue> {
        Some(Venue {
            name: self.venue.take()?,
            address: self.address.take().unwrap_or_default(),
            kecamatan: self.kecamatan.take().unwrap_or_default(),
            step_free: self.step_free.unwrap_or_default(),
            note: self.note.take().unwrap_or_default(),
        })
    }
}

/// The public class at an address.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_class(platform: &Platform, slug: &str) -> Result<Option<ClassShown>, DbError> {
    Ok(load_class(platform, slug).await?.filter(|class| class.state.is_public()))
}

/// The class at an address, a draft too.
pub(super) async fn load_class(platform: &Platform, slug: &str) -> Result<Option<ClassShown>, DbError> {
    let sql = "select c.id, c.slug, c.state, k.title, k.summary, k.description, k.category, k.audience, k.beginner, k.bring, \
         k.picture, k.certificate, k.minimum, k.quiz, v.name as venue, v.address, v.kecamatan, v.step_free, v.note, c.trainer, \
         c.contact, c.opens_at, c.closes_at, c.cancel_until, c.release_at, c.reason, \
         (select count(*) from registration r where r.class_id = c.id and r.state = 'daftar_tunggu') as waiting \
         from class c join course k on k.id = c.course_id left join venue v on v.id = c.venue_id \
         where c.slug = $1";
    let Some(mut row) = platform.db.one::<Row>(sql, args![slug]).await? else { return Ok(None) };
    let sql =
        "select id, starts_at, ends_at, topic, sequence from class_session where class_id = $1 order by starts_at";
    let sessions = platform.db.all(sql, args![row.id]).await?;
    let pools: Vec<PoolRow> = platform.db.all(POOLS, args![row.id]).await?;
    Ok(Some(ClassShown {
        venue: row.venue(),
        id: row.id,
        slug: row.slug,
        state: row.state,
        course: row.course,
        trainer: row.trainer,
        contact: row.contact,
        opens_at: row.opens_at.into(),
        closes_at: row.closes_at.into(),
        cancel_until: row.cancel_until.into(),
        release_at: row.release_at.map(Into::into),
        reason: row.reason,
        sessions,
        pools: pools.into_iter().map(Into::into).collect(),
        waiting: row.waiting,
    }))
}
