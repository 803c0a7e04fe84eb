//! Taking a document in, and taking it back.

use domain::document::is_pdf;
use domain::permit::answers::{Path, Typed, Uploaded};
use domain::permit::form::{FieldKind, FileKind, Form};
use domain::permit::state::State;
use domain::picture::Unfit;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{FileError, key, pdf};
use crate::db::Tx;
use crate::permit::applicant::Applicant;
use crate::permit::case::{Case, correction, handed_in, open_answers, read_verdicts, seal_answers};
use crate::permit::save::open_for_changes;
use crate::picture::{fit, one_at_a_time};
use crate::{Platform, args};

/// The longer side of a stored photograph: small print stays readable. Pixels.
const LONGEST: u32 = 2000;

/// What a field takes.
struct Takes {
    kinds: Vec<FileKind>,
    most_bytes: u32,
    most: u8,
    most_pages: u16,
}

/// Takes a document in, at a place of the form.
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
    // Asked before the work as well as after it: nobody makes us decode for nothing.
    let takes = {
        let mut tx = platform.db.begin().await?;
        let (case, form, typed) = lock(platform, &mut tx, applicant, path).await?;
        let takes = takes(&form, path)?;
        has_room(&typed, path, takes.most)?;
        drop((case, tx));
        takes
    };
    if bytes.len() > takes.most_bytes as usize {
        return Err(FileError::TooLarge(takes.most_bytes));
    }
    platform.scan(&bytes).await?;
    let (kind, bytes) = read(bytes, &takes).await?;
    let (id, now, size) = (platform.new_id(), platform.now(), bytes.len() as u32);
    // The row first: whatever breaks off from here on is found by it and removed.
    let sql = "insert into case_file (id, case_id, path, kind, name, bytes, digest, uploaded_at, detached_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8)";
    let digest: [u8; 32] = Sha256::digest(&bytes).into();
    let args = args![id, applicant.case, path.as_str(), kind.as_str(), tidy(name), size, digest, now];
    platform.db.run(sql, args).await?;
    platform.blobs.put(&key(id), bytes).await?;
    let mut tx = platform.db.begin().await?;
    let (case, _, mut typed) = lock(platform, &mut tx, applicant, path).await?;
    has_room(&typed, path, takes.most)?;
    typed.files.entry(path.clone()).or_default().push(Uploaded { id, kind, bytes: size });
    tx.run_one("update case_file set detached_at = null where id = $1", args![id]).await?;
    store(platform, &mut tx, &case, &typed).await?;
    tx.commit().await?;
    Ok(())
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

fn has_room(typed: &Typed, path: &Path, most: u8) -> Result<(), FileError> {
    let there = typed.files.get(path).map_or(0, Vec::len);
    if there >= usize::from(most) { Err(FileError::TooMany(most)) } else { Ok(()) }
}

/// What a file is. A photograph is coded anew: that leaves place, time and camera behind, and whatever else was in it.
async fn read(bytes: Vec<u8>, takes: &Takes) -> Result<(FileKind, Vec<u8>), FileError> {
    if is_pdf(&bytes) {
        if !takes.kinds.contains(&FileKind::Pdf) {
            return Err(FileError::NotAPhoto);
        }
        let pdf = pdf::check(bytes, takes.most_pages).await.map_err(FileError::Pdf)?;
        return Ok((FileKind::Pdf, pdf));
    }
    if !takes.kinds.contains(&FileKind::Foto) {
        return Err(FileError::Unfit(Unfit::Foreign));
    }
    Ok((FileKind::Foto, recode(bytes).await?))
}

/// What the photograph of an officer becomes, checked as an applicant's is.
pub(in crate::permit) async fn to_photo(platform: &Platform, bytes: Vec<u8>) -> Result<Vec<u8>, FileError> {
    platform.scan(&bytes).await?;
    recode(bytes).await
}

async fn recode(bytes: Vec<u8>) -> Result<Vec<u8>, FileError> {
    one_at_a_time(move || fit(&bytes, LONGEST)).await.map_err(FileError::Unfit)
}

/// A name for people: without paths and what is invisible.
pub(in crate::permit) fn tidy(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let visible: String = last.chars().filter(|c| !c.is_control()).take(80).collect();
    if visible.trim().is_empty() { "dokumen".to_owned() } else { visible }
}
