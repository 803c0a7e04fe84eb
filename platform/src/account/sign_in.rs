//! Signing in: a session for a right password, the same answer for everything wrong. An account with a second step
//! gets no session yet, only a token with which the code can be handed in.

use domain::account::Login;
use thiserror::Error;
use uuid::Uuid;

use super::password::verify_aside;
use super::session::open_session;
use crate::db::DbError;
use crate::rate_limit::{Limit, give_back, take};
use crate::{Platform, args, secret};

/// Wrong tries for one account, wherever they come from.
const PER_ACCOUNT: Limit = Limit { tries: 8, seconds: 900 };
/// Wrong tries from one address of the network.
const PER_ADDRESS: Limit = Limit { tries: 40, seconds: 900 };

/// How long a code may be handed in after the password. Seconds.
const HALF: i64 = 600;
/// Wrong codes after one right password.
const HALF_TRIES: i64 = 5;

/// Where somebody signs in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Origin<'o> {
    /// Address of the other side of the connection.
    pub ip: &'o str,
    /// The browser.
    pub user_agent: &'o str,
    /// The session that this browser had until now: it ends with the sign-in.
    pub session: Option<&'o str>,
}

/// A right password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignedIn {
    /// Signed in.
    Session {
        /// The session's token, for the cookie.
        token: String,
        /// Who signed in.
        account: Uuid,
    },
    /// The account also asks for a code.
    Code {
        /// Names this sign-in for [`super::finish_sign_in`].
        half: String,
    },
}

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

/// Opens a session, or the half of one.
///
/// # Errors
/// See [`SignInError`].
pub async fn sign_in(
    platform: &Platform,
    login: &Login,
    password: &str,
    origin: &Origin<'_>,
) -> Result<SignedIn, SignInError> {
    let tries =
        [(format!("sign-in:{}", login.as_str()), PER_ACCOUNT), (format!("sign-in-from:{}", origin.ip), PER_ADDRESS)];
    for (key, limit) in &tries {
        if let Some(wait) = take(platform, key, *limit).await? {
            return Err(SignInError::Wait(wait));
        }
    }
    let sql =
        "select id, password_hash, totp_secret from account where state = 'active' and (phone = $1 or email = $1)";
    let found: Option<(Uuid, String, Option<String>)> = platform.db.one(sql, args![login.as_str()]).await?;
    let hash = found.as_ref().map(|(_, hash, _)| hash.clone());
    let right = verify_aside(password.to_owned(), hash).await;
    let Some((account, _, second_step)) = found.filter(|_| right) else { return Err(SignInError::Wrong) };
    // Only wrong passwords count: a household or an office may sign in as often as it likes.
    for (key, _) in &tries {
        give_back(platform, key).await?;
    }
    let mut tx = platform.db.begin().await?;
    let signed = match second_step {
        None => SignedIn::Session { token: open_session(platform, &mut tx, account, origin).await?, account },
        Some(_) => {
            let half = secret::new(platform);
            tx.run(
                "insert into half_sign_in (token_hash, account_id, expires_at, tries_left) values ($1, $2, $3, $4)",
                args![secret::hash(&half), account, platform.now().plus_seconds(HALF), HALF_TRIES],
            )
            .await?;
            SignedIn::Code { half }
        }
    };
    tx.commit().await?;
    Ok(signed)
}
