//! Halal: the number of a certificate of BPJPH.

use super::{NumberError, digits, number, squeeze, without_words};

/// `ID` and 14 to 17 digits. What the digits mean is not published, so the check stays loose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Halal(String);

number!(Halal);

impl Halal {
    /// Reads the number of a certificate: `ID36110004518820`.
    ///
    /// # Errors
    /// Says what is wrong, for the person who typed it. The number of the decree (KH...) is a frequent mistake and has
    /// its own: the label carries the certificate's number (Kep. BPJPH 40/2022).
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        let plain = squeeze(text);
        let number = without_words(&plain, &["HALAL", "NOMOR", "NO"]);
        match number.strip_prefix("ID") {
            Some(body) => digits(body, 14..=17)?,
            None if number.starts_with("KH") => return Err(NumberError::Ketetapan),
            None if number.is_empty() => return Err(NumberError::Empty),
            None => return Err(NumberError::Prefix),
        }
        Ok(Self(number.to_owned()))
    }
}

/// `ID36110004518820`, as on the label.
impl std::fmt::Display for Halal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_begins_with_id_and_a_decree_is_told_apart() {
        for (text, expected) in [
            ("ID36110004518820", Ok("ID36110004518820")),
            ("id 3611-0004-5188-20123", Ok("ID36110004518820123")),
            ("Halal No. ID 36110004518820", Ok("ID36110004518820")),
            ("KH-4518820", Err(NumberError::Ketetapan)),
            ("kh 36110004518820", Err(NumberError::Ketetapan)),
            ("36110004518820", Err(NumberError::Prefix)),
            ("ID3611000451882", Err(NumberError::Length(13))),
            ("ID361100045188201234", Err(NumberError::Length(18))),
            ("ID3611000451882O", Err(NumberError::NotDigits)),
            ("ID", Err(NumberError::Empty)),
            (" ", Err(NumberError::Empty)),
        ] {
            assert_eq!(Halal::parse(text).map(|number| number.to_string()), expected.map(str::to_owned), "{text:?}");
        }
    }
}
