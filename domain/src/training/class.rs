//! Where a class can be, and the one table of who may lead it where.

use thiserror::Error;

use crate::step::{find, step};
use crate::words;

words! {
    /// Where a class is.
    pub enum State {
        /// Being prepared; nobody else sees it.
        Draf = "draf",
        /// Public; people register while its window is open.
        Terbit = "terbit",
        /// Public; nobody registers any more, and the waiting list is over.
        PendaftaranTutup = "pendaftaran_tutup",
        /// Its first session has begun.
        Berjalan = "berjalan",
        /// Its last session is over.
        Selesai = "selesai",
        /// It does not take place.
        Batal = "batal",
    }
}

impl State {
    /// Whether everybody may read about it.
    pub const fn is_public(self) -> bool {
        !matches!(self, State::Draf)
    }

    /// Whether its sessions take place or took place: people can have been there.
    pub const fn is_held(self) -> bool {
        !matches!(self, State::Draf | State::Batal)
    }

    /// Whether it is still to be, or going on: its sessions take somebody's time.
    pub const fn takes_place(self) -> bool {
        matches!(self, State::Terbit | State::PendaftaranTutup | State::Berjalan)
    }
}

words! {
    /// What is done to a class.
    pub enum Action {
        /// Make it public.
        Publish = "terbitkan",
        /// End registration.
        Close = "tutup_pendaftaran",
        /// Open registration again, with a later end.
        Reopen = "buka_pendaftaran",
        /// Its first session begins.
        Begin = "mulai",
        /// Its last session is over.
        Finish = "selesai",
        /// It shall not take place.
        Cancel = "batalkan",
    }
}

words! {
    /// Who acts on a class.
    pub enum By {
        /// Who organises training.
        Admin = "admin",
        /// A date.
        Sistem = "sistem",
    }
}

/// One allowed step.
pub type Step = crate::step::Step<State, Action, By>;

const ADMIN: &[By] = &[By::Admin];
const TIME: &[By] = &[By::Sistem];
const EITHER: &[By] = &[By::Admin, By::Sistem];

/// Every possible step; what is not here is refused.
pub const STEPS: &[Step] = {
    use Action::*;
    use State::*;
    &[
        step(Draf, Publish, Terbit, ADMIN),
        step(Terbit, Close, PendaftaranTutup, EITHER),
        step(PendaftaranTutup, Reopen, Terbit, ADMIN),
        // Somebody may register until the first session begins.
        step(Terbit, Begin, Berjalan, TIME),
        step(PendaftaranTutup, Begin, Berjalan, TIME),
        step(Berjalan, Finish, Selesai, TIME),
        step(Terbit, Cancel, Batal, ADMIN),
        step(PendaftaranTutup, Cancel, Batal, ADMIN),
        step(Berjalan, Cancel, Batal, ADMIN),
    ]
};

/// What must be true for a step besides its place in the table. Each is looked at only by the steps that it concerns.
#[derive(Debug, Clone, Copy)]
pub struct Facts {
    /// Whether everything that people read is there, and every date still to come.
    pub ready: bool,
    /// Whether registration could run now: its end is still to come.
    pub window: bool,
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
    /// Something is missing, or a date is over.
    #[error("not ready")]
    NotReady,
    /// The end of registration is over.
    #[error("the end of registration is over")]
    WindowOver,
    /// It must say why.
    #[error("no reason")]
    NoReason,
}

/// Where a step leads.
///
/// # Errors
/// Says why it is not taken.
pub fn next(from: State, action: Action, by: By, facts: Facts) -> Result<State, Refused> {
    let to = find(STEPS, (from, action, by), Refused::NotNow, Refused::NotYours)?;
    match action {
        Action::Publish if !facts.ready => Err(Refused::NotReady),
        Action::Reopen if !facts.window => Err(Refused::WindowOver),
        Action::Cancel if !facts.reason => Err(Refused::NoReason),
        _ => Ok(to),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL_TRUE: Facts = Facts { ready: true, window: true, reason: true };

    /// Every state x action x role, as the specification draws it.
    #[test]
    fn only_these_steps_are_possible() {
        use Action::*;
        use State::*;
        for from in State::ALL {
            for action in Action::ALL {
                for by in By::ALL {
                    let expected = match (from, action, by) {
                        (Draf, Publish, By::Admin) => Ok(Terbit),
                        (Terbit, Close, _) => Ok(PendaftaranTutup),
                        (PendaftaranTutup, Reopen, By::Admin) => Ok(Terbit),
                        (Terbit | PendaftaranTutup, Begin, By::Sistem) => Ok(Berjalan),
                        (Berjalan, Finish, By::Sistem) => Ok(Selesai),
                        (Terbit | PendaftaranTutup | Berjalan, Cancel, By::Admin) => Ok(Batal),
                        (Draf, Publish, _)
                        | (PendaftaranTutup, Reopen, _)
                        | (Terbit | PendaftaranTutup, Begin, _)
                        | (Berjalan, Finish, _)
                        | (Terbit | PendaftaranTutup | Berjalan, Cancel, _) => Err(Refused::NotYours),
                        _ => Err(Refused::NotNow),
                    };
                    assert_eq!(next(*from, *action, *by, ALL_TRUE), expected, "{from} {action} {by}");
                }
            }
        }
    }

    #[test]
    fn what_is_missing_is_said() {
        for (facts, from, action, why) in [
            (Facts { ready: false, ..ALL_TRUE }, State::Draf, Action::Publish, Refused::NotReady),
            (Facts { window: false, ..ALL_TRUE }, State::PendaftaranTutup, Action::Reopen, Refused::WindowOver),
            (Facts { reason: false, ..ALL_TRUE }, State::Terbit, Action::Cancel, Refused::NoReason),
        ] {
            assert_eq!(next(from, action, By::Admin, facts), Err(why));
        }
    }

    #[test]
    fn every_class_that_is_public_comes_to_an_end() {
        for state in State::ALL.iter().filter(|state| state.takes_place()) {
            assert!(STEPS.iter().any(|step| step.from == *state && step.action == Action::Cancel), "{state}");
            assert!(STEPS.iter().any(|step| step.from == *state && step.by.contains(&By::Sistem)), "{state}");
        }
        assert!(!STEPS.iter().any(|step| matches!(step.from, State::Selesai | State::Batal)));
    }
}
