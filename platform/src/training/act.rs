//! What somebody does with their own registration: take the offered seat or leave it to others, leave the list, give the
//! seat back.

use domain::training::registration::{Action, By, Refused, State};

use super::participant::Participant;
use super::row::Registration;
use super::seats;
pub use super::take::StepError as ActError;
use super::take::{Deed, take};
use crate::Platform;

/// Takes a step of one's own registration. The same step sent again is no error: it answers where it led.
///
/// # Errors
/// See [`ActError`].
pub async fn answer(platform: &Platform, participant: &Participant, action: Action) -> Result<State, ActError> {
    let mut tx = seats::begin(platform).await?;
    let mut registration = Registration::find(&mut tx, participant.registration).await?.ok_or(Refused::NotNow)?;
    let done = match action {
        Action::Accept => registration.state == State::Terdaftar,
        Action::Decline => registration.state == State::Lepas,
        Action::Leave => registration.state == State::Keluar,
        Action::Cancel => registration.state == State::Batal,
        _ => return Err(Refused::NotYours.into()),
    };
    if done {
        return Ok(registration.state);
    }
    let deed = Deed { action, by: By::Peserta, actor: None, reason: "" };
    let state = take(platform, &mut tx, &mut registration, deed).await?;
    tx.commit().await?;
    Ok(state)
}
