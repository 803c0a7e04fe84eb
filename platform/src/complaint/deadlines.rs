//! What happens to a complaint by itself: a promise that was not kept, and an answer to which nobody replied.

use domain::complaint::{Action, By, State};
use domain::time::Timestamp;
use uuid::Uuid;

use super::notices;
use super::row::{Complaint, Happened, append};
use super::take::{ComplaintError, Deed, take};
use crate::db::{DbError, Tx};
use crate::notice::{clear_timers, set_timer};
use crate::{Platform, args};

/// A promise is over.
const OVERDUE: &str = "complaint_overdue";
/// Nobody replied.
const CLOSE: &str = "complaint_close";
/// The event of a broken promise.
const LATE: &str = "lewat_waktu";

/// Sets the timer of the state that a complaint is in; that of the one before has no meaning any more.
pub(super) async fn set_timers(platform: &Platform, tx: &mut Tx, complaint: &Complaint) -> Result<(), DbError> {
    clear_timers(tx, complaint.id).await?;
    let Some(due) = complaint.due_at.map(Timestamp::from_micros) else { return Ok(()) };
    let kind = if complaint.state == State::Dijawab { CLOSE } else { OVERDUE };
    set_timer(platform, tx, kind, complaint.id, due).await
}

/// Carries out a timer of a complaint that is locked; answers whether the kind is known.
pub(crate) async fn carry_out(platform: &Platform, tx: &mut Tx, kind: &str, id: Uuid) -> Result<bool, DbError> {
    let Some(mut complaint) = Complaint::lock(tx, id).await? else { return Ok(true) };
    match kind {
        CLOSE => {
            let deed = Deed::of(Action::Close, By::Sistem, None);
            match take(platform, tx, &mut complaint, deed).await {
                Err(ComplaintError::Db(error)) => Err(error),
                // Refused, the complaint has moved on: the timer has no meaning any more.
                Ok(_) | Err(_) => Ok(true),
            }
        }
        OVERDUE => {
            if complaint.state.waits_for_office() && complaint.counted == 0 {
                let sql = "update complaint set counted = 1, late = late + 1 where id = $1";
                tx.run_one(sql, args![id]).await?;
                let (at, from) = (platform.now(), Some(complaint.state));
                let happened = Happened { at, actor: None, part: By::Sistem.as_str(), action: LATE, from };
                append(tx, &mut complaint, happened).await?;
                notices::overdue(platform, tx, &complaint).await?;
            }
            Ok(true)
        }
        _ => Ok(false),
    }
}
