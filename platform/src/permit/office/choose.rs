//! Taking cases and giving them to somebody, one or several at once. Only this is done for several: everything else is
//! decided case by case.

use domain::account::{Actor, Capability};
use domain::permit::state::{Action, State};
use uuid::Uuid;

use super::decide::{CaseDeed, assign_case, decide_case, find_and_lock, give};
use super::inbox::PAGE;
use super::open::COLLEAGUES;
use crate::db::DbError;
use crate::permit::take::{LastMove, StepError};
use crate::{Platform, args};

/// A case that somebody chose in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// Its number.
    pub number: String,
    /// How often it had been moved when the list was shown.
    pub seen: i64,
}

/// A case that was chosen, and why it was passed over.
pub type PassedOver = (String, StepError);

/// Takes a case that nobody works on: a new one is examined from now on, another one changes hands.
///
/// # Errors
/// See [`StepError`]; one that somebody else took meanwhile is [`StepError::Already`].
pub async fn take_case(platform: &Platform, actor: &Actor, chosen: &Chosen) -> Result<(), StepError> {
    let account = actor.require(Capability::ReadCases)?;
    let mut tx = platform.db.begin().await?;
    let case = find_and_lock(&mut tx, &chosen.number).await?;
    if case.state == State::Diajukan {
        drop(tx);
        let deed = CaseDeed::of(Action::TakeUp, chosen.seen);
        return decide_case(platform, actor, &chosen.number, &deed).await.map(drop);
    }
    let sql = "select e.at, a.name, a.id as actor, e.action from permit_case c join account a on a.id = c.assignee \
         join case_event e on e.case_id = c.id and e.action in ('tugaskan', 'periksa') \
         where c.id = $1 and c.assignee <> $2 order by e.seq desc limit 1";
    let other: Option<LastMove> = tx.one(sql, args![case.id, account]).await?;
    match other {
        Some(other) => Err(StepError::Already(Some(other))),
        None => give(platform, tx, case, actor, account, account).await,
    }
}

/// Takes several cases, each by itself: what cannot be taken is passed over. Answers those.
///
/// # Errors
/// None as a whole; see [`take_case`] for each.
pub async fn take_cases(platform: &Platform, actor: &Actor, chosen: &[Chosen]) -> Vec<PassedOver> {
    let mut passed = Vec::new();
    for chosen in chosen.iter().take(PAGE) {
        let taken = take_case(platform, actor, chosen).await;
        passed.extend(taken.err().map(|error| (chosen.number.clone(), error)));
    }
    passed
}

/// Gives several cases to somebody who works on cases, each by itself: what cannot be given is passed over. Answers
/// those.
///
/// # Errors
/// None as a whole; see [`assign_case`] for each.
pub async fn give_cases(platform: &Platform, actor: &Actor, chosen: &[Chosen], to: Uuid) -> Vec<PassedOver> {
    let mut passed = Vec::new();
    for chosen in chosen.iter().take(PAGE) {
        let given = assign_case(platform, actor, &chosen.number, to).await;
        passed.extend(given.err().map(|error| (chosen.number.clone(), error)));
    }
    passed
}

/// Everybody who works on cases, for a head who gives them; nobody for others.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_colleagues(platform: &Platform, actor: &Actor) -> Result<Vec<(Uuid, String)>, DbError> {
    if !actor.may(Capability::DecideCases) {
        return Ok(Vec::new());
    }
    platform.db.all(COLLEAGUES, args![]).await
}
