//! Removing documents that nothing shows, and drafts that nobody goes on with.

use domain::permit::answers::Typed;
use domain::permit::state::By;
use domain::time::Timestamp;
use uuid::Uuid;

use super::{FileError, key};
use crate::permit::case::{Case, Happened, append, seal_answers};
use crate::permit::services::version_of_case;
use crate::{Platform, args};

/// A document that nothing shows is kept for so long: an upload that is under way is one. Seconds.
const KEPT: i64 = 3600;
/// A draft that nobody touched is kept for so long: it holds personal data. Days.
const DRAFT_KEPT: i64 = 90;
/// The event of a case whose documents were removed.
const FORGOTTEN: &str = "masa_simpan";
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
            "delete from case_section where case_id = $1",
            "delete from mandate where case_id = $1",
            "delete from outbox where case_id = $1",
            "delete from case_event where case_id = $1",
            "delete from permit_case where id = $1",
        ] {
            tx.run(sql, args![*case]).await?;
        }
        tx.commit().await?;
    }
    Ok(old.len() as u64)
}

/// Removes what a service need not keep any more of cases that came to their end, or were issued, so many months ago:
/// documents, answers, phone, messages and reasons. What was decided, when and by whom stays, and the letter. Answers
/// how many cases.
///
/// # Errors
/// See [`FileError`].
pub async fn forget_closed_cases(platform: &Platform) -> Result<u64, FileError> {
    let versions: Vec<(String, i64)> = platform.db.all("select service, version from service_version", args![]).await?;
    let mut forgotten = 0;
    for (service, version) in versions {
        let months = version_of_case(platform, &service, version).await?.retention_months;
        let sql = "select id, updated_at from permit_case where service = $1 and version = $2 and forgotten_at is null \
             and state in ('terbit', 'ditolak', 'ditarik', 'kedaluwarsa', 'dicabut', 'selesai') \
             and submitted_at is not null \
             order by updated_at limit $3";
        let oldest: Vec<(Uuid, i64)> = platform.db.all(sql, args![service, version, BATCH]).await?;
        for (case, closed) in oldest {
            if Timestamp::from_micros(closed).day().plus_months(months) >= platform.now().day() {
                break;
            }
            forget(platform, case).await?;
            forgotten += 1;
        }
    }
    Ok(forgotten)
}

/// The files go first: broken off, it is simply done again.
async fn forget(platform: &Platform, case: Uuid) -> Result<(), FileError> {
    let files: Vec<(Uuid,)> = platform.db.all("select id from case_file where case_id = $1", args![case]).await?;
    for (file,) in files {
        platform.blobs.delete(&key(file)).await?;
    }
    let mut tx = platform.db.begin().await?;
    let Some(mut case) = Case::lock(&mut tx, case).await? else { return Ok(()) };
    for sql in [
        "delete from case_file where case_id = $1",
        "delete from case_key where case_id = $1",
        "delete from case_section where case_id = $1",
        "delete from case_verdict where case_id = $1",
        "delete from objection where case_id = $1",
        "delete from case_duty where case_id = $1",
        "delete from outbox where case_id = $1",
    ] {
        tx.run(sql, args![case.id]).await?;
    }
    let sql = "update permit_case set answers = $2, handed_in = null, phone = '', phone_last4 = '', forgotten_at = $3 \
         where id = $1 and forgotten_at is null";
    let nothing = seal_answers(platform, case.id, &Typed::default());
    if tx.run(sql, args![case.id, nothing, platform.now()]).await? == 0 {
        return Ok(());
    }
    let forgotten = Happened::staying(&case, None, By::Sistem.as_str(), FORGOTTEN);
    append(platform, &mut tx, &mut case, forgotten).await?;
    Ok(tx.commit().await?)
}
