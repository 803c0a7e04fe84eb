//! What the applicant does to a case: hand it in, hand in what was asked for, take it back.

use domain::permit::state::{Action, State};

use super::applicant::Applicant;
use super::case::Case;
use super::take::{Deed, StepError, attempt};
use crate::Platform;

/// Hands a case in: a draft for the first time, what the office asked to be replaced, or
/// what was mended of an accompanied permit.
///
/// # Errors
/// See [`StepError`]. Sent twice, it is handed in once.
pub async fn hand_in(platform: &Platform, applicant: &Applicant) -> Result<State, StepError> {
    act(platform, applicant, |state| match state {
        State::Draf => Some(Action::Submit),
        State::PerluPerbaikan | State::Didampingi => Some(Action::Resubmit),
        State::Dihentikan => Some(Action::Resume),
        _ => None,
    })
    .await
}

/// Takes a case back.
///
/// # Errors
/// See [`StepError`]. Sent twice, it is taken back once.
pub async fn withdraw(platform: &Platform, applicant: &Applicant) -> Result<State, StepError> {
    act(platform, applicant, |state| (state != State::Ditarik).then_some(Action::Withdraw)).await
}

/// Takes the step that fits the state; none where it is done already.
async fn act(
    platform: &Platform,
    applicant: &Applicant,
    action: impl Fn(State) -> Option<Action>,
) -> Result<State, StepError> {
    let mut tx = platform.db.begin().await?;
    let mut case = Case::lock(&mut tx, applicant.case).await?.ok_or(StepError::NotFound)?;
    if !applicant.may_still(platform, &mut tx).await? {
        return Err(StepError::MandateOver);
    }
    let Some(action) = action(case.state) else { return Ok(case.state) };
    let deed = Deed::of(action, applicant.by(), applicant.account);
    attempt(platform, tx, &mut case, deed, applicant.secret()).await
}
