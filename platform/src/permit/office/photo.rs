//! Photographs of a visit: taken on the spot by whoever goes and looks, until the visit is reported. Only the office
//! sees them.

use domain::account::{Actor, Capability};
use domain::permit::form::FileKind;
use domain::permit::state::{By, State};
use domain::permit::step::Refused;
use thiserror::Error;
use uuid::Uuid;

use super::decide::find_and_lock;
use crate::attachment::{Takes, digest, tidy};
use crate::db::{DbError, Tx};
use crate::permit::case::{Case, Happened, append};
use crate::permit::file::{FileError, key};
use crate::permit::mandate::is_partial;
use crate::permit::take::StepError;
use crate::{Platform, args, secret};

/// How many photographs a visit has at most.
const MOST: u8 = 12;
/// How large one may be, as a telephone takes it. Bytes.
const MOST_BYTES: u32 = 10 * 1024 * 1024;
/// The event of a photograph.
const TAKEN: &str = "foto_kunjungan";
/// The event of one that was taken out again.
const REMOVED: &str = "hapus_foto_kunjungan";

/// Why a photograph was not taken. Nothing is left of it.
#[derive(Debug, Error)]
pub enum PhotoError {
    /// Not this person's to do, or not now.
    #[error(transparent)]
    Step(#[from] StepError),
    /// The file is not fit.
    #[error(transparent)]
    File(#[from] FileError),
}

impl From<DbError> for PhotoError {
    fn from(error: DbError) -> Self {
        PhotoError::Step(error.into())
    }
}

/// Adds a photograph to a planned visit; sent twice, it is one. What it shows is written down by its fingerprint, so that
/// nobody changes it unseen.
///
/// # Errors
/// See [`PhotoError`].
pub async fn add_photo(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    name: &str,
    bytes: Vec<u8>,
) -> Result<(), PhotoError> {
    let takes = Takes { kinds: vec![FileKind::Foto], most_bytes: MOST_BYTES, most: MOST, most_pages: 0 };
    let sent = digest(&bytes);
    // Asked before the work as well as after it: nobody makes us decode for nothing.
    let (mut tx, case, _) = begin(platform, actor, number).await?;
    if is_there(&mut tx, &case, &takes, sent).await? {
        return Ok(());
    }
    drop(tx);
    let (kind, photo) = takes.read(platform, bytes).await.map_err(FileError::from)?;
    let (id, now, size, name) = (platform.new_id(), platform.now(), photo.len() as u32, tidy(name));
    let what = format!("{name} · {}", secret::hex(&digest(&photo)[..16]));
    // The row first, and hidden: whatever breaks off from here on is found by it and removed.
    let sql = "insert into case_file (id, case_id, path, kind, name, bytes, digest, uploaded_at, detached_at, taken_by) \
         values ($1, $2, '', $3, $4, $5, $6, $7, $7, $8)";
    let args = args![id, case.id, kind.as_str(), &name, size, sent, now, actor.id()];
    platform.db.run(sql, args).await?;
    platform.blobs.put(&key(id), photo).await.map_err(FileError::from)?;
    let (mut tx, mut case, account) = begin(platform, actor, number).await?;
    if is_there(&mut tx, &case, &takes, sent).await? {
        return Ok(());
    }
    tx.run_one("update case_file set detached_at = null where id = $1", args![id]).await?;
    let happened = of_visit(&case, account, TAKEN, &what);
    append(platform, &mut tx, &mut case, happened).await?;
    Ok(tx.commit().await?)
}

/// Takes a photograph out again.
///
/// # Errors
/// See [`PhotoError`]; one that is not there is no error.
pub async fn remove_photo(platform: &Platform, actor: &Actor, number: &str, photo: Uuid) -> Result<(), PhotoError> {
    let (mut tx, mut case, account) = begin(platform, actor, number).await?;
    let sql = "select name from case_file where id = $1 and case_id = $2 and taken_by is not null \
         and detached_at is null";
    let found: Option<(String,)> = tx.one(sql, args![photo, case.id]).await?;
    let Some((name,)) = found else { return Ok(()) };
    tx.run_one("update case_file set detached_at = $2 where id = $1", args![photo, platform.now()]).await?;
    let happened = of_visit(&case, account, REMOVED, &name);
    append(platform, &mut tx, &mut case, happened).await?;
    Ok(tx.commit().await?)
}

fn of_visit<'h>(case: &Case, account: Uuid, action: &'h str, what: &'h str) -> Happened<'h> {
    let happened = Happened::staying(case, Some(account), By::PetugasLapangan.as_str(), action);
    Happened { internal_note: Some(what), ..happened }
}

/// Locks the case of a visit that is planned and not reported yet, for whoever goes there.
async fn begin(platform: &Platform, actor: &Actor, number: &str) -> Result<(Tx, Case, Uuid), StepError> {
    let account = actor.require(Capability::VisitCases)?;
    let mut tx = platform.db.begin().await?;
    let case = find_and_lock(&mut tx, number).await?;
    if is_partial(&mut tx, &case, account).await? {
        return Err(Refused::OwnCase.into());
    }
    if case.state != State::Kunjungan {
        return Err(Refused::NotNow.into());
    }
    Ok((tx, case, account))
}

/// Whether the same photograph is there already; if not, there has to be room for it.
async fn is_there(tx: &mut Tx, case: &Case, takes: &Takes, sent: [u8; 32]) -> Result<bool, PhotoError> {
    let sql = "select digest from case_file where case_id = $1 and taken_by is not null and detached_at is null";
    let there: Vec<(Vec<u8>,)> = tx.all(sql, args![case.id]).await?;
    if there.iter().any(|(digest,)| *digest == sent) {
        return Ok(true);
    }
    takes.has_room(there.len()).map_err(FileError::from)?;
    Ok(false)
}
