//! One answer: what it means, or what is wrong with it.

use thiserror::Error;
use uuid::Uuid;

use super::Uploaded;
use crate::identifier::{Kbli, Nib, Nik, NikError, Npwp, NumberError};
use crate::money::Rupiah;
use crate::permit::form::{FieldKind, FileKind, When};
use crate::permit::key::Key;
use crate::region::RegionCode;
use crate::time::Day;
use crate::typed::{self, Line, Text, Whole};

/// The most characters that any field takes.
pub const MOST_CHARACTERS: usize = 5_000;

/// What an answer means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Words, tidied.
    Text(String),
    /// A number.
    Number(i64),
    /// An amount.
    Rupiah(Rupiah),
    /// A day.
    Date(Day),
    /// One of the options.
    Choice(Key),
    /// A well-formed region of the right level; whether it exists, the region table knows.
    Region(RegionCode),
    /// A citizen.
    Nik(Nik),
    /// A taxpayer.
    Npwp(Npwp),
    /// A business.
    Nib(Nib),
    /// A field of business; whether the edition has it, its table knows.
    Kbli(Kbli),
    /// Files.
    Files(Vec<Uuid>),
}

/// What is wrong with an answer, for the person who gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Problem {
    /// It is required.
    #[error("missing")]
    Missing,
    /// Too long, too small, too large or no number; never [`typed::Problem::Empty`].
    #[error("not accepted")]
    Typed(typed::Problem),
    /// Not a date.
    #[error("not a date")]
    NotADate,
    /// A day after today where only past days can be.
    #[error("not in the past")]
    NotPast,
    /// A day before today where only coming days can be.
    #[error("not in the future")]
    NotFuture,
    /// None of the options.
    #[error("none of the options")]
    NotAnOption,
    /// Not a region of the right level.
    #[error("not a region")]
    NotARegion,
    /// Not a NIK.
    #[error("not a NIK")]
    Nik(NikError),
    /// Not an NPWP.
    #[error("not an NPWP")]
    Npwp(NikError),
    /// Not a NIB.
    #[error("not a NIB")]
    Nib(NumberError),
    /// Not a KBLI code.
    #[error("not a KBLI code")]
    Kbli(NumberError),
    /// A file of a kind that is not taken here.
    #[error("not a file of this kind")]
    FileKind,
    /// A file with more bytes than this.
    #[error("more than {0} bytes")]
    FileTooLarge(u32),
    /// More files than this.
    #[error("more than {0} files")]
    TooManyFiles(u8),
    /// Fewer rows than this.
    #[error("fewer than {0} rows")]
    TooFewRows(u8),
    /// More rows than this.
    #[error("more than {0} rows")]
    TooManyRows(u8),
}

/// Reads one answer of a field that takes words.
pub(super) fn read_value(kind: &FieldKind, text: &str, today: Day) -> Result<Value, Problem> {
    match kind {
        FieldKind::Line { most } => {
            let line = Line::<MOST_CHARACTERS>::parse(text).map_err(|problem| short(problem, *most))?;
            at_most(line.as_str(), *most)
        }
        FieldKind::Text { most } => {
            let words = Text::<MOST_CHARACTERS>::parse(text).map_err(|problem| short(problem, *most))?;
            at_most(words.as_str(), *most)
        }
        FieldKind::Number { least, most, .. } => between(text, *least, *most).map(Value::Number),
        FieldKind::Rupiah { least, most } => {
            between(text, least.amount(), most.amount()).map(|amount| Value::Rupiah(Rupiah::new(amount)))
        }
        FieldKind::Date { when } => match (read_date(text).ok_or(Problem::NotADate)?, when) {
            (day, When::Past) if day > today => Err(Problem::NotPast),
            (day, When::Future) if day < today => Err(Problem::NotFuture),
            (day, _) => Ok(Value::Date(day)),
        },
        FieldKind::Choice { options } => {
            let chosen = options.iter().find(|option| option.key.as_str() == text);
            chosen.map(|option| Value::Choice(option.key.clone())).ok_or(Problem::NotAnOption)
        }
        FieldKind::Region { level } => {
            let code = RegionCode::parse(text).ok().filter(|code| code.level() == *level);
            code.map(Value::Region).ok_or(Problem::NotARegion)
        }
        FieldKind::Nik => Nik::parse(text).map(Value::Nik).map_err(Problem::Nik),
        FieldKind::Npwp => Npwp::parse(text).map(Value::Npwp).map_err(Problem::Npwp),
        FieldKind::Nib => Nib::parse(text).map(Value::Nib).map_err(Problem::Nib),
        FieldKind::Kbli { version } => Kbli::parse(*version, text).map(Value::Kbli).map_err(Problem::Kbli),
        // They hold rows and files, never a text of their own.
        FieldKind::Group { .. } | FieldKind::File { .. } => Err(Problem::Missing),
    }
}

/// Holds files to what a field takes; `None` when there are none.
pub(super) fn read_files(
    files: &[Uploaded],
    kinds: &[FileKind],
    most_bytes: u32,
    most: u8,
) -> Result<Option<Value>, Problem> {
    if files.len() > usize::from(most) {
        return Err(Problem::TooManyFiles(most));
    }
    for file in files {
        if !kinds.contains(&file.kind) {
            return Err(Problem::FileKind);
        }
        if file.bytes > most_bytes {
            return Err(Problem::FileTooLarge(most_bytes));
        }
    }
    Ok((!files.is_empty()).then(|| Value::Files(files.iter().map(|file| file.id).collect())))
}

/// Only invisible characters count as nothing; what is longer than any field is longer than this one.
fn short(problem: typed::Problem, most: u16) -> Problem {
    match problem {
        typed::Problem::Empty => Problem::Missing,
        _ => Problem::Typed(typed::Problem::TooLong(usize::from(most))),
    }
}

fn at_most(text: &str, most: u16) -> Result<Value, Problem> {
    if text.chars().count() > usize::from(most) {
        return Err(short(typed::Problem::TooLong(usize::from(most)), most));
    }
    Ok(Value::Text(text.to_owned()))
}

fn between(text: &str, least: i64, most: i64) -> Result<i64, Problem> {
    match Whole::<0, { i64::MAX }>::parse(text).map(Whole::get) {
        Ok(number) if number < least => Err(Problem::Typed(typed::Problem::TooSmall(least))),
        Ok(number) if number <= most => Ok(number),
        Ok(_) | Err(typed::Problem::TooLarge(_)) => Err(Problem::Typed(typed::Problem::TooLarge(most))),
        Err(typed::Problem::Empty) => Err(Problem::Typed(typed::Problem::NotWhole)),
        Err(problem) => Err(Problem::Typed(problem)),
    }
}

/// `2026-11-24` from a date field; `24-11-2026` or `24/11/2026` from who types it.
fn read_date(text: &str) -> Option<Day> {
    Day::parse(text).or_else(|| {
        let parts: Vec<&str> = text.split(['-', '/']).collect();
        let [day, month, year] = parts[..] else { return None };
        if year.len() != 4 {
            return None;
        }
        Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    })
}
