//! Taking a step of a registration: one function for who registered, the office, the date and the line.

use domain::training::registration::{Action, By, Facts, Refused, State, next};
use thiserror::Error;
use uuid::Uuid;

use super::clash::waiting_elsewhere;
use super::events::{Happened, append};
use super::line::move_up;
use super::notices;
use super::row::{Class, Registration};
use super::seats::change_taken;
use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// Why a step was not taken. Nothing changed.
#[derive(Debug, Error)]
pub enum StepError {
    /// The rules are against it.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The database did not answer.
    #[error("a step of a registration: database")]
    Db(#[from] DbError),
}

/// A step, with what comes with it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Deed<'d> {
    /// What is done; offering a seat is [`super::line`]'s.
    pub action: Action,
    /// In which part.
    pub by: By,
    /// With which account, for an officer.
    pub actor: Option<Uuid>,
    /// Why.
    pub reason: &'d str,
}

impl Deed<'_> {
    /// Something that happens by itself.
    pub const fn of_itself(action: Action) -> Self {
        Self { action, by: By::Sistem, actor: None, reason: "" }
    }
}

/// Takes a step, within [`super::seats::begin`]. A seat that becomes free is offered to whoever comes next, in this class
/// and where else these hours were in their way.
pub(super) async fn take(
    platform: &Platform,
    tx: &mut Tx,
    registration: &mut Registration,
    deed: Deed<'_>,
) -> Result<State, StepError> {
    let class = Class::find(tx, registration.class_id).await?.ok_or(Refused::NotNow)?;
    if !class.state.takes_place() {
        return Err(Refused::NotNow.into());
    }
    let from = registration.state;
    let facts = Facts {
        now: platform.now(),
        cancel_until: class.cancel_until,
        offer_until: registration.offer_until.map(Into::into),
        reason: !deed.reason.is_empty(),
    };
    let to = next(from, deed.action, deed.by, facts)?;
    let freed = from.holds_seat() && !to.holds_seat();
    if freed && let Some(pool) = registration.pool() {
        change_taken(tx, class.id, pool, -1).await?;
    }
    let sql = "update registration set state = $2, offer_until = null, moves = moves + 1, since_at = $3, \
         pool_kind = case when $4 then pool_kind end, pool_place = case when $4 then pool_place end where id = $1";
    tx.run_one(sql, args![registration.id, to.as_str(), platform.now(), to.holds_seat()]).await?;
    registration.state = to;
    let action = deed.action.as_str();
    let happened = Happened { by: deed.by, actor: deed.actor, action, state: to, note: deed.reason };
    append(platform, tx, registration.id, happened).await?;
    notices::moved(platform, tx, &class, registration, deed).await?;
    if freed {
        move_up(platform, tx, class.id).await?;
        for other in waiting_elsewhere(tx, class.id, &registration.phone).await? {
            move_up(platform, tx, other).await?;
        }
    }
    Ok(to)
}
