//! Sessions as a file for calendars (iCalendar, RFC 5545).
//!
//! Written here rather than with the crate `icalendar`: that needs chrono and a parser, a second calendar beside
//! [`crate::time`], for one file whose form never changes.

use std::fmt::Write;

use crate::time::Timestamp;

/// The longest line, in octets and without its end.
const LONGEST: usize = 75;

/// Western Indonesian time: seven hours ahead, the whole year round.
const ZONE: &str = "Asia/Jakarta";

/// A session in a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The same for as long as the session exists: it is how calendars know it again.
    pub uid: String,
    /// Rises with every change of time or place.
    pub sequence: i64,
    /// Whether it does not take place.
    pub cancelled: bool,
    /// When it begins.
    pub from: Timestamp,
    /// When it is over.
    pub to: Timestamp,
    /// What it is.
    pub title: String,
    /// Where it is.
    pub place: String,
    /// What else is to be known.
    pub text: String,
    /// Its page.
    pub url: String,
}

/// What calendars do with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Take its events in.
    Publish,
    /// Strike its events out.
    Cancel,
}

/// A file with these events, made at this moment.
pub fn write(events: &[Event], method: Method, now: Timestamp) -> String {
    let mut file = String::new();
    let mut line = |text: &str| fold(&mut file, text);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Rumah Sikum//Pelatihan//ID");
    line("CALSCALE:GREGORIAN");
    line(match method {
        Method::Publish => "METHOD:PUBLISH",
        Method::Cancel => "METHOD:CANCEL",
    });
    for zone in [
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Jakarta",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0700",
        "TZOFFSETTO:+0700",
        "TZNAME:WIB",
        "END:STANDARD",
        "END:VTIMEZONE",
    ] {
        line(zone);
    }
    for event in events {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}", escape(&event.uid)));
        line(&format!("DTSTAMP:{}Z", local(now.plus_hours(-7))));
        line(&format!("SEQUENCE:{}", event.sequence));
        line(if event.cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
        line(&format!("DTSTART;TZID={ZONE}:{}", local(event.from)));
        line(&format!("DTEND;TZID={ZONE}:{}", local(event.to)));
        line(&format!("SUMMARY:{}", escape(&event.title)));
        line(&format!("LOCATION:{}", escape(&event.place)));
        line(&format!("DESCRIPTION:{}", escape(&event.text)));
        line(&format!("URL:{}", event.url));
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    file
}

/// `20261203T090000`, in Tangerang.
fn local(at: Timestamp) -> String {
    let (year, month, day) = at.day().date();
    let (hour, minute) = at.clock();
    let second = at.micros().div_euclid(1_000_000).rem_euclid(60);
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}")
}

/// A text as a value: what separates values and lines is escaped, other control characters are left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => {
                let _ = write!(escaped, "\\{character}");
            }
            '\n' => escaped.push_str("\\n"),
            other if other.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// Adds a line, broken where it is too long but never within a character. What follows a break begins with a space.
fn fold(file: &mut String, line: &str) {
    let mut used = 0;
    for character in line.chars() {
        if used + character.len_utf8() > LONGEST {
            file.push_str("\r\n ");
            used = 1;
        }
        file.push(character);
        used += character.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Day;
    use proptest::prelude::*;

    fn event() -> Event {
        let start = Day::new(2026, 12, 3).unwrap().start();
        Event {
            uid: "sesi-1@sikum.contoh.id".to_owned(),
            sequence: 2,
            cancelled: false,
            from: start.plus_hours(9),
            to: start.plus_hours(12),
            title: "Foto produk; terang, rapi".to_owned(),
            place: "Aula\\Kecamatan".to_owned(),
            text: "Baris satu\nBaris dua".to_owned(),
            url: "https://sikum.contoh.id/pelatihan/foto".to_owned(),
        }
    }

    #[test]
    fn a_session_has_its_hours_in_its_own_zone_and_is_escaped() {
        let now = Day::new(2026, 12, 1).unwrap().start().plus_hours(3);
        let file = write(&[event()], Method::Publish, now);
        for line in [
            "METHOD:PUBLISH",
            "UID:sesi-1@sikum.contoh.id",
            "DTSTAMP:20261130T200000Z",
            "SEQUENCE:2",
            "DTSTART;TZID=Asia/Jakarta:20261203T090000",
            "DTEND;TZID=Asia/Jakarta:20261203T120000",
            "SUMMARY:Foto produk\\; terang\\, rapi",
            "LOCATION:Aula\\\\Kecamatan",
            "DESCRIPTION:Baris satu\\nBaris dua",
            "TZID:Asia/Jakarta",
        ] {
            assert!(file.contains(&format!("{line}\r\n")), "{line} in {file}");
        }
        let cancelled = write(&[Event { cancelled: true, ..event() }], Method::Cancel, now);
        assert!(cancelled.contains("METHOD:CANCEL\r\n") && cancelled.contains("STATUS:CANCELLED\r\n"));
        // In a personal calendar some take place and others do not.
        let mixed = write(&[event(), Event { cancelled: true, ..event() }], Method::Publish, now);
        assert!(mixed.contains("STATUS:CONFIRMED\r\n") && mixed.contains("STATUS:CANCELLED\r\n"));
    }

    /// As a reader takes it apart again.
    fn unfold(file: &str) -> String {
        file.replace("\r\n ", "")
    }

    fn unescape(value: &str) -> String {
        let mut text = String::new();
        let mut characters = value.chars();
        while let Some(character) = characters.next() {
            match (character, character == '\\') {
                (_, true) => match characters.next() {
                    Some('n') => text.push('\n'),
                    Some(other) => text.push(other),
                    None => {}
                },
                (other, false) => text.push(other),
            }
        }
        text
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_read_back_from_short_lines(title in "[a-zé;,\\\\\n 𝄞“]{0,200}") {
            let event = Event { title: title.clone(), ..event() };
            let file = write(&[event], Method::Publish, Timestamp::from_micros(0));
            for line in file.split_terminator("\r\n") {
                prop_assert!(line.len() <= LONGEST, "{}", line);
                prop_assert!(!line.contains(['\r', '\n']));
            }
            let unfolded = unfold(&file);
            let value = unfolded.split_terminator("\r\n").find_map(|line| line.strip_prefix("SUMMARY:")).unwrap();
            prop_assert_eq!(unescape(value), title);
        }
    }
}
