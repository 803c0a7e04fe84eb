//! Taking a file in before its form is taken, and taking it back.

use domain::complaint::{FILE_BYTES, FILE_PAGES, MOST_FILES};
use domain::permit::form::FileKind;
use uuid::Uuid;

use super::{AttachError, AttachedFile, Row, key, stored};
use crate::attachment::{Takes, digest, tidy};
use crate::complaint::row::close;
use crate::db::{DbError, Tx};
use crate::{Platform, args};

fn takes() -> Takes {
    let kinds = vec![FileKind::Foto, FileKind::Pdf];
    Takes { kinds, most_bytes: FILE_BYTES, most: MOST_FILES, most_pages: FILE_PAGES }
}

/// Takes a file in for the form with this token. Sent twice, it is one, also when the form was taken meanwhile.
///
/// # Errors
/// See [`AttachError`].
pub async fn add_complaint_file(
    platform: &Platform,
    token: &str,
    name: &str,
    bytes: Vec<u8>,
) -> Result<(), AttachError> {
    let (token, digest, takes) = (stored(token), digest(&bytes), takes());
    // Asked before the work as well as after it: nobody makes us decode for nothing.
    let mut tx = platform.db.begin().await?;
    if has_room(&mut tx, &takes, &token, digest).await?.is_none() {
        return Ok(());
    }
    drop(tx);
    let (kind, bytes) = takes.read(platform, bytes).await?;
    let (id, now, size) = (platform.new_id(), platform.now(), bytes.len() as u32);
    // The row first: whatever breaks off from here on is found by it and removed.
    let sql = "insert into complaint_file (id, token, kind, name, bytes, digest, uploaded_at, detached_at) \
         values ($1, '', $2, $3, $4, $5, $6, $6)";
    let name = close(platform, id, &tidy(name));
    platform.db.run(sql, args![id, kind.as_str(), name, size, digest, now]).await?;
    platform.blobs.put(&key(id), bytes).await?;
    let mut tx = platform.db.begin().await?;
    if has_room(&mut tx, &takes, &token, digest).await?.is_none() {
        return Ok(());
    }
    let sql = "update complaint_file set token = $2 where id = $1";
    match tx.run_one(sql, args![id, token]).await {
        // The same came twice at the same moment: the other one was first.
        Err(error) if error.is_duplicate("complaint_file", "token") => Ok(()),
        Err(error) => Err(error.into()),
        Ok(()) => Ok(tx.commit().await?),
    }
}

/// Whether one more is taken with a form; `None` when the same came with it before.
async fn has_room(tx: &mut Tx, takes: &Takes, token: &str, digest: [u8; 32]) -> Result<Option<()>, AttachError> {
    let sql = "select count(*), count(case when digest = $2 then 1 end) from complaint_file where token = $1";
    let found: Option<(i64, i64)> = tx.one(sql, args![token, digest]).await?;
    let (there, same) = found.unwrap_or_default();
    if same > 0 {
        return Ok(None);
    }
    takes.has_room(there.unsigned_abs() as usize)?;
    Ok(Some(()))
}

/// The files that wait for the form with this token, the first first.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_waiting_files(platform: &Platform, token: &str) -> Result<Vec<AttachedFile>, DbError> {
    let sql = "select id, kind, name, bytes, message_id from complaint_file where token = $1 and complaint_id is null \
         order by uploaded_at, id";
    let rows: Vec<Row> = platform.db.all(sql, args![stored(token)]).await?;
    rows.into_iter().map(|row| row.read(platform).map(|(_, file)| file)).collect()
}

/// Takes back a file that waits for the form with this token; one that is not there is no error.
///
/// # Errors
/// Only when the database does not answer.
pub async fn remove_waiting_file(platform: &Platform, token: &str, file: Uuid) -> Result<(), DbError> {
    let sql = "update complaint_file set token = '' where id = $1 and token = $2 and complaint_id is null";
    platform.db.run(sql, args![file, stored(token)]).await?;
    Ok(())
}
