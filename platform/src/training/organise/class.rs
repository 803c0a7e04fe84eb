//! A new class of a course: a draft until it is published.

use domain::account::{Actor, Capability};
use domain::lang::Lang;
use domain::training::plan::{Fault, Plan};
use domain::typed::Line;
use uuid::Uuid;

use super::OrganiseError;
use super::plan::{write_pools, write_sessions};
use crate::db::Tx;
use crate::slug::{Of, again, free_slug};
use crate::{Platform, args};

/// A class as it is planned.
#[derive(Debug, Clone)]
pub struct ClassDraft {
    /// Which course.
    pub course: Uuid,
    /// Where; `None` online.
    pub venue: Option<Uuid>,
    /// Where an online class meets: for those who have a seat.
    pub link: Option<Line<300>>,
    /// Who teaches.
    pub trainer: Line<80>,
    /// Whom to ask.
    pub contact: Line<120>,
    /// Its dates and seats; the sessions in the order of `topics`.
    pub plan: Plan,
    /// What each session is about; a missing one is about nothing in particular.
    pub topics: Vec<SessionDraft>,
}

/// What a session is about.
pub type SessionDraft = Option<Line<120>>;

/// Writes a draft of a class; answers its address.
///
/// # Errors
/// See [`OrganiseError`].
pub async fn create_class(platform: &Platform, actor: &Actor, draft: &ClassDraft) -> Result<String, OrganiseError> {
    actor.require(Capability::OrganiseTraining)?;
    check(platform, draft)?;
    let is_taken = |error: &OrganiseError| match error {
        OrganiseError::Db(error) => error.is_duplicate("class", "slug"),
        _ => false,
    };
    again(|| create_once(platform, draft), is_taken).await
}

/// Everything that is wrong is said at once. A draft may wait until its registration would have opened, not longer.
fn check(platform: &Platform, draft: &ClassDraft) -> Result<(), OrganiseError> {
    let faults: Vec<Fault> = draft.plan.faults(platform.now());
    if faults.is_empty() { Ok(()) } else { Err(OrganiseError::Faults(faults)) }
}

async fn create_once(platform: &Platform, draft: &ClassDraft) -> Result<String, OrganiseError> {
    let plan = &draft.plan;
    let (Some(starts_at), Some(ends_at)) = (plan.starts_at(), plan.ends_at()) else {
        return Err(OrganiseError::Faults(vec![Fault::Sessions]));
    };
    let mut tx = platform.db.begin().await?;
    let sql = "select title from course where id = $1";
    let (title,) = tx.one::<(String,)>(sql, args![draft.course]).await?.ok_or(OrganiseError::NotFound)?;
    let kecamatan = kecamatan_of(&mut tx, draft.venue).await?;
    let day = starts_at.day().words(Lang::Id);
    let slug = free_slug(&mut tx, Of::Class, &format!("{title} {day}")).await?;
    let id = platform.new_id();
    let sql = "insert into class (id, slug, course_id, state, venue_id, kecamatan, link, trainer, contact, seats, opens_at, \
         closes_at, cancel_until, release_at, offer_hours, starts_at, ends_at, updated_at) \
         values ($1, $2, $3, 'draf', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
    let args = args![
        id,
        &slug,
        draft.course,
        draft.venue,
        kecamatan,
        draft.link.as_ref().map(Line::as_str).unwrap_or_default(),
        draft.trainer.as_str(),
        draft.contact.as_str(),
        plan.all_seats(),
        plan.opens_at,
        plan.closes_at,
        plan.cancel_until,
        plan.release_at,
        plan.offer_hours,
        starts_at,
        ends_at,
        platform.now()
    ];
    tx.run(sql, args).await?;
    write_sessions(platform, &mut tx, id, &plan.sessions, &draft.topics).await?;
    write_pools(&mut tx, id, &plan.seats).await?;
    tx.commit().await?;
    Ok(slug)
}

/// Where a venue is; `None` for an online class.
pub(super) async fn kecamatan_of(tx: &mut Tx, venue: Option<Uuid>) -> Result<Option<String>, OrganiseError> {
    let Some(venue) = venue else { return Ok(None) };
    let sql = "select kecamatan from venue where id = $1";
    let found: Option<(String,)> = tx.one(sql, args![venue]).await?;
    found.map(|(code,)| Some(code)).ok_or(OrganiseError::NotFound)
}
