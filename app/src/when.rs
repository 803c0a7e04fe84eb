//! Moments in few words, seen from now.

use domain::time::{Day, Timestamp};

use crate::text::{Lang, OrderText};

/// `hari ini 14.30`, `besok 09.00`, `Rabu, 25 Nov 09.00`.
pub fn short(at: Timestamp, now: Timestamp, lang: Lang) -> String {
    let (hour, minute) = at.clock();
    let clock = format!("{hour:02}.{minute:02}");
    let (day, today) = (at.day(), now.day());
    if day == today {
        lang.today_at(&clock)
    } else if day == today.plus(1) {
        lang.tomorrow_at(&clock)
    } else {
        format!("{} {clock}", day.short(lang))
    }
}

/// `25 Nov`, with the year where it is another one.
pub(crate) fn dated(day: Day, now: Timestamp, t: Lang) -> String {
    let (year, short) = (day.date().0, day.short(t));
    let date = short.split_once(", ").map_or(short.as_str(), |(_, date)| date);
    if year == now.day().date().0 { date.to_owned() } else { format!("{date} {year}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn today_and_tomorrow_have_names() {
        let now = Timestamp::from_micros(1_795_485_600_000_000);
        for (hours, expected) in
            [(1, "hari ini 10.00"), (-1, "hari ini 08.00"), (24, "besok 09.00"), (48, "Kamis, 26 Nov 09.00")]
        {
            assert_eq!(short(now.plus_hours(hours), now, Lang::Id), expected);
        }
    }
}
