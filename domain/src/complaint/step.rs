//! The steps of a complaint: one table says who may do what when.

use thiserror::Error;

use super::{Action, By, State};
use crate::step::{find, step};

/// One allowed step.
pub type Step = crate::step::Step<State, Action, By>;

const VERIFIER: &[By] = &[By::Pemeriksa];
const HANDLER: &[By] = &[By::Penangan];
const OFFICE: &[By] = &[By::Pemeriksa, By::Penangan];
const COMPLAINANT: &[By] = &[By::Pelapor];
const TIME: &[By] = &[By::Sistem];

/// Every allowed step; what is not here is refused.
pub const STEPS: &[Step] = {
    use Action::*;
    use State::*;
    &[
        step(Masuk, Forward, Diteruskan, VERIFIER),
        step(Masuk, Decline, TidakDiproses, VERIFIER),
        step(Masuk, Note, Masuk, VERIFIER),
        step(Masuk, Lapor, Masuk, VERIFIER),
        step(Diteruskan, Answer, Dijawab, HANDLER),
        // Somebody else takes over; what was promised stays.
        step(Diteruskan, Forward, Diteruskan, VERIFIER),
        step(Diteruskan, Note, Diteruskan, OFFICE),
        step(Diteruskan, Lapor, Diteruskan, OFFICE),
        step(Dijawab, Reply, Diteruskan, COMPLAINANT),
        step(Dijawab, Settle, Selesai, COMPLAINANT),
        step(Dijawab, Close, Selesai, TIME),
        step(Dijawab, Note, Dijawab, OFFICE),
        step(Dijawab, Lapor, Dijawab, OFFICE),
        // It may get its number at LAPOR after it was sent there.
        step(TidakDiproses, Lapor, TidakDiproses, VERIFIER),
    ]
};

/// What else counts for a step of an officer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Facts {
    /// The officer complains, is complained about, or worked on the case that it is about.
    pub involved: bool,
}

/// Why a step is against the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Refused {
    /// Not in this state.
    #[error("not possible in this state")]
    NotNow,
    /// Possible, but for somebody else.
    #[error("for somebody else to do")]
    NotYours,
    /// Nobody judges what they had a part in.
    #[error("involved in what it is about")]
    Involved,
    /// The officer whom it shall be given to had a part in it, or is no officer.
    #[error("cannot be given to this officer")]
    WrongHandler,
}

/// Where `action` by `by` leads.
///
/// # Errors
/// Says which rule is against it.
pub fn next(state: State, action: Action, by: By, facts: Facts) -> Result<State, Refused> {
    let to = find(STEPS, (state, action, by), Refused::NotNow, Refused::NotYours)?;
    if facts.involved && matches!(by, By::Pemeriksa | By::Penangan) {
        return Err(Refused::Involved);
    }
    Ok(to)
}

/// Everything that `by` may do now, in the order of [`Action`].
pub fn allowed(state: State, by: By, facts: Facts) -> Vec<Action> {
    Action::ALL.iter().copied().filter(|action| next(state, *action, by, facts).is_ok()).collect()
}
