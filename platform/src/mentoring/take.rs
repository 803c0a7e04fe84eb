//! Taking a step of a mentoring: one function for owner, mentor and coordinator.

use domain::account::Forbidden;
use domain::mentoring::{Action, By, Facts, Refused, State, next};
use thiserror::Error;
use uuid::Uuid;

use super::appointment::call_off_all;
use super::notices;
use super::row::{Mentoring, append};
use crate::attachment::UnfitFile;
use crate::db::{DbError, Tx};
use crate::ports::BlobError;
use crate::{Platform, args};

/// Why something about a mentoring was not done. Nothing changed.
#[derive(Debug, Error)]
pub enum MentoringError {
    /// Not this person's to do.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is none, or it is nobody's business of this person.
    #[error("no such mentoring")]
    NotFound,
    /// The rules are against it.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// What is answered is not what was shown any more.
    #[error("changed since it was shown")]
    Changed,
    /// Nobody who mentors has this account, or it is the owner's own.
    #[error("no such mentor")]
    NoMentor,
    /// As many as there can be.
    #[error("too many")]
    TooMany,
    /// The time is not free (any more).
    #[error("not free")]
    NotFree,
    /// Another report came from this form already.
    #[error("another report was sent from this form")]
    Sent,
    /// A day that does not fit: too early or too late.
    #[error("not on this day")]
    Day,
    /// The owner confirmed the visit: it stays as it is.
    #[error("confirmed")]
    Confirmed,
    /// A photograph without the owner's consent.
    #[error("no consent")]
    NoConsent,
    /// The file is none that is taken.
    #[error(transparent)]
    Unfit(#[from] UnfitFile),
    /// The database did not answer.
    #[error("a mentoring: database")]
    Db(#[from] DbError),
    /// The file store did not answer.
    #[error("a mentoring: file store")]
    Store(#[from] BlobError),
}

/// Takes a step of a locked mentoring for an account that has these parts: state, event, message, and the appointments
/// that have no meaning any more, all in the caller's transaction. Answers the part in which it was taken.
pub(super) async fn take(
    platform: &Platform,
    tx: &mut Tx,
    mentoring: &mut Mentoring,
    (actor, parts): (Uuid, &[By]),
    action: Action,
    words: &str,
) -> Result<By, MentoringError> {
    let facts = facts(tx, mentoring, !words.is_empty()).await?;
    let (by, to) = step(mentoring.state, action, parts, facts)?;
    if to != mentoring.state {
        let sql = "update mentoring set state = $2, since_at = $3 where id = $1";
        tx.run_one(sql, args![mentoring.id, to.as_str(), platform.now()]).await?;
        mentoring.state = to;
    }
    if !to.meets() {
        call_off_all(tx, mentoring).await?;
    }
    append(platform, tx, mentoring, (actor, by), action.as_str(), words).await?;
    notices::moved(platform, tx, mentoring, by, action, words).await?;
    Ok(by)
}

/// In the first part that allows it; else why the last one does not.
fn step(state: State, action: Action, parts: &[By], facts: Facts) -> Result<(By, State), Refused> {
    let mut why = Refused::NotYours;
    for by in parts {
        match next(state, action, *by, facts) {
            Ok(to) => return Ok((*by, to)),
            Err(refused) => why = refused,
        }
    }
    Err(why)
}

async fn facts(tx: &mut Tx, mentoring: &Mentoring, words: bool) -> Result<Facts, DbError> {
    let sql = "select (select count(*) from mentoring_finding where mentoring_id = $1), \
         (select count(*) from mentoring_goal where mentoring_id = $1), \
         (select count(*) from mentoring_action where mentoring_id = $1)";
    let (findings, goals, actions): (i64, i64, i64) = tx.one(sql, args![mentoring.id]).await?.unwrap_or_default();
    let (diagnosed, planned) = (findings > 0, goals > 0 && actions > 0);
    Ok(Facts { diagnosed, planned, proposed: mentoring.proposed_at.is_some(), words })
}
