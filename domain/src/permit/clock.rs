//! The working-day clock of a case: a promise to the applicant, worked out anew from what happened and never stored.
//!
//! 1. Day 1 is the first working day after a complete submission; the case is due at the end of office hours of day N.
//! 2. A working day is charged if the case was running when the office opened and when it closed. So a pause that
//!    begins and ends within one day does not stop the clock, and neither does one at night.
//! 3. While the applicant has to act or to pay the clock is paused. A pause freezes the days that are left; nothing
//!    ever sets them back.
//! 4. A refusal that falls to an objection was the end of its promise: the one that follows counts from that day.

use super::calendar::{Calendar, Off};
use super::state::State;
use crate::time::{Day, Timestamp};
use crate::words;

/// A case came into a state. A case is given as all its entries in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// Into which.
    pub state: State,
}

words! {
    /// What the clock does.
    pub enum Pace {
        /// The office has to act.
        Running = "berjalan",
        /// The applicant has to act or to pay.
        Paused = "dijeda",
        /// It is decided.
        Stopped = "berhenti",
    }
}

impl State {
    /// What the clock does in this state; `None` before the submission.
    pub const fn pace(self) -> Option<Pace> {
        use State::*;
        match self {
            Draf => None,
            // Of an accompanied permit: at a stage of the office, each with a promise of its own.
            Diajukan | Verifikasi | Kunjungan | Persetujuan | Didampingi => Some(Pace::Running),
            PerluPerbaikan | MenungguBayar | Dihentikan => Some(Pace::Paused),
            Terbit | Ditolak | Ditarik | Kedaluwarsa | Dicabut | Selesai => Some(Pace::Stopped),
        }
    }
}

words! {
    /// How urgent a case is, by the share of its days that is left.
    pub enum Light {
        /// More than half.
        Hijau = "hijau",
        /// Half or less.
        Kuning = "kuning",
        /// A fifth or less, the last day, or none.
        Merah = "merah",
    }
}

impl Light {
    /// The light of so many days left out of so many.
    pub const fn of(remaining: u16, norm: u16) -> Self {
        let (remaining, norm) = (remaining as u32, norm as u32);
        if remaining <= 1 || remaining * 5 <= norm {
            Light::Merah
        } else if remaining * 2 <= norm {
            Light::Kuning
        } else {
            Light::Hijau
        }
    }
}

/// What the clock shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Whether it runs.
    pub pace: Pace,
    /// Since when it does, or does not.
    pub since: Timestamp,
    /// Working days that are promised.
    pub norm: u16,
    /// Working days that are used up, more than [`Reading::norm`] when it takes too long.
    pub charged: u16,
    /// Working days that are left, today among them until the office closes.
    pub remaining: u16,
    /// The end of office hours of the last promised day. While paused: if the applicant acted now. When decided: what
    /// was promised then.
    pub due: Timestamp,
    /// `lewat_sla`: all days are used up, and the case is not decided or was decided after that.
    pub overdue: bool,
    /// How urgent it is.
    pub light: Light,
}

impl Reading {
    /// Whether so much time is used up that a second request for correction needs the head's consent: half of it.
    /// Without this an office could gain time by asking in the last minute.
    pub const fn is_late_to_ask(&self) -> bool {
        self.remaining as u32 * 2 <= self.norm as u32
    }
}

/// What a day is for a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind<'c> {
    /// It was handed in.
    Submitted,
    /// A promised working day: the first, the second, ...
    Charged(u16),
    /// A working day on which the applicant had to act when the office opened or closed.
    Paused,
    /// The office does not work.
    Off(Off<'c>),
}

/// The clock of a case as it stands at `now`; what happened later is not looked at. `norm` are working days, at least
/// one. `None` before the submission.
pub fn read(entries: &[Entry], norm: u16, calendar: &Calendar, now: Timestamp) -> Option<Reading> {
    let (norm, course) = (norm.max(1), Course::of(entries, now)?);
    let (mut charged, mut due) = (0, None);
    for (day, kind) in course.days(calendar) {
        let (closes, nth) = (calendar.closes(day), if let DayKind::Charged(nth) = kind { nth } else { 0 });
        if nth == norm {
            due = Some(closes);
        }
        if closes < course.seen {
            charged = charged.max(nth);
        } else if let Some(due) = due {
            let remaining = norm.saturating_sub(charged);
            let (overdue, light) = (remaining == 0, Light::of(remaining, norm));
            return Some(Reading {
                pace: course.pace,
                since: course.since,
                norm,
                charged,
                remaining,
                due,
                overdue,
                light,
            });
        }
    }
    // The days have no end.
    None
}

/// What every day from the submission to the due day is for a case, to explain the promise. While paused, as if the
/// applicant acted now.
pub fn days<'c>(
    entries: &[Entry],
    norm: u16,
    calendar: &'c Calendar,
    now: Timestamp,
) -> Option<Vec<(Day, DayKind<'c>)>> {
    let course = Course::of(entries, now)?;
    let last = DayKind::Charged(norm.max(1));
    let mut found = vec![(course.submitted, DayKind::Submitted)];
    for (day, kind) in course.days(calendar) {
        found.push((day, kind));
        if kind == last {
            break;
        }
    }
    Some(found)
}

/// The last day of a limit of so many calendar days that began at a moment: for the applicant's correction, for taking
/// up again what was stopped (180 days in Pasal 91 of PP 28/2025 as excerpted: configuration), for an objection.
pub fn last_day(since: Timestamp, days: u16) -> Day {
    since.day().plus(i64::from(days))
}

/// When a case was running, worked out from its entries.
struct Course {
    submitted: Day,
    pace: Pace,
    since: Timestamp,
    /// Up to when days are charged: now, or the decision.
    seen: Timestamp,
    /// From when to when it ran; at last it runs for ever, as if the applicant acted now and nobody had decided.
    runs: Vec<(Timestamp, Timestamp)>,
}

const NEVER: Timestamp = Timestamp::from_micros(i64::MAX);

impl Course {
    fn of(entries: &[Entry], now: Timestamp) -> Option<Self> {
        let mut course: Option<Course> = None;
        for Entry { at, state } in entries.iter().filter(|entry| entry.at <= now) {
            let Some(pace) = state.pace() else { continue };
            let begun = || Course { submitted: at.day(), pace, since: *at, seen: now, runs: Vec::new() };
            if pace != Pace::Stopped {
                course = course.filter(|course| course.pace != Pace::Stopped);
            }
            let course = course.get_or_insert_with(begun);
            if course.pace != pace {
                (course.pace, course.since) = (pace, *at);
            }
            match (pace, course.runs.last_mut()) {
                (Pace::Running, Some((_, end))) if *end == NEVER => {}
                (Pace::Running, _) => course.runs.push((*at, NEVER)),
                (Pace::Paused, Some((_, end))) => *end = (*end).min(*at),
                (Pace::Paused, None) => {}
                (Pace::Stopped, _) => course.seen = course.since,
            }
        }
        let mut course = course?;
        if course.runs.last().is_none_or(|(_, end)| *end != NEVER) {
            course.runs.push((course.seen, NEVER));
        }
        Some(course)
    }

    fn runs_at(&self, time: Timestamp) -> bool {
        self.runs.iter().any(|(from, to)| (*from..*to).contains(&time))
    }

    /// The days after the submission, without end.
    fn days<'c>(&self, calendar: &'c Calendar) -> impl Iterator<Item = (Day, DayKind<'c>)> {
        let mut charged = 0;
        (1..).map(move |days| {
            let day = self.submitted.plus(days);
            let kind = match calendar.off(day) {
                Some(off) => DayKind::Off(off),
                None if self.runs_at(calendar.opens(day)) && self.runs_at(calendar.closes(day)) => {
                    charged += 1;
                    DayKind::Charged(charged)
                }
                None => DayKind::Paused,
            };
            (day, kind)
        })
    }
}

#[cfg(test)]
mod tests;
