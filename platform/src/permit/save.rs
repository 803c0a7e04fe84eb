//! Saving what an applicant typed, section by section, right or wrong: what is wrong is said, and nothing is lost.

use std::collections::BTreeMap;

use domain::permit::answers::Path;
use domain::permit::form::{Form, Section};
use domain::permit::state::State;
use thiserror::Error;

use super::applicant::Applicant;
use super::case::{Case, correction, open_answers, read_verdicts, seal_answers};
use super::unsaved::Unsaved;
use super::window::{Turn, Window};
use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// The most characters that are kept of one answer: far more than any field takes.
const MOST: usize = 10_000;
/// The field of a form whose answer names the case in lists: the business, the brand or the product.
const SUBJECT: [&str; 3] = ["nama_usaha", "nama_merek", "nama_produk"];
/// The field of a form that says where the business is.
const PLACE: &str = "desa";

/// Why nothing was saved.
#[derive(Debug, Error)]
pub enum SaveError {
    /// There is no such section.
    #[error("no such section")]
    NotFound,
    /// The case is with the office, or over.
    #[error("not open for changes")]
    NotNow,
    /// Another window saved this section meanwhile.
    #[error("another window saved meanwhile")]
    Changed {
        /// What was typed.
        unsaved: Unsaved,
    },
    /// The database did not answer.
    #[error("save a draft: database")]
    Db(#[from] DbError),
}

/// A locked case that its applicant may change, with its form.
pub(super) async fn open_for_changes(
    platform: &Platform,
    tx: &mut Tx,
    applicant: &Applicant,
) -> Result<Option<(Case, Form)>, DbError> {
    let Some(case) = Case::lock(tx, applicant.case).await? else { return Ok(None) };
    if !case.state.is_open_for_changes() || !applicant.may_still(platform, tx).await? {
        return Ok(None);
    }
    let form = case.service(platform, tx).await?.form.clone();
    Ok(Some((case, form)))
}

/// Saves the answers of a section in the place of those that were there. While something has to be replaced, only that
/// is taken. What another window saved meanwhile stays: see [`Window`]. The same sent twice is no error.
///
/// # Errors
/// See [`SaveError`].
pub async fn save_section(
    platform: &Platform,
    applicant: &Applicant,
    section: &str,
    texts: BTreeMap<Path, String>,
    window: &Window,
) -> Result<(), SaveError> {
    let mut tx = platform.db.begin().await?;
    let (case, form) = open_for_changes(platform, &mut tx, applicant).await?.ok_or(SaveError::NotNow)?;
    let section = form.sections.iter().find(|found| found.key.as_str() == section).ok_or(SaveError::NotFound)?;
    let mut typed = open_answers(platform, case.id, &case.answers)?;
    let open = match case.state {
        State::Draf | State::Didampingi => None,
        _ => Some(correction(&read_verdicts(&mut tx, case.id).await?)),
    };
    let may_change = |path: &Path| is_in(section, path) && open.as_ref().is_none_or(|open| open.reopens(path));
    let texts: BTreeMap<Path, String> = texts
        .into_iter()
        .filter(|(path, text)| !text.trim().is_empty() && may_change(path) && form.at(path).is_some())
        // A form sends line ends of its own; a script reads them as they were typed.
        .map(|(path, text)| (path, text.replace("\r\n", "\n").chars().take(MOST).collect()))
        .collect();
    let before = typed.texts.clone();
    typed.texts.retain(|path, _| !may_change(path));
    typed.texts.extend(texts.clone());
    if typed.texts == before {
        return Ok(());
    }
    let key = section.key.as_str();
    match window.turn(&mut tx, case.id, key).await? {
        Turn::Its => window.saved(&mut tx, case.id, key).await?,
        Turn::Overtaken => return Ok(()),
        Turn::Changed => return Err(SaveError::Changed { unsaved: Unsaved::pack(case.id, key, &texts) }),
    }
    let answer = |name: &str| typed.texts.get(&Path::from_name(name)).map(|text| text.trim().to_owned());
    let subject = SUBJECT.iter().find_map(|name| answer(name)).unwrap_or_default();
    let subject: String = subject.chars().take(100).collect();
    let kecamatan = answer(PLACE).filter(|code| code.is_char_boundary(8)).map(|code| code[..8].to_owned());
    let sql = "update permit_case set answers = $2, subject = $3, kecamatan = $4, updated_at = $5 where id = $1";
    let answers = seal_answers(platform, case.id, &typed);
    tx.run_one(sql, args![case.id, answers, subject, kecamatan, platform.now()]).await?;
    tx.commit().await?;
    Ok(())
}

/// Whether a path stands in a section.
pub(super) fn is_in(section: &Section, path: &Path) -> bool {
    section.fields.iter().any(|field| path.is_within(&Path::of(&field.key)))
}
