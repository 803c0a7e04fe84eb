//! NIK: the number of a citizen (UU 24/2013, administration of population), given once and never changed.
//!
//! `PPKKCC DDMMYY SSSS`: province, regency and kecamatan of the first registration, birth date (women: day + 40), a
//! serial from 0001. It tells birth date, sex and origin, so it is kept encrypted, found only through a keyed hash and
//! never shown whole to the public (UU 27/2022, personal data).

use thiserror::Error;

use super::{NumberError, digits, squeeze, without_words};
use crate::region::RegionCode;
use crate::time::Day;

/// Sixteen digits with a birth date among them. Prints and debugs masked.
#[derive(Clone, PartialEq, Eq)]
pub struct Nik(String);

/// Why a typed text is no NIK.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NikError {
    /// Not sixteen digits.
    #[error("not sixteen digits")]
    Shape(NumberError),
    /// The digits 7 to 12 are no birth date.
    #[error("no birth date inside")]
    BirthDate,
    /// The serial is 0000.
    #[error("serial 0000")]
    Serial,
}

/// What a woman's day of birth is raised by.
const WOMAN: u8 = 40;
/// Who runs a business is at least so old: this decides the century of the birth date. Years.
const YOUNGEST: i64 = 17;

impl Nik {
    /// Reads a number with or without spaces, dots, hyphens and the word NIK. Where it was given is not compared with
    /// anything: people move.
    ///
    /// # Errors
    /// Says what is wrong, for the person who typed it. A 29 February is refused only if neither century had one.
    pub fn parse(text: &str) -> Result<Self, NikError> {
        let plain = squeeze(text);
        let number = without_words(&plain, &["NIK", "NOMOR", "NO"]);
        digits(number, 16..=16).map_err(NikError::Shape)?;
        let nik = Self(number.to_owned());
        if nik.born_in(1900).or(nik.born_in(2000)).is_none() {
            return Err(NikError::BirthDate);
        }
        if number.ends_with("0000") { Err(NikError::Serial) } else { Ok(nik) }
    }

    /// The sixteen digits: to be encrypted or hashed, never logged, never part of an address.
    pub fn secret(&self) -> &str {
        &self.0
    }

    /// The kecamatan of the first registration; it may have another code today.
    pub fn first_registered(&self) -> Option<RegionCode> {
        RegionCode::parse(&format!("{}.{}.{}", &self.0[..2], &self.0[2..4], &self.0[4..6])).ok()
    }

    /// Whether the day of birth is a woman's.
    pub fn is_woman(&self) -> bool {
        self.two(6) > WOMAN
    }

    /// The birth date of somebody who is at least 17 today: the later century if that fits. A guess to prefill a form
    /// with; what the person says about the own birth date is the truth.
    pub fn likely_birth(&self, today: Day) -> Option<Day> {
        let (year, month, day) = today.date();
        // On a 29 February, whoever was born on 1 March has not had the birthday yet.
        let newest = Day::new(year - YOUNGEST, month, day).or_else(|| Day::new(year - YOUNGEST, 2, 28))?;
        self.born_in(2000).filter(|birth| *birth <= newest).or_else(|| self.born_in(1900))
    }

    fn born_in(&self, century: i64) -> Option<Day> {
        let day = self.two(6);
        let day = if self.is_woman() { day - WOMAN } else { day };
        Day::new(century + i64::from(self.two(10)), self.two(8), day)
    }

    fn two(&self, at: usize) -> u8 {
        self.0.as_bytes()[at..at + 2].iter().fold(0, |number, digit| number * 10 + (digit - b'0'))
    }
}

/// `3603••••••••0001`.
impl std::fmt::Display for Nik {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}••••••••{}", &self.0[..4], &self.0[12..])
    }
}

impl std::fmt::Debug for Nik {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nik_holds_a_birth_date_and_a_serial() {
        let shape = |error| Err(NikError::Shape(error));
        for (text, expected) in [
            ("3603012402900001", Ok("3603012402900001")),
            ("NIK: 36.03.01 240290 0001", Ok("3603012402900001")),
            // A woman; a kecamatan that no table has; the last day that there is.
            ("3603016402900001", Ok("3603016402900001")),
            ("3603990101900001", Ok("3603990101900001")),
            ("3603017112900001", Ok("3603017112900001")),
            // 29 February: 1992 had one; 2000 had one though 1900 did not; neither 1901 nor 2001 did.
            ("3603012902920001", Ok("3603012902920001")),
            ("3603012902000001", Ok("3603012902000001")),
            ("3603012902010001", Err(NikError::BirthDate)),
            ("3603010002900001", Err(NikError::BirthDate)),
            ("3603013201900001", Err(NikError::BirthDate)),
            ("3603014001900001", Err(NikError::BirthDate)),
            ("3603017201900001", Err(NikError::BirthDate)),
            ("3603013102900001", Err(NikError::BirthDate)),
            ("3603010113900001", Err(NikError::BirthDate)),
            ("3603010100900001", Err(NikError::BirthDate)),
            ("3603010101900000", Err(NikError::Serial)),
            ("360301010190001", shape(NumberError::Length(15))),
            ("36030101019000012", shape(NumberError::Length(17))),
            ("360301010190000A", shape(NumberError::NotDigits)),
            ("", shape(NumberError::Empty)),
        ] {
            assert_eq!(Nik::parse(text).as_ref().map(Nik::secret).map_err(|error| *error), expected, "{text:?}");
        }
    }

    #[test]
    fn the_century_makes_an_owner_of_at_least_seventeen() {
        for (text, today, birth, woman) in [
            ("3603012402900001", "2026-11-24", "1990-02-24", false),
            ("3603016402050001", "2026-11-24", "2005-02-24", true),
            ("3603012411090001", "2026-11-24", "2009-11-24", false),
            ("3603012511090001", "2026-11-24", "1909-11-25", false),
            ("3603012902000001", "2026-11-24", "2000-02-29", false),
            ("3603012902080001", "2028-02-29", "2008-02-29", false),
            ("3603012802110001", "2028-02-29", "2011-02-28", false),
            ("3603010103110001", "2028-02-29", "1911-03-01", false),
        ] {
            let nik = Nik::parse(text).unwrap();
            let today = Day::parse(today).unwrap();
            assert_eq!((nik.likely_birth(today), nik.is_woman()), (Day::parse(birth), woman), "{text}");
        }
    }

    #[test]
    fn a_nik_is_never_printed_whole() {
        let nik = Nik::parse("3603012402900001").unwrap();
        assert_eq!((nik.to_string(), format!("{nik:?}")), ("3603••••••••0001".into(), "3603••••••••0001".into()));
        assert_eq!(nik.first_registered(), RegionCode::parse("36.03.01").ok());
    }
}
