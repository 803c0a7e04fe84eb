//! The number on a document, whatever it certifies.

use super::Kind;
use crate::identifier::{Bpom, Halal, Merek, Nib, NumberError, Pirt};
use crate::time::Day;

/// The number on a document, of one of the kinds that have one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Number {
    /// Of a business.
    Nib(Nib),
    /// Of a home-made food.
    Pirt(Pirt),
    /// Of a nationally registered food.
    Bpom(Bpom),
    /// Of a halal certificate.
    Halal(Halal),
    /// Of a trademark.
    Merek(Merek),
}

impl Number {
    /// Reads a number of a kind; also reads back what is stored.
    ///
    /// # Errors
    /// Says what is wrong with the shape. A [`Kind::Binaan`] has no number.
    pub fn parse(kind: Kind, text: &str) -> Result<Self, NumberError> {
        match kind {
            Kind::Nib => Nib::parse(text).map(Number::Nib),
            Kind::Pirt => Pirt::parse(text).map(Number::Pirt),
            Kind::Bpom => Bpom::parse(text).map(Number::Bpom),
            Kind::Halal => Halal::parse(text).map(Number::Halal),
            Kind::Merek => Merek::parse(text).map(Number::Merek),
            Kind::Binaan => Err(NumberError::Prefix),
        }
    }

    /// What it is the number of.
    pub const fn kind(&self) -> Kind {
        match self {
            Number::Nib(_) => Kind::Nib,
            Number::Pirt(_) => Kind::Pirt,
            Number::Bpom(_) => Kind::Bpom,
            Number::Halal(_) => Kind::Halal,
            Number::Merek(_) => Kind::Merek,
        }
    }

    /// The form that is stored.
    pub fn as_str(&self) -> &str {
        match self {
            Number::Nib(number) => number.as_str(),
            Number::Pirt(number) => number.as_str(),
            Number::Bpom(number) => number.as_str(),
            Number::Halal(number) => number.as_str(),
            Number::Merek(number) => number.as_str(),
        }
    }

    /// A stored number as people write it; unchanged when it is none of its kind.
    pub fn shown(kind: Kind, stored: &str) -> String {
        Number::parse(kind, stored).map_or_else(|_| stored.to_owned(), |number| number.to_string())
    }

    /// What an officer should look at before verifying. `region` is the regency's code as four digits.
    pub fn notes(&self, until: Option<Day>, region: &str) -> Vec<Note> {
        let Number::Pirt(pirt) = self else { return Vec::new() };
        let year = pirt.last_year();
        let other_year = year.filter(|year| until.is_some_and(|until| until.date().0 != *year));
        [
            pirt.is_old().then_some(Note::OldPirt),
            pirt.region().filter(|given| *given != region).map(|given| Note::OtherRegion(given.to_owned())),
            (!pirt.has_known_packaging()).then_some(Note::UnknownPackaging),
            other_year.map(Note::OtherYear),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Number::Nib(number) => number.fmt(f),
            Number::Pirt(number) => number.fmt(f),
            Number::Bpom(number) => number.fmt(f),
            Number::Halal(number) => number.fmt(f),
            Number::Merek(number) => number.fmt(f),
        }
    }
}

/// Strange but possible: for the officer, never a refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// A twelve-digit P-IRT number: only the document tells its end.
    OldPirt,
    /// The digits of another regency.
    OtherRegion(String),
    /// The first digit of a P-IRT names no known packaging.
    UnknownPackaging,
    /// The last digits of a P-IRT name another year than the given day.
    OtherYear(i64),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn numbers_are_read_back_as_they_are_stored() {
        for (kind, typed, stored, shown) in [
            (Kind::Nib, "1242 3008 7614 0", "1242300876140", "1242300876140"),
            (Kind::Pirt, "P-IRT 2153603010100-30", "215360301010030", "2153603010100-30"),
            (Kind::Bpom, "BPOM RI MD 224510107115", "MD224510107115", "MD 224510107115"),
            (Kind::Halal, "id36110004518820", "ID36110004518820", "ID36110004518820"),
            (Kind::Merek, "IDM 000123456", "IDM000123456", "IDM000123456"),
        ] {
            let number = Number::parse(kind, typed).unwrap();
            assert_eq!((number.as_str(), number.kind()), (stored, kind));
            assert_eq!(Number::parse(kind, stored).as_ref(), Ok(&number));
            assert_eq!(Number::shown(kind, stored), shown);
        }
        assert_eq!(Number::shown(Kind::Binaan, "7/2026"), "7/2026");
    }

    #[test]
    fn what_is_strange_is_noted_for_the_officer() {
        for (text, until, expected) in [
            ("215360301010030", Some("2030-12-31"), vec![]),
            ("215327301010030", Some("2030-12-31"), vec![Note::OtherRegion("3273".into())]),
            ("915360301010030", Some("2029-12-31"), vec![Note::UnknownPackaging, Note::OtherYear(2030)]),
            ("206360301234", Some("2029-12-31"), vec![Note::OldPirt]),
        ] {
            let number = Number::parse(Kind::Pirt, text).unwrap();
            assert_eq!(number.notes(until.map(day), "3603"), expected, "{text}");
        }
        assert!(Number::parse(Kind::Nib, "1242300876140").unwrap().notes(None, "3603").is_empty());
    }
}
