//! What somebody typed into a part and could not save, on its way to the page that shows it again. It goes with what is kept
//! of a refused form, which is sealed: see [`crate::flash`].

use std::collections::BTreeMap;

use domain::permit::answers::Path;
use uuid::Uuid;

use super::applicant::Applicant;

/// What was typed, as a text, with the case and the part that it is of.
#[derive(Clone, PartialEq, Eq)]
pub struct Unsaved(String);

/// It is personal: nothing of it gets into a log.
impl std::fmt::Debug for Unsaved {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Unsaved(..)")
    }
}

impl Unsaved {
    pub(super) fn pack(case: Uuid, section: &str, texts: &BTreeMap<Path, String>) -> Self {
        Self(serde_json::to_string(&(case, section, texts)).expect("what was typed has only keys that are text"))
    }

    /// For [`open_unsaved`]. To be kept sealed only.
    pub fn into_text(self) -> String {
        self.0
    }
}

/// What was typed into this part of this case; `None` where it is of another.
pub fn open_unsaved(applicant: &Applicant, section: &str, packed: &str) -> Option<BTreeMap<Path, String>> {
    let (case, of, texts): (Uuid, String, BTreeMap<Path, String>) = serde_json::from_str(packed).ok()?;
    (case == applicant.case && of == section).then_some(texts)
}
