//! Whether somebody was at a session: when that is said, in which ways, and whether it was often enough.

use super::clash::Span;
use crate::time::Timestamp;
use crate::words;

/// So long before a session people can say that they are there. Seconds.
const EARLY: i64 = 30 * 60;
/// How long a code is shown. Seconds.
const TURN: i64 = 60;
/// A code that was shown so many turns ago still counts: typing takes time.
const OLD_TURNS: i64 = 1;

words! {
    /// In which way it is known. All count the same, and there is one record of each person and session.
    pub enum Way {
        /// They scanned the code on the organiser's screen.
        Qr = "qr",
        /// They typed the digits beside it.
        Kode = "kode",
        /// The organiser entered it, as from the list on paper.
        Daftar = "daftar",
    }
}

/// Whether attendance can be said at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// From then on.
    Early(Timestamp),
    /// Now.
    Open,
    /// No longer by oneself: organisers can still enter it.
    Over,
}

/// Whether those who are at a session can say so; after its end for some time more. Minutes.
pub fn window(session: Span, after: i64, now: Timestamp) -> Window {
    let opens_at = session.from.plus_seconds(-EARLY);
    if now < opens_at {
        Window::Early(opens_at)
    } else if now < session.to.plus_seconds(after * 60) {
        Window::Open
    } else {
        Window::Over
    }
}

/// Which code is shown at a moment: the codes of a session follow one another.
pub fn turn(now: Timestamp) -> i64 {
    now.micros().div_euclid(TURN * 1_000_000)
}

/// How long the code of a moment is still shown. Seconds, at least one.
pub fn turn_left(now: Timestamp) -> i64 {
    TURN - now.micros().div_euclid(1_000_000).rem_euclid(TURN)
}

/// The turns whose codes count at a moment, the newest first.
pub fn turns_that_count(now: Timestamp) -> impl Iterator<Item = i64> {
    (0..=OLD_TURNS).map(move |old| turn(now) - old)
}

/// Six digits from a mark that nobody can guess.
pub fn digits(mark: &[u8; 32]) -> String {
    let number = u32::from_be_bytes([mark[0], mark[1], mark[2], mark[3]]);
    format!("{:06}", number % 1_000_000)
}

/// Whether somebody was at enough of the sessions that took place, for a certificate that asks for so many percent.
pub fn is_enough(attended: i64, sessions: i64, percent: i64) -> bool {
    attended * 100 >= sessions * percent
}

/// The fewest sessions that are enough. See [`is_enough`].
pub fn needed(sessions: i64, percent: i64) -> i64 {
    (sessions * percent + 99) / 100
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MINUTE: i64 = 60_000_000;

    #[test]
    fn it_opens_half_an_hour_before_and_ends_some_time_after() {
        let at = |minutes: i64| Timestamp::from_micros(minutes * MINUTE);
        let session = Span { from: at(600), to: at(780) };
        for (minute, expected) in [
            (0, Window::Early(at(570))),
            (569, Window::Early(at(570))),
            (570, Window::Open),
            (600, Window::Open),
            (780, Window::Open),
            (839, Window::Open),
            (840, Window::Over),
        ] {
            assert_eq!(window(session, 60, at(minute)), expected, "{minute}");
        }
        assert_eq!(window(session, 0, at(780)), Window::Over);
    }

    #[test]
    fn enough_is_as_the_certificate_says() {
        for (attended, sessions, percent, expected) in [
            (4, 5, 80, true),
            (3, 5, 80, false),
            (2, 3, 67, false),
            (2, 3, 66, true),
            (0, 3, 0, true),
            (1, 1, 100, true),
            (0, 1, 1, false),
        ] {
            assert_eq!(is_enough(attended, sessions, percent), expected, "{attended} of {sessions}, {percent} %");
        }
    }

    proptest! {
        #[test]
        fn a_code_counts_for_at_least_a_minute_and_at_most_two(shown in 0..10_000_000_000_i64, later in 0..300_i64) {
            let (shown, now) = (Timestamp::from_micros(shown), Timestamp::from_micros(shown + later * 1_000_000));
            let counts = turns_that_count(now).any(|counts| counts == turn(shown));
            prop_assert!(counts || later >= TURN);
            prop_assert!(!counts || later < 2 * TURN);
            prop_assert!((1..=TURN).contains(&turn_left(now)));
            let next = Timestamp::from_micros(now.micros() + turn_left(now) * 1_000_000);
            prop_assert_eq!(turn(next), turn(now) + 1);
        }

        #[test]
        fn a_code_is_six_digits(mark in proptest::array::uniform32(0_u8..)) {
            let code = digits(&mark);
            prop_assert!(code.len() == 6 && code.bytes().all(|digit| digit.is_ascii_digit()));
        }
    }
}
