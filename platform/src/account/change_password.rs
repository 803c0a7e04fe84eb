//! Changing one's password.

use domain::account::{AccountAction, Actor, Forbidden};
use thiserror::Error;

use super::event::record;
use super::password::{WeakPassword, check, hash_aside, verify_aside};
use super::session::end_sessions;
use crate::db::DbError;
use crate::rate_limit::{Limit, give_back, take};
use crate::{Platform, args};

/// Wrong tries of the present password: the browser may have been left open.
const TRIES: Limit = Limit { tries: 8, seconds: 900 };

/// Why the password is as it was.
#[derive(Debug, Error)]
pub enum ChangePasswordError {
    /// Nobody is signed in.
    #[error("not allowed")]
    Forbidden(#[from] Forbidden),
    /// The present password is not right.
    #[error("wrong password")]
    Wrong,
    /// The new one is too weak.
    #[error("weak password: {0}")]
    Weak(WeakPassword),
    /// Too many tries; so many seconds to wait.
    #[error("wait {0} seconds")]
    Wait(i64),
    /// The database did not answer.
    #[error("change password: database")]
    Db(#[from] DbError),
}

/// Sets a new password for somebody who knows the present one, and ends all other sessions.
///
/// # Errors
/// See [`ChangePasswordError`].
pub async fn change_password(
    platform: &Platform,
    actor: &Actor,
    session: &str,
    present: &str,
    new: &str,
) -> Result<(), ChangePasswordError> {
    let account = actor.id().ok_or(Forbidden)?;
    let sql = "select name, coalesce(phone, email), password_hash from account where id = $1";
    let found: Option<(String, String, String)> = platform.db.one(sql, args![account]).await?;
    let (name, login, hash) = found.ok_or(Forbidden)?;
    check(new, &[&name, &login]).map_err(ChangePasswordError::Weak)?;
    let key = format!("password:{account}");
    if let Some(wait) = take(platform, &key, TRIES).await? {
        return Err(ChangePasswordError::Wait(wait));
    }
    if !verify_aside(present.to_owned(), Some(hash)).await {
        return Err(ChangePasswordError::Wrong);
    }
    let hash = hash_aside(platform, new.to_owned()).await;
    let mut tx = platform.db.begin().await?;
    tx.run_one("update account set password_hash = $2 where id = $1", args![account, hash]).await?;
    tx.run("delete from reset_code where account_id = $1", args![account]).await?;
    end_sessions(&mut tx, account, Some(session)).await?;
    record(platform, &mut tx, account, Some(account), AccountAction::PasswordChanged, "").await?;
    tx.commit().await?;
    give_back(platform, &key).await?;
    Ok(())
}
