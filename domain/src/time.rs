//! Points in time and days. Days are those of Tangerang: UTC+7, without summer time.

use serde::{Deserialize, Serialize};

use crate::lang::Lang;

const MICROS_PER_DAY: i64 = 86_400_000_000;
const WIB_OFFSET: i64 = 7 * 3_600_000_000;

/// A point in time: micro-seconds since 1970 in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// From micro-seconds since 1970.
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Micro-seconds since 1970.
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Later by so many seconds.
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0 + seconds * 1_000_000)
    }

    /// Later by so many hours.
    pub const fn plus_hours(self, hours: i64) -> Self {
        self.plus_seconds(hours * 3600)
    }

    /// Later by so many days of 24 hours.
    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_hours(days * 24)
    }

    /// The day in Tangerang.
    pub const fn day(self) -> Day {
        Day((self.0 + WIB_OFFSET).div_euclid(MICROS_PER_DAY))
    }

    /// Hour and minute in Tangerang.
    pub const fn clock(self) -> (u8, u8) {
        let minutes = (self.0 + WIB_OFFSET).rem_euclid(MICROS_PER_DAY) / 60_000_000;
        ((minutes / 60) as u8, (minutes % 60) as u8)
    }

    /// `24 November 2026, 09.00`.
    pub fn words(self, lang: Lang) -> String {
        let (hour, minute) = self.clock();
        format!("{}, {hour:02}.{minute:02}", self.day().words(lang))
    }
}

impl From<i64> for Timestamp {
    fn from(micros: i64) -> Self {
        Self(micros)
    }
}

/// How long somebody has to wait, rounded up to what people say: `40 detik`, `4 menit`, `2 jam`.
pub fn wait_words(seconds: i64, lang: Lang) -> String {
    let (count, unit) = match seconds {
        ..=59 => (seconds.max(1), ["detik", "second"]),
        60..=5400 => ((seconds + 59) / 60, ["menit", "minute"]),
        _ => ((seconds + 3599) / 3600, ["jam", "hour"]),
    };
    match lang {
        Lang::Id => format!("{count} {}", unit[0]),
        Lang::En if count == 1 => format!("1 {}", unit[1]),
        Lang::En => format!("{count} {}s", unit[1]),
    }
}

/// So many minutes, as people say them: `6 jam 30 menit`.
pub fn length_words(minutes: i64, lang: Lang) -> String {
    let (hour, minute) = match lang {
        Lang::Id => ("jam", "menit"),
        Lang::En => ("h", "min"),
    };
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} {minute}"),
        (hours, 0) => format!("{hours} {hour}"),
        (hours, minutes) => format!("{hours} {hour} {minutes} {minute}"),
    }
}

/// A day of the calendar: days since 1 January 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(i64);

impl Day {
    /// The day with this date; `None` if there is none such.
    pub fn new(year: i64, month: u8, day: u8) -> Option<Self> {
        // Days from civil, H. Hinnant: years begin in March, eras have 400 years.
        let shifted = if month <= 2 { year - 1 } else { year };
        let era = shifted.div_euclid(400);
        let year_of_era = shifted.rem_euclid(400);
        let month_from_march = (i64::from(month) + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(day) - 1;
        let found =
            Self(era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468);
        (found.date() == (year, month, day)).then_some(found)
    }

    /// Reads `2026-11-24`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// Year, month (1 to 12), day of the month.
    pub const fn date(self) -> (i64, u8, u8) {
        let days = self.0 + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * month_from_march + 2) / 5 + 1) as u8;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 } as u8;
        (era * 400 + year_of_era + (month <= 2) as i64, month, day)
    }

    /// Monday is 0, Sunday 6.
    pub const fn weekday(self) -> usize {
        (self.0 + 3).rem_euclid(7) as usize
    }

    /// Later by so many days.
    pub const fn plus(self, days: i64) -> Self {
        Self(self.0 + days)
    }

    /// The same date so many months later, or the last day of that month if it is shorter.
    pub fn plus_months(self, months: u16) -> Self {
        let (year, month, day) = self.date();
        let months = i64::from(month) - 1 + i64::from(months);
        let (year, month) = (year + months / 12, (months % 12 + 1) as u8);
        (1..=day).rev().find_map(|day| Self::new(year, month, day)).unwrap_or(self)
    }

    /// How many days later than another day.
    pub const fn since(self, other: Day) -> i64 {
        self.0 - other.0
    }

    /// Midnight at the beginning of the day, in Tangerang.
    pub const fn start(self) -> Timestamp {
        Timestamp(self.0 * MICROS_PER_DAY - WIB_OFFSET)
    }

    /// `24 November 2026`.
    pub fn words(self, lang: Lang) -> String {
        let (year, month, day) = self.date();
        format!("{day} {} {year}", months(lang)[usize::from(month) - 1])
    }

    /// `November 2026`.
    pub fn month(self, lang: Lang) -> String {
        let (year, month, _) = self.date();
        format!("{} {year}", months(lang)[usize::from(month) - 1])
    }

    /// The Sunday of its week.
    pub const fn end_of_week(self) -> Self {
        self.plus(6 - self.weekday() as i64)
    }

    /// The first day of the month.
    pub const fn first_of_month(self) -> Self {
        self.plus(1 - self.date().2 as i64)
    }

    /// `Rabu, 25 November 2026`.
    pub fn long(self, lang: Lang) -> String {
        format!("{}, {}", weekdays(lang)[self.weekday()], self.words(lang))
    }

    /// `Rabu, 25 Nov`.
    pub fn short(self, lang: Lang) -> String {
        let (_, month, day) = self.date();
        let month: String = months(lang)[usize::from(month) - 1].chars().take(3).collect();
        format!("{}, {day} {month}", weekdays(lang)[self.weekday()])
    }
}

/// `2026-11-24`.
impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month, day) = self.date();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// A day as `2026-11-24` where people read and write the data: `#[serde(with = "iso")]`.
pub mod iso {
    use serde::{Deserialize, Deserializer, Serializer};

    use super::Day;

    /// Writes it.
    pub fn serialize<S: Serializer>(day: &Day, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(day)
    }

    /// Reads it.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        let text = String::deserialize(deserializer)?;
        Day::parse(&text).ok_or_else(|| serde::de::Error::custom(format_args!("not a day: {text:?}")))
    }
}

fn months(lang: Lang) -> [&'static str; 12] {
    match lang {
        Lang::Id => [
            "Januari",
            "Februari",
            "Maret",
            "April",
            "Mei",
            "Juni",
            "Juli",
            "Agustus",
            "September",
            "Oktober",
            "November",
            "Desember",
        ],
        Lang::En => [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    }
}

/// The names of the days, Monday first.
pub fn weekdays(lang: Lang) -> [&'static str; 7] {
    match lang {
        Lang::Id => ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"],
        Lang::En => ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, Lang, Timestamp, length_words, wait_words};
    use proptest::prelude::*;

    #[test]
    fn a_day_begins_at_midnight_in_tangerang() {
        let before = Timestamp::from_micros(1_795_453_199_999_999);
        assert_eq!(before.day().to_string(), "2026-11-23");
        assert_eq!(Timestamp::from_micros(before.micros() + 1).day().to_string(), "2026-11-24");
        assert_eq!(Timestamp::from_micros(1_795_485_600_000_000).words(Lang::Id), "24 November 2026, 09.00");
    }

    #[test]
    fn a_wait_is_told_as_people_say_it() {
        for (seconds, id, en) in [
            (0, "1 detik", "1 second"),
            (59, "59 detik", "59 seconds"),
            (60, "1 menit", "1 minute"),
            (61, "2 menit", "2 minutes"),
            (900, "15 menit", "15 minutes"),
            (5401, "2 jam", "2 hours"),
        ] {
            assert_eq!(wait_words(seconds, Lang::Id), id);
            assert_eq!(wait_words(seconds, Lang::En), en);
        }
    }

    #[test]
    fn a_length_is_said_in_hours_and_minutes() {
        for (minutes, id, en) in [
            (0, "0 menit", "0 min"),
            (30, "30 menit", "30 min"),
            (180, "3 jam", "3 h"),
            (390, "6 jam 30 menit", "6 h 30 min"),
        ] {
            assert_eq!(length_words(minutes, Lang::Id), id);
            assert_eq!(length_words(minutes, Lang::En), en);
        }
    }

    #[test]
    fn only_real_dates_are_read() {
        for text in ["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "24-11-2026", "2026-11", ""] {
            assert_eq!(Day::parse(text), None, "{text:?}");
        }
        assert_eq!(Day::parse("2028-02-29").map(|day| day.weekday()), Some(1));
        assert_eq!(Day::parse("2026-11-25").unwrap().short(Lang::Id), "Rabu, 25 Nov");
    }

    #[test]
    fn months_end_where_they_end() {
        for (day, months, expected) in [
            ("2026-11-24", 0, "2026-11-24"),
            ("2026-11-24", 1, "2026-12-24"),
            ("2026-11-24", 2, "2027-01-24"),
            ("2026-11-24", 60, "2031-11-24"),
            ("2026-12-31", 2, "2027-02-28"),
            ("2027-12-31", 2, "2028-02-29"),
            ("2028-02-29", 12, "2029-02-28"),
        ] {
            assert_eq!(Day::parse(day).unwrap().plus_months(months).to_string(), expected, "{day} {months}");
        }
    }

    proptest! {
        #[test]
        fn dates_are_read_back(days in -200_000..200_000_i64) {
            let day = Day(days);
            let (year, month, date) = day.date();
            prop_assert_eq!(Day::new(year, month, date), Some(day));
            prop_assert_eq!(day.start().day(), day);
        }
    }
}
