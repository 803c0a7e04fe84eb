//! NIB: the number of a business, given by OSS for its lifetime.

use super::{NumberError, digits, number, squeeze, without_words};

/// Thirteen digits. No check digit is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nib(String);

number!(Nib);

impl Nib {
    /// Reads a number with or without spaces, dots, hyphens and the word NIB.
    ///
    /// # Errors
    /// Says what is wrong, for the person who typed it.
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        let plain = squeeze(text);
        let number = without_words(&plain, &["NIB", "NOMOR", "NO"]);
        digits(number, 13..=13)?;
        Ok(Self(number.to_owned()))
    }
}

/// `1242300876140`, as OSS prints it.
impl std::fmt::Display for Nib {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nib_has_thirteen_digits() {
        for (text, expected) in [
            ("1242300876140", Ok("1242300876140")),
            (" NIB: 1242 3008 7614 0 ", Ok("1242300876140")),
            ("12.4230-0876.140", Ok("1242300876140")),
            ("0000000000000", Ok("0000000000000")),
            ("124230087614", Err(NumberError::Length(12))),
            ("12423008761400", Err(NumberError::Length(14))),
            ("124230087614O", Err(NumberError::NotDigits)),
            ("", Err(NumberError::Empty)),
            ("NIB -", Err(NumberError::Empty)),
        ] {
            assert_eq!(Nib::parse(text).as_ref().map(Nib::as_str).map_err(|error| *error), expected, "{text:?}");
        }
    }
}
