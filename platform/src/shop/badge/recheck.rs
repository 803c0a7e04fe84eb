//! A changed product is looked at again.

use domain::shop::badge::{Action, By, State, next};
use uuid::Uuid;

use super::tell::{Event, note};
use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// Sends the verified food badges of a product back to an officer, because its name, composition or holder was changed;
/// answers how many. The caller brings the catalogue up to date in the same transaction.
///
/// # Errors
/// Only when the database does not answer.
pub async fn recheck_badges(platform: &Platform, tx: &mut Tx, product: Uuid) -> Result<usize, DbError> {
    let Some(state) = next(Some(State::Terverifikasi), Action::Recheck, By::System) else { return Ok(0) };
    let verified = "select id, number from badge where product_id = $1 and kind in ('pirt', 'bpom', 'halal') \
         and state = 'terverifikasi' order by id";
    let verified: Vec<(Uuid, String)> = tx.all(verified, args![product]).await?;
    let now = platform.now();
    for (badge, number) in &verified {
        let sql = "update badge set state = $2, decided_by = null, decided_at = null, created_at = $3 where id = $1";
        tx.run(sql, args![*badge, state.as_str(), now]).await?;
        let action = Action::Recheck;
        note(platform, tx, Event { badge: *badge, by: None, action, state, number, reason: "" }).await?;
    }
    Ok(verified.len())
}
