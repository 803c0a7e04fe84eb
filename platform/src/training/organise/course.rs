//! What is taught: the template of its classes.

use domain::account::{Actor, Capability};
use domain::training::Picture;
use domain::typed::{Line, Text};
use uuid::Uuid;

use super::OrganiseError;
use crate::slug::{Of, again, free_slug};
use crate::{Platform, args};

/// A course as it is written.
#[derive(Debug, Clone)]
pub struct CourseDraft {
    /// Its title.
    pub title: Line<80>,
    /// In a sentence.
    pub summary: Line<160>,
    /// In full; paragraphs are separated by a blank line.
    pub description: Text<4000>,
    /// The slug of its category.
    pub category: String,
    /// For whom it is.
    pub audience: Line<120>,
    /// Whether nothing needs to be known before.
    pub beginner: bool,
    /// What to bring.
    pub bring: Option<Line<160>>,
    /// Its picture.
    pub picture: Picture,
    /// Whether there is a certificate.
    pub certificate: bool,
    /// The share of its sessions that a certificate asks for, 0 to 100. Percent.
    pub minimum: u8,
}

/// Writes a new course, or changes one for all its classes; answers which.
///
/// # Errors
/// See [`OrganiseError`].
pub async fn save_course(
    platform: &Platform,
    actor: &Actor,
    course: Option<Uuid>,
    draft: &CourseDraft,
) -> Result<Uuid, OrganiseError> {
    actor.require(Capability::OrganiseTraining)?;
    let is_taken = |error: &OrganiseError| match error {
        OrganiseError::Db(error) => error.is_duplicate("course", "slug"),
        _ => false,
    };
    again(|| save_once(platform, course, draft), is_taken).await
}

async fn save_once(platform: &Platform, course: Option<Uuid>, draft: &CourseDraft) -> Result<Uuid, OrganiseError> {
    let mut tx = platform.db.begin().await?;
    let sql = "select count(*) from training_category where slug = $1";
    let known: Option<(i64,)> = tx.one(sql, args![&draft.category]).await?;
    if known.is_none_or(|(count,)| count == 0) {
        return Err(OrganiseError::NotFound);
    }
    let id = course.unwrap_or_else(|| platform.new_id());
    let bring = draft.bring.as_ref().map(Line::as_str).unwrap_or_default();
    let args = args![
        id,
        draft.title.as_str(),
        draft.summary.as_str(),
        draft.description.as_str(),
        &draft.category,
        draft.audience.as_str(),
        draft.beginner,
        bring,
        draft.picture.as_str(),
        draft.certificate,
        i64::from(draft.minimum.min(100)),
        platform.now()
    ];
    let sql = "update course set title = $2, summary = $3, description = $4, category = $5, audience = $6, beginner = $7, \
         bring = $8, picture = $9, certificate = $10, minimum = $11, updated_at = $12 where id = $1";
    if course.is_some() {
        if tx.run(sql, args).await? == 0 {
            return Err(OrganiseError::NotFound);
        }
    } else {
        let mut args = args;
        args.push(free_slug(&mut tx, Of::Course, draft.title.as_str()).await?.into());
        let sql = "insert into course (id, title, summary, description, category, audience, beginner, bring, picture, \
             certificate, minimum, updated_at, slug) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
        tx.run(sql, args).await?;
    }
    tx.commit().await?;
    Ok(id)
}
