//! Documents of a case: uploaded, checked by their content, shown to nobody but the applicant and the office, and
//! removed when nothing shows them.

mod add;
mod clean;
mod open;

use domain::permit::form::FileKind;
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

pub use self::add::{add_file, remove_file};
pub use self::clean::{forget_closed_cases, forget_old_drafts, remove_unused_files};
pub use self::open::{file_link, open_file};
pub use crate::attachment::Opened;
use crate::attachment::UnfitFile;
use crate::db::DbError;
use crate::ports::BlobError;
use crate::{Platform, args};

/// Why a document was not taken. Nothing is left of it.
#[derive(Debug, Error)]
pub enum FileError {
    /// The form has no document there.
    #[error("no such document")]
    NotFound,
    /// The case is with the office, or this document is accepted.
    #[error("not open for changes")]
    NotNow,
    /// It is not one that is taken here.
    #[error("a document: {0}")]
    Unfit(#[from] UnfitFile),
    /// The store is full or does not answer.
    #[error("a document: file store")]
    Store(#[from] BlobError),
    /// The database did not answer.
    #[error("a document: database")]
    Db(#[from] DbError),
}

/// A document as a page lists it.
#[derive(Debug, Clone, FromRow)]
pub struct FileShown {
    /// The document.
    pub id: Uuid,
    /// What it is.
    #[sqlx(try_from = "String")]
    pub kind: FileKind,
    /// As it was called on the person's device.
    pub name: String,
    /// Its size as stored. Bytes.
    pub bytes: i64,
    /// When it came, micro-seconds UTC.
    pub uploaded_at: i64,
}

/// All documents of a case that are shown.
pub(super) async fn list_files(platform: &Platform, case: Uuid) -> Result<Vec<FileShown>, DbError> {
    let sql = "select id, kind, name, bytes, uploaded_at from case_file where case_id = $1 and taken_by is null \
         and detached_at is null order by uploaded_at, id";
    platform.db.all(sql, args![case]).await
}

/// The photographs of visits to a case.
pub(super) async fn list_photos(platform: &Platform, case: Uuid) -> Result<Vec<FileShown>, DbError> {
    let sql = "select id, kind, name, bytes, uploaded_at from case_file where case_id = $1 and taken_by is not null \
         and detached_at is null order by uploaded_at, id";
    platform.db.all(sql, args![case]).await
}

/// The key of a document in the store.
pub(super) fn key(id: Uuid) -> String {
    format!("case/{}", id.simple())
}
