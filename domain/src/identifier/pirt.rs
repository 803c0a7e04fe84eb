//! P-IRT: the number of a home-made food (SPP-IRT), one per product, valid for five years.
//!
//! Shape and meaning of the digits: BPOM Regulation 22/2018 and secondary sources, so everything but the shape is a
//! note for the officer and never a refusal.

use super::{NumberError, digits, number, squeeze, without_words};
use crate::time::Day;

/// Fifteen digits, or twelve on documents from before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pirt(String);

number!(Pirt);

impl Pirt {
    /// Reads a number as it stands on a label: `P-IRT No. 2153603010100-30`.
    ///
    /// # Errors
    /// Says what is wrong, for the person who typed it.
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        let plain = squeeze(text);
        let number = without_words(&plain, &["SPP", "PIRT", "IRT", "NOMOR", "NO"]);
        match digits(number, 15..=15) {
            Err(NumberError::Length(12)) | Ok(()) => Ok(Self(number.to_owned())),
            Err(error) => Err(error),
        }
    }

    /// Whether it is one of the old numbers, of which only the document says how long they are valid.
    pub fn is_old(&self) -> bool {
        self.0.len() == 12
    }

    /// Province and regency as four digits, without dots; `None` in an old number.
    pub fn region(&self) -> Option<&str> {
        (!self.is_old()).then(|| &self.0[3..7])
    }

    /// Whether the first digit names a kind of packaging: 1 to 8 do.
    pub fn has_known_packaging(&self) -> bool {
        self.is_old() || matches!(self.0.as_bytes()[0], b'1'..=b'8')
    }

    /// The year in which it ends, from its last two digits; `None` in an old number.
    pub fn last_year(&self) -> Option<i64> {
        (!self.is_old()).then(|| self.0[13..].parse::<i64>().ok()).flatten().map(|year| 2000 + year)
    }

    /// The last day of that year: how long it is valid at most, while the day on the document is not known.
    pub fn estimated_end(&self) -> Option<Day> {
        Day::new(self.last_year()?, 12, 31)
    }
}

/// `2153603010100-30`.
impl std::fmt::Display for Pirt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0.split_at_checked(13) {
            Some((number, year)) => write!(f, "{number}-{year}"),
            None => f.write_str(&self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_stands_on_the_label() {
        for (text, expected) in [
            ("P-IRT No. 2153603010100-30", Ok("2153603010100-30")),
            ("215360301010030", Ok("2153603010100-30")),
            ("SPP-IRT 2.15.3603.01.0100-30", Ok("2153603010100-30")),
            ("PIRT: 206360301234", Ok("206360301234")),
            ("21536030101003", Err(NumberError::Length(14))),
            ("2153603010100300", Err(NumberError::Length(16))),
            ("21536030101", Err(NumberError::Length(11))),
            ("2153603O1010030", Err(NumberError::NotDigits)),
            ("P-IRT", Err(NumberError::Empty)),
        ] {
            assert_eq!(Pirt::parse(text).map(|number| number.to_string()), expected.map(str::to_owned), "{text:?}");
        }
    }

    #[test]
    fn the_digits_tell_region_packaging_and_year() {
        let new = Pirt::parse("215360301010030").unwrap();
        assert_eq!((new.region(), new.last_year(), new.has_known_packaging()), (Some("3603"), Some(2030), true));
        assert_eq!(new.estimated_end(), Day::new(2030, 12, 31));
        assert_eq!(Pirt::parse("215360301010000").unwrap().last_year(), Some(2000));
        assert_eq!(Pirt::parse("215360301010099").unwrap().estimated_end(), Day::new(2099, 12, 31));
        assert!(!Pirt::parse("915327301010030").unwrap().has_known_packaging());
        let old = Pirt::parse("206360301234").unwrap();
        assert_eq!((old.is_old(), old.region(), old.last_year(), old.estimated_end()), (true, None, None, None));
    }
}
