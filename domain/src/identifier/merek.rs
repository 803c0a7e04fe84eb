//! Merek: the registration of a trademark at DJKI.

use super::{NumberError, digits, number, squeeze, without_words};

/// `IDM` and 9 digits, as DJKI has numbered registrations since 2005 (not confirmed by an official source, so 6 to 12
/// digits are taken and the officer looks).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merek(String);

number!(Merek);

impl Merek {
    /// Reads a registration: `IDM000123456`. An application that is not decided yet (`DID...`) is none.
    ///
    /// # Errors
    /// Says what is wrong, for the person who typed it.
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        let plain = squeeze(text);
        let number = without_words(&plain, &["MEREK", "NOMOR", "NO"]);
        match number.strip_prefix("IDM") {
            Some(body) => digits(body, 6..=12)?,
            None if number.is_empty() => return Err(NumberError::Empty),
            None => return Err(NumberError::Prefix),
        }
        Ok(Self(number.to_owned()))
    }
}

/// `IDM000123456`.
impl std::fmt::Display for Merek {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trademark_begins_with_idm() {
        for (text, expected) in [
            ("IDM000123456", Ok("IDM000123456")),
            ("Merek no. idm 000 123 456", Ok("IDM000123456")),
            ("DID2026012345", Err(NumberError::Prefix)),
            ("IDM12345", Err(NumberError::Length(5))),
            ("IDM1234567890123", Err(NumberError::Length(13))),
            ("IDM00012345A", Err(NumberError::NotDigits)),
            ("", Err(NumberError::Empty)),
        ] {
            assert_eq!(Merek::parse(text).map(|number| number.to_string()), expected.map(str::to_owned), "{text:?}");
        }
    }
}
