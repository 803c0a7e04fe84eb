//! What whoever complained does with an answer: reply, or say that it is settled.

use domain::complaint::{Action, By, Refused, State};
use domain::typed::Text;

use super::complainant::Complainant;
use super::row::Complaint;
use super::take::{ComplaintError, Deed, last_move, take};
use crate::Platform;

/// Replies to the answer: the office answers again, with a promise of its own. `token` is that of the form: what was attached
/// to it comes with the reply.
///
/// # Errors
/// See [`ComplaintError`]. Sent twice, it is one reply.
pub async fn reply_to_answer(
    platform: &Platform,
    complainant: &Complainant,
    text: &Text<2000>,
    token: &str,
) -> Result<State, ComplaintError> {
    let deed = Deed { text: Some(text.as_str()), files: Some(token), ..Deed::of(Action::Reply, By::Pelapor, None) };
    respond(platform, complainant, deed).await
}

/// Says that the complaint is settled.
///
/// # Errors
/// See [`ComplaintError`]. Sent twice, it is said once.
pub async fn settle_complaint(platform: &Platform, complainant: &Complainant) -> Result<State, ComplaintError> {
    respond(platform, complainant, Deed::of(Action::Settle, By::Pelapor, None)).await
}

async fn respond(platform: &Platform, complainant: &Complainant, deed: Deed<'_>) -> Result<State, ComplaintError> {
    let mut tx = platform.db.begin().await?;
    let mut complaint = Complaint::lock(&mut tx, complainant.complaint).await?.ok_or(ComplaintError::NotFound)?;
    match take(platform, &mut tx, &mut complaint, deed).await {
        // The same form came again: what it says is done.
        Err(ComplaintError::Refused(Refused::NotNow))
            if last_move(&mut tx, &complaint).await?.is_some_and(|last| last.action == deed.action.as_str()) =>
        {
            Ok(complaint.state)
        }
        Ok(state) => {
            tx.commit().await?;
            Ok(state)
        }
        Err(error) => Err(error),
    }
}
