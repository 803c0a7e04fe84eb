//! The vectors of the specification, and what holds for every case.

use super::*;
use crate::permit::calendar::tests::{HOURS, calendar, day, decreed};
use crate::permit::calendar::{Leave, OffDay, OffKind};
use proptest::prelude::*;

/// `2026-03-13 10.30`, in Tangerang.
fn at(text: &str) -> Timestamp {
    let (date, time) = text.split_once(' ').unwrap();
    let (hour, minute) = time.split_once('.').unwrap();
    let seconds = hour.parse::<i64>().unwrap() * 3600 + minute.parse::<i64>().unwrap() * 60;
    day(date).start().plus_seconds(seconds)
}

/// `diajukan 2026-03-13 10.30, ...`
fn case(text: &str) -> Vec<Entry> {
    let entry = |entry: &str| {
        let (state, time) = entry.split_once(' ').unwrap();
        Entry { at: at(time), state: state.parse().unwrap() }
    };
    text.split(", ").map(entry).collect()
}

/// The vectors of the specification, section 3, and the case of the mock-up `track.html`.
#[test]
fn the_office_is_held_to_the_promised_day() {
    for (entries, norm, now, due) in [
        ("diajukan 2026-03-13 10.00", 5, "2026-03-13 10.01", "2026-03-27"),
        ("diajukan 2026-12-23 10.00", 3, "2026-12-23 10.01", "2026-12-30"),
        ("diajukan 2027-03-04 10.00", 3, "2027-03-04 10.01", "2027-03-17"),
        (
            "diajukan 2026-03-13 10.00, verifikasi 2026-03-16 09.00, perlu_perbaikan 2026-03-17 11.00, \
             verifikasi 2026-03-26 14.00",
            5,
            "2026-03-26 14.01",
            "2026-04-01",
        ),
        (
            "diajukan 2026-11-11 10.42, verifikasi 2026-11-12 08.20, perlu_perbaikan 2026-11-16 14.05",
            5,
            "2026-11-24 09.00",
            "2026-11-27",
        ),
    ] {
        let reading = read(&case(entries), norm, &calendar(), at(now)).unwrap();
        assert_eq!(reading.due, at(&format!("{due} 16.00")), "{entries}");
    }
}

#[test]
fn every_day_until_the_promised_one_is_explained() {
    let entries = case(
        "diajukan 2026-03-13 10.00, verifikasi 2026-03-16 09.00, perlu_perbaikan 2026-03-17 11.00, \
         verifikasi 2026-03-26 14.00",
    );
    let calendar = calendar();
    let explained: Vec<String> = days(&entries, 5, &calendar, at("2026-03-27 09.00"))
        .unwrap()
        .into_iter()
        .map(|(day, kind)| match kind {
            DayKind::Submitted => format!("{} masuk", day.date().2),
            DayKind::Charged(nth) => format!("{} ke-{nth}", day.date().2),
            DayKind::Paused => format!("{} jeda", day.date().2),
            DayKind::Off(Off::Weekend) => format!("{} akhir pekan", day.date().2),
            DayKind::Off(Off::Decreed(off)) => format!("{} {}", day.date().2, &off.name[..4]),
        })
        .collect();
    assert_eq!(
        explained.join(", "),
        "13 masuk, 14 akhir pekan, 15 akhir pekan, 16 ke-1, 17 jeda, 18 Hari, 19 Hari, 20 Idul, 21 Idul, 22 Idul, \
         23 Idul, 24 Idul, 25 jeda, 26 jeda, 27 ke-2, 28 akhir pekan, 29 akhir pekan, 30 ke-3, 31 ke-4, 1 ke-5"
    );
}

/// Handed in on Wednesday 11 November 2026, three days promised: due on Monday 16 at 16.00.
#[test]
fn the_clock_shows_what_is_used_up_and_how_urgent_it_is() {
    use Light::*;
    use Pace::*;
    let waiting = "diajukan 2026-11-11 10.00, verifikasi 2026-11-12 09.00, perlu_perbaikan 2026-11-13 09.00";
    let decided = "diajukan 2026-11-11 10.00, persetujuan 2026-11-13 09.00, terbit 2026-11-16 16.00";
    let late = "diajukan 2026-11-11 10.00, persetujuan 2026-11-13 09.00, ditolak 2026-11-16 16.01";
    let paid = "diajukan 2026-11-11 10.00, menunggu_bayar 2026-11-13 09.00, terbit 2026-12-01 09.00";
    for (entries, now, pace, since, charged, remaining, overdue, light) in [
        ("diajukan 2026-11-11 10.00", "2026-11-11 10.00", Running, "2026-11-11 10.00", 0, 3, false, Hijau),
        ("diajukan 2026-11-11 10.00", "2026-11-12 16.00", Running, "2026-11-11 10.00", 0, 3, false, Hijau),
        ("diajukan 2026-11-11 10.00", "2026-11-12 16.01", Running, "2026-11-11 10.00", 1, 2, false, Hijau),
        ("diajukan 2026-11-11 10.00", "2026-11-13 16.01", Running, "2026-11-11 10.00", 2, 1, false, Merah),
        ("diajukan 2026-11-11 10.00", "2026-11-16 16.00", Running, "2026-11-11 10.00", 2, 1, false, Merah),
        ("diajukan 2026-11-11 10.00", "2026-11-16 16.01", Running, "2026-11-11 10.00", 3, 0, true, Merah),
        ("diajukan 2026-11-11 10.00", "2026-11-18 16.01", Running, "2026-11-11 10.00", 5, 0, true, Merah),
        (waiting, "2026-11-13 08.59", Running, "2026-11-11 10.00", 1, 2, false, Hijau),
        (waiting, "2026-12-24 09.00", Paused, "2026-11-13 09.00", 1, 2, false, Hijau),
        (decided, "2027-12-24 09.00", Stopped, "2026-11-16 16.00", 2, 1, false, Merah),
        (late, "2027-12-24 09.00", Stopped, "2026-11-16 16.01", 3, 0, true, Merah),
        (paid, "2026-12-24 09.00", Stopped, "2026-12-01 09.00", 1, 2, false, Hijau),
    ] {
        let found = read(&case(entries), 3, &calendar(), at(now)).unwrap();
        let shown = (found.pace, found.since, found.charged, found.remaining, found.overdue, found.light);
        assert_eq!(shown, (pace, at(since), charged, remaining, overdue, light), "{entries} {now}");
        if pace != Paused && entries != paid {
            assert_eq!(found.due, at("2026-11-16 16.00"), "{entries} {now}");
        }
    }
    // Paused at the decision: what was promised if the fee was paid then.
    let found = read(&case(paid), 3, &calendar(), at("2026-12-24 09.00")).unwrap();
    assert_eq!(found.due, at("2026-12-03 16.00"));
    assert_eq!(read(&case("draf 2026-11-11 10.00"), 3, &calendar(), at("2026-11-12 09.00")), None);
    assert_eq!(read(&case("diajukan 2026-11-11 10.00"), 3, &calendar(), at("2026-11-11 09.00")), None);
}

#[test]
fn only_opening_and_closing_decide_what_is_charged() {
    let asked = "diajukan 2026-11-11 07.00, verifikasi 2026-11-12 07.00, perlu_perbaikan";
    for (pause, answer, due) in [
        // Within the day and at night: not stopped. The day of submission is free however early it was.
        ("2026-11-12 08.01", "2026-11-12 15.59", "2026-11-16"),
        ("2026-11-12 16.01", "2026-11-13 07.59", "2026-11-16"),
        ("2026-11-13 16.01", "2026-11-16 08.00", "2026-11-16"),
        // Over an opening or a closing: that day is free.
        ("2026-11-12 07.59", "2026-11-12 08.01", "2026-11-17"),
        ("2026-11-12 08.00", "2026-11-12 08.01", "2026-11-17"),
        ("2026-11-12 15.59", "2026-11-12 16.01", "2026-11-17"),
        ("2026-11-12 15.59", "2026-11-13 08.01", "2026-11-18"),
    ] {
        let entries = case(&format!("{asked} {pause}, verifikasi {answer}"));
        let found = read(&entries, 3, &calendar(), at(answer)).unwrap();
        assert_eq!(found.due, at(&format!("{due} 16.00")), "{pause} {answer}");
    }
}

#[test]
fn every_state_runs_pauses_or_stops_the_clock() {
    let of = |pace: Option<Pace>| -> Vec<&str> {
        State::ALL.iter().filter(|state| state.pace() == pace).map(|state| state.as_str()).collect()
    };
    assert_eq!(of(None), ["draf"]);
    assert_eq!(of(Some(Pace::Running)), ["diajukan", "verifikasi", "kunjungan", "persetujuan", "didampingi"]);
    assert_eq!(of(Some(Pace::Paused)), ["perlu_perbaikan", "dihentikan", "menunggu_bayar"]);
    assert_eq!(of(Some(Pace::Stopped)), ["terbit", "ditolak", "ditarik", "kedaluwarsa", "dicabut", "selesai"]);
}

#[test]
fn a_light_turns_with_the_share_that_is_left() {
    let lights = |norm: u16| -> String {
        (0..=norm).rev().map(|left| Light::of(left, norm).as_str().chars().next().unwrap()).collect()
    };
    assert_eq!(lights(1), "mm");
    assert_eq!(lights(2), "hmm");
    assert_eq!(lights(3), "hhmm");
    assert_eq!(lights(5), "hhhkmm");
    assert_eq!(lights(10), "hhhhhkkkmmm");
    assert_eq!(lights(14), "hhhhhhhkkkkkmmm");
}

#[test]
fn half_of_the_time_is_late_for_a_second_request() {
    let late = |now: &str| read(&case("diajukan 2026-11-11 10.00"), 4, &calendar(), at(now)).unwrap().is_late_to_ask();
    assert!(!late("2026-11-13 16.00") && late("2026-11-13 16.01"));
}

#[test]
fn a_limit_counts_calendar_days() {
    assert_eq!(last_day(at("2026-11-16 23.59"), 14), day("2026-11-30"));
    assert_eq!(last_day(at("2026-11-16 00.00"), 180), day("2027-05-15"));
}

/// A submission in 2026 or 2027, and pauses: minutes until each and minutes that it lasts.
fn submission() -> impl Strategy<Value = Timestamp> {
    (0..700_i64, 0..1440_i64)
        .prop_map(|(days, minutes)| day("2026-01-01").plus(days).start().plus_seconds(minutes * 60))
}

fn pauses() -> impl Strategy<Value = Vec<(i64, i64)>> {
    proptest::collection::vec((1..8_000_i64, 1..20_000_i64), 0..4)
}

fn paused_case(submitted: Timestamp, pauses: &[(i64, i64)]) -> Vec<Entry> {
    let mut entries = vec![Entry { at: submitted, state: State::Diajukan }];
    let mut at = submitted;
    for (running, waiting) in pauses {
        at = at.plus_seconds(running * 60);
        entries.push(Entry { at, state: State::PerluPerbaikan });
        at = at.plus_seconds(waiting * 60);
        entries.push(Entry { at, state: State::Verifikasi });
    }
    entries
}

fn last(entries: &[Entry]) -> Timestamp {
    entries[entries.len() - 1].at
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    /// Counted from the other side: all working days less those at whose opening or closing the case waited.
    #[test]
    fn a_pause_neither_shortens_nor_lengthens_office_time(at in submission(), pauses in pauses(), norm in 1..25_u16) {
        let (entries, calendar) = (paused_case(at, &pauses), calendar());
        let due = read(&entries, norm, &calendar, last(&entries)).unwrap().due.day();
        let waited = |time: Timestamp| entries[1..].chunks(2).any(|pause| pause[0].at <= time && time < pause[1].at);
        let lost = (1..=due.since(at.day())).map(|days| at.day().plus(days)).filter(|day| {
            calendar.off(*day).is_none() && (waited(calendar.opens(*day)) || waited(calendar.closes(*day)))
        });
        prop_assert_eq!(calendar.working_days(at.day(), due) - lost.count() as u32, u32::from(norm));
    }

    #[test]
    fn due_is_the_end_of_a_working_day(at in submission(), pauses in pauses(), norm in 1..25_u16, later in 0..50_000_i64) {
        let (entries, calendar) = (paused_case(at, &pauses), calendar());
        let found = read(&entries, norm, &calendar, at.plus_seconds(later * 60)).unwrap();
        prop_assert_eq!(calendar.off(found.due.day()), None);
        prop_assert_eq!(found.due, calendar.closes(found.due.day()));
        let explained = days(&entries, norm, &calendar, at.plus_seconds(later * 60)).unwrap();
        prop_assert_eq!(explained.last().copied(), Some((found.due.day(), DayKind::Charged(norm))));
    }

    #[test]
    fn what_remains_never_grows_and_waits_through_a_pause(
        at in submission(), pauses in pauses(), norm in 1..25_u16, (earlier, later) in (0..50_000_i64, 0..20_000_i64),
    ) {
        let (entries, calendar) = (paused_case(at, &pauses), calendar());
        let now = at.plus_seconds(earlier * 60);
        let then = now.plus_seconds(later * 60);
        let (before, after) = (read(&entries, norm, &calendar, now).unwrap(), read(&entries, norm, &calendar, then).unwrap());
        prop_assert!(after.remaining <= before.remaining && after.charged >= before.charged);
        prop_assert!(!before.overdue || after.overdue);
        prop_assert_eq!(after.remaining, norm.saturating_sub(after.charged));
        if before.pace == Pace::Paused && before.since == after.since {
            prop_assert_eq!(before.charged, after.charged);
        }
        // Nothing that is known later changes what was promised, unless a pause moved it further away.
        prop_assert!(after.due >= before.due);
    }

    #[test]
    fn a_day_off_more_never_brings_the_due_day_nearer(
        at in submission(), pauses in pauses(), norm in 1..25_u16, extra in 0..90_i64, later in 0..50_000_i64,
    ) {
        let entries = paused_case(at, &pauses);
        let name = OffDay { kind: OffKind::LiburNasional, name: "Pilkada".into() };
        let more = decreed().into_iter().chain([(at.day().plus(extra), name)]);
        let more = Calendar::new(HOURS, Leave::Off, more);
        let now = at.plus_seconds(later * 60);
        let (fewer, more) = (read(&entries, norm, &calendar(), now).unwrap(), read(&entries, norm, &more, now).unwrap());
        prop_assert!(more.due >= fewer.due && more.remaining >= fewer.remaining);
        // One day, not more: but the day that takes its place may lie behind a pause.
        prop_assert!(fewer.charged - more.charged <= 1);
    }

    #[test]
    fn a_pause_within_office_hours_or_outside_them_does_not_stop_the_clock(
        at in submission(), norm in 1..25_u16, days in 0..30_i64, (from, to) in (1..479_i64, 1..479_i64), outside: bool,
    ) {
        let calendar = calendar();
        let day = at.day().plus(1 + days);
        // 8 hours between opening and closing; twice as many from closing to opening.
        let (begin, scale) = if outside { (calendar.closes(day), 2) } else { (calendar.opens(day), 1) };
        let minutes = |minutes: i64| begin.plus_seconds(minutes * scale * 60);
        let pause = [
            Entry { at, state: State::Verifikasi },
            Entry { at: minutes(from.min(to)), state: State::PerluPerbaikan },
            Entry { at: minutes(from.max(to)), state: State::Verifikasi },
        ];
        let now = last(&pause);
        prop_assert_eq!(read(&pause, norm, &calendar, now).unwrap().due, read(&pause[..1], norm, &calendar, now).unwrap().due);
    }
}
