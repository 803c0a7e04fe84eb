//! What an officer says about each document, and the one request for correction that follows from it.
//!
//! A request re-opens only what has to be replaced. What was accepted stays locked for the applicant and is not judged
//! again.

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

use super::answers::{Path, Typed};
use super::reason::Reason;

/// What an officer says about a document; also about an answer that cannot stay as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// DITERIMA: it is right.
    Accepted,
    /// PERLU_DIGANTI: another one is needed.
    Replace {
        /// What is wrong with it.
        reason: Reason,
        /// The picture of a good one, by its name in the service's examples.
        example: Option<String>,
    },
    /// TIDAK_BERLAKU: it is not needed in this case.
    NotNeeded,
}

/// The verdicts on a case, by where each document or answer stands. A verdict on a group is one on all its rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verdicts(pub BTreeMap<Path, Verdict>);

/// Why a correction cannot be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NoCorrection {
    /// These documents are not judged yet: everything is asked for at once, so everything is looked at before.
    #[error("not everything is judged")]
    Unjudged(Vec<Path>),
    /// Nothing has to be replaced.
    #[error("nothing has to be replaced")]
    Nothing,
}

impl Verdicts {
    /// The documents handed in that nobody has judged yet.
    pub fn unjudged(&self, typed: &Typed) -> Vec<Path> {
        let judged = |path: &Path| self.0.keys().any(|verdict| path.is_within(verdict));
        typed.documents().filter(|path| !judged(path)).cloned().collect()
    }

    /// Whether every document is judged and nothing has to be replaced ([`super::step::Facts::accepted`]).
    pub fn is_accepted(&self, typed: &Typed) -> bool {
        self.correction(typed) == Err(NoCorrection::Nothing)
    }

    /// The one request for everything that has to be replaced.
    ///
    /// # Errors
    /// While a document is not judged, or when there is nothing to ask for.
    pub fn correction(&self, typed: &Typed) -> Result<Correction, NoCorrection> {
        let unjudged = self.unjudged(typed);
        if !unjudged.is_empty() {
            return Err(NoCorrection::Unjudged(unjudged));
        }
        let replaced = self.0.iter().filter(|(_, verdict)| matches!(verdict, Verdict::Replace { .. }));
        let open: BTreeSet<Path> = replaced.map(|(path, _)| path.clone()).collect();
        if open.is_empty() { Err(NoCorrection::Nothing) } else { Ok(Correction { open }) }
    }

    /// What still holds when a correction was handed in: what was replaced is judged anew.
    pub fn after(mut self, correction: &Correction) -> Self {
        self.0.retain(|path, _| !correction.reopens(path));
        self
    }
}

/// A request for correction: what the applicant may change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    open: BTreeSet<Path>,
}

impl Correction {
    /// A request as it was stored.
    pub fn of(open: impl IntoIterator<Item = Path>) -> Self {
        Self { open: open.into_iter().collect() }
    }

    /// What is re-opened: fields, or whole groups.
    pub fn open(&self) -> impl Iterator<Item = &Path> {
        self.open.iter()
    }

    /// Whether the applicant may change what stands here. Everything else is locked.
    pub fn reopens(&self, path: &Path) -> bool {
        self.open.iter().any(|open| path.is_within(open))
    }

    /// What was handed in, with the changes that are allowed; what else was sent is left out.
    pub fn apply(&self, handed_in: &Typed, sent: &Typed) -> Typed {
        Typed { texts: self.mix(&handed_in.texts, &sent.texts), files: self.mix(&handed_in.files, &sent.files) }
    }

    /// What was asked for and is as it was: the applicant has to change it before sending.
    pub fn unchanged(&self, handed_in: &Typed, corrected: &Typed) -> Vec<Path> {
        let same = |open: &&Path| handed_in.part(open) == corrected.part(open);
        self.open.iter().filter(same).cloned().collect()
    }

    fn mix<T: Clone>(&self, old: &BTreeMap<Path, T>, new: &BTreeMap<Path, T>) -> BTreeMap<Path, T> {
        let locked = old.iter().filter(|(path, _)| !self.reopens(path));
        let changed = new.iter().filter(|(path, _)| self.reopens(path));
        locked.chain(changed).map(|(path, value)| (path.clone(), value.clone())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::permit::answers::tests::{filled, upload, with};
    use crate::permit::form::FileKind;
    use proptest::prelude::*;

    fn path(name: &str) -> Path {
        Path::from_name(name)
    }

    fn replace() -> Verdict {
        Verdict::Replace { reason: Reason::parse("buram", "Foto buram.").unwrap(), example: Some("ktp-jelas".into()) }
    }

    /// KTP and certificate are handed in.
    fn case() -> Typed {
        let mut typed = filled();
        typed.files.insert(path("sertifikat"), vec![upload(7, FileKind::Pdf, 10)]);
        typed
    }

    fn verdicts(verdicts: &[(&str, Verdict)]) -> Verdicts {
        Verdicts(verdicts.iter().map(|(name, verdict)| (path(name), verdict.clone())).collect())
    }

    #[test]
    fn a_correction_is_asked_for_once_everything_is_judged() {
        let asked = |given: &[(&str, Verdict)]| verdicts(given).correction(&case());
        let unjudged = |names: &[&str]| Err(NoCorrection::Unjudged(names.iter().map(|name| path(name)).collect()));
        let open = |names: &[&str]| Ok(Correction::of(names.iter().map(|name| path(name))));
        use Verdict::*;
        for (given, expected, accepted) in [
            (vec![], unjudged(&["ktp", "sertifikat"]), false),
            (vec![("ktp", replace())], unjudged(&["sertifikat"]), false),
            (vec![("nama", replace())], unjudged(&["ktp", "sertifikat"]), false),
            (vec![("ktp", Accepted), ("sertifikat", NotNeeded)], Err(NoCorrection::Nothing), true),
            (vec![("ktp", replace()), ("sertifikat", Accepted)], open(&["ktp"]), false),
            (vec![("ktp", Accepted), ("sertifikat", NotNeeded), ("produk", replace())], open(&["produk"]), false),
        ] {
            assert_eq!(asked(&given), expected, "{given:?}");
            assert_eq!(verdicts(&given).is_accepted(&case()), accepted, "{given:?}");
        }
    }

    #[test]
    fn only_what_was_refused_is_opened_again() {
        let correction = Correction::of([path("ktp"), path("produk")]);
        let mut sent = with(&[("nama", "Orang lain"), ("produk.0.merek", "Baru"), ("produk.1.merek", "Kedua")]);
        sent.files = [(path("ktp"), vec![upload(2, FileKind::Foto, 5)]), (path("sertifikat"), vec![])].into();
        let corrected = correction.apply(&case(), &sent);
        let text = |name: &str| corrected.texts.get(&path(name)).map(String::as_str);
        assert_eq!(text("nama"), Some(" Siti  Aminah "));
        assert_eq!((text("produk.0.merek"), text("produk.1.merek")), (Some("Baru"), Some("Kedua")));
        assert_eq!(corrected.files[&path("ktp")], [upload(2, FileKind::Foto, 5)]);
        assert_eq!(corrected.files[&path("sertifikat")], [upload(7, FileKind::Pdf, 10)]);
        assert_eq!(correction.unchanged(&case(), &corrected), []);
    }

    #[test]
    fn what_is_sent_as_it_was_is_still_asked_for() {
        let correction = Correction::of([path("ktp"), path("produk"), path("nib")]);
        let sent = with(&[("nib", "1242300876141")]);
        assert_eq!(correction.unchanged(&case(), &correction.apply(&case(), &sent)), [path("ktp"), path("produk")]);
        // To leave out what was wrong is a change; whether it is required, the form knows.
        let without = correction.apply(&case(), &Typed::default());
        assert_eq!(correction.unchanged(&case(), &without), []);
    }

    #[test]
    fn after_a_correction_only_what_was_replaced_is_judged_anew() {
        let given = verdicts(&[("ktp", replace()), ("sertifikat", Verdict::Accepted), ("produk.0.merek", replace())]);
        let correction = given.correction(&case()).unwrap();
        let left = given.after(&correction);
        assert_eq!(left, verdicts(&[("sertifikat", Verdict::Accepted)]));
        assert_eq!(left.unjudged(&case()), [path("ktp")]);
    }

    proptest! {
        /// Whatever is sent, nothing locked changes and everything re-opened is what was sent.
        #[test]
        fn accepted_stays_locked(open in proptest::sample::subsequence(vec!["ktp", "nama", "produk", "nib"], 1..4), text in "[a-z]{1,9}") {
            let correction = Correction::of(open.into_iter().map(path));
            let names = ["nama", "nib", "nik", "produk.0.merek", "produk.1.merek"];
            let sent = with(&names.map(|name| (name, text.as_str())));
            let corrected = correction.apply(&case(), &sent);
            for name in names.map(path) {
                let source = if correction.reopens(&name) { sent.clone() } else { case() };
                prop_assert_eq!(corrected.texts.get(&name), source.texts.get(&name));
            }
        }
    }
}
