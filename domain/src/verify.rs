//! Whether a paper is genuine: the code under which anybody looks it up, and what its signature says.

pub mod seal;

use thiserror::Error;

use crate::number::{ALPHABET, check, value};

/// Characters that carry randomness: 16 of five bits each.
const LENGTH: usize = 16;

/// The code of a paper's page, `/verifikasi/{code}`: 80 random bits and a check character, in Crockford's base 32.
///
/// Who has the paper has the code, and nobody else finds it: the page shows a name, so that codes must not be
/// guessable. Written without separators in addresses and in fours on paper.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct VerifyCode(String);

/// Not a code of a paper, or mistyped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a valid code")]
pub struct VerifyCodeError;

impl VerifyCode {
    /// Makes a code from 80 random bits.
    pub fn new(random: [u8; 10]) -> Self {
        let bits = random.iter().fold(0_u128, |bits, byte| (bits << 8) | u128::from(*byte));
        let values: Vec<u8> = (0..LENGTH).rev().map(|index| ((bits >> (index * 5)) & 31) as u8).collect();
        Self::write(&values)
    }

    /// Reads what people type: small letters, any separators or none, O for 0, I or L for 1.
    ///
    /// # Errors
    /// When the length or the check character is wrong.
    pub fn parse(text: &str) -> Result<Self, VerifyCodeError> {
        // An address can be of any length; a code is not.
        if text.len() > 4 * LENGTH {
            return Err(VerifyCodeError);
        }
        let letters = text.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_uppercase());
        let values: Vec<u8> = letters.map(value).collect::<Option<_>>().ok_or(VerifyCodeError)?;
        match values.split_at_checked(LENGTH) {
            Some((values, [given])) if check(values) == *given => Ok(Self::write(values)),
            _ => Err(VerifyCodeError),
        }
    }

    /// `7K4M92QX0ABCDEFGH`: for addresses and for the database.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn write(values: &[u8]) -> Self {
        Self(values.iter().chain([&check(values)]).map(|value| ALPHABET[usize::from(*value)] as char).collect())
    }
}

/// `7K4M-92QX-0ABC-DEFG-H`: for paper.
impl std::fmt::Display for VerifyCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, letter) in self.0.chars().enumerate() {
            if index > 0 && index % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{letter}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{ALPHABET, LENGTH, VerifyCode};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_code_is_read_however_it_is_typed(random: [u8; 10]) {
            let code = VerifyCode::new(random);
            let sloppy = code.to_string().to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
            prop_assert_eq!(VerifyCode::parse(&sloppy), Ok(code.clone()));
            prop_assert_eq!(VerifyCode::parse(code.as_str()), Ok(code));
        }

        #[test]
        fn one_wrong_or_two_exchanged_characters_are_noticed(random: [u8; 10], at in 0..LENGTH, other in 0..32_usize) {
            let code = VerifyCode::new(random);
            let mut wrong = code.as_str().as_bytes().to_vec();
            wrong[at] = ALPHABET[other];
            let mut exchanged = code.as_str().as_bytes().to_vec();
            exchanged.swap(at, at + 1);
            for candidate in [wrong, exchanged] {
                let candidate = String::from_utf8(candidate).unwrap();
                prop_assert_eq!(VerifyCode::parse(&candidate).is_ok(), candidate == code.as_str());
            }
        }
    }

    #[test]
    fn every_bit_of_the_randomness_is_in_the_code() {
        let zero = VerifyCode::new([0; 10]);
        assert_eq!(zero.to_string(), "0000-0000-0000-0000-0");
        for bit in 0..80 {
            let mut random = [0; 10];
            random[bit / 8] = 1 << (bit % 8);
            assert_ne!(VerifyCode::new(random), zero, "bit {bit}");
        }
        assert_eq!(&VerifyCode::new([255; 10]).as_str()[..16], "ZZZZZZZZZZZZZZZZ");
    }

    #[test]
    fn other_texts_are_refused() {
        let endless = "0".repeat(1000);
        for text in ["", "0000-0000-0000-0000", "0000-0000-0000-0000-1", "UUUU-UUUU-UUUU-UUUU-U", &endless] {
            assert!(VerifyCode::parse(text).is_err(), "{text:?}");
        }
    }
}
