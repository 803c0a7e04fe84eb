//! The steps of a mentoring: one table says who may do what when.

use thiserror::Error;

use super::{Action, By, State};
use crate::step::{find, step};

/// One allowed step.
pub type Step = crate::step::Step<State, Action, By>;

const OWNER: &[By] = &[By::Usaha];
const MENTOR: &[By] = &[By::Pendamping];
/// A mentor takes for themselves what nobody has.
const TAKERS: &[By] = &[By::Pendamping, By::Koordinator];
const COORDINATOR: &[By] = &[By::Koordinator];
const BOTH: &[By] = &[By::Usaha, By::Pendamping];
const ALL: &[By] = &[By::Usaha, By::Pendamping, By::Koordinator];
/// What nobody has cannot be stopped by whoever has it.
const NOT_MENTOR: &[By] = &[By::Usaha, By::Koordinator];

/// Every allowed step; what is not here is refused.
pub const STEPS: &[Step] = {
    use Action::*;
    use State::*;
    &[
        step(Diajukan, Assign, Diagnosis, TAKERS),
        step(Diajukan, Stop, Dihentikan, NOT_MENTOR),
        step(Diagnosis, Assign, Diagnosis, COORDINATOR),
        step(Diagnosis, Visit, Diagnosis, MENTOR),
        step(Diagnosis, Propose, Diagnosis, MENTOR),
        step(Diagnosis, Object, Diagnosis, OWNER),
        step(Diagnosis, Agree, Disepakati, OWNER),
        step(Diagnosis, Stop, Dihentikan, ALL),
        step(Disepakati, Assign, Disepakati, COORDINATOR),
        step(Disepakati, Visit, Berjalan, MENTOR),
        step(Disepakati, Stop, Dihentikan, ALL),
        step(Berjalan, Assign, Berjalan, COORDINATOR),
        step(Berjalan, Visit, Berjalan, MENTOR),
        step(Berjalan, Evaluate, Evaluasi, MENTOR),
        step(Berjalan, Stop, Dihentikan, ALL),
        step(Evaluasi, Assign, Evaluasi, COORDINATOR),
        step(Evaluasi, Confirm, Selesai, OWNER),
        step(Evaluasi, Resume, Berjalan, BOTH),
        step(Evaluasi, Stop, Dihentikan, ALL),
    ]
};

/// What else counts for a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Facts {
    /// Something was found out about the business.
    pub diagnosed: bool,
    /// The plan has a goal and an action.
    pub planned: bool,
    /// The plan lies before the owner.
    pub proposed: bool,
    /// Something is said with the step.
    pub words: bool,
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
    /// A plan without a diagnosis.
    #[error("nothing was found out yet")]
    NoDiagnosis,
    /// A plan without a goal or an action.
    #[error("the plan is empty")]
    NoPlan,
    /// There is no plan to answer.
    #[error("no plan is proposed")]
    NotProposed,
    /// Something has to be said with this step.
    #[error("no words")]
    NoWords,
}

/// Where `action` by `by` leads.
///
/// # Errors
/// Says which rule is against it.
pub fn next(state: State, action: Action, by: By, facts: Facts) -> Result<State, Refused> {
    let to = find(STEPS, (state, action, by), Refused::NotNow, Refused::NotYours)?;
    match action {
        Action::Propose if !facts.diagnosed => Err(Refused::NoDiagnosis),
        Action::Propose if !facts.planned => Err(Refused::NoPlan),
        Action::Agree | Action::Object if !facts.proposed => Err(Refused::NotProposed),
        Action::Object | Action::Evaluate | Action::Resume | Action::Stop if !facts.words => Err(Refused::NoWords),
        _ => Ok(to),
    }
}

/// Everything that `by` may do now, in the order of [`Action`], as if something were said with each.
pub fn allowed(state: State, by: By, facts: Facts) -> Vec<Action> {
    let facts = Facts { words: true, ..facts };
    Action::ALL.iter().copied().filter(|action| next(state, *action, by, facts).is_ok()).collect()
}
