//! From one stage to a following one: by the office, or by the applicant at a stage of theirs.

use domain::permit::clock::{self, Entry};
use domain::permit::key::Key;
use domain::permit::service::{Accompanied, Stage};
use domain::permit::state::{Action, State};
use domain::time::Timestamp;

use crate::db::{DbError, Tx};
use crate::permit::applicant::Applicant;
use crate::permit::calendar::calendar_within;
use crate::permit::case::Case;
use crate::permit::take::{Deed, StepError, attempt};
use crate::{Platform, args};

/// The applicant says that a stage of theirs is done, and which one follows.
///
/// # Errors
/// See [`StepError`]. Said twice, it is one step.
pub async fn advance(platform: &Platform, applicant: &Applicant, to: &Key) -> Result<State, StepError> {
    let mut tx = platform.db.begin().await?;
    let mut case = Case::lock(&mut tx, applicant.case).await?.ok_or(StepError::NotFound)?;
    if case.stage.as_deref() == Some(to.as_str()) {
        return Ok(case.state);
    }
    let deed = Deed { stage: Some(to), ..Deed::of(Action::Advance, applicant.by(), applicant.account) };
    attempt(platform, tx, &mut case, deed, applicant.secret()).await
}

/// The stage at which a case begins.
pub(in crate::permit) fn begin(permit: &Accompanied) -> Result<&Stage, DbError> {
    permit.stages.first().ok_or_else(|| DbError::Unreadable("an accompanied permit has no stages".to_owned()))
}

/// Where a step leaves a case: its stage, since when, and until when the office promises to act. `case.state` is the new
/// one already.
pub(in crate::permit) async fn move_on(
    platform: &Platform,
    tx: &mut Tx,
    case: &mut Case,
    permit: &Accompanied,
    deed: &Deed<'_>,
) -> Result<(), DbError> {
    let now = platform.now();
    let to = match deed.action {
        Action::Submit => Some(begin(permit)?),
        Action::Advance => deed.stage.and_then(|stage| permit.stage(stage.as_str())),
        _ => None,
    };
    if let Some(stage) = to {
        (case.stage, case.stage_at) = (Some(stage.key.as_str().to_owned()), Some(now.micros()));
        case.due_at = match stage.norm {
            Some(norm) if case.state == State::Didampingi => due(platform, tx, now, norm).await?.map(Timestamp::micros),
            _ => None,
        };
    }
    if case.state != State::Didampingi {
        case.due_at = None;
    }
    case.moves += 1;
    let sql = "update permit_case set state = $2, stage = $3, stage_at = $4, due_at = $5, moves = $6, updated_at = $7 \
         where id = $1";
    let args = args![case.id, case.state.as_str(), case.stage.clone(), case.stage_at, case.due_at, case.moves, now];
    tx.run_one(sql, args).await
}

/// The end of the promise of a stage of ours that begins now.
async fn due(platform: &Platform, tx: &mut Tx, now: Timestamp, norm: u16) -> Result<Option<Timestamp>, DbError> {
    let entries = [Entry { at: now, state: State::Didampingi }];
    let calendar = calendar_within(platform, tx).await?;
    Ok(clock::read(&entries, norm, &calendar, now).map(|reading| reading.due))
}
