//! A forgotten password: a code goes to the number or address that the account has, and sets a new one.

use domain::account::{AccountAction, Login};
use domain::notice::hide;
use thiserror::Error;
use uuid::Uuid;

use super::event::record;
use super::password::{WeakPassword, check, hash_aside};
use super::session::end_sessions;
use crate::db::{DbError, Tx};
use crate::notice::{About, Message, RECOVERY_CODE, post};
use crate::rate_limit::{Limit, take};
use crate::{Platform, args, secret};

/// Codes for one account: each is a message to somebody.
const CODES_PER_ACCOUNT: Limit = Limit { tries: 3, seconds: 900 };
/// Codes asked for from one address of the network.
const CODES_PER_ADDRESS: Limit = Limit { tries: 20, seconds: 900 };
/// Codes tried from one address: each costs as much as hashing a password.
const TRIES_PER_ADDRESS: Limit = Limit { tries: 30, seconds: 900 };

/// How long a code is good. Seconds.
const GOOD_FOR: i64 = 900;
/// Wrong tries after which a code is worth nothing.
const TRIES: i64 = 5;

/// Why the password is as it was.
#[derive(Debug, Error)]
pub enum RecoverError {
    /// Not the code, or it is too old, used, or tried too often, or there is no such account: which, is not told.
    #[error("wrong code")]
    Wrong,
    /// The new password is too weak.
    #[error("weak password: {0}")]
    Weak(WeakPassword),
    /// Too many tries; so many seconds to wait.
    #[error("wait {0} seconds")]
    Wait(i64),
    /// The database did not answer.
    #[error("recover: database")]
    Db(#[from] DbError),
}

/// Sends a code to the account's number or address. The answer is the same when there is no such account.
///
/// # Errors
/// [`RecoverError::Wait`] when it was asked too often.
pub async fn request_recovery(platform: &Platform, login: &Login, ip: &str) -> Result<(), RecoverError> {
    for (key, limit) in [
        (format!("recovery:{}", login.as_str()), CODES_PER_ACCOUNT),
        (format!("recovery-from:{ip}"), CODES_PER_ADDRESS),
    ] {
        if let Some(wait) = take(platform, &key, limit).await? {
            return Err(RecoverError::Wait(wait));
        }
    }
    let mut tx = platform.db.begin().await?;
    let Some((account, name)) = find(&mut tx, login).await? else { return Ok(()) };
    let code = domain::number::pin(u32::from_le_bytes(platform.random()));
    tx.run(
        "insert into reset_code (account_id, code_hash, expires_at, tries_left) values ($1, $2, $3, $4) \
         on conflict (account_id) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at, \
         tries_left = excluded.tries_left",
        args![account, code_hash(account, &code), platform.now().plus_seconds(GOOD_FOR), TRIES],
    )
    .await?;
    let message = Message {
        kind: RECOVERY_CODE,
        channel: match login {
            Login::Phone(_) => "whatsapp",
            Login::Email(_) => "email",
        },
        recipient: login.as_str().to_owned(),
        name,
        subject: "Kode untuk mengganti kata sandi".to_owned(),
        body: format!(
            "Kode Anda: {}. Berlaku {} menit, untuk sekali pakai. Jangan berikan kepada siapa pun, termasuk petugas. \
             Bila Anda tidak memintanya, abaikan pesan ini.",
            hide(&code),
            GOOD_FOR / 60
        ),
        about: About::Other,
    };
    post(platform, &mut tx, message).await?;
    tx.commit().await?;
    Ok(())
}

/// Sets a new password for somebody who has the code, and ends all sessions of the account.
///
/// # Errors
/// See [`RecoverError`].
pub async fn recover_account(
    platform: &Platform,
    login: &Login,
    code: &str,
    password: &str,
    ip: &str,
) -> Result<(), RecoverError> {
    check(password, &[login.as_str()]).map_err(RecoverError::Weak)?;
    if let Some(wait) = take(platform, &format!("recover-from:{ip}"), TRIES_PER_ADDRESS).await? {
        return Err(RecoverError::Wait(wait));
    }
    // Before the transaction: hashing takes long.
    let hash = hash_aside(platform, password.to_owned()).await;
    let mut tx = platform.db.begin().await?;
    let Some((account, _)) = find(&mut tx, login).await? else { return Err(RecoverError::Wrong) };
    // The same code twice at the same moment: the second waits here and finds nothing.
    let sql = "update reset_code set tries_left = tries_left - 1 \
         where account_id = $1 and expires_at > $2 and tries_left > 0 returning code_hash";
    let stored: Option<(Vec<u8>,)> = tx.one(sql, args![account, platform.now()]).await?;
    let (stored,) = stored.ok_or(RecoverError::Wrong)?;
    let typed: String = code.chars().filter(char::is_ascii_digit).collect();
    if !secret::same(&stored, &code_hash(account, &typed)) {
        tx.commit().await?;
        return Err(RecoverError::Wrong);
    }
    tx.run("delete from reset_code where account_id = $1", args![account]).await?;
    tx.run_one("update account set password_hash = $2 where id = $1", args![account, hash]).await?;
    end_sessions(&mut tx, account, None).await?;
    record(platform, &mut tx, account, Some(account), AccountAction::PasswordRecovered, "").await?;
    tx.commit().await?;
    Ok(())
}

async fn find(tx: &mut Tx, login: &Login) -> Result<Option<(Uuid, String)>, DbError> {
    let sql = "select id, name from account where state = 'active' and (phone = $1 or email = $1)";
    tx.one(sql, args![login.as_str()]).await
}

fn code_hash(account: Uuid, code: &str) -> [u8; 32] {
    secret::hash(&format!("{account}{code}"))
}
