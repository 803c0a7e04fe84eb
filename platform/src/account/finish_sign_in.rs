//! The second half of signing in: the code.

use thiserror::Error;
use uuid::Uuid;

use super::second_step::use_code;
use super::session::open_session;
use super::{Origin, SignedIn};
use crate::db::DbError;
use crate::rate_limit::{Limit, give_back, take};
use crate::{Platform, args, secret};

/// Wrong codes for one account: six digits can be guessed by somebody who knows the password and never tires.
const PER_ACCOUNT: Limit = Limit { tries: 10, seconds: 900 };

/// Why there is no session.
#[derive(Debug, Error)]
pub enum FinishSignInError {
    /// The password was handed in too long ago, or too many codes were wrong: it starts again with the password.
    #[error("over")]
    Over,
    /// Not the code of now, or one that was used before.
    #[error("wrong code")]
    Wrong,
    /// Too many wrong codes; so many seconds to wait.
    #[error("wait {0} seconds")]
    Wait(i64),
    /// The database did not answer.
    #[error("sign in: database")]
    Db(#[from] DbError),
}

/// Opens the session for a right code: the app's, or one of the recovery codes.
///
/// # Errors
/// See [`FinishSignInError`].
pub async fn finish_sign_in(
    platform: &Platform,
    half: &str,
    code: &str,
    origin: &Origin<'_>,
) -> Result<SignedIn, FinishSignInError> {
    let half = secret::hash(half);
    let sql = "select account_id from half_sign_in where token_hash = $1 and expires_at > $2 and tries_left > 0";
    let found: Option<(Uuid,)> = platform.db.one(sql, args![half, platform.now()]).await?;
    let (account,) = found.ok_or(FinishSignInError::Over)?;
    let key = format!("code:{account}");
    if let Some(wait) = take(platform, &key, PER_ACCOUNT).await? {
        return Err(FinishSignInError::Wait(wait));
    }
    let mut tx = platform.db.begin().await?;
    // The same half twice at the same moment: the second waits here and finds nothing.
    let sql = "update half_sign_in set tries_left = tries_left - 1 where token_hash = $1 and tries_left > 0 \
         returning account_id";
    if tx.one::<(Uuid,)>(sql, args![half]).await?.is_none() {
        return Err(FinishSignInError::Over);
    }
    if !use_code(platform, &mut tx, account, code).await? {
        tx.commit().await?;
        return Err(FinishSignInError::Wrong);
    }
    tx.run("delete from half_sign_in where token_hash = $1", args![half]).await?;
    let token = open_session(platform, &mut tx, account, origin).await?;
    tx.commit().await?;
    give_back(platform, &key).await?;
    Ok(SignedIn::Session { token, account })
}
