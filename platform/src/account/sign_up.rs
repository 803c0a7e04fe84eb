//! Opening an account.

use domain::account::{Login, Role};
use thiserror::Error;
use uuid::Uuid;

use super::password::{WeakPassword, check, hash_aside};
use crate::db::DbError;
use crate::rate_limit::{Limit, take};
use crate::{Platform, args};

/// New accounts from one address of the network: a class of owners signs up over one router.
const PER_ADDRESS: Limit = Limit { tries: 60, seconds: 3600 };

/// What a new account is made of.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// The person's name.
    pub name: String,
    /// What they sign in with.
    pub login: Login,
    /// Their password.
    pub password: String,
}

/// Why no account was opened.
#[derive(Debug, Error)]
pub enum SignUpError {
    /// Somebody has an account with this number or address.
    #[error("taken")]
    Taken,
    /// The password is too weak.
    #[error("weak password: {0}")]
    Weak(WeakPassword),
    /// Too many accounts from this address; so many seconds to wait.
    #[error("wait {0} seconds")]
    Wait(i64),
    /// The database did not answer.
    #[error("sign up: database")]
    Db(#[from] DbError),
}

/// Opens an account with the role of a buyer.
///
/// # Errors
/// See [`SignUpError`].
pub async fn sign_up(platform: &Platform, new: NewAccount, ip: &str) -> Result<Uuid, SignUpError> {
    check(&new.password, &[&new.name, new.login.as_str()]).map_err(SignUpError::Weak)?;
    if let Some(wait) = take(platform, &format!("sign-up:{ip}"), PER_ADDRESS).await? {
        return Err(SignUpError::Wait(wait));
    }
    let hash = hash_aside(platform, new.password).await;
    let id = platform.new_id();
    let now = platform.now();
    let (phone, email) = new.login.columns();
    let mut tx = platform.db.begin().await?;
    let inserted = tx
        .run(
            "insert into account (id, name, phone, email, password_hash, state, created_at) \
             values ($1, $2, $3, $4, $5, 'active', $6)",
            args![id, &new.name, phone, email, hash, now],
        )
        .await;
    match inserted {
        Err(error) if error.is_duplicate("account", "phone") || error.is_duplicate("account", "email") => {
            return Err(SignUpError::Taken);
        }
        inserted => inserted?,
    };
    tx.run(
        "insert into account_grant (account_id, role, granted_at) values ($1, $2, $3)",
        args![id, Role::Pembeli.as_str(), now],
    )
    .await?;
    tx.commit().await?;
    Ok(id)
}
