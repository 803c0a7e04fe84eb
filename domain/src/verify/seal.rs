//! What a paper's signature says: enough to see whether the paper was changed, and no more than the paper shows.

use thiserror::Error;

use crate::time::Day;
use crate::words;

/// The version of this text; another one has another beginning.
const VERSION: &str = "RS1";

/// What is between two parts.
const BETWEEN: char = '|';

/// Bytes of a holder's name that are kept: the code on the paper stays coarse enough for a telephone.
const HOLDER_BYTES: usize = 60;

words! {
    /// What kind of paper it is.
    pub enum PaperKind {
        /// *Surat keterangan*: says what is so.
        Statement = "keterangan",
        /// *Surat rekomendasi*: speaks for somebody at another office.
        Recommendation = "rekomendasi",
        /// *Surat keputusan*: grants something.
        Decision = "keputusan",
        /// *Surat penolakan*: refuses something.
        Refusal = "penolakan",
        /// *Sertifikat*: somebody was at a class.
        Certificate = "sertifikat",
    }
}

/// What is signed. Its text is the canonical form: `RS1|keterangan|IZN-7K4M-92QX-D|2026-11-24|2027-11-24|Siti Aminah`.
///
/// All of it stands on the paper in plain words. What does not is left out on purpose: no identity number, no address,
/// no telephone number, no business figures. Whether the paper has been revoked since, only the page knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    kind: PaperKind,
    number: String,
    issued: Day,
    until: Option<Day>,
    holder: String,
}

/// Not the text of a seal, or not in its canonical form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a seal")]
pub struct SealError;

impl Seal {
    /// Says that this paper was issued on this day to this holder, and until when it is valid (nothing: no end).
    ///
    /// A holder's name longer than 60 bytes is cut at a character; signs that separate parts become spaces.
    pub fn new(kind: PaperKind, number: &str, issued: Day, until: Option<Day>, holder: &str) -> Self {
        let mut holder = plain(holder);
        let end = (0..=HOLDER_BYTES.min(holder.len())).rev().find(|end| holder.is_char_boundary(*end)).unwrap_or(0);
        holder.truncate(end);
        Self { kind, number: plain(number), issued, until, holder: holder.trim_end().to_owned() }
    }

    /// Reads the text that was signed.
    ///
    /// # Errors
    /// When it is anything but the text that [`Seal`] itself writes: there is one text for one seal.
    pub fn parse(text: &str) -> Result<Self, SealError> {
        let parts: Vec<&str> = text.split(BETWEEN).collect();
        let [VERSION, kind, number, issued, until, holder] = parts[..] else { return Err(SealError) };
        let issued = Day::parse(issued).ok_or(SealError)?;
        let until = match until {
            "" => None,
            day => Some(Day::parse(day).ok_or(SealError)?),
        };
        let seal = Self::new(kind.parse().map_err(|_| SealError)?, number, issued, until, holder);
        (seal.to_string() == text).then_some(seal).ok_or(SealError)
    }

    /// What kind of paper.
    pub fn kind(&self) -> PaperKind {
        self.kind
    }

    /// Its public number.
    pub fn number(&self) -> &str {
        &self.number
    }

    /// The day of issue.
    pub fn issued(&self) -> Day {
        self.issued
    }

    /// The last day on which it is valid; nothing when it has no end.
    pub fn until(&self) -> Option<Day> {
        self.until
    }

    /// Whom it belongs to, at most 60 bytes of the name.
    pub fn holder(&self) -> &str {
        &self.holder
    }
}

/// The canonical text, which is what gets signed, as UTF-8.
impl std::fmt::Display for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { kind, number, issued, until, holder } = self;
        let until = until.map(|day| day.to_string()).unwrap_or_default();
        write!(f, "{VERSION}|{kind}|{number}|{issued}|{until}|{holder}")
    }
}

/// Without signs that separate, one space between words.
fn plain(text: &str) -> String {
    let spaced = text.replace(|c: char| c == BETWEEN || c.is_control(), " ");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{PaperKind, Seal, SealError};
    use crate::time::Day;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_seal_is_one_line_that_people_can_read() {
        let until = Some(day("2027-11-24"));
        let seal = Seal::new(PaperKind::Statement, "IZN-7K4M-92QX-D", day("2026-11-24"), until, "Siti Aminah");
        assert_eq!(seal.to_string(), "RS1|keterangan|IZN-7K4M-92QX-D|2026-11-24|2027-11-24|Siti Aminah");
        assert_eq!(Seal::parse(&seal.to_string()), Ok(seal));
    }

    #[test]
    fn only_the_canonical_text_is_read() {
        for text in [
            "",
            "RS1|keterangan|N|2026-11-24|",
            "RS2|keterangan|N|2026-11-24||Siti",
            "RS1|surat|N|2026-11-24||Siti",
            "RS1|keterangan|N|2026-11-31||Siti",
            "RS1|keterangan|N|2026-11-24|besok|Siti",
            "RS1|keterangan|N|2026-11-24||Siti|x",
            "RS1|keterangan|N|2026-11-24|| Siti",
            "RS1|keterangan|N|2026-11-24||Siti ",
            "RS1|keterangan|N|2026-11-4||Siti",
        ] {
            assert_eq!(Seal::parse(text), Err(SealError), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_the_name_the_seal_is_read_back(holder: String, number: String, days in 0..40_000_i64) {
            let issued = day("2026-01-01").plus(days);
            let seal = Seal::new(PaperKind::Refusal, &number, issued, None, &holder);
            prop_assert!(seal.holder().len() <= 60);
            prop_assert_eq!(Seal::parse(&seal.to_string()), Ok(seal));
        }
    }
}
