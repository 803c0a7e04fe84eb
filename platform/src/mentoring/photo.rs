//! Photographs of a visit: only with the owner's consent, and until the owner has confirmed its report.

use domain::account::{Actor, Forbidden};
use domain::mentoring::{By, MOST_PHOTOS, PHOTO_BYTES, Refused};
use domain::permit::form::FileKind;
use uuid::Uuid;

use super::row::Mentoring;
use super::take::MentoringError;
use crate::attachment::{Opened, Takes, digest};
use crate::db::Tx;
use crate::{Platform, args};

/// The key of a photograph in the store.
fn key(photo: Uuid) -> String {
    format!("mentoring/{}", photo.simple())
}

/// Adds a photograph to a visit; sent twice, it is one.
///
/// # Errors
/// See [`MentoringError`].
pub async fn add_visit_photo(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    visit: Uuid,
    bytes: Vec<u8>,
) -> Result<(), MentoringError> {
    let kinds = vec![FileKind::Foto];
    let takes = Takes { kinds, most_bytes: PHOTO_BYTES, most: MOST_PHOTOS, most_pages: 0 };
    let sent = digest(&bytes);
    // Asked before the work as well as after it: nobody makes us decode for nothing.
    let mut tx = begin(platform, actor, number, visit).await?;
    if find_room(&mut tx, visit, &takes, sent).await?.is_some_and(|(_, stored)| stored) {
        return Ok(());
    }
    drop(tx);
    let (_, photo) = takes.read(platform, bytes).await?;
    let mut tx = begin(platform, actor, number, visit).await?;
    // The row first: what breaks off is found by it, and the next try goes on with it.
    let id = match find_room(&mut tx, visit, &takes, sent).await? {
        Some((_, true)) => return Ok(()),
        Some((id, false)) => id,
        None => {
            let id = platform.new_id();
            let sql =
                "insert into mentoring_photo (id, visit_id, digest, stored, added_at) values ($1, $2, $3, $4, $5)";
            tx.run_one(sql, args![id, visit, sent, false, platform.now()]).await?;
            id
        }
    };
    tx.commit().await?;
    platform.blobs.put(&key(id), photo).await?;
    platform.db.run("update mentoring_photo set stored = $2 where id = $1", args![id, true]).await?;
    Ok(())
}

/// The same photograph, if it came before, and whether it is stored; if not, there has to be room for it.
async fn find_room(
    tx: &mut Tx,
    visit: Uuid,
    takes: &Takes,
    sent: [u8; 32],
) -> Result<Option<(Uuid, bool)>, MentoringError> {
    let sql = "select id, digest, stored from mentoring_photo where visit_id = $1";
    let there: Vec<(Uuid, Vec<u8>, bool)> = tx.all(sql, args![visit]).await?;
    if let Some((id, _, stored)) = there.iter().find(|(_, digest, _)| *digest == sent) {
        return Ok(Some((*id, *stored)));
    }
    takes.has_room(there.len())?;
    Ok(None)
}

/// Removes a photograph; one that is not there is no error.
///
/// # Errors
/// See [`MentoringError`].
pub async fn remove_visit_photo(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    photo: Uuid,
) -> Result<(), MentoringError> {
    actor.id().ok_or(Forbidden)?;
    let sql = "select visit_id from mentoring_photo where id = $1";
    let found: Option<(Uuid,)> = platform.db.one(sql, args![photo]).await?;
    let Some((visit,)) = found else { return Ok(()) };
    drop(begin(platform, actor, number, visit).await?);
    // The file first: broken off in between, the row is still there to remove it again.
    platform.blobs.delete(&key(photo)).await?;
    platform.db.run("delete from mentoring_photo where id = $1", args![photo]).await?;
    Ok(())
}

/// A photograph, for everybody who has a part in its mentoring. `None` for everybody else.
///
/// # Errors
/// When the database or the file store does not answer.
pub async fn open_visit_photo(
    platform: &Platform,
    actor: &Actor,
    photo: Uuid,
) -> Result<Option<Opened>, MentoringError> {
    let sql = "select m.number from mentoring_photo p join mentoring_visit v on v.id = p.visit_id \
         join mentoring m on m.id = v.mentoring_id where p.id = $1 and p.stored";
    let Some((number,)) = platform.db.one::<(String,)>(sql, args![photo]).await? else { return Ok(None) };
    match Mentoring::find(platform, actor, &number).await {
        Ok(_) => {}
        Err(MentoringError::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    }
    let Some(bytes) = platform.blobs.get(&key(photo)).await? else { return Ok(None) };
    Ok(Some(Opened { kind: FileKind::Foto, name: "kunjungan".to_owned(), bytes }))
}

/// Locks a mentoring for its mentor, who may still change the photographs of this visit.
async fn begin(platform: &Platform, actor: &Actor, number: &str, visit: Uuid) -> Result<Tx, MentoringError> {
    actor.id().ok_or(Forbidden)?;
    let mut tx = platform.db.begin().await?;
    let (mentoring, parts) = Mentoring::lock(&mut tx, actor, number).await?;
    if !parts.contains(&By::Pendamping) {
        return Err(Refused::NotYours.into());
    }
    let sql = "select photo_consent, confirmed_at from mentoring_visit where id = $1 and mentoring_id = $2";
    let found: Option<(bool, Option<i64>)> = tx.one(sql, args![visit, mentoring.id]).await?;
    match found.ok_or(MentoringError::NotFound)? {
        (_, Some(_)) => Err(MentoringError::Confirmed),
        (false, None) => Err(MentoringError::NoConsent),
        (true, None) => Ok(tx),
    }
}
