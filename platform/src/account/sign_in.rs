//! Signing in: a session for a right password, the same answer for everything wrong.

use domain::account::Login;
use thiserror::Error;
use uuid::Uuid;

use super::password::verify_aside;
use super::session::open_session;
use crate::db::DbError;
use crate::rate_limit::{Limit, take};
use crate::{Platform, args};

/// Tries for one account, wherever they come from.
const PER_ACCOUNT: Limit = Limit { tries: 8, seconds: 900 };
/// Tries from one address of the network.
const PER_ADDRESS: Limit = Limit { tries: 40, seconds: 900 };

/// Why nobody signed in.
#[derive(Debug, Error)]
pub enum SignInError {
    /// No such account, a wrong password, or a blocked account: which, is not told.
    #[error("wrong")]
    Wrong,
    /// Too many tries; so many seconds to wait.
    #[error("wait {0} seconds")]
    Wait(i64),
    /// The database did not answer.
    #[error("sign in: database")]
    Db(#[from] DbError),
}

/// Opens a session; answers its token, for the cookie.
///
/// # Errors
/// See [`SignInError`].
pub async fn sign_in(
    platform: &Platform,
    login: &Login,
    password: &str,
    ip: &str,
    user_agent: &str,
) -> Result<String, SignInError> {
    for (key, limit) in
        [(format!("sign-in:{}", login.as_str()), PER_ACCOUNT), (format!("sign-in-from:{ip}"), PER_ADDRESS)]
    {
        if let Some(wait) = take(platform, &key, limit).await? {
            return Err(SignInError::Wait(wait));
        }
    }
    let sql = "select id, password_hash from account where state = 'active' and (phone = $1 or email = $1)";
    let found: Option<(Uuid, String)> = platform.db.one(sql, args![login.as_str()]).await?;
    let (id, hash) = found.map_or((None, None), |(id, hash)| (Some(id), Some(hash)));
    let right = verify_aside(password.to_owned(), hash).await;
    match id {
        Some(id) if right => Ok(open_session(platform, id, user_agent).await?),
        _ => Err(SignInError::Wrong),
    }
}
