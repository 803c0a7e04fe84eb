//! Money: whole rupiah, never fractions. The one place that knows how rupiah are written and read.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// An amount in whole rupiah.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rupiah(i64);

/// Why a typed amount is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RupiahError {
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// Not whole rupiah with dots between groups of three, for example `25,5` or `1.00`.
    #[error("not an amount of whole rupiah")]
    Malformed,
    /// More than [`Rupiah::MAX_TYPED`].
    #[error("too large")]
    TooLarge,
}

impl Rupiah {
    /// Nothing.
    pub const ZERO: Rupiah = Rupiah(0);
    /// The largest amount that a person may type: a hundred billion.
    pub const MAX_TYPED: Rupiah = Rupiah(100_000_000_000);

    /// An amount in whole rupiah.
    pub const fn new(amount: i64) -> Self {
        Self(amount)
    }

    /// The amount in whole rupiah.
    pub const fn amount(self) -> i64 {
        self.0
    }

    /// Price times quantity.
    ///
    /// # Panics
    /// When the result leaves 64 bits, which no order can reach.
    pub fn times(self, quantity: i64) -> Self {
        Self(self.0.checked_mul(quantity).expect("an amount of an order fits 64 bits"))
    }

    /// Reads what people type: `25000`, `25.000`, `Rp 25.000`.
    ///
    /// # Errors
    /// When it is empty, has decimals or wrong groups, or is larger than [`Rupiah::MAX_TYPED`].
    pub fn parse(text: &str) -> Result<Self, RupiahError> {
        let text = text.trim();
        let digits = text.strip_prefix("Rp").or_else(|| text.strip_prefix("rp")).unwrap_or(text).trim_start();
        if digits.is_empty() {
            return Err(RupiahError::Empty);
        }
        let mut groups = digits.split('.');
        let first = groups.next().unwrap_or_default();
        let rest: Vec<&str> = groups.collect();
        let grouped = rest.is_empty() || (1..=3).contains(&first.len());
        let all_digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
        if !grouped || !all_digits(first) || !rest.iter().all(|group| group.len() == 3 && all_digits(group)) {
            return Err(RupiahError::Malformed);
        }
        let plain: String = std::iter::once(first).chain(rest).collect();
        let amount: i64 = plain.parse().map_err(|_| RupiahError::TooLarge)?;
        if amount > Self::MAX_TYPED.0 { Err(RupiahError::TooLarge) } else { Ok(Self(amount)) }
    }
}

/// `Rp25.000`.
impl std::fmt::Display for Rupiah {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.0 < 0 { "-Rp" } else { "Rp" })?;
        Grouped(self.0.unsigned_abs()).fmt(f)
    }
}

/// A count with dots between groups of three, as Indonesian writes it: `1.217`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grouped(pub u64);

impl std::fmt::Display for Grouped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // A buffer on the stack: lists show dozens of prices.
        let mut buffer = [0_u8; 32];
        let mut at = buffer.len();
        let mut rest = self.0;
        let mut written = 0;
        loop {
            if written > 0 && written % 3 == 0 {
                at -= 1;
                buffer[at] = b'.';
            }
            at -= 1;
            buffer[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            written += 1;
            if rest == 0 {
                break;
            }
        }
        f.write_str(std::str::from_utf8(&buffer[at..]).unwrap_or_default())
    }
}

impl From<i64> for Rupiah {
    fn from(amount: i64) -> Self {
        Self(amount)
    }
}

impl std::ops::Add for Rupiah {
    type Output = Rupiah;
    fn add(self, other: Rupiah) -> Rupiah {
        Rupiah(self.0.checked_add(other.0).expect("a sum of orders fits 64 bits"))
    }
}

impl std::iter::Sum for Rupiah {
    fn sum<I: Iterator<Item = Rupiah>>(amounts: I) -> Rupiah {
        amounts.fold(Rupiah::ZERO, |sum, amount| sum + amount)
    }
}

#[cfg(test)]
mod tests {
    use super::{Rupiah, RupiahError};
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, expected) in [
            ("25000", Ok(25_000)),
            ("25.000", Ok(25_000)),
            ("Rp 25.000", Ok(25_000)),
            ("Rp25.000", Ok(25_000)),
            (" 1.250.000 ", Ok(1_250_000)),
            ("0", Ok(0)),
            ("25.00", Err(RupiahError::Malformed)),
            ("25,5", Err(RupiahError::Malformed)),
            ("1.00.000", Err(RupiahError::Malformed)),
            ("1000.000", Err(RupiahError::Malformed)),
            (".000", Err(RupiahError::Malformed)),
            ("-5", Err(RupiahError::Malformed)),
            ("", Err(RupiahError::Empty)),
            ("Rp", Err(RupiahError::Empty)),
            ("100.000.000.001", Err(RupiahError::TooLarge)),
            ("99999999999999999999", Err(RupiahError::TooLarge)),
        ] {
            assert_eq!(Rupiah::parse(text).map(Rupiah::amount), expected, "{text:?}");
        }
    }

    #[test]
    fn amounts_are_written_with_dots() {
        for (amount, expected) in [(0, "Rp0"), (999, "Rp999"), (25_000, "Rp25.000"), (1_250_000, "Rp1.250.000")] {
            assert_eq!(Rupiah::new(amount).to_string(), expected);
        }
        assert_eq!(Rupiah::new(-1500).to_string(), "-Rp1.500");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(amount in 0..=Rupiah::MAX_TYPED.0) {
            prop_assert_eq!(Rupiah::parse(&Rupiah(amount).to_string()), Ok(Rupiah(amount)));
        }
    }
}
