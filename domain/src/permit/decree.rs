//! Reading a year's days off as the office pastes them: `2027-01-01;libur_nasional;Tahun Baru 2027 Masehi`.

use std::collections::BTreeSet;

use super::calendar::{OffDay, OffKind};
use crate::time::Day;
use crate::typed::Line;

/// The most days that are read at once: a year has about 25.
pub const MOST_DAYS: usize = 400;

/// A line that is no day off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineFault {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub fault: DayFault,
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayFault {
    /// Not three parts.
    Parts,
    /// Not a day of the calendar.
    Day,
    /// Neither a holiday nor leave.
    Kind,
    /// The name is missing or too long.
    Name,
    /// The day stands in a line before.
    Twice,
    /// More lines than a decree has.
    TooMany,
}

/// Reads the lines. Empty ones are left out.
///
/// # Errors
/// Every line that is wrong.
pub fn read_days(text: &str) -> Result<Vec<(Day, OffDay)>, Vec<LineFault>> {
    let (mut days, mut faults, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (line, text) in (1..).zip(text.lines()).filter(|(_, text)| !text.trim().is_empty()) {
        let read = match read_line(text) {
            Ok((day, _)) if !seen.insert(day) => Err(DayFault::Twice),
            Ok(_) if days.len() == MOST_DAYS => Err(DayFault::TooMany),
            read => read,
        };
        match read {
            Ok(day) => days.push(day),
            Err(fault) => faults.push(LineFault { line, fault }),
        }
        if matches!(faults.last(), Some(LineFault { fault: DayFault::TooMany, .. })) {
            break;
        }
    }
    if faults.is_empty() { Ok(days) } else { Err(faults) }
}

fn read_line(text: &str) -> Result<(Day, OffDay), DayFault> {
    let mut parts = text.splitn(3, ';').map(str::trim);
    let (Some(day), Some(kind), Some(name)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(DayFault::Parts);
    };
    let day = Day::parse(day).ok_or(DayFault::Day)?;
    let kind: OffKind = kind.parse().map_err(|_| DayFault::Kind)?;
    let name = Line::<100>::parse(name).map_err(|_| DayFault::Name)?;
    Ok((day, OffDay { kind, name: name.as_str().to_owned() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_read_line_by_line() {
        let text =
            "2027-01-01;libur_nasional;Tahun Baru 2027 Masehi\r\n\n 2027-03-10 ; cuti_bersama ; Idulfitri; cuti \n";
        let days = read_days(text).unwrap();
        let read: Vec<(String, OffKind, &str)> =
            days.iter().map(|(day, off)| (day.to_string(), off.kind, off.name.as_str())).collect();
        assert_eq!(
            read,
            [
                ("2027-01-01".to_owned(), OffKind::LiburNasional, "Tahun Baru 2027 Masehi"),
                ("2027-03-10".to_owned(), OffKind::CutiBersama, "Idulfitri; cuti"),
            ]
        );
        assert_eq!(read_days(" \n"), Ok(vec![]));
    }

    #[test]
    fn every_wrong_line_is_told() {
        let text = "2027-01-01;libur_nasional;Tahun Baru\n2027-02-30;libur_nasional;X\n2027-02-01;libur;X\n\
             2027-01-01;cuti_bersama;Lagi\n2027-03-01;cuti_bersama; \n2027-03-01,libur_nasional,X";
        let faults: Vec<(usize, DayFault)> =
            read_days(text).unwrap_err().iter().map(|fault| (fault.line, fault.fault)).collect();
        use DayFault::{Day, Kind, Name, Parts, Twice};
        assert_eq!(faults, [(2, Day), (3, Kind), (4, Twice), (5, Name), (6, Parts)]);
    }

    #[test]
    fn nobody_pastes_a_century() {
        let lines = |count: i64| {
            let first = Day::parse("2027-01-01").unwrap();
            (0..count).map(|day| format!("{};cuti_bersama;X\n", first.plus(day))).collect::<String>()
        };
        assert_eq!(read_days(&lines(400)).unwrap().len(), MOST_DAYS);
        assert_eq!(read_days(&lines(900)).unwrap_err(), [LineFault { line: 401, fault: DayFault::TooMany }]);
    }
}
