//! Where somebody's registration for a class can be, and the one table of who may lead it where.

use thiserror::Error;

use crate::step::{find, step};
use crate::time::Timestamp;
use crate::words;

words! {
    /// Where a registration is.
    pub enum State {
        /// They have a seat.
        Terdaftar = "terdaftar",
        /// They wait for one.
        DaftarTunggu = "daftar_tunggu",
        /// A seat is kept for them until they answer, or until the offer ends.
        Ditawari = "ditawari",
        /// They did not take the seat that they were offered, or registration ended while they waited.
        Lepas = "lepas",
        /// They left the waiting list.
        Keluar = "keluar",
        /// They gave their seat back.
        Batal = "batal",
        /// The office refused them, with a reason.
        Ditolak = "ditolak",
    }
}

impl State {
    /// Whether it takes a seat.
    pub const fn holds_seat(self) -> bool {
        matches!(self, State::Terdaftar | State::Ditawari)
    }

    /// Whether something is still to come of it: one person has one such registration for a class.
    pub const fn is_live(self) -> bool {
        matches!(self, State::Terdaftar | State::DaftarTunggu | State::Ditawari)
    }
}

words! {
    /// What is done to a registration.
    pub enum Action {
        /// Offer the free seat.
        Offer = "tawari",
        /// Take the seat that is offered.
        Accept = "terima",
        /// Leave it to others.
        Decline = "tolak_tawaran",
        /// Nobody answered in time.
        Lapse = "lewat_waktu",
        /// Registration ended while they waited.
        EndWaiting = "daftar_ditutup",
        /// Leave the waiting list.
        Leave = "keluar",
        /// Give the seat back.
        Cancel = "batal",
        /// Refuse them.
        Reject = "tolak",
    }
}

words! {
    /// Who acts on a registration.
    pub enum By {
        /// Who registered.
        Peserta = "peserta",
        /// Who organises training.
        Petugas = "petugas",
        /// A date, or a seat that became free.
        Sistem = "sistem",
    }
}

/// Why somebody who waits was passed over, as it is stored: they keep their place, and the seat goes to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PassedOver {
    /// They have a seat in another class at the same hours; its title.
    Clash(String),
    /// The free seats are kept for others.
    Quota,
}

const CLASH: &str = "bentrok:";
const QUOTA: &str = "kuota";

impl std::fmt::Display for PassedOver {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            PassedOver::Clash(title) => write!(f, "{CLASH}{title}"),
            PassedOver::Quota => f.write_str(QUOTA),
        }
    }
}

impl PassedOver {
    /// Reads what is stored.
    pub fn parse(text: &str) -> Option<Self> {
        match text.strip_prefix(CLASH) {
            Some(title) => Some(PassedOver::Clash(title.to_owned())),
            None => (text == QUOTA).then_some(PassedOver::Quota),
        }
    }
}

/// One allowed step.
pub type Step = crate::step::Step<State, Action, By>;

const PESERTA: &[By] = &[By::Peserta];
const PETUGAS: &[By] = &[By::Petugas];
const TIME: &[By] = &[By::Sistem];
const LINE: &[By] = &[By::Sistem, By::Petugas];
const PEOPLE: &[By] = &[By::Peserta, By::Petugas];

/// Every possible step; what is not here is refused. Registering is the beginning, not a step: it leads to
/// [`State::Terdaftar`] or [`State::DaftarTunggu`].
pub const STEPS: &[Step] = {
    use Action::*;
    use State::*;
    &[
        // Out of turn only by an officer, with a reason.
        step(DaftarTunggu, Offer, Ditawari, LINE),
        step(Ditawari, Accept, Terdaftar, PESERTA),
        step(Ditawari, Decline, Lepas, PESERTA),
        step(Ditawari, Lapse, Lepas, TIME),
        step(DaftarTunggu, EndWaiting, Lepas, TIME),
        step(DaftarTunggu, Leave, Keluar, PESERTA),
        step(Terdaftar, Cancel, Batal, PEOPLE),
        step(Terdaftar, Reject, Ditolak, PETUGAS),
        step(DaftarTunggu, Reject, Ditolak, PETUGAS),
        step(Ditawari, Reject, Ditolak, PETUGAS),
    ]
};

/// What is true at the moment of a step. Each is looked at only by the steps that it concerns.
#[derive(Debug, Clone, Copy)]
pub struct Facts {
    /// The moment of the step.
    pub now: Timestamp,
    /// Until when a seat can be given back by its holder.
    pub cancel_until: Timestamp,
    /// Until when the offer holds, exclusively; `None` without one.
    pub offer_until: Option<Timestamp>,
    /// Whether a reason is given.
    pub reason: bool,
}

/// Why a step is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Refused {
    /// Nobody can do this in this state.
    #[error("not possible in this state")]
    NotNow,
    /// Somebody else can.
    #[error("not for this role")]
    NotYours,
    /// The time for it is over.
    #[error("too late")]
    TooLate,
    /// The time for it has not come.
    #[error("too early")]
    TooEarly,
    /// It must say why.
    #[error("no reason")]
    NoReason,
}

/// Where a step leads. At the moment when an offer ends it can no longer be taken, and it can lapse: never both.
///
/// # Errors
/// Says why it is not taken.
pub fn next(from: State, action: Action, by: By, facts: Facts) -> Result<State, Refused> {
    let to = find(STEPS, (from, action, by), Refused::NotNow, Refused::NotYours)?;
    let over = facts.offer_until.is_some_and(|until| facts.now >= until);
    match action {
        Action::Accept if over => Err(Refused::TooLate),
        Action::Lapse if !over => Err(Refused::TooEarly),
        Action::Cancel if by == By::Peserta && facts.now >= facts.cancel_until => Err(Refused::TooLate),
        Action::Reject | Action::Offer | Action::Cancel if by == By::Petugas && !facts.reason => Err(Refused::NoReason),
        _ => Ok(to),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(now: i64, offer_until: i64) -> Facts {
        let at = Timestamp::from_micros;
        Facts { now: at(now), cancel_until: at(50), offer_until: Some(at(offer_until)), reason: true }
    }

    /// Every state x action x role, while an offer runs and after it.
    #[test]
    fn only_these_steps_are_possible() {
        use Action::*;
        use State::*;
        for offer_until in [10, 90] {
            let over = offer_until == 10;
            for from in State::ALL {
                for action in Action::ALL {
                    for by in By::ALL {
                        let expected = match (from, action, by) {
                            (DaftarTunggu, Offer, By::Sistem | By::Petugas) => Ok(Ditawari),
                            (Ditawari, Accept, By::Peserta) if !over => Ok(Terdaftar),
                            (Ditawari, Accept, By::Peserta) => Err(Refused::TooLate),
                            (Ditawari, Decline, By::Peserta) => Ok(Lepas),
                            (Ditawari, Lapse, By::Sistem) if over => Ok(Lepas),
                            (Ditawari, Lapse, By::Sistem) => Err(Refused::TooEarly),
                            (DaftarTunggu, EndWaiting, By::Sistem) => Ok(Lepas),
                            (DaftarTunggu, Leave, By::Peserta) => Ok(Keluar),
                            (Terdaftar, Cancel, By::Peserta | By::Petugas) => Ok(Batal),
                            (Terdaftar | DaftarTunggu | Ditawari, Reject, By::Petugas) => Ok(Ditolak),
                            (DaftarTunggu, Offer | EndWaiting | Leave, _)
                            | (Ditawari, Accept | Decline | Lapse, _)
                            | (Terdaftar, Cancel, _)
                            | (Terdaftar | DaftarTunggu | Ditawari, Reject, _) => Err(Refused::NotYours),
                            _ => Err(Refused::NotNow),
                        };
                        assert_eq!(next(*from, *action, *by, facts(20, offer_until)), expected, "{from} {action} {by}");
                    }
                }
            }
        }
    }

    #[test]
    fn an_offer_is_taken_or_over_and_never_both() {
        for now in 9..12 {
            let accepted = next(State::Ditawari, Action::Accept, By::Peserta, facts(now, 10)).is_ok();
            let lapsed = next(State::Ditawari, Action::Lapse, By::Sistem, facts(now, 10)).is_ok();
            assert_eq!((accepted, lapsed), (now < 10, now >= 10), "{now}");
        }
    }

    #[test]
    fn a_seat_is_given_back_in_time_and_by_an_officer_with_a_reason() {
        let cancel = |by, facts| next(State::Terdaftar, Action::Cancel, by, facts);
        assert_eq!(cancel(By::Peserta, facts(49, 90)), Ok(State::Batal));
        assert_eq!(cancel(By::Peserta, facts(50, 90)), Err(Refused::TooLate));
        assert_eq!(cancel(By::Petugas, facts(50, 90)), Ok(State::Batal));
        let silent = Facts { reason: false, ..facts(20, 90) };
        assert_eq!(cancel(By::Petugas, silent), Err(Refused::NoReason));
        assert_eq!(next(State::DaftarTunggu, Action::Offer, By::Petugas, silent), Err(Refused::NoReason));
        assert_eq!(next(State::DaftarTunggu, Action::Offer, By::Sistem, silent), Ok(State::Ditawari));
    }

    #[test]
    fn why_not_me_is_read_as_it_was_stored() {
        for why in [PassedOver::Quota, PassedOver::Clash("Batik cap".to_owned())] {
            assert_eq!(PassedOver::parse(&why.to_string()), Some(why));
        }
        assert_eq!(PassedOver::parse("lain"), None);
    }

    #[test]
    fn whatever_is_live_can_end() {
        for state in State::ALL {
            assert_eq!(STEPS.iter().any(|step| step.from == *state), state.is_live(), "{state}");
            assert!(state.is_live() || !state.holds_seat());
        }
    }
}
