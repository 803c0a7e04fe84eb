//! The second step at sign-in: a code that an app on the telephone makes, and recovery codes for when it is lost.

use domain::account::{AccountAction, Actor, Forbidden};
use thiserror::Error;
use uuid::Uuid;

use super::event::record;
use super::password::verify_aside;
use super::session::end_sessions;
use super::totp;
use crate::db::{DbError, Sql, Tx};
use crate::rate_limit::{Limit, give_back, take};
use crate::{Platform, args, secret};

/// Wrong codes or passwords while setting up or stopping.
const TRIES: Limit = Limit { tries: 10, seconds: 900 };
/// Recovery codes of an account.
const RECOVERY: usize = 10;

/// Whether an account asks for a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SecondStep {
    /// Whether it does.
    pub on: bool,
    /// Recovery codes that were not used.
    pub recovery_left: i64,
}

/// What a person sets up: everything follows from a seed, which only their browser keeps until a code has confirmed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The secret in base 32, for typing into the app.
    pub key: String,
    /// Recovery codes, shown once: only their hashes are stored.
    pub recovery: Vec<String>,
}

impl Offer {
    /// A new seed.
    pub fn seed(platform: &Platform) -> String {
        secret::new(platform)
    }

    /// What follows from a seed; `None` when it is none of ours.
    pub fn of(seed: &str) -> Option<Self> {
        if seed.len() != 64 || !seed.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let text = |purpose: &str, bytes: usize| totp::base32(&secret::derive_bytes(seed, purpose)[..bytes]);
        let recovery = (0..RECOVERY).map(|nth| spaced(&text(&format!("recovery {nth}"), 10).to_lowercase())).collect();
        Some(Self { key: text("totp", 20), recovery })
    }
}

/// `abcd-efgh-ijkl-mnop`: 80 bits, in groups that can be read aloud.
fn spaced(code: &str) -> String {
    let groups: Vec<&str> = code.as_bytes().chunks(4).filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join("-")
}

/// Why the second step is as it was.
#[derive(Debug, Error)]
pub enum SecondStepError {
    /// Nobody is signed in.
    #[error("not allowed")]
    Forbidden(#[from] Forbidden),
    /// The code, or the password, is not right.
    #[error("wrong")]
    Wrong,
    /// Too many tries; so many seconds to wait.
    #[error("wait {0} seconds")]
    Wait(i64),
    /// The database did not answer.
    #[error("second step: database")]
    Db(#[from] DbError),
}

/// Whether an account asks for a code.
///
/// # Errors
/// Only when the database does not answer.
pub async fn show_second_step(platform: &Platform, account: Uuid) -> Result<SecondStep, DbError> {
    let sql = "select totp_secret is not null, (select count(*) from recovery_code where account_id = $1) \
         from account where id = $1";
    let found: Option<(bool, i64)> = platform.db.one(sql, args![account]).await?;
    let (on, recovery_left) = found.unwrap_or_default();
    Ok(SecondStep { on, recovery_left })
}

/// Turns the second step on, for somebody whose app makes the right code of this seed. Other sessions end: they were
/// opened without a code.
///
/// # Errors
/// See [`SecondStepError`]; confirming the same seed again is none.
pub async fn start_second_step(
    platform: &Platform,
    actor: &Actor,
    session: &str,
    seed: &str,
    code: &str,
) -> Result<(), SecondStepError> {
    let account = actor.id().ok_or(Forbidden)?;
    let offer = Offer::of(seed).ok_or(SecondStepError::Wrong)?;
    let key = format!("second-step:{account}");
    if let Some(wait) = take(platform, &key, TRIES).await? {
        return Err(SecondStepError::Wait(wait));
    }
    let mut tx = platform.db.begin().await?;
    let known = lock(&mut tx, account).await?.ok_or(Forbidden)?.0;
    match known {
        Some(known) if known == offer.key => return Ok(()),
        // Another one is on: it has to be stopped first, which asks for the password.
        Some(_) => return Err(SecondStepError::Wrong),
        None => {}
    }
    let secret = totp::from_base32(&offer.key).unwrap_or_default();
    let step = totp::find_step(&secret, &digits(code), platform.now(), 0).ok_or(SecondStepError::Wrong)?;
    let sql = "update account set totp_secret = $2, totp_last_step = $3 where id = $1";
    tx.run_one(sql, args![account, &offer.key, step]).await?;
    for code in &offer.recovery {
        let sql = "insert into recovery_code (account_id, code_hash) values ($1, $2)";
        tx.run(sql, args![account, recovery_hash(account, code)]).await?;
    }
    end_sessions(&mut tx, account, Some(session)).await?;
    record(platform, &mut tx, account, Some(account), AccountAction::SecondStepOn, "").await?;
    tx.commit().await?;
    give_back(platform, &key).await?;
    Ok(())
}

/// Turns the second step off, for its owner with the password.
///
/// # Errors
/// See [`SecondStepError`].
pub async fn stop_second_step(platform: &Platform, actor: &Actor, password: &str) -> Result<(), SecondStepError> {
    let account = actor.id().ok_or(Forbidden)?;
    let key = format!("second-step:{account}");
    if let Some(wait) = take(platform, &key, TRIES).await? {
        return Err(SecondStepError::Wait(wait));
    }
    let sql = "select password_hash from account where id = $1";
    let hash = platform.db.one::<(String,)>(sql, args![account]).await?.map(|(hash,)| hash);
    if !verify_aside(password.to_owned(), hash).await {
        return Err(SecondStepError::Wrong);
    }
    let mut tx = platform.db.begin().await?;
    remove(platform, &mut tx, account, account).await?;
    tx.commit().await?;
    give_back(platform, &key).await?;
    Ok(())
}

/// Takes the second step away; nothing happens where there is none.
pub(super) async fn remove(platform: &Platform, tx: &mut Tx, account: Uuid, by: Uuid) -> Result<(), DbError> {
    let sql = "update account set totp_secret = null where id = $1 and totp_secret is not null";
    if tx.run(sql, args![account]).await? == 0 {
        return Ok(());
    }
    tx.run("delete from recovery_code where account_id = $1", args![account]).await?;
    tx.run("delete from half_sign_in where account_id = $1", args![account]).await?;
    record(platform, tx, account, Some(by), AccountAction::SecondStepOff, "").await
}

/// Uses up a code: the app's once per 30 seconds, or a recovery code for good. Answers whether it was right.
pub(super) async fn use_code(platform: &Platform, tx: &mut Tx, account: Uuid, typed: &str) -> Result<bool, DbError> {
    let Some((Some(key), used)) = lock(tx, account).await? else { return Ok(false) };
    let secret = totp::from_base32(&key).unwrap_or_default();
    let step = totp::find_step(&secret, &digits(typed), platform.now(), used);
    if let Some(step) = step {
        let sql = "update account set totp_last_step = $2 where id = $1";
        tx.run_one(sql, args![account, step]).await?;
        return Ok(true);
    }
    let sql = "delete from recovery_code where account_id = $1 and code_hash = $2";
    Ok(tx.run(sql, args![account, recovery_hash(account, typed)]).await? == 1)
}

/// The secret and the step used last of an active account, which nobody else changes until the transaction ends.
async fn lock(tx: &mut Tx, account: Uuid) -> Result<Option<(Option<String>, i64)>, DbError> {
    let sql = Sql::either(
        "select totp_secret, totp_last_step from account where id = $1 and state = 'active'",
        "select totp_secret, totp_last_step from account where id = $1 and state = 'active' for update",
    );
    tx.one(sql, args![account]).await
}

/// `123 456` as the app shows it.
fn digits(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}

fn recovery_hash(account: Uuid, code: &str) -> [u8; 32] {
    secret::hash(&format!("{account}{}", digits(code).to_lowercase()))
}
