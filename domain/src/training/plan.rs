//! What a class must have before people may read about it: dates that fit one another, and seats.

use super::clash::Span;
use super::seats::PoolKind;
use crate::time::Timestamp;
use crate::words;

/// The most seats of a class.
pub const MOST_SEATS: i64 = 5000;
/// The longest time for answering an offer. Hours.
pub const MOST_OFFER_HOURS: i64 = 240;
/// The most sessions of a class.
pub const MOST_SESSIONS: usize = 40;

/// The dates and seats of a class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Its sessions.
    pub sessions: Vec<Span>,
    /// From when people register.
    pub opens_at: Timestamp,
    /// Until when, exclusively.
    pub closes_at: Timestamp,
    /// Until when a seat can be given back, exclusively.
    pub cancel_until: Timestamp,
    /// When kept seats are for everybody; `None` for never.
    pub release_at: Option<Timestamp>,
    /// How long an offered seat is kept. Hours.
    pub offer_hours: i64,
    /// For whom how many seats are.
    pub seats: Vec<Seats>,
}

/// How many seats a pool begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seats {
    /// For whom.
    pub kind: PoolKind,
    /// The code of the kecamatan, where it is for one; empty otherwise.
    pub place: String,
    /// How many.
    pub count: i64,
}

words! {
    /// What is wrong with a plan; the word names the field.
    pub enum Fault {
        /// There is no session, or too many.
        Sessions = "sesi",
        /// A session ends before it begins, or two take the same time.
        Hours = "jam",
        /// It has begun already.
        Past = "lewat",
        /// A session that has begun would be another.
        Begun = "dimulai",
        /// Registration ends before it opens, or after the first session has begun.
        Window = "pendaftaran",
        /// Seats could be given back after the first session has begun.
        Cancel = "batas_batal",
        /// Kept seats would be released before registration opens, or after it has ended.
        Release = "lepas_kuota",
        /// No time for answering an offer, or more than [`MOST_OFFER_HOURS`].
        Offer = "jam_tawaran",
        /// No seats, or more than [`MOST_SEATS`].
        Seats = "kursi",
        /// A pool twice, one for a kecamatan without saying which, or a negative number.
        Quota = "kuota",
    }
}

impl Plan {
    /// When the first session begins.
    pub fn starts_at(&self) -> Option<Timestamp> {
        self.sessions.iter().map(|session| session.from).min()
    }

    /// When the last session is over.
    pub fn ends_at(&self) -> Option<Timestamp> {
        self.sessions.iter().map(|session| session.to).max()
    }

    /// How many seats there are.
    pub fn all_seats(&self) -> i64 {
        self.seats.iter().map(|seats| seats.count).sum()
    }

    /// Everything that is wrong, at this moment; nothing for a class that can be published.
    pub fn faults(&self, now: Timestamp) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut wrong = |found: bool, fault| {
            if found {
                faults.push(fault);
            }
        };
        wrong(self.sessions.is_empty() || self.sessions.len() > MOST_SESSIONS, Fault::Sessions);
        let clash = |(nth, one): (usize, &Span)| self.sessions[nth + 1..].iter().any(|other| one.clashes(*other));
        let empty = |session: &Span| session.to <= session.from;
        wrong(self.sessions.iter().any(empty) || self.sessions.iter().enumerate().any(clash), Fault::Hours);
        if let Some(starts_at) = self.starts_at() {
            wrong(starts_at <= now, Fault::Past);
            wrong(self.closes_at > starts_at || self.opens_at >= self.closes_at, Fault::Window);
            wrong(self.cancel_until > starts_at, Fault::Cancel);
        }
        wrong(self.release_at.is_some_and(|at| at < self.opens_at || at >= self.closes_at), Fault::Release);
        wrong(!(1..=MOST_OFFER_HOURS).contains(&self.offer_hours), Fault::Offer);
        wrong(!(1..=MOST_SEATS).contains(&self.all_seats()), Fault::Seats);
        let twice = |(nth, one): (usize, &Seats)| {
            self.seats[nth + 1..].iter().any(|other| (other.kind, &other.place) == (one.kind, &one.place))
        };
        let nowhere = |one: &Seats| one.count < 0 || (one.kind == PoolKind::Kecamatan) == one.place.is_empty();
        wrong(self.seats.iter().any(nowhere) || self.seats.iter().enumerate().any(twice), Fault::Quota);
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000_000;

    fn at(hours: i64) -> Timestamp {
        Timestamp::from_micros(hours * HOUR)
    }

    fn span(from: i64, to: i64) -> Span {
        Span { from: at(from), to: at(to) }
    }

    fn seats(kind: PoolKind, place: &str, count: i64) -> Seats {
        Seats { kind, place: place.to_owned(), count }
    }

    fn plan() -> Plan {
        Plan {
            sessions: vec![span(100, 103), span(124, 127)],
            opens_at: at(10),
            closes_at: at(90),
            cancel_until: at(80),
            release_at: Some(at(70)),
            offer_hours: 24,
            seats: vec![seats(PoolKind::Umum, "", 20), seats(PoolKind::Kecamatan, "36.03.17", 5)],
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        type Break = fn(&mut Plan);
        let cases: [(Fault, Break); 18] = [
            (Fault::Sessions, |plan| plan.sessions.clear()),
            (Fault::Sessions, |plan| plan.sessions = (0..41).map(|n| span(100 + n * 2, 101 + n * 2)).collect()),
            (Fault::Hours, |plan| plan.sessions[1] = span(127, 124)),
            (Fault::Hours, |plan| plan.sessions[1] = span(102, 105)),
            (Fault::Past, |plan| plan.sessions[0] = span(5, 6)),
            (Fault::Window, |plan| plan.closes_at = at(10)),
            (Fault::Window, |plan| plan.closes_at = at(101)),
            (Fault::Cancel, |plan| plan.cancel_until = at(101)),
            (Fault::Release, |plan| plan.release_at = Some(at(9))),
            (Fault::Release, |plan| plan.release_at = Some(at(90))),
            (Fault::Offer, |plan| plan.offer_hours = 0),
            (Fault::Offer, |plan| plan.offer_hours = 241),
            (Fault::Seats, |plan| plan.seats.clear()),
            (Fault::Seats, |plan| plan.seats[0].count = 5000),
            (Fault::Quota, |plan| plan.seats[1].place.clear()),
            (Fault::Quota, |plan| plan.seats[0].place = "36.03.17".to_owned()),
            (Fault::Quota, |plan| plan.seats.push(seats(PoolKind::Umum, "", 3))),
            (Fault::Quota, |plan| plan.seats[1].count = -1),
        ];
        assert_eq!(plan().faults(at(1)), []);
        for (nth, (fault, break_it)) in cases.into_iter().enumerate() {
            let mut broken = plan();
            break_it(&mut broken);
            let faults = broken.faults(at(7));
            assert!(faults.contains(&fault), "{nth}: {fault} is not among {faults:?}");
        }
    }

    #[test]
    fn sessions_may_follow_one_another_at_once() {
        let plan = Plan { sessions: vec![span(103, 106), span(100, 103)], ..plan() };
        assert_eq!(plan.faults(at(1)), []);
        assert_eq!((plan.starts_at(), plan.ends_at()), (Some(at(100)), Some(at(106))));
        assert_eq!(plan.all_seats(), 25);
    }
}
