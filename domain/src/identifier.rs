//! Numbers on certificates and permits: read as people write them, kept in one form, shown as they are printed.
//!
//! Only the shape is checked here. Whether a number belongs to this business, an officer finds out.

mod bpom;
mod halal;
mod kbli;
mod merek;
mod nib;
mod nik;
mod npwp;
mod pirt;

use thiserror::Error;

pub use self::bpom::Bpom;
pub use self::halal::Halal;
pub use self::kbli::{Kbli, KbliVersion};
pub use self::merek::Merek;
pub use self::nib::Nib;
pub use self::nik::{Nik, NikError};
pub use self::npwp::{Npwp, NpwpKind};
pub use self::pirt::Pirt;

/// Why a typed number is not one of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NumberError {
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// It does not begin as these numbers do.
    #[error("wrong beginning")]
    Prefix,
    /// It is the number of the halal decree (ketetapan, KH...), not of the certificate.
    #[error("the number of the decree, not of the certificate")]
    Ketetapan,
    /// Something other than a digit where only digits stand.
    #[error("not only digits")]
    NotDigits,
    /// So many digits, and these numbers have another count.
    #[error("{0} digits")]
    Length(usize),
}

/// Without what people put between the parts of a number, in capital letters.
fn squeeze(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// The rest after the words that people write before a number, as often as they stand there.
fn without_words<'t>(mut text: &'t str, words: &[&str]) -> &'t str {
    while let Some(rest) = words.iter().find_map(|word| text.strip_prefix(word)) {
        text = rest;
    }
    text
}

/// Holds a run of digits to the counts that exist.
fn digits(text: &str, counts: std::ops::RangeInclusive<usize>) -> Result<(), NumberError> {
    match text.len() {
        0 => Err(NumberError::Empty),
        _ if !text.bytes().all(|byte| byte.is_ascii_digit()) => Err(NumberError::NotDigits),
        count if counts.contains(&count) => Ok(()),
        count => Err(NumberError::Length(count)),
    }
}

/// What every number can: be read, be stored, be shown.
macro_rules! number {
    ($name:ident) => {
        impl $name {
            /// The form that is stored.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    };
}
use number;
