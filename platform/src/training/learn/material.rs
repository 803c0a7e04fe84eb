//! The materials of a course: what there is, adding and removing.

use domain::account::{Actor, Capability, Forbidden};
use domain::permit::form::FileKind;
use domain::training::material::{Address, FILE_BYTES, FILE_PAGES, Kind, MOST};
use domain::typed::{Line, Text};
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

use super::file::key;
use crate::attachment::{Takes, UnfitFile};
use crate::db::DbError;
use crate::ports::BlobError;
use crate::{Platform, args};

/// A material as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Material {
    /// Which one.
    pub id: Uuid,
    /// What it is.
    #[sqlx(try_from = "String")]
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// Whether everybody may see it, and not only those with a seat.
    pub public: bool,
    /// A reading's text, or the address of a page elsewhere.
    pub body: String,
    /// How large it is: of a file as stored, of a video as somebody said. Bytes; `None` when not known.
    pub bytes: Option<i64>,
    /// How long a video takes. Minutes.
    pub minutes: Option<i64>,
    /// Whether it is there: the sending of a file may have broken off.
    pub stored: bool,
}

/// A material to be added.
#[derive(Debug)]
pub struct MaterialDraft {
    /// Its title.
    pub title: Line<100>,
    /// Whether everybody may see it.
    pub public: bool,
    /// What it is.
    pub content: MaterialContent,
}

/// What a material is.
#[derive(Debug)]
pub enum MaterialContent {
    /// A text.
    Reading(Text<12000>),
    /// A PDF or a picture, as sent.
    File(Vec<u8>),
    /// A page elsewhere.
    Link(Address),
    /// A video elsewhere, how long it takes (minutes) and how large it is (megabytes), where that is known.
    Video(Address, Option<i64>, Option<i64>),
}

/// Why a material was not added. Nothing is left of it.
#[derive(Debug, Error)]
pub enum MaterialError {
    /// Not this person's to do.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such course.
    #[error("not found")]
    NotFound,
    /// The course has as many as it can have.
    #[error("too many")]
    TooMany,
    /// The file is none that is taken.
    #[error(transparent)]
    Unfit(#[from] UnfitFile),
    /// The database did not answer.
    #[error("a material: database")]
    Db(#[from] DbError),
    /// The file store did not answer.
    #[error("a material: file store")]
    Store(#[from] BlobError),
}

/// Adds a material to a course, for all its classes.
///
/// # Errors
/// See [`MaterialError`].
pub async fn add_material(
    platform: &Platform,
    actor: &Actor,
    course: Uuid,
    draft: MaterialDraft,
) -> Result<(), MaterialError> {
    actor.require(Capability::OrganiseTraining)?;
    let (kind, body, minutes, bytes, file) = match draft.content {
        MaterialContent::Reading(text) => (Kind::Bacaan, text.as_str().to_owned(), None, None, None),
        MaterialContent::Link(address) => (Kind::Tautan, address.as_str().to_owned(), None, None, None),
        MaterialContent::Video(address, minutes, megabytes) => {
            (Kind::Video, address.as_str().to_owned(), minutes, megabytes.map(|size| size * 1_048_576), None)
        }
        MaterialContent::File(sent) => {
            let kinds = vec![FileKind::Foto, FileKind::Pdf];
            let takes = Takes { kinds, most_bytes: FILE_BYTES, most: MOST, most_pages: FILE_PAGES };
            let (kind, bytes) = takes.read(platform, sent).await?;
            (Kind::Berkas, String::new(), None, Some(bytes.len() as i64), Some((kind, bytes)))
        }
    };
    let (id, now) = (platform.new_id(), platform.now());
    // Files come here without their row being finished: what breaks off stays to be seen and removed.
    let stored = file.is_none();
    let file_kind = file.as_ref().map(|(kind, _)| kind.as_str());
    let sql = "insert into material (id, course_id, kind, title, public, body, bytes, minutes, file_kind, stored, added_at) \
         select $1, k.id, $3, $4, $5, $6, $7, $8, $9, $10, $11 from course k \
         where k.id = $2 and (select count(*) from material m where m.course_id = k.id) < $12";
    let args = args![
        id,
        course,
        kind.as_str(),
        draft.title.as_str(),
        draft.public,
        body,
        bytes,
        minutes,
        file_kind,
        stored,
        now,
        i64::from(MOST)
    ];
    if platform.db.run(sql, args).await? == 0 {
        let there: Option<(i64,)> = platform.db.one("select count(*) from course where id = $1", args![course]).await?;
        let known = there.is_some_and(|(count,)| count > 0);
        return Err(if known { MaterialError::TooMany } else { MaterialError::NotFound });
    }
    if let Some((_, bytes)) = file {
        platform.blobs.put(&key(id), bytes).await?;
        platform.db.run("update material set stored = $2 where id = $1", args![id, true]).await?;
    }
    Ok(())
}

/// Removes a material with its file; one that is not there is no error.
///
/// # Errors
/// See [`MaterialError`].
pub async fn remove_material(platform: &Platform, actor: &Actor, material: Uuid) -> Result<(), MaterialError> {
    actor.require(Capability::OrganiseTraining)?;
    // The file first: broken off in between, the row is still there to remove it again.
    platform.blobs.delete(&key(material)).await?;
    platform.db.run("delete from material where id = $1", args![material]).await?;
    Ok(())
}

macro_rules! materials {
    ($condition:literal) => {
        concat!(
            "select m.id, m.kind, m.title, m.public, m.body, m.bytes, m.minutes, m.stored from material m where ",
            $condition,
            " order by case m.kind when 'bacaan' then 1 when 'berkas' then 2 when 'tautan' then 3 else 4 end, \
             m.added_at, m.id"
        )
    };
}

/// All materials of a course, the lightest first: for organisers.
///
/// # Errors
/// See [`MaterialError`].
pub async fn list_materials(platform: &Platform, actor: &Actor, course: Uuid) -> Result<Vec<Material>, MaterialError> {
    actor.require(Capability::OrganiseTraining)?;
    Ok(platform.db.all(materials!("m.course_id = $1"), args![course]).await?)
}

/// The materials of a class that everybody may see.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_public_materials(platform: &Platform, class: Uuid) -> Result<Vec<Material>, DbError> {
    let sql = materials!("m.public and m.stored and m.course_id = (select course_id from class where id = $1)");
    platform.db.all(sql, args![class]).await
}

/// The materials of a course for those who have a seat.
pub(super) async fn own_materials(platform: &Platform, course: Uuid) -> Result<Vec<Material>, DbError> {
    platform.db.all(materials!("m.stored and m.course_id = $1"), args![course]).await
}
