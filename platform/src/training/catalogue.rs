//! The public classes: what cards and the calendar say about them.

mod filter;

use std::sync::Arc;

use domain::time::Timestamp;
use domain::training::class::State;
use sqlx::FromRow;

pub use self::filter::{Facets, Filter};
use crate::db::DbError;
use crate::{Platform, args};

/// Seats from which on few are left.
pub const FEW: i64 = 3;

/// A class in a list.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct ClassCard {
    /// `/pelatihan/{slug}`.
    pub slug: String,
    /// Where it is.
    #[sqlx(try_from = "String")]
    pub state: State,
    /// What is taught.
    pub title: String,
    /// In a sentence.
    pub summary: String,
    /// The slug of its category.
    pub category: String,
    /// The word of its picture.
    pub picture: String,
    /// Whether nothing needs to be known before.
    pub beginner: bool,
    /// For whom it is.
    pub audience: String,
    /// Whether there is a certificate.
    pub certificate: bool,
    /// The name of its venue; `None` online.
    pub venue: Option<String>,
    /// The code of its kecamatan; `None` online.
    pub kecamatan: Option<String>,
    /// How many seats it has.
    pub seats: i64,
    /// How many of them nobody has, nor is offered: orientation, never a promise.
    pub free: i64,
    /// How many wait for a seat.
    pub waiting: i64,
    /// From when people register.
    #[sqlx(try_from = "i64")]
    pub opens_at: Timestamp,
    /// Until when.
    #[sqlx(try_from = "i64")]
    pub closes_at: Timestamp,
    /// When its first session begins.
    #[sqlx(try_from = "i64")]
    pub starts_at: Timestamp,
    /// When its first session is over.
    #[sqlx(try_from = "i64")]
    pub first_ends_at: Timestamp,
    /// How many sessions it has.
    pub sessions: i64,
}

/// What somebody who wants to come can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Wait until registration opens.
    Soon,
    /// Register.
    Open,
    /// Wait for a seat.
    Full,
    /// Nothing: registration is over.
    Closed,
    /// Nothing: it has begun.
    Running,
}

impl ClassCard {
    /// What somebody who wants to come can do now.
    pub fn standing(&self, now: Timestamp) -> Standing {
        match self.state {
            State::Terbit if now < self.opens_at => Standing::Soon,
            State::Terbit if now < self.closes_at && self.free > 0 => Standing::Open,
            State::Terbit if now < self.closes_at => Standing::Full,
            _ if now < self.starts_at => Standing::Closed,
            _ => Standing::Running,
        }
    }

    /// Whether hardly any seat is left.
    pub const fn has_few(&self) -> bool {
        self.free <= FEW
    }

    /// Whether it takes place on the network.
    pub const fn is_online(&self) -> bool {
        self.venue.is_none()
    }
}

/// All public classes that are not over, the next one first: a few hundred at most, chosen from by [`Filter`].
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_classes(platform: &Platform) -> Result<Vec<ClassCard>, DbError> {
    let sql = "select c.slug, c.state, k.title, k.summary, k.category, k.picture, k.beginner, k.audience, k.certificate, \
         v.name as venue, c.kecamatan, c.seats, c.opens_at, c.closes_at, c.starts_at, \
         (select cast(sum(p.seats - p.taken) as bigint) from class_pool p where p.class_id = c.id) as free, \
         (select count(*) from registration r where r.class_id = c.id and r.state = 'daftar_tunggu') as waiting, \
         (select min(s.ends_at) from class_session s where s.class_id = c.id) as first_ends_at, \
         (select count(*) from class_session s where s.class_id = c.id) as sessions \
         from class c join course k on k.id = c.course_id left join venue v on v.id = c.venue_id \
         where c.state in ('terbit', 'pendaftaran_tutup', 'berjalan') and c.ends_at > $1 order by c.starts_at, c.id";
    platform.db.all(sql, args![platform.now()]).await
}

/// The same list, up to half a minute old: for pages where classes are only mentioned.
///
/// # Errors
/// Only when the database does not answer.
pub async fn remember_classes(platform: &Platform) -> Result<Arc<Vec<ClassCard>>, DbError> {
    let now = platform.now();
    if let Some(known) = platform.memory.classes.get(&(), now) {
        return Ok(known);
    }
    let classes = list_classes(platform).await?;
    Ok(platform.memory.classes.put((), classes, now))
}

/// A session in the calendar.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct SessionShown {
    /// `/pelatihan/{slug}` of its class.
    pub slug: String,
    /// The title of its class.
    pub title: String,
    /// The name of its venue; `None` online.
    pub venue: Option<String>,
    /// When it begins.
    #[sqlx(try_from = "i64")]
    pub starts_at: Timestamp,
    /// When it is over.
    #[sqlx(try_from = "i64")]
    pub ends_at: Timestamp,
}

/// The sessions that begin in a time, of all public classes that take place or took place.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_sessions(platform: &Platform, from: Timestamp, to: Timestamp) -> Result<Vec<SessionShown>, DbError> {
    let sql = "select c.slug, k.title, v.name as venue, s.starts_at, s.ends_at from class c \
         join class_session s on s.class_id = c.id join course k on k.id = c.course_id \
         left join venue v on v.id = c.venue_id \
         where c.state in ('terbit', 'pendaftaran_tutup', 'berjalan', 'selesai') \
         and c.starts_at < $2 and c.ends_at > $1 and s.starts_at >= $1 and s.starts_at < $2 \
         order by s.starts_at, c.id";
    platform.db.all(sql, args![from, to]).await
}

/// The addresses of all public classes, those that are over and cancelled included: their pages stay.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_public_slugs(platform: &Platform) -> Result<Vec<String>, DbError> {
    let sql = "select slug from class where state <> 'draf' order by starts_at desc";
    Ok(platform.db.all::<(String,)>(sql, args![]).await?.into_iter().map(|(slug,)| slug).collect())
}
