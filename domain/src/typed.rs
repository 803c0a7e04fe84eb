//! Reading what people type into forms: a value that holds what its type says, or what is wrong with it.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::money::{Rupiah, RupiahError};

/// Why something typed is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Problem {
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// More than so many characters.
    #[error("longer than {0} characters")]
    TooLong(usize),
    /// Not a whole number, or dots in the wrong places.
    #[error("not a whole number")]
    NotWhole,
    /// Less than this.
    #[error("less than {0}")]
    TooSmall(i64),
    /// More than this.
    #[error("more than {0}")]
    TooLarge(i64),
}

/// Words on one line: not empty, at most `MOST` characters, single spaces, nothing invisible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Line<const MOST: usize>(String);

impl<const MOST: usize> Line<MOST> {
    /// Reads a line; line breaks become spaces.
    ///
    /// # Errors
    /// When nothing is left or it is too long.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let visible: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let line = visible.split_whitespace().collect::<Vec<_>>().join(" ");
        fits(line, MOST).map(Self)
    }

    /// As [`Line::parse`], for a field that may stay empty.
    ///
    /// # Errors
    /// When it is too long.
    pub fn parse_optional(text: &str) -> Result<Option<Self>, Problem> {
        optional(Self::parse(text))
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Words in paragraphs: not empty, at most `MOST` characters, nothing invisible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text<const MOST: usize>(String);

impl<const MOST: usize> Text<MOST> {
    /// Reads paragraphs; at most one empty line stays between two.
    ///
    /// # Errors
    /// When nothing is left or it is too long.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let mut kept: Vec<String> = Vec::new();
        for line in text.lines() {
            let line: String = line.chars().filter(|c| !c.is_control()).collect();
            let line = line.trim_end();
            if !line.is_empty() || kept.last().is_some_and(|last| !last.is_empty()) {
                kept.push(line.to_owned());
            }
        }
        fits(kept.join("\n").trim().to_owned(), MOST).map(Self)
    }

    /// As [`Text::parse`], for a field that may stay empty.
    ///
    /// # Errors
    /// When it is too long.
    pub fn parse_optional(text: &str) -> Result<Option<Self>, Problem> {
        optional(Self::parse(text))
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A whole number from `LEAST` to `MOST`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Whole<const LEAST: i64, const MOST: i64>(i64);

impl<const LEAST: i64, const MOST: i64> Whole<LEAST, MOST> {
    /// Reads a number as people write amounts: `25000`, `25.000`, `Rp 25.000`.
    ///
    /// # Errors
    /// Says what is wrong, for the person who typed it.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        match Rupiah::parse(text) {
            Ok(amount) => Self::new(amount.amount()),
            Err(RupiahError::Empty) => Err(Problem::Empty),
            Err(RupiahError::Malformed) => Err(Problem::NotWhole),
            Err(RupiahError::TooLarge) => Err(Problem::TooLarge(MOST)),
        }
    }

    /// A number that is known already.
    ///
    /// # Errors
    /// When it is out of range.
    pub fn new(number: i64) -> Result<Self, Problem> {
        match number {
            small if small < LEAST => Err(Problem::TooSmall(LEAST)),
            large if large > MOST => Err(Problem::TooLarge(MOST)),
            number => Ok(Self(number)),
        }
    }

    /// The number.
    pub const fn get(self) -> i64 {
        self.0
    }
}

fn fits(text: String, most: usize) -> Result<String, Problem> {
    match text.chars().count() {
        0 => Err(Problem::Empty),
        length if length > most => Err(Problem::TooLong(most)),
        _ => Ok(text),
    }
}

fn optional<T>(read: Result<T, Problem>) -> Result<Option<T>, Problem> {
    match read {
        Err(Problem::Empty) => Ok(None),
        read => read.map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_are_single_and_tidy() {
        for (text, expected) in [
            ("  Keripik   Bu Siti ", Ok("Keripik Bu Siti")),
            ("Keripik\r\nBu\tSiti", Ok("Keripik Bu Siti")),
            ("Aneka rasa\u{0}", Ok("Aneka rasa")),
            (" \n ", Err(Problem::Empty)),
            ("1234567890123456", Err(Problem::TooLong(15))),
            ("ééééééééééééééé", Ok("ééééééééééééééé")),
        ] {
            assert_eq!(Line::<15>::parse(text).as_ref().map(Line::as_str), expected.as_ref().copied(), "{text:?}");
        }
        assert_eq!(Line::<15>::parse_optional("  "), Ok(None));
        assert_eq!(Line::<3>::parse_optional("abcd"), Err(Problem::TooLong(3)));
    }

    #[test]
    fn paragraphs_keep_their_breaks() {
        for (text, expected) in [
            ("Satu\r\ndua", Ok("Satu\ndua")),
            ("\n\nSatu\n\n\n\ndua  \n", Ok("Satu\n\ndua")),
            ("\u{7} \n", Err(Problem::Empty)),
        ] {
            assert_eq!(Text::<99>::parse(text).as_ref().map(Text::as_str), expected.as_ref().copied(), "{text:?}");
        }
    }

    #[test]
    fn numbers_stay_in_their_range() {
        type Pieces = Whole<0, 99_999>;
        for (text, expected) in [
            ("12", Ok(12)),
            ("1.200", Ok(1_200)),
            ("0", Ok(0)),
            ("", Err(Problem::Empty)),
            ("-1", Err(Problem::NotWhole)),
            ("1,5", Err(Problem::NotWhole)),
            ("100.000", Err(Problem::TooLarge(99_999))),
            ("999999999999999", Err(Problem::TooLarge(99_999))),
        ] {
            assert_eq!(Pieces::parse(text).map(Pieces::get), expected, "{text:?}");
        }
        assert_eq!(Whole::<1, 9>::parse("0"), Err(Problem::TooSmall(1)));
    }

    proptest! {
        /// What was read once is read again as the same.
        #[test]
        fn reading_twice_changes_nothing(text in "\\PC{0,60}[ \n\t]{0,3}\\PC{0,20}") {
            if let Ok(line) = Line::<100>::parse(&text) {
                prop_assert_eq!(Line::<100>::parse(line.as_str()), Ok(line));
            }
            if let Ok(words) = Text::<100>::parse(&text) {
                prop_assert_eq!(Text::<100>::parse(words.as_str()), Ok(words));
            }
        }
    }
}
