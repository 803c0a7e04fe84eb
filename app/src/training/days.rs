//! Days and hours in the few words that cards and calendars have room for.

use domain::permit::calendar::{Calendar, Off, OffDay, OffKind};
use domain::time::{Day, Timestamp, weekdays};

use crate::text::{Lang, off_label};

/// `09.00`.
pub(super) fn clock(at: Timestamp) -> String {
    let (hour, minute) = at.clock();
    format!("{hour:02}.{minute:02}")
}

/// `09.00–12.00`.
pub(super) fn hours(from: Timestamp, to: Timestamp) -> String {
    format!("{}–{}", clock(from), clock(to))
}

/// `2026-12-03T09:00`, as a browser's own input for a moment has it.
pub(super) fn input_value(at: Timestamp) -> String {
    let (hour, minute) = at.clock();
    format!("{}T{hour:02}:{minute:02}", at.day())
}

/// Reads what such an input sends, or a day and an hour.
pub(super) fn read_moment(day: &str, hour: &str) -> Option<Timestamp> {
    let (hour, minute) = hour.split_once([':', '.'])?;
    let (hour, minute): (i64, i64) = (hour.parse().ok()?, minute.get(..2)?.parse().ok()?);
    let real = (0..24).contains(&hour) && (0..60).contains(&minute);
    Some(Day::parse(day)?.start().plus_seconds(hour * 3600 + minute * 60)).filter(|_| real)
}

/// Reads `2026-12-03T09:00`.
pub(super) fn read_input(text: &str) -> Option<Timestamp> {
    let (day, hour) = text.trim().split_once('T')?;
    read_moment(day, hour)
}

/// `Kam`, of the days Monday is 0.
pub(super) fn weekday(nth: usize, t: Lang) -> String {
    weekdays(t)[nth].chars().take(3).collect()
}

/// `Des`.
pub(super) fn month(day: Day, t: Lang) -> String {
    day.month(t).chars().take(3).collect()
}

/// The days off by decree in a month, with their names.
pub(super) fn off_days(calendar: &Calendar, month: Day, t: Lang) -> Vec<(Day, String)> {
    let first = month.first_of_month();
    (0..31)
        .map(|nth| first.plus(nth))
        .take_while(|day| day.first_of_month() == first)
        .filter_map(|day| match calendar.off(day) {
            Some(Off::Decreed(off)) => Some((day, off_name(off, t))),
            _ => None,
        })
        .collect()
}

/// Its name; of collective leave also that it is one.
fn off_name(off: &OffDay, t: Lang) -> String {
    match off.kind {
        OffKind::LiburNasional => off.name.clone(),
        kind => format!("{}: {}", off_label(kind, t), off.name),
    }
}

/// `24–25, 31 Des`: days of one month.
pub(super) fn in_short(days: &[Day], t: Lang) -> String {
    let mut parts: Vec<(Day, Day)> = Vec::new();
    for day in days {
        match parts.last_mut() {
            Some((_, last)) if last.plus(1) == *day => *last = *day,
            _ => parts.push((*day, *day)),
        }
    }
    let number = |day: Day| day.date().2;
    let part = |(first, last): &(Day, Day)| {
        if first == last { number(*first).to_string() } else { format!("{}–{}", number(*first), number(*last)) }
    };
    let listed = parts.iter().map(part).collect::<Vec<_>>().join(", ");
    days.first().map(|day| format!("{listed} {}", month(*day, t))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_as_it_was_written() {
        let at = Day::new(2026, 12, 3).unwrap().start().plus_seconds(9 * 3600 + 30 * 60);
        assert_eq!(input_value(at), "2026-12-03T09:30");
        assert_eq!(read_input("2026-12-03T09:30"), Some(at));
        assert_eq!(read_moment("2026-12-03", "09.30"), Some(at));
        for wrong in ["", "2026-12-03", "2026-12-03T24:00", "2026-02-30T09:00", "T09:00", "2026-12-03T9"] {
            assert_eq!(read_input(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn days_in_a_row_are_one() {
        let day = |number| Day::new(2026, 12, number).unwrap();
        assert_eq!(in_short(&[day(24), day(25), day(31)], Lang::Id), "24–25, 31 Des");
        assert_eq!(in_short(&[], Lang::Id), "");
        assert_eq!(weekday(3, Lang::Id), "Kam");
    }
}
