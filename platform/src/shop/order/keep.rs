//! Keeping an order that was placed without an account.

use domain::account::{Actor, Forbidden};
use thiserror::Error;

use crate::db::DbError;
use crate::{Platform, args, secret};

/// Why an order is not kept.
#[derive(Debug, Error)]
pub enum KeepError {
    /// Nobody is signed in.
    #[error("not allowed")]
    Forbidden(#[from] Forbidden),
    /// The database did not answer.
    #[error("keep order: database")]
    Db(#[from] DbError),
}

/// Whether the checkout with this secret belongs to no account yet.
///
/// # Errors
/// Only when the database does not answer.
pub async fn can_be_kept(platform: &Platform, secret: &str) -> Result<bool, DbError> {
    let sql = "select count(*) from checkout_group where secret_hash = $1 and account_id is null";
    let found: Option<(i64,)> = platform.db.one(sql, args![secret::hash(secret)]).await?;
    Ok(found.is_some_and(|(count,)| count == 1))
}

/// Puts a checkout into the account of somebody who holds its secret; answers whether it went there. One that belongs
/// to an account stays where it is.
///
/// # Errors
/// See [`KeepError`].
pub async fn keep_order(platform: &Platform, actor: &Actor, secret: &str) -> Result<bool, KeepError> {
    let account = actor.id().ok_or(Forbidden)?;
    let sql = "update checkout_group set account_id = $2 where secret_hash = $1 and account_id is null";
    Ok(platform.db.run(sql, args![secret::hash(secret), account]).await? == 1)
}
