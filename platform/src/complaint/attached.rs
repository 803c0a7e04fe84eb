//! Files that come with a complaint, or with a reply: photographs and PDFs, checked as those of permit cases are.
//!
//! A file is taken before its form is: when something else is wrong with that, it waits for the form's token, and need not
//! be chosen again.

mod add;
mod open;

use domain::permit::form::FileKind;
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

pub use self::add::{add_complaint_file, list_waiting_files, remove_waiting_file};
pub use self::open::open_complaint_file;
use super::row::{close, open as unseal};
use crate::attachment::{UnfitFile, link};
use crate::db::{DbError, Tx};
use crate::ports::BlobError;
use crate::{Platform, args, secret};

/// Where files are shown.
const BASE: &str = "/pengaduan/berkas";

/// Why a file was not taken. Nothing is left of it.
#[derive(Debug, Error)]
pub enum AttachError {
    /// It is not one that is taken here.
    #[error("a file of a complaint: {0}")]
    Unfit(#[from] UnfitFile),
    /// The store is full or does not answer.
    #[error("a file of a complaint: file store")]
    Store(#[from] BlobError),
    /// The database did not answer.
    #[error("a file of a complaint: database")]
    Db(#[from] DbError),
}

/// A file as a page lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachedFile {
    /// The file.
    pub id: Uuid,
    /// What it is.
    pub kind: FileKind,
    /// As it was called on the person's device; empty for an anonymous complaint, as names tell much.
    pub name: String,
    /// Its size as stored. Bytes.
    pub bytes: i64,
    /// The path by which it opens, for an hour, to who may see it.
    pub link: String,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    #[sqlx(try_from = "String")]
    kind: FileKind,
    name: Vec<u8>,
    bytes: i64,
    message_id: Option<Uuid>,
}

impl Row {
    fn read(self, platform: &Platform) -> Result<(Option<Uuid>, AttachedFile), DbError> {
        let file = AttachedFile {
            name: unseal(platform, self.id, &self.name)?,
            link: link(platform, BASE, self.id),
            id: self.id,
            kind: self.kind,
            bytes: self.bytes,
        };
        Ok((self.message_id, file))
    }
}

/// The files of a complaint, the first first, each with the message that it came with; `None` for those of the complaint
/// itself.
pub(super) async fn attached(
    platform: &Platform,
    complaint: Uuid,
) -> Result<Vec<(Option<Uuid>, AttachedFile)>, DbError> {
    let sql = "select id, kind, name, bytes, message_id from complaint_file where complaint_id = $1 \
         order by uploaded_at, id";
    let rows: Vec<Row> = platform.db.all(sql, args![complaint]).await?;
    rows.into_iter().map(|row| row.read(platform)).collect()
}

/// Those of them that came with a message, or with the complaint itself.
pub(super) fn of(files: &[(Option<Uuid>, AttachedFile)], message: Option<Uuid>) -> Vec<AttachedFile> {
    files.iter().filter(|(with, _)| *with == message).map(|(_, file)| file.clone()).collect()
}

/// What the token of a form is stored as.
fn stored(token: &str) -> String {
    secret::derive(token, "files")
}

/// Gives the files that wait for a form to its complaint, in the transaction that takes the form. A name may say who wrote,
/// so of an anonymous complaint none is kept.
pub(super) async fn attach(
    platform: &Platform,
    tx: &mut Tx,
    token: &str,
    (complaint, message): (Uuid, Option<Uuid>),
    anonymous: bool,
) -> Result<(), DbError> {
    let sql =
        "select id from complaint_file where token = $1 and complaint_id is null order by uploaded_at, id limit $2";
    let most = i64::from(domain::complaint::MOST_FILES);
    let waiting: Vec<(Uuid,)> = tx.all(sql, args![stored(token), most]).await?;
    for (file,) in waiting {
        let sql = "update complaint_file set complaint_id = $2, message_id = $3, detached_at = null where id = $1";
        tx.run_one(sql, args![file, complaint, message]).await?;
        if anonymous {
            let sql = "update complaint_file set name = $2 where id = $1";
            tx.run_one(sql, args![file, close(platform, file, &"")]).await?;
        }
    }
    Ok(())
}

/// The key of a file in the store.
pub(super) fn key(id: Uuid) -> String {
    format!("complaint/{}", id.simple())
}
