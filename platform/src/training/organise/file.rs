//! A class, a course and a venue as their forms show them again.

use domain::account::{Actor, Capability};
use domain::training::Picture;
use domain::training::clash::Span;
use domain::training::plan::{Plan, Seats};
use domain::typed::{Line, Text};
use sqlx::FromRow;
use uuid::Uuid;

use super::{ClassDraft, CourseDraft, OrganiseError, VenueDraft};
use crate::training::class::{ClassShown, load_class};
use crate::{Platform, args};

/// A class for who organises it.
#[derive(Debug, Clone)]
pub struct ClassFile {
    /// As everybody reads it.
    pub class: ClassShown,
    /// As it is planned: what the form shows, and what a copy begins with.
    pub draft: ClassDraft,
    /// How often it was changed: a form carries it.
    pub revision: i64,
}

#[derive(FromRow)]
struct Row {
    course_id: Uuid,
    venue_id: Option<Uuid>,
    link: String,
    offer_hours: i64,
    revision: i64,
}

/// The class at an address, a draft too.
///
/// # Errors
/// See [`OrganiseError`].
pub async fn find_class_file(platform: &Platform, actor: &Actor, slug: &str) -> Result<ClassFile, OrganiseError> {
    actor.require(Capability::OrganiseTraining)?;
    let class = load_class(platform, slug).await?.ok_or(OrganiseError::NotFound)?;
    let sql = "select course_id, venue_id, link, offer_hours, revision from class where id = $1";
    let row: Row = platform.db.one(sql, args![class.id]).await?.ok_or(OrganiseError::NotFound)?;
    let pools = class.pools.iter().filter(|pool| pool.seats > 0);
    let plan = Plan {
        sessions: class.sessions.iter().map(|session| Span { from: session.starts_at, to: session.ends_at }).collect(),
        opens_at: class.opens_at,
        closes_at: class.closes_at,
        cancel_until: class.cancel_until,
        release_at: class.release_at,
        offer_hours: row.offer_hours,
        seats: pools.map(|pool| Seats { kind: pool.kind, place: pool.place.clone(), count: pool.seats }).collect(),
    };
    let draft = ClassDraft {
        course: row.course_id,
        venue: row.venue_id,
        link: Line::parse(&row.link).ok(),
        trainer: Line::parse(&class.trainer).map_err(|_| OrganiseError::NotFound)?,
        contact: Line::parse(&class.contact).map_err(|_| OrganiseError::NotFound)?,
        plan,
        topics: class.sessions.iter().map(|session| Line::parse(&session.topic).ok()).collect(),
    };
    Ok(ClassFile { class, draft, revision: row.revision })
}

#[derive(FromRow)]
struct CourseRow {
    title: String,
    summary: String,
    description: String,
    category: String,
    audience: String,
    beginner: bool,
    bring: String,
    picture: String,
    certificate: bool,
    minimum: i64,
}

/// A course.
///
/// # Errors
/// See [`OrganiseError`].
pub async fn find_course(platform: &Platform, actor: &Actor, id: Uuid) -> Result<CourseDraft, OrganiseError> {
    actor.require(Capability::OrganiseTraining)?;
    let sql = "select title, summary, description, category, audience, beginner, bring, picture, certificate, minimum \
         from course where id = $1";
    let row: CourseRow = platform.db.one(sql, args![id]).await?.ok_or(OrganiseError::NotFound)?;
    Ok(CourseDraft {
        title: stored(&row.title)?,
        summary: stored(&row.summary)?,
        description: Text::parse(&row.description).map_err(|_| OrganiseError::NotFound)?,
        category: row.category,
        audience: stored(&row.audience)?,
        beginner: row.beginner,
        bring: Line::parse(&row.bring).ok(),
        picture: row.picture.parse().unwrap_or(Picture::Kelas),
        certificate: row.certificate,
        minimum: u8::try_from(row.minimum).unwrap_or(100),
    })
}

#[derive(FromRow)]
struct VenueRow {
    name: String,
    address: String,
    kecamatan: String,
    capacity: Option<i64>,
    step_free: bool,
    note: String,
}

/// A venue.
///
/// # Errors
/// See [`OrganiseError`].
pub async fn find_venue(platform: &Platform, actor: &Actor, id: Uuid) -> Result<VenueDraft, OrganiseError> {
    actor.require(Capability::OrganiseTraining)?;
    let sql = "select name, address, kecamatan, capacity, step_free, note from venue where id = $1";
    let row: VenueRow = platform.db.one(sql, args![id]).await?.ok_or(OrganiseError::NotFound)?;
    Ok(VenueDraft {
        name: stored(&row.name)?,
        address: stored(&row.address)?,
        kecamatan: row.kecamatan,
        capacity: row.capacity,
        step_free: row.step_free,
        note: Line::parse(&row.note).ok(),
    })
}

/// What was checked when it was written.
fn stored<const MOST: usize>(text: &str) -> Result<Line<MOST>, OrganiseError> {
    Line::parse(text).map_err(|_| OrganiseError::NotFound)
}
