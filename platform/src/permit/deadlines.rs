//! What happens to a case by itself: limits that end, reminders, and a promise that was not kept.

use domain::permit::reason::{NOT_CONTINUED, Reason};
use domain::permit::state::{Action, By, State};
use domain::time::Timestamp;
use uuid::Uuid;

use super::case::Case;
use super::take::{Deed, StepError, take};
use super::{accompany, notices, objection};
use crate::Platform;
use crate::db::{DbError, Tx};
use crate::notice::{clear_timers, set_timer};

/// So long before the applicant's limit ends they are reminded. Days.
const REMIND: i64 = 3;

/// Sets the timers of the state that a case is in; those of the one before have no meaning any more.
pub(super) async fn set_timers(platform: &Platform, tx: &mut Tx, case: &Case) -> Result<(), DbError> {
    clear_timers(tx, case.id).await?;
    if let Some(kind) = ending(case.state)
        && let Some(last) = case.last_day()
    {
        // A limit ends with its last day.
        set_timer(platform, tx, kind, case.id, last.plus(1).start()).await?;
        let reminder = last.plus(-REMIND).start();
        if case.state == State::PerluPerbaikan && reminder > platform.now() {
            set_timer(platform, tx, "case_remind", case.id, reminder).await?;
        }
    }
    if case.state == State::Ditolak
        && let Some(due) = objection::due(tx, case.id).await?
    {
        set_timer(platform, tx, "case_objection", case.id, due).await?;
    }
    if let Some(reminder) = accompany::next_reminder(tx, case.id).await? {
        set_timer(platform, tx, "case_duty", case.id, reminder).await?;
    }
    // A promise that was broken before this step was told then.
    let due = case.due_at.map(Timestamp::from_micros).filter(|due| *due > platform.now());
    if let Some(due) = due {
        set_timer(platform, tx, "case_overdue", case.id, due).await?;
    }
    Ok(())
}

/// The timer of what runs in a state.
const fn ending(state: State) -> Option<&'static str> {
    match state {
        State::PerluPerbaikan => Some("case_stop"),
        State::Dihentikan => Some("case_give_up"),
        State::Terbit => Some("case_expire"),
        _ => None,
    }
}

/// Carries out a timer of a case that is locked; answers whether the kind is known.
pub(crate) async fn carry_out(platform: &Platform, tx: &mut Tx, kind: &str, case: Uuid) -> Result<bool, DbError> {
    let Some(mut case) = Case::lock(tx, case).await? else { return Ok(true) };
    let step = |action| Deed::of(action, By::Sistem, None);
    let not_continued = Reason::parse(NOT_CONTINUED, "Tidak dilanjutkan sampai batas waktunya.");
    let deed = match kind {
        "case_stop" => step(Action::Stop),
        "case_give_up" => Deed { reason: not_continued.as_ref().ok(), ..step(Action::GiveUp) },
        "case_expire" => step(Action::Expire),
        "case_remind" => {
            notices::remind(platform, tx, &case).await?;
            return Ok(true);
        }
        "case_duty" => {
            accompany::remind(platform, tx, &case).await?;
            return Ok(true);
        }
        "case_overdue" | "case_objection" => {
            notices::overdue(platform, tx, &mut case).await?;
            return Ok(true);
        }
        _ => return Ok(false),
    };
    match take(platform, tx, &mut case, deed, None).await {
        Err(StepError::Db(error)) => Err(error),
        // Refused, the case has moved on: the timer has no meaning any more.
        Ok(_) | Err(_) => Ok(true),
    }
}
