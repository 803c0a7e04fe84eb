//! The classes, courses and venues, for who organises.

use domain::account::{Actor, Capability};
use domain::time::Timestamp;
use domain::training::class::State;
use sqlx::FromRow;
use uuid::Uuid;

use super::OrganiseError;
use crate::{Platform, args};

/// How many classes that are over are listed.
const OVER: i64 = 60;

/// Which classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClassDrawer {
    /// Being prepared.
    Drafts,
    /// Public, and still to be or going on.
    Running,
    /// Over, or cancelled; the last ones.
    Over,
}

/// A class in the list.
#[derive(Debug, Clone, FromRow)]
pub struct OfficeClass {
    /// `/dinas/pelatihan/{slug}`.
    pub slug: String,
    /// The title of its course.
    pub title: String,
    /// Where it is.
    #[sqlx(try_from = "String")]
    pub state: State,
    /// The name of its venue; `None` online.
    pub venue: Option<String>,
    /// When the first session begins.
    #[sqlx(try_from = "i64")]
    pub starts_at: Timestamp,
    /// When registration ends.
    #[sqlx(try_from = "i64")]
    pub closes_at: Timestamp,
    /// How many seats it has.
    pub seats: i64,
    /// How many people have one.
    pub registered: i64,
    /// How many are offered one.
    pub offered: i64,
    /// How many wait.
    pub waiting: i64,
}

macro_rules! classes {
    ($rest:literal) => {
        concat!(
            "select c.slug, k.title, c.state, v.name as venue, c.starts_at, c.closes_at, c.seats, \
             (select count(*) from registration r where r.class_id = c.id and r.state = 'terdaftar') as registered, \
             (select count(*) from registration r where r.class_id = c.id and r.state = 'ditawari') as offered, \
             (select count(*) from registration r where r.class_id = c.id and r.state = 'daftar_tunggu') as waiting \
             from class c join course k on k.id = c.course_id left join venue v on v.id = c.venue_id where ",
            $rest
        )
    };
}

/// The classes of a drawer: the next one first, of those that are over the last one.
///
/// # Errors
/// See [`OrganiseError`].
pub async fn list_office_classes(
    platform: &Platform,
    actor: &Actor,
    drawer: ClassDrawer,
) -> Result<Vec<OfficeClass>, OrganiseError> {
    actor.require(Capability::OrganiseTraining)?;
    let sql = match drawer {
        ClassDrawer::Drafts => classes!("c.state = 'draf' order by c.starts_at, c.id limit $1"),
        ClassDrawer::Running => {
            classes!("c.state in ('terbit', 'pendaftaran_tutup', 'berjalan') order by c.starts_at, c.id limit $1")
        }
        ClassDrawer::Over => classes!("c.state in ('selesai', 'batal') order by c.starts_at desc, c.id limit $1"),
    };
    let most = if drawer == ClassDrawer::Over { OVER } else { i64::MAX };
    Ok(platform.db.all(sql, args![most]).await?)
}

/// A course in the list.
#[derive(Debug, Clone, FromRow)]
pub struct OfficeCourse {
    /// The course.
    pub id: Uuid,
    /// Its title.
    pub title: String,
    /// The slug of its category.
    pub category: String,
    /// How many classes of it there are or were.
    pub classes: i64,
}

/// All courses, by their titles.
///
/// # Errors
/// See [`OrganiseError`].
pub async fn list_courses(platform: &Platform, actor: &Actor) -> Result<Vec<OfficeCourse>, OrganiseError> {
    actor.require(Capability::OrganiseTraining)?;
    let sql = "select k.id, k.title, k.category, (select count(*) from class c where c.course_id = k.id) as classes \
         from course k order by k.title, k.id";
    Ok(platform.db.all(sql, args![]).await?)
}

/// A venue in the list.
#[derive(Debug, Clone, FromRow)]
pub struct OfficeVenue {
    /// The venue.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// The code of its kecamatan.
    pub kecamatan: String,
    /// How many people it holds.
    pub capacity: Option<i64>,
}

/// All venues, by their names.
///
/// # Errors
/// See [`OrganiseError`].
pub async fn list_venues(platform: &Platform, actor: &Actor) -> Result<Vec<OfficeVenue>, OrganiseError> {
    actor.require(Capability::OrganiseTraining)?;
    Ok(platform.db.all("select id, name, kecamatan, capacity from venue order by name, id", args![]).await?)
}
