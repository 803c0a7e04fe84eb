//! Removing documents that nothing shows, and drafts that nobody goes on with.

use uuid::Uuid;

use super::{FileError, key};
use crate::{Platform, args};

/// A document that nothing shows is kept for so long: an upload that is under way is one. Seconds.
const KEPT: i64 = 3600;
/// A draft that nobody touched is kept for so long: it holds personal data. Days.
const DRAFT_KEPT: i64 = 90;
/// How many one round takes.
const BATCH: i64 = 20;

/// Removes documents that nothing shows; answers how many. Files go before the row that names them: broken off, it is
/// simply done again.
///
/// # Errors
/// See [`FileError`].
pub async fn remove_unused_files(platform: &Platform) -> Result<u64, FileError> {
    let sql = "select id from case_file where detached_at <= $1 order by detached_at limit $2";
    let unused: Vec<(Uuid,)> = platform.db.all(sql, args![platform.now().plus_seconds(-KEPT), BATCH]).await?;
    for (id,) in &unused {
        platform.blobs.delete(&key(*id)).await?;
        platform.db.run("delete from case_file where id = $1 and detached_at is not null", args![*id]).await?;
    }
    Ok(unused.len() as u64)
}

/// Removes drafts that nobody touched for long, or that were taken back before the office saw them, with their
/// documents; answers how many.
///
/// # Errors
/// See [`FileError`].
pub async fn forget_old_drafts(platform: &Platform) -> Result<u64, FileError> {
    let before = platform.now().plus_days(-DRAFT_KEPT);
    let sql = "select id from permit_case where state in ('draf', 'ditarik') and submitted_at is null \
         and updated_at <= $1 order by updated_at limit $2";
    let old: Vec<(Uuid,)> = platform.db.all(sql, args![before, BATCH]).await?;
    for (case,) in &old {
        // From here on nobody goes on with it: its documents may go.
        let close =
            "update permit_case set state = 'ditarik' where id = $1 and submitted_at is null and updated_at <= $2";
        if platform.db.run(close, args![*case, before]).await? == 0 {
            continue;
        }
        let files: Vec<(Uuid,)> = platform.db.all("select id from case_file where case_id = $1", args![*case]).await?;
        for (file,) in files {
            platform.blobs.delete(&key(file)).await?;
        }
        let mut tx = platform.db.begin().await?;
        for sql in [
            "delete from case_file where case_id = $1",
            "delete from case_key where case_id = $1",
            "delete from case_event where case_id = $1",
            "delete from permit_case where id = $1",
        ] {
            tx.run(sql, args![*case]).await?;
        }
        tx.commit().await?;
    }
    Ok(old.len() as u64)
}
