//! Until when a badge is valid, and when its owner is reminded.

use thiserror::Error;

use super::{Number, Term};
use crate::time::Day;

/// Until when a badge is valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Validity {
    /// The last day; `None` when it does not end.
    pub until: Option<Day>,
    /// Whether the day was inferred from the number instead of read from the document.
    pub estimated: bool,
}

/// Why a validity is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ValidityError {
    /// The document has a last day and it is not given.
    #[error("no last day")]
    Missing,
    /// The last day has passed.
    #[error("over since {0}")]
    Over(Day),
}

/// Until when a number is valid, from the day on the document or, for a P-IRT without one, from its last two digits.
///
/// # Errors
/// When the day is missing or over.
pub fn validity(number: &Number, given: Option<Day>, today: Day) -> Result<Validity, ValidityError> {
    let inferred = match number {
        Number::Pirt(pirt) => pirt.estimated_end(),
        _ => None,
    };
    let (until, estimated) = match (number.kind().term(), given, inferred) {
        (Term::Endless, ..) => (None, false),
        (_, Some(given), _) => (Some(given), false),
        (Term::Ends, None, Some(inferred)) => (Some(inferred), true),
        (Term::Ends, None, None) => return Err(ValidityError::Missing),
        (Term::MayEnd, None, _) => (None, false),
    };
    match until {
        Some(until) if until < today => Err(ValidityError::Over(until)),
        _ => Ok(Validity { until, estimated }),
    }
}

/// An owner is reminded so many days before the end, once each; from the first on a renewal can be handed in.
pub const REMINDERS: [i64; 3] = [90, 30, 7];

/// Which reminder is due so many days before the end; `None` when it is too early, or over.
pub fn reminder(days_left: i64) -> Option<i64> {
    REMINDERS.into_iter().rev().find(|days| (0..=*days).contains(&days_left))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shop::badge::Kind;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn the_last_day_is_the_documents_or_the_numbers() {
        let today = day("2026-11-24");
        let read = |kind, text: &str, given: Option<&str>| {
            validity(&Number::parse(kind, text).unwrap(), given.map(day), today)
                .map(|found| (found.until.map(|until| until.to_string()), found.estimated))
        };
        let known = |text: &str, estimated| Ok((Some(text.to_owned()), estimated));
        for (kind, text, given, expected) in [
            (Kind::Nib, "1242300876140", Some("2020-01-01"), Ok((None, false))),
            (Kind::Pirt, "215360301010030", None, known("2030-12-31", true)),
            (Kind::Pirt, "215360301010030", Some("2030-05-04"), known("2030-05-04", false)),
            (Kind::Pirt, "215360301010026", None, known("2026-12-31", true)),
            (Kind::Pirt, "215360301010025", None, Err(ValidityError::Over(day("2025-12-31")))),
            (Kind::Pirt, "206360301234", None, Err(ValidityError::Missing)),
            (Kind::Pirt, "206360301234", Some("2026-11-24"), known("2026-11-24", false)),
            (Kind::Bpom, "MD224510107115", None, Err(ValidityError::Missing)),
            (Kind::Halal, "ID36110004518820", None, Ok((None, false))),
            (Kind::Halal, "ID36110004518820", Some("2026-11-23"), Err(ValidityError::Over(day("2026-11-23")))),
        ] {
            assert_eq!(read(kind, text, given), expected, "{text} {given:?}");
        }
    }

    #[test]
    fn reminders_come_ninety_thirty_and_seven_days_before() {
        for (days, expected) in [
            (91, None),
            (90, Some(90)),
            (31, Some(90)),
            (30, Some(30)),
            (8, Some(30)),
            (7, Some(7)),
            (0, Some(7)),
            (-1, None),
        ] {
            assert_eq!(reminder(days), expected, "{days}");
        }
    }
}
