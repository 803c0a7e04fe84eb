//! Documents of a case: uploaded, checked by their content, shown to nobody but the applicant and the office, and
//! removed when nothing shows them.

mod add;
mod clean;
mod open;
mod pdf;

use domain::document::UnfitPdf;
use domain::permit::form::FileKind;
use domain::picture::Unfit;
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

pub use self::add::{add_file, remove_file};
pub(super) use self::add::{tidy, to_photo};
pub use self::clean::{forget_closed_cases, forget_old_drafts, remove_unused_files};
pub use self::open::{Opened, file_link, open_file};
use crate::db::DbError;
use crate::ports::{BlobError, ScanError};
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
    /// Neither a picture nor a PDF that can be read, or not the kind that is asked for here.
    #[error("a picture that is none: {0}")]
    Unfit(Unfit),
    /// A PDF that nobody could open.
    #[error("a PDF: {0}")]
    Pdf(UnfitPdf),
    /// A PDF where only photographs are taken.
    #[error("a photograph is asked for")]
    NotAPhoto,
    /// More than so many bytes.
    #[error("more than {0} bytes")]
    TooLarge(u32),
    /// More than so many files.
    #[error("more than {0} files")]
    TooMany(u8),
    /// The virus scanner found something.
    #[error("the virus scanner refuses it")]
    Infected,
    /// The virus scanner does not answer: what nobody looked at is not taken.
    #[error("a document: {0}")]
    Scan(ScanError),
    /// The store is full or does not answer.
    #[error("a document: file store")]
    Store(#[from] BlobError),
    /// The database did not answer.
    #[error("a document: database")]
    Db(#[from] DbError),
}

impl From<ScanError> for FileError {
    fn from(error: ScanError) -> Self {
        if error == ScanError::Infected { FileError::Infected } else { FileError::Scan(error) }
    }
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
