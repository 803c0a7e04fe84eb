//! Indonesian mobile numbers.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A mobile number as `+628...` (E.164).
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Phone(String);

/// Why a typed number is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PhoneError {
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// Does not begin with 08, 628 or +628.
    #[error("not an Indonesian mobile number")]
    NotMobile,
    /// So many digits are missing.
    #[error("{0} digits missing")]
    TooShort(usize),
    /// More than 13 digits.
    #[error("too many digits")]
    TooLong,
}

impl Phone {
    /// Reads `08...`, `628...`, `+628...`, with spaces, dots or hyphens between.
    ///
    /// # Errors
    /// Says what is wrong, for the person who typed it.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        let plain: String = text.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '(' | ')' | '\u{a0}')).collect();
        if plain.is_empty() {
            return Err(PhoneError::Empty);
        }
        let subscriber = ["+628", "628", "08"].iter().find_map(|prefix| plain.strip_prefix(prefix));
        let subscriber = subscriber.ok_or(PhoneError::NotMobile)?;
        if !subscriber.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(PhoneError::NotMobile);
        }
        // 08 and 8 to 11 more digits.
        match subscriber.len() {
            length @ 0..=7 => Err(PhoneError::TooShort(8 - length)),
            8..=11 => Ok(Self(format!("+628{subscriber}"))),
            _ => Err(PhoneError::TooLong),
        }
    }

    /// `+628...`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last four digits: with the number of an order they open its page.
    pub fn last4(&self) -> &str {
        &self.0[self.0.len() - 4..]
    }

    /// `0812-3456-7890`, as people in Indonesia write it.
    pub fn local(&self) -> String {
        let digits = format!("0{}", &self.0[3..]);
        let groups: Vec<&str> = [digits.get(..4), digits.get(4..8), digits.get(8..)].into_iter().flatten().collect();
        groups.join("-")
    }

    /// A link that opens WhatsApp with this number and a text.
    pub fn whatsapp(&self, text: &str) -> String {
        let mut link = format!("https://wa.me/{}?text=", &self.0[1..]);
        for byte in text.bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => link.push(byte as char),
                _ => link.push_str(&format!("%{byte:02X}")),
            }
        }
        link
    }
}

/// Never the whole number: this may end up in a log.
impl std::fmt::Debug for Phone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "+62••••••{}", self.last4())
    }
}

#[cfg(test)]
mod tests {
    use super::{Phone, PhoneError};

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, expected) in [
            ("0812 3456 7890", Ok("+6281234567890")),
            ("+62 812-3456-7890", Ok("+6281234567890")),
            ("6281234567890", Ok("+6281234567890")),
            ("0812345678", Ok("+62812345678")),
            ("081234567", Err(PhoneError::TooShort(1))),
            ("08123456789012", Err(PhoneError::TooLong)),
            ("021 555 0136", Err(PhoneError::NotMobile)),
            ("+1 555 0100", Err(PhoneError::NotMobile)),
            ("08abc", Err(PhoneError::NotMobile)),
            ("  ", Err(PhoneError::Empty)),
        ] {
            assert_eq!(Phone::parse(text).as_ref().map(Phone::as_str).map_err(|e| *e), expected, "{text:?}");
        }
    }

    #[test]
    fn a_number_is_never_logged_whole() {
        let phone = Phone::parse("081234567890").unwrap();
        assert_eq!(format!("{phone:?}"), "+62••••••7890");
        assert_eq!(phone.local(), "0812-3456-7890");
        assert_eq!(phone.whatsapp("a b&c"), "https://wa.me/6281234567890?text=a%20b%26c");
    }
}
