//! When a mentor can be met: hours of the week, less what is in the way.

use crate::time::{Day, Timestamp};

/// How long an appointment takes. Minutes.
pub const SLOT_MINUTES: u16 = 60;
/// Appointments are made for so many days ahead, today included.
pub const AHEAD_DAYS: i64 = 21;

/// Hours of a weekday in which a mentor can be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// Monday is 0, Sunday 6.
    pub weekday: u8,
    /// Minutes after midnight in Tangerang.
    pub from: u16,
    /// Minutes after midnight; after `from`.
    pub to: u16,
}

impl Hours {
    /// Reads hours; `None` unless they end after they begin, on one day, and hold an appointment.
    pub const fn new(weekday: u8, from: u16, to: u16) -> Option<Self> {
        let fits = weekday < 7 && to <= 24 * 60 && from <= to && to - from >= SLOT_MINUTES;
        if fits { Some(Self { weekday, from, to }) } else { None }
    }
}

/// A time that is taken: an appointment of one of both sides. Its end does not belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Busy {
    /// When it begins.
    pub from: Timestamp,
    /// When it is over.
    pub to: Timestamp,
}

/// A time that can be booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// When it begins.
    pub from: Timestamp,
}

impl Slot {
    /// When it is over.
    pub const fn to(self) -> Timestamp {
        self.from.plus_seconds(SLOT_MINUTES as i64 * 60)
    }

    fn meets(self, busy: &Busy) -> bool {
        self.from < busy.to && busy.from < self.to()
    }
}

/// The times that can be booked, in order: later than now, within [`AHEAD_DAYS`], in the mentor's hours, on no day off, and
/// in nobody's way. Back to back is allowed.
pub fn free(hours: &[Hours], off: impl Fn(Day) -> bool, busy: &[Busy], now: Timestamp) -> Vec<Slot> {
    let today = now.day();
    let days = (0..AHEAD_DAYS).map(|ahead| today.plus(ahead)).filter(|day| !off(*day));
    let mut slots: Vec<Slot> = days
        .flat_map(|day| {
            let of_day = hours.iter().filter(move |hours| usize::from(hours.weekday) == day.weekday());
            of_day.flat_map(move |hours| {
                let starts = (hours.from..hours.to).step_by(usize::from(SLOT_MINUTES));
                let fitting = starts.filter(|from| from + SLOT_MINUTES <= hours.to);
                fitting.map(move |from| Slot { from: day.start().plus_seconds(i64::from(from) * 60) })
            })
        })
        .filter(|slot| slot.from > now && !busy.iter().any(|busy| slot.meets(busy)))
        .collect();
    slots.sort_unstable();
    // Hours that overlap would offer one time twice.
    let mut end = None;
    slots.retain(|slot| {
        let clear = end.is_none_or(|end| slot.from >= end);
        if clear {
            end = Some(slot.to());
        }
        clear
    });
    slots
}
