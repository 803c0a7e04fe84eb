//! Taking a document in, and taking it back.

use domain::permit::answers::{Path, Typed, Uploaded};
use domain::permit::form::{FieldKind, Form};
use domain::permit::state::State;
use uuid::Uuid;

use super::{FileError, key};
use crate::attachment::{Takes, digest, tidy};
use crate::db::Tx;
use crate::permit::applicant::Applicant;
use crate::permit::case::{Case, correction, handed_in, open_answers, read_verdicts, seal_answers};
use crate::permit::save::open_for_changes;
use crate::{Platform, args};

/// Takes a document in, at a place of the form. Sent twice, it is one.
///
/// # Errors
/// See [`FileError`].
pub async fn add_file(
    platform: &Platform,
    applicant: &Applicant,
    path: &Path,
    name: &str,
    bytes: Vec<u8>,
) -> Result<(), FileError> {
    let digest = digest(&bytes);
    // Asked before the work as well as after it: nobody makes us decode for nothing.
    let takes = {
        let mut tx = platform.db.begin().await?;
        let (case, form, typed) = lock(platform, &mut tx, applicant, path).await?;
        let takes = takes(&form, path)?;
        if is_there(&mut tx, &case, &typed, path, digest).await? {
            return Ok(());
        }
        takes.has_room(count(&typed, path))?;
        takes
    };
    let (kind, bytes) = takes.read(platform, bytes).await?;
    let (id, now, size) = (platform.new_id(), platform.now(), bytes.len() as u32);
    // The row first: whatever breaks off from here on is found by it and removed.
    let sql = "insert into case_file (id, case_id, path, kind, name, bytes, digest, uploaded_at, detached_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8)";
    let args = args![id, applicant.case, path.as_str(), kind.as_str(), tidy(name), size, digest, now];
    platform.db.run(sql, args).await?;
    platform.blobs.put(&key(id), bytes).await?;
    let mut tx = platform.db.begin().await?;
    let (case, _, mut typed) = lock(platform, &mut tx, applicant, path).await?;
    if is_there(&mut tx, &case, &typed, path, digest).await? {
        return Ok(());
    }
    takes.has_room(count(&typed, path))?;
    typed.files.entry(path.clone()).or_default().push(Uploaded { id, kind, bytes: size });
    tx.run_one("update case_file set detached_at = null where id = $1", args![id]).await?;
    store(platform, &mut tx, &case, &typed).await?;
    tx.commit().await?;
    Ok(())
}

/// Whether the same file stands there: it came twice, as the first answer was not heard.
async fn is_there(tx: &mut Tx, case: &Case, typed: &Typed, path: &Path, digest: [u8; 32]) -> Result<bool, FileError> {
    let sql = "select id from case_file where case_id = $1 and path = $2 and digest = $3 and detached_at is null";
    let same: Vec<(Uuid,)> = tx.all(sql, args![case.id, path.as_str(), digest]).await?;
    let there = typed.files.get(path).map(Vec::as_slice).unwrap_or_default();
    Ok(there.iter().any(|uploaded| same.contains(&(uploaded.id,))))
}

fn count(typed: &Typed, path: &Path) -> usize {
    typed.files.get(path).map_or(0, Vec::len)
}

/// Takes a document back. One that the office has seen stays in the store with the case.
///
/// # Errors
/// See [`FileError`]; a document that is not there is no error.
pub async fn remove_file(platform: &Platform, applicant: &Applicant, path: &Path, file: Uuid) -> Result<(), FileError> {
    let mut tx = platform.db.begin().await?;
    let (case, _, mut typed) = lock(platform, &mut tx, applicant, path).await?;
    let Some(files) = typed.files.get_mut(path) else { return Ok(()) };
    files.retain(|uploaded| uploaded.id != file);
    typed.files.retain(|_, files| !files.is_empty());
    let seen = handed_in(platform, &case)?;
    if !seen.files.values().flatten().any(|uploaded| uploaded.id == file) {
        let sql = "update case_file set detached_at = $3 where id = $1 and case_id = $2";
        tx.run(sql, args![file, case.id, platform.now()]).await?;
    }
    store(platform, &mut tx, &case, &typed).await?;
    tx.commit().await?;
    Ok(())
}

/// Locks a case whose document at this path may be changed.
async fn lock(
    platform: &Platform,
    tx: &mut Tx,
    applicant: &Applicant,
    path: &Path,
) -> Result<(Case, Form, Typed), FileError> {
    let (case, form) = open_for_changes(platform, tx, applicant).await?.ok_or(FileError::NotNow)?;
    let locked = match case.state {
        State::Draf | State::Didampingi => false,
        _ => !correction(&read_verdicts(tx, case.id).await?).reopens(path),
    };
    if locked {
        return Err(FileError::NotNow);
    }
    let typed = open_answers(platform, case.id, &case.answers)?;
    Ok((case, form, typed))
}

async fn store(platform: &Platform, tx: &mut Tx, case: &Case, typed: &Typed) -> Result<(), FileError> {
    let sql = "update permit_case set answers = $2, updated_at = $3 where id = $1";
    Ok(tx.run_one(sql, args![case.id, seal_answers(platform, case.id, typed), platform.now()]).await?)
}

fn takes(form: &Form, path: &Path) -> Result<Takes, FileError> {
    match form.at(path).map(|field| &field.kind) {
        Some(FieldKind::File { kinds, most_bytes, most, most_pages }) => {
            Ok(Takes { kinds: kinds.clone(), most_bytes: *most_bytes, most: *most, most_pages: *most_pages })
        }
        _ => Err(FileError::NotFound),
    }
}
