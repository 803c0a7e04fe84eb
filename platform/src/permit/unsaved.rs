//! What somebody typed into a part and could not save, on its way to the page that shows it again: sealed, since the
//! page of a browser without scripts is kept in the database until then.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use domain::permit::answers::Path;
use uuid::Uuid;

use super::applicant::Applicant;
use crate::Platform;
use crate::sealing::{seal, unseal};

/// Sealed for something else, it does not open as this.
fn context(case: Uuid) -> Vec<u8> {
    [case.as_bytes().as_slice(), b"unsaved"].concat()
}

/// Seals it.
pub(super) fn seal_unsaved(platform: &Platform, case: Uuid, section: &str, texts: &BTreeMap<Path, String>) -> String {
    let text = serde_json::to_vec(&(section, texts)).expect("what was typed has only keys that are text");
    BASE64.encode(seal(platform, &context(case), &text))
}

/// What was typed into this part of this case; `None` where it is of another.
pub fn open_unsaved(
    platform: &Platform,
    applicant: &Applicant,
    section: &str,
    sealed: &str,
) -> Option<BTreeMap<Path, String>> {
    let text = unseal(platform, &context(applicant.case), &BASE64.decode(sealed).ok()?).ok()?;
    let (of, texts): (String, BTreeMap<Path, String>) = serde_json::from_slice(&text).ok()?;
    (of == section).then_some(texts)
}
