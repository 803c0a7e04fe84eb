//! KBLI: the classification of business fields by BPS. A code means something only together with its edition: codes
//! were split and merged between them, and which is which a person decides.

use super::{NumberError, digits, squeeze, without_words};
use crate::words;

words! {
    /// The edition of the classification.
    pub enum KbliVersion {
        /// BPS Regulation 2/2020.
        Kbli2020 = "2020",
        /// BPS Regulation 7/2025, categories A to V.
        Kbli2025 = "2025",
    }
}

/// Five digits of an edition. Whether the edition has them, its table knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kbli {
    version: KbliVersion,
    code: String,
}

impl Kbli {
    /// Reads a code of an edition: `10794`, `KBLI 10794`.
    ///
    /// # Errors
    /// Says what is wrong, for the person who typed it.
    pub fn parse(version: KbliVersion, text: &str) -> Result<Self, NumberError> {
        let plain = squeeze(text);
        let code = without_words(&plain, &["KBLI", "KODE"]);
        digits(code, 5..=5)?;
        Ok(Self { version, code: code.to_owned() })
    }

    /// The edition.
    pub const fn version(&self) -> KbliVersion {
        self.version
    }

    /// The five digits.
    pub fn code(&self) -> &str {
        &self.code
    }
}

/// `10794`.
impl std::fmt::Display for Kbli {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_five_digits() {
        for (text, expected) in [
            ("10794", Ok("10794")),
            (" KBLI 10.794 ", Ok("10794")),
            ("01111", Ok("01111")),
            ("1079", Err(NumberError::Length(4))),
            ("107940", Err(NumberError::Length(6))),
            ("C1079", Err(NumberError::NotDigits)),
            ("KBLI", Err(NumberError::Empty)),
        ] {
            let found = Kbli::parse(KbliVersion::Kbli2020, text);
            assert_eq!(found.as_ref().map(Kbli::code).map_err(|error| *error), expected, "{text:?}");
        }
        let in_edition = |version| Kbli::parse(version, "10794").unwrap();
        assert_ne!(in_edition(KbliVersion::Kbli2020), in_edition(KbliVersion::Kbli2025));
    }
}
