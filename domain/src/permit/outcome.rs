//! What a case that came to its end says about the office, without anything about a person: for `/transparansi`.

use super::calendar::Calendar;
use super::clock::{Entry, Pace, read};
use super::state::State;
use crate::time::Timestamp;
use crate::words;

words! {
    /// How a case ended.
    pub enum Ending {
        /// What was applied for was issued.
        Issued = "terbit",
        /// It was refused.
        Refused = "ditolak",
        /// The applicant took it back.
        Withdrawn = "ditarik",
    }
}

impl Ending {
    const fn of(state: State) -> Option<Self> {
        match state {
            State::Terbit => Some(Ending::Issued),
            State::Ditolak => Some(Ending::Refused),
            State::Ditarik => Some(Ending::Withdrawn),
            _ => None,
        }
    }

    /// Whether the office decided.
    pub const fn is_decision(self) -> bool {
        !matches!(self, Ending::Withdrawn)
    }
}

/// The figures of a case that ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// How.
    pub ending: Ending,
    /// When.
    pub at: Timestamp,
    /// Working days that the office used.
    pub charged: u16,
    /// Whether no more than the promised ones.
    pub on_time: bool,
    /// How often the clock was paused.
    pub pauses: u16,
    /// For how long altogether. Calendar days, whole ones.
    pub paused_days: u16,
}

/// The figures of a case, from all its entries in their order; of the last decision, if an objection let one fall.
/// `None` while it is not decided, and for what was taken back as a draft.
pub fn outcome(entries: &[Entry], norm: u16, calendar: &Calendar) -> Option<Outcome> {
    let end = entries.iter().rposition(|entry| Ending::of(entry.state).is_some())?;
    let (ending, at) = (Ending::of(entries[end].state)?, entries[end].at);
    // Whatever was opened again after an end counts from there.
    let stopped = |entry: &Entry| entry.state.pace() == Some(Pace::Stopped);
    let begin = entries[..end].iter().rposition(stopped).map_or(0, |before| before + 1);
    if entries[end + 1..].iter().any(|entry| !stopped(entry)) {
        return None;
    }
    let course = &entries[begin..=end];
    let handed_in = course.iter().any(|entry| entry.state.pace() == Some(Pace::Running));
    let reading = read(course, norm, calendar, at).filter(|_| handed_in)?;
    let (mut pauses, mut paused) = (0, 0);
    let mut since: Option<Timestamp> = None;
    for entry in course {
        match (entry.state.pace() == Some(Pace::Paused), since) {
            (true, None) => {
                pauses += 1;
                since = Some(entry.at);
            }
            (false, Some(from)) => {
                paused += entry.at.micros() - from.micros();
                since = None;
            }
            _ => {}
        }
    }
    let paused_days = u16::try_from(paused / (86_400 * 1_000_000)).unwrap_or(u16::MAX);
    Some(Outcome { ending, at, charged: reading.charged, on_time: !reading.overdue, pauses, paused_days })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::permit::calendar::{Leave, OfficeHours};
    use crate::time::Day;

    /// Entries on days of November 2026, at nine.
    fn course(entries: &[(u8, State)]) -> Vec<Entry> {
        let at = |day: u8| Day::new(2026, 11, day).unwrap().start().plus_hours(9);
        entries.iter().map(|(day, state)| Entry { at: at(*day), state: *state }).collect()
    }

    fn found(entries: &[(u8, State)]) -> Option<(Ending, u16, bool, u16, u16)> {
        let calendar = Calendar::new(OfficeHours::new(480, 960).unwrap(), Leave::Off, []);
        let outcome = outcome(&course(entries), 3, &calendar)?;
        Some((outcome.ending, outcome.charged, outcome.on_time, outcome.pauses, outcome.paused_days))
    }

    #[test]
    fn the_figures_are_those_of_the_clock() {
        use State::*;
        // 2 November 2026 is a Monday.
        for (entries, expected) in [
            (&[(2, Draf)][..], None),
            (&[(2, Draf), (3, Ditarik)], None),
            (&[(2, Diajukan), (3, Verifikasi)], None),
            (&[(2, Diajukan), (3, Verifikasi), (5, Terbit)], Some((Ending::Issued, 2, true, 0, 0))),
            (&[(2, Draf), (2, Diajukan), (6, Ditolak)], Some((Ending::Refused, 3, false, 0, 0))),
            (&[(2, Diajukan), (3, Ditarik)], Some((Ending::Withdrawn, 0, true, 0, 0))),
            // Two pauses of three days and of two; what ended later changes nothing.
            (
                &[
                    (2, Diajukan),
                    (3, PerluPerbaikan),
                    (6, Verifikasi),
                    (9, MenungguBayar),
                    (11, Terbit),
                    (20, Kedaluwarsa),
                ],
                Some((Ending::Issued, 0, true, 2, 5)),
            ),
            // Stopped after a pause is the same pause.
            (
                &[(2, Diajukan), (3, PerluPerbaikan), (5, Dihentikan), (9, Ditolak)],
                Some((Ending::Refused, 0, true, 1, 6)),
            ),
            // A refusal fell: that it is open again, and then only what came after it, counts.
            (&[(2, Diajukan), (6, Ditolak), (9, Verifikasi)], None),
            (&[(2, Diajukan), (6, Ditolak), (9, Verifikasi), (11, Terbit)], Some((Ending::Issued, 1, true, 0, 0))),
        ] {
            assert_eq!(found(entries), expected, "{entries:?}");
        }
    }
}
