//! Removing files that no complaint shows, and what was written in complaints that ended long ago.

use domain::complaint::By;
use domain::time::Timestamp;
use uuid::Uuid;

use super::attached::{AttachError, key};
use super::row::{Complaint, Happened, Told, append, close};
use crate::{Platform, args};

/// A file that no complaint shows is kept for so long: its form may be under way. Seconds.
const KEPT: i64 = 3 * 3600;
/// The event of a complaint whose words were removed.
const FORGOTTEN: &str = "masa_simpan";
/// How many one round takes.
const BATCH: i64 = 20;

/// Removes files that no complaint shows; answers how many. Files go before the row that names them: broken off, it is
/// simply done again.
///
/// # Errors
/// See [`AttachError`].
pub async fn remove_unused_complaint_files(platform: &Platform) -> Result<u64, AttachError> {
    let sql = "select id from complaint_file where detached_at <= $1 order by detached_at limit $2";
    let unused: Vec<(Uuid,)> = platform.db.all(sql, args![platform.now().plus_seconds(-KEPT), BATCH]).await?;
    let mut removed = 0;
    for (id,) in unused {
        // From here on no form finds it.
        let take = "update complaint_file set token = '' where id = $1 and detached_at is not null";
        if platform.db.run(take, args![id]).await? == 0 {
            continue;
        }
        platform.blobs.delete(&key(id)).await?;
        platform.db.run("delete from complaint_file where id = $1", args![id]).await?;
        removed += 1;
    }
    Ok(removed)
}

/// Removes what was written, who complained and the files of complaints that ended as many months ago as the office keeps
/// them. Number, kind, days, who answered and how it ended stay. Answers how many.
///
/// # Errors
/// See [`AttachError`].
pub async fn forget_ended_complaints(platform: &Platform) -> Result<u64, AttachError> {
    let sql = "select id, ended_at from complaint where ended_at is not null and forgotten_at is null \
         order by ended_at limit $1";
    let oldest: Vec<(Uuid, i64)> = platform.db.all(sql, args![BATCH]).await?;
    let mut forgotten = 0;
    for (complaint, ended) in oldest {
        let kept_until = Timestamp::from_micros(ended).day().plus_months(platform.office.complaint_retention);
        if kept_until >= platform.now().day() {
            break;
        }
        forget(platform, complaint).await?;
        forgotten += 1;
    }
    Ok(forgotten)
}

/// The files go first: broken off, it is simply done again.
async fn forget(platform: &Platform, complaint: Uuid) -> Result<(), AttachError> {
    let sql = "select id from complaint_file where complaint_id = $1";
    let files: Vec<(Uuid,)> = platform.db.all(sql, args![complaint]).await?;
    for (file,) in files {
        platform.blobs.delete(&key(file)).await?;
    }
    let mut tx = platform.db.begin().await?;
    let Some(mut complaint) = Complaint::lock(&mut tx, complaint).await? else { return Ok(()) };
    for sql in [
        "delete from complaint_file where complaint_id = $1",
        "delete from complaint_message where complaint_id = $1",
        "delete from complaint_contact where complaint_id = $1",
        "delete from complaint_key where complaint_id = $1",
        "delete from outbox where complaint_id = $1",
    ] {
        tx.run(sql, args![complaint.id]).await?;
    }
    // No PIN has an empty hash: nobody opens it any more.
    let sql = "update complaint set told = $2, pin_hash = $3, account_id = null, case_id = null, usaha_id = null, \
         about_officer = null, lapor = null, forgotten_at = $4 where id = $1 and forgotten_at is null";
    let nothing = Told { text: String::new(), about: String::new() };
    let args = args![complaint.id, close(platform, complaint.id, &nothing), Vec::<u8>::new(), platform.now()];
    if tx.run(sql, args).await? == 0 {
        return Ok(());
    }
    let (at, from) = (platform.now(), Some(complaint.state));
    let happened = Happened { at, actor: None, part: By::Sistem.as_str(), action: FORGOTTEN, from };
    append(&mut tx, &mut complaint, happened).await?;
    Ok(tx.commit().await?)
}
