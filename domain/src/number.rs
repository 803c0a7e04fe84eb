//! Numbers that people get: short, readable aloud, not guessable in sequence, and safe against one slip of the tongue.

use thiserror::Error;

/// Crockford's base 32: no I, L, O, U.
pub(crate) const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What a number belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// An order: `PSN-`.
    Order,
    /// A permit case: `IZN-`.
    Permit,
    /// A complaint: `ADU-`.
    Complaint,
    /// A registration for a class: `PLT-`.
    Registration,
    /// A certificate of a class: `SRT-`.
    Certificate,
    /// A mentoring: `PDP-`.
    Mentoring,
}

impl Kind {
    const fn prefix(self) -> &'static str {
        match self {
            Kind::Order => "PSN",
            Kind::Permit => "IZN",
            Kind::Complaint => "ADU",
            Kind::Registration => "PLT",
            Kind::Certificate => "SRT",
            Kind::Mentoring => "PDP",
        }
    }
}

/// A public number such as `PSN-7K4M-92QX-D`: 40 random bits and a check character.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PublicNumber(String);

/// Not a number of this kind, or mistyped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a valid number")]
pub struct NumberError;

impl PublicNumber {
    /// Makes a number from 40 random bits; the upper bits are ignored.
    pub fn new(kind: Kind, random: u64) -> Self {
        let values: Vec<u8> = (0..8).rev().map(|index| ((random >> (index * 5)) & 31) as u8).collect();
        Self::write(kind, &values)
    }

    /// Reads what people type: small letters, missing or other separators, O for 0, I or L for 1, without the prefix.
    ///
    /// # Errors
    /// When the length or the check character is wrong.
    pub fn parse(kind: Kind, text: &str) -> Result<Self, NumberError> {
        let plain: String = text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
        // A number may itself begin with the letters of its prefix.
        let rest = plain.strip_prefix(kind.prefix()).filter(|rest| rest.len() > 8);
        let body = rest.unwrap_or(&plain);
        let values: Vec<u8> = body.bytes().map(value).collect::<Option<_>>().ok_or(NumberError)?;
        match values.split_at_checked(8) {
            Some((values, [given])) if check(values) == *given => Ok(Self::write(kind, values)),
            _ => Err(NumberError),
        }
    }

    /// `PSN-7K4M-92QX-D`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn write(kind: Kind, values: &[u8]) -> Self {
        let character = |value: u8| ALPHABET[usize::from(value)] as char;
        let body: String = values.iter().map(|value| character(*value)).collect();
        Self(format!("{}-{}-{}-{}", kind.prefix(), &body[..4], &body[4..], character(check(values))))
    }
}

impl std::fmt::Display for PublicNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a character stands for, O read as 0, I and L as 1.
pub(crate) fn value(byte: u8) -> Option<u8> {
    let byte = match byte {
        b'O' => b'0',
        b'I' | b'L' => b'1',
        other => other,
    };
    ALPHABET.iter().position(|candidate| *candidate == byte).map(|index| index as u8)
}

/// Carry-less multiply-and-add in GF(32) (polynomial x^5+x^2+1): every single change and every exchange of neighbours
/// changes the result.
pub(crate) fn check(values: &[u8]) -> u8 {
    values.iter().fold(0, |sum, value| double(sum ^ value))
}

fn double(value: u8) -> u8 {
    let shifted = value << 1;
    if shifted & 32 == 0 { shifted } else { (shifted ^ 0b10_0101) & 31 }
}

/// The six-digit PIN of a confirmation page: who knows it may act on an order without an account.
pub fn pin(random: u32) -> String {
    format!("{:06}", random % 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::{ALPHABET, Kind, PublicNumber};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_number_is_read_however_it_is_typed(random: u64) {
            let number = PublicNumber::new(Kind::Order, random);
            let sloppy = number.as_str().to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
            prop_assert_eq!(PublicNumber::parse(Kind::Order, &sloppy), Ok(number.clone()));
            prop_assert_eq!(PublicNumber::parse(Kind::Order, &number.as_str()[4..]), Ok(number));
        }

        #[test]
        fn one_wrong_or_two_exchanged_characters_are_noticed(random: u64, at in 0..8_usize, other in 0..32_usize) {
            let number = PublicNumber::new(Kind::Order, random);
            let body: String = number.as_str()[4..].replace('-', "");
            let mut wrong: Vec<u8> = body.clone().into_bytes();
            wrong[at] = ALPHABET[other];
            let mut exchanged: Vec<u8> = body.clone().into_bytes();
            exchanged.swap(at, at + 1);
            for candidate in [wrong, exchanged] {
                let candidate = String::from_utf8(candidate).unwrap();
                prop_assert_eq!(PublicNumber::parse(Kind::Order, &candidate).is_ok(), candidate == body);
            }
        }
    }

    #[test]
    fn each_kind_has_its_prefix_and_reads_numbers_that_begin_like_it() {
        for (kind, prefix) in [
            (Kind::Order, "PSN"),
            (Kind::Permit, "IZN"),
            (Kind::Complaint, "ADU"),
            (Kind::Registration, "PLT"),
            (Kind::Certificate, "SRT"),
            (Kind::Mentoring, "PDP"),
        ] {
            let written = PublicNumber::new(kind, 0x00_1234_5678);
            assert!(written.as_str().starts_with(&format!("{prefix}-")));
            assert_eq!(PublicNumber::parse(kind, written.as_str()), Ok(written));
        }
        assert!(PublicNumber::parse(Kind::Permit, PublicNumber::new(Kind::Order, 7).as_str()).is_err());
        let values = ["P", "S", "N"].map(|letter| ALPHABET.iter().position(|c| [*c] == *letter.as_bytes()).unwrap());
        let random = values.iter().fold(0, |bits, value| (bits << 5) | *value as u64) << 25;
        let number = PublicNumber::new(Kind::Order, random);
        assert!(number.as_str().starts_with("PSN-PSN0-"));
        assert_eq!(PublicNumber::parse(Kind::Order, &number.as_str()[4..]), Ok(number));
    }

    #[test]
    fn other_texts_are_refused() {
        for text in ["", "PSN", "PSN-7K4M-92QX", "PSN-7K4M-92QX-DD", "UUUU-UUUU-U"] {
            assert!(PublicNumber::parse(Kind::Order, text).is_err(), "{text:?}");
        }
    }
}
