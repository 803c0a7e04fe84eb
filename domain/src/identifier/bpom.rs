//! BPOM MD and ML: food registered nationally, made here (MD) or imported (ML).

use super::{NumberError, digits, number, squeeze, without_words};

/// `MD` or `ML` and 12 to 15 digits; the newer numbers are the longer ones. The digits are not decoded: their meaning
/// is not published in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bpom(String);

number!(Bpom);

impl Bpom {
    /// Reads a number as it stands on a label: `BPOM RI MD 224510107115`.
    ///
    /// # Errors
    /// Says what is wrong, for the person who typed it.
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        let plain = squeeze(text);
        let number = without_words(&plain, &["BPOM", "RI", "NOMOR", "NO"]);
        let body = number.strip_prefix("MD").or_else(|| number.strip_prefix("ML"));
        match body {
            Some(body) => digits(body, 12..=15)?,
            None if number.is_empty() => return Err(NumberError::Empty),
            None => return Err(NumberError::Prefix),
        }
        Ok(Self(number.to_owned()))
    }
}

/// `MD 224510107115`.
impl std::fmt::Display for Bpom {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (kind, body) = self.0.split_at(2);
        write!(f, "{kind} {body}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_registration_begins_with_md_or_ml() {
        for (text, expected) in [
            ("BPOM RI MD 224510107115", Ok("MD 224510107115")),
            ("md240935001200027", Ok("MD 240935001200027")),
            ("ML 2245-1010-7115", Ok("ML 224510107115")),
            ("224510107115", Err(NumberError::Prefix)),
            ("SD 224510107115", Err(NumberError::Prefix)),
            ("MD 22451010711", Err(NumberError::Length(11))),
            ("MD 2245101071151234", Err(NumberError::Length(16))),
            ("MD 22451010711X", Err(NumberError::NotDigits)),
            ("MD", Err(NumberError::Empty)),
            ("BPOM RI", Err(NumberError::Empty)),
        ] {
            assert_eq!(Bpom::parse(text).map(|number| number.to_string()), expected.map(str::to_owned), "{text:?}");
        }
    }
}
