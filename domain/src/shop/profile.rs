//! What an owner says about the shop, how it delivers and how it is paid.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::money::Rupiah;
use crate::phone::Phone;
use crate::region::RegionCode;
use crate::time::Day;
use crate::typed::{Line, Problem, Text, Whole};

/// A shop's profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Its name.
    pub name: Line<60>,
    /// Kecamatan in which it lies.
    pub kecamatan: RegionCode,
    /// Desa or kelurahan, in that kecamatan.
    pub desa: RegionCode,
    /// Street, number, RT/RW.
    pub address: Line<200>,
    /// Its public number.
    pub phone: Phone,
    /// In the owner's words.
    pub description: Text<1000>,
    /// Opening hours in words.
    pub opening_hours: Line<80>,
}

/// A delivery fee in rupiah; nothing means free.
pub type Fee = Whole<0, 500_000>;

/// How a shop's goods get to buyers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveryTerms {
    /// Fetched at the shop.
    pub pickup: bool,
    /// Brought by the shop's own courier.
    pub courier: bool,
    /// What the courier costs, by kecamatan; it goes nowhere else.
    pub fees: BTreeMap<RegionCode, Rupiah>,
}

/// Why delivery cannot be like this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DeliveryError {
    /// Neither fetched nor brought: nobody could buy.
    #[error("no way to receive")]
    NoWay,
    /// A courier who goes nowhere.
    #[error("the courier serves no kecamatan")]
    NoFee,
}

impl DeliveryTerms {
    /// Terms with which buyers can receive something.
    ///
    /// # Errors
    /// See [`DeliveryError`].
    pub fn new(pickup: bool, courier: bool, fees: BTreeMap<RegionCode, Rupiah>) -> Result<Self, DeliveryError> {
        match (pickup, courier) {
            (false, false) => Err(DeliveryError::NoWay),
            (_, true) if fees.is_empty() => Err(DeliveryError::NoFee),
            _ => Ok(Self { pickup, courier, fees }),
        }
    }
}

/// The number of a bank account: 6 to 20 digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountNumber(String);

impl AccountNumber {
    /// Reads digits, with spaces, dots or hyphens between.
    ///
    /// # Errors
    /// When other characters are in it, or too few or too many digits.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.')).collect();
        match digits.len() {
            0 => Err(Problem::Empty),
            _ if !digits.bytes().all(|byte| byte.is_ascii_digit()) => Err(Problem::NotWhole),
            1..=5 => Err(Problem::TooSmall(6)),
            6..=20 => Ok(Self(digits)),
            _ => Err(Problem::TooLong(20)),
        }
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The account to which buyers transfer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bank {
    /// The bank's name.
    pub name: Line<40>,
    /// The account's number.
    pub account: AccountNumber,
    /// The holder, as the bank writes the name.
    pub holder: Line<80>,
}

/// How a shop is paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentTerms {
    /// In cash, where the goods change hands.
    pub cash: bool,
    /// By transfer to the bank account.
    pub transfer: bool,
    /// The account; kept while transfer is off.
    pub bank: Option<Bank>,
}

/// Why payment cannot be like this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PaymentError {
    /// Neither cash nor transfer: nobody could pay.
    #[error("no way to pay")]
    NoWay,
    /// Transfer without an account.
    #[error("no bank account")]
    NoBank,
}

impl PaymentTerms {
    /// Terms with which buyers can pay.
    ///
    /// # Errors
    /// See [`PaymentError`].
    pub fn new(cash: bool, transfer: bool, bank: Option<Bank>) -> Result<Self, PaymentError> {
        match (cash, transfer) {
            (false, false) => Err(PaymentError::NoWay),
            (_, true) if bank.is_none() => Err(PaymentError::NoBank),
            _ => Ok(Self { cash, transfer, bank }),
        }
    }
}

/// "Toko libur": the first and the last day on which a shop takes no orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClosedDays {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

/// The longest "toko libur". Days.
pub const LONGEST_CLOSED: i64 = 366;

/// Why a shop is not closed on these days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ClosedDaysError {
    /// The first day is missing or not a day.
    #[error("no first day")]
    From,
    /// The last day is missing or not a day.
    #[error("no last day")]
    To,
    /// The last day is before the first.
    #[error("ends before it begins")]
    Reversed,
    /// It is over already.
    #[error("in the past")]
    Past,
    /// More than [`LONGEST_CLOSED`] days.
    #[error("too long")]
    TooLong,
}

impl ClosedDays {
    /// Reads two dates as `2026-12-24`.
    ///
    /// # Errors
    /// See [`ClosedDaysError`].
    pub fn parse(from: &str, to: &str, today: Day) -> Result<Self, ClosedDaysError> {
        let from = Day::parse(from.trim()).ok_or(ClosedDaysError::From)?;
        let to = Day::parse(to.trim()).ok_or(ClosedDaysError::To)?;
        match () {
            () if to < from => Err(ClosedDaysError::Reversed),
            () if to < today => Err(ClosedDaysError::Past),
            () if to > from.plus(LONGEST_CLOSED) => Err(ClosedDaysError::TooLong),
            () => Ok(Self { from, to }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buyers_must_be_able_to_receive() {
        let fees = || BTreeMap::from([(RegionCode::parse("36.03.20").unwrap(), Rupiah::new(5_000))]);
        assert_eq!(DeliveryTerms::new(false, false, fees()), Err(DeliveryError::NoWay));
        assert_eq!(DeliveryTerms::new(true, true, BTreeMap::new()), Err(DeliveryError::NoFee));
        assert!(DeliveryTerms::new(true, false, BTreeMap::new()).is_ok());
        assert!(DeliveryTerms::new(false, true, fees()).is_ok());
        // Fees are kept while the courier rests.
        assert_eq!(DeliveryTerms::new(true, false, fees()).unwrap().fees.len(), 1);
    }

    #[test]
    fn account_numbers_are_digits() {
        for (text, expected) in [
            ("0012 3456 7890", Ok("001234567890")),
            ("123-45-6.7", Ok("1234567")),
            ("12345", Err(Problem::TooSmall(6))),
            ("12345a", Err(Problem::NotWhole)),
            ("123456789012345678901", Err(Problem::TooLong(20))),
            (" ", Err(Problem::Empty)),
        ] {
            let read = AccountNumber::parse(text);
            assert_eq!(read.as_ref().map(AccountNumber::as_str), expected.as_ref().copied(), "{text:?}");
        }
    }

    #[test]
    fn buyers_must_be_able_to_pay() {
        let bank = || {
            Some(Bank {
                name: Line::parse("BRI").unwrap(),
                account: AccountNumber::parse("001234567").unwrap(),
                holder: Line::parse("Rohimah").unwrap(),
            })
        };
        assert_eq!(PaymentTerms::new(false, false, bank()), Err(PaymentError::NoWay));
        assert_eq!(PaymentTerms::new(true, true, None), Err(PaymentError::NoBank));
        assert!(PaymentTerms::new(true, false, None).is_ok());
        assert!(PaymentTerms::new(false, true, bank()).is_ok());
    }

    #[test]
    fn closed_days_are_in_order_and_ahead() {
        let today = Day::parse("2026-11-24").unwrap();
        for (from, to, expected) in [
            ("2026-12-24", "2026-12-26", None),
            ("2026-11-24", "2026-11-24", None),
            // It has begun and is not over.
            ("2026-11-20", "2026-11-24", None),
            ("2026-12-26", "2026-12-24", Some(ClosedDaysError::Reversed)),
            ("2026-11-01", "2026-11-23", Some(ClosedDaysError::Past)),
            ("2026-12-01", "2028-12-01", Some(ClosedDaysError::TooLong)),
            ("", "2026-12-24", Some(ClosedDaysError::From)),
            ("2026-12-24", "besok", Some(ClosedDaysError::To)),
        ] {
            assert_eq!(ClosedDays::parse(from, to, today).err(), expected, "{from} {to}");
        }
    }
}
