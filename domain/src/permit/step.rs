//! Whether a step may be taken now: the table of [`super::state`], and what must be true of the case besides.

use thiserror::Error;

use super::objection::Objection;
use super::reason::Reason;
use super::service::StageBy;
use super::state::{Action, By, STEPS, State};
use crate::money::Rupiah;
use crate::time::Day;

/// How the person who acts stands to the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// In no way that matters.
    None,
    /// Is the applicant, or acted for the applicant.
    Applicant,
    /// Examined it before and decides now, or the other way round.
    OtherOffice,
}

/// Where an accompanied permit is, and where it is to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AtStage {
    /// Who has to act there.
    pub by: StageBy,
    /// The stage that is asked for; `None` while none is, or one that does not follow.
    pub to: Option<Onward>,
}

/// A stage that follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Onward {
    /// Others follow it.
    Stage,
    /// Nothing follows it.
    End,
}

/// What is true of a case at the moment of a step. Each is looked at only by the steps that it concerns.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'f> {
    /// The day of the step.
    pub today: Day,
    /// The last day of what runs in this state: the applicant's limit in PERLU_PERBAIKAN, the time for taking up again
    /// in DIHENTIKAN, the validity in TERBIT, the time for an objection in DITOLAK. `None` when it does not end.
    pub last_day: Option<Day>,
    /// How the person who acts stands to the case.
    pub tie: Tie,
    /// Whether every required field and document is there, after a correction also every one that was asked for.
    pub complete: bool,
    /// Whether every document is judged and none has to be replaced.
    pub accepted: bool,
    /// Whether the service demands a visit that has not been yet.
    pub visit_missing: bool,
    /// How often the applicant was asked to correct something.
    pub rounds: u8,
    /// How often the service allows that.
    pub most_rounds: u8,
    /// Whether half of the promised time is used up ([`super::clock::Reading::is_late_to_ask`]).
    pub late: bool,
    /// Whether the head of the office agrees to a late second request.
    pub head_consents: bool,
    /// What is missing of the fee, counting the payment that is being recorded.
    pub owed: Rupiah,
    /// Where the objection to this refusal is; there is one for each.
    pub objection: Option<Objection>,
    /// Whether the person who acts has worked on this case in the office before, in whatever part.
    pub involved: bool,
    /// Where an accompanied permit is, before the hand-in its first stage; `None` for an own service.
    pub stage: Option<AtStage>,
    /// Why.
    pub reason: Option<&'f Reason>,
}

/// Why a step is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Refused {
    /// Nobody can do this in this state: somebody else was faster, or the page is old.
    #[error("not possible in this state")]
    NotNow,
    /// Somebody else can.
    #[error("not for this role")]
    NotYours,
    /// The office does not work on a case of one's own.
    #[error("one's own case")]
    OwnCase,
    /// Four eyes: who examined it does not decide, and who decided does not examine.
    #[error("examined and decided by the same person")]
    FourEyes,
    /// An objection is answered by somebody who had no part in the case.
    #[error("worked on this case before")]
    Involved,
    /// Something required is missing.
    #[error("something required is missing")]
    Incomplete,
    /// A document is not judged yet, or has to be replaced.
    #[error("a document is not accepted")]
    NotAccepted,
    /// The visit that the service demands is missing.
    #[error("not visited")]
    NotVisited,
    /// It was asked to be corrected as often as the service allows.
    #[error("no correction round left")]
    NoRoundLeft,
    /// A second request so late needs the consent of the head.
    #[error("the head's consent is missing")]
    NeedsConsent,
    /// The fee is not paid in full.
    #[error("not paid")]
    Unpaid,
    /// The last day for it is over.
    #[error("too late")]
    TooLate,
    /// The last day is not over yet.
    #[error("too early")]
    TooEarly,
    /// The stage to which it is to go is missing, or does not follow.
    #[error("no such stage")]
    NoStage,
    /// A reason with a code and words is missing.
    #[error("no reason")]
    NoReason,
}

/// Where `action` by `by` leads.
///
/// # Errors
/// Says why not: first what no form can mend, then what is missing in the case, last the reason that a form asks for.
pub fn next(state: State, action: Action, by: By, facts: &Facts) -> Result<State, Refused> {
    let steps = || STEPS.iter().filter(|step| step.from == state && step.action == action);
    if steps().next().is_none() {
        return Err(Refused::NotNow);
    }
    let paid = facts.owed <= Rupiah::ZERO;
    let fits = |to: State| match action {
        // An approval leads to the payment exactly while something is owed.
        Action::Approve => (to == State::Terbit) == paid,
        // What another agency issues is accompanied.
        Action::Submit => (to == State::Didampingi) == facts.stage.is_some(),
        Action::Advance => (to == State::Selesai) == facts.stage.is_some_and(|stage| stage.to == Some(Onward::End)),
        _ => true,
    };
    let step = steps().find(|step| step.by.contains(&by) && fits(step.to)).ok_or(Refused::NotYours)?;
    let applicants = facts.stage.is_some_and(|stage| stage.by == StageBy::Pemohon);
    if action == Action::Advance && by == By::Pemohon && !applicants {
        return Err(Refused::NotYours);
    }
    impartial(by, facts.tie)?;
    ready(action, facts)?;
    if step.to == State::Terbit && !paid {
        return Err(Refused::Unpaid);
    }
    if action.needs_reason() && facts.reason.is_none() { Err(Refused::NoReason) } else { Ok(step.to) }
}

/// Everything that `by` can do now, in the order of [`Action`]: what only lacks a reason or a consent counts, because
/// the form will ask for it.
pub fn allowed(state: State, by: By, facts: &Facts) -> Vec<Action> {
    let possible = |action: &Action| {
        let asked_later = [Refused::NoReason, Refused::NeedsConsent, Refused::NoStage];
        next(state, *action, by, facts).err().is_none_or(|refused| asked_later.contains(&refused))
    };
    Action::ALL.iter().copied().filter(possible).collect()
}

/// Nobody in the office works on a case of their own, or on both sides of the desk.
fn impartial(by: By, tie: Tie) -> Result<(), Refused> {
    match tie {
        Tie::Applicant if by.is_office() => Err(Refused::OwnCase),
        Tie::OtherOffice if matches!(by, By::Verifikator | By::Penyetuju) => Err(Refused::FourEyes),
        _ => Ok(()),
    }
}

/// What must be true for an action besides the table.
fn ready(action: Action, facts: &Facts) -> Result<(), Refused> {
    use Action::*;
    let over = facts.last_day.is_some_and(|last| last < facts.today);
    let hurdles: &[(bool, Refused)] = match action {
        Submit | Resubmit => &[(!facts.complete, Refused::Incomplete)],
        Resume => &[(over, Refused::TooLate), (!facts.complete, Refused::Incomplete)],
        Object => &[(facts.objection.is_some(), Refused::NotNow), (over, Refused::TooLate)],
        Grant | Dismiss => {
            &[(facts.objection != Some(Objection::Open), Refused::NotNow), (facts.involved, Refused::Involved)]
        }
        Advance => &[(facts.stage.is_none_or(|stage| stage.to.is_none()), Refused::NoStage)],
        Stop | GiveUp | Expire => &[(!over, Refused::TooEarly)],
        AskCorrection => &[
            (facts.rounds >= facts.most_rounds, Refused::NoRoundLeft),
            (facts.rounds > 0 && facts.late && !facts.head_consents, Refused::NeedsConsent),
        ],
        // A visit leads straight to the decision, so the documents are done before.
        PlanVisit => &[(!facts.accepted, Refused::NotAccepted)],
        Forward | Approve => &[(!facts.accepted, Refused::NotAccepted), (facts.visit_missing, Refused::NotVisited)],
        _ => &[],
    };
    hurdles.iter().find(|(hindered, _)| *hindered).map_or(Ok(()), |(_, refused)| Err(*refused))
}

#[cfg(test)]
mod tests;
