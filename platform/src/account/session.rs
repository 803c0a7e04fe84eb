//! Sessions: a random token in a cookie, its hash in a table.

use domain::account::{Actor, Duty, Role, is_officer};
use sqlx::FromRow;
use uuid::Uuid;

use super::Origin;
use crate::db::{DbError, Tx};
use crate::{Platform, args, secret};

/// A session ends after so many days without a visit.
const DAYS: i64 = 30;
/// A visit is noted at most this often. Seconds.
const NOTED: i64 = 3600;

/// Who a session belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// The account with its roles and duties.
    pub actor: Actor,
    /// The person's name.
    pub name: String,
    /// Whether this officer has no second step yet and must set one up: until then the actor has no role at all.
    pub must_set_up: bool,
}

/// A session as its owner sees it.
#[derive(Debug, Clone, FromRow)]
pub struct SessionShown {
    /// Names it for revoking; not the token.
    pub token_hash: Vec<u8>,
    /// When it was opened, micro-seconds UTC.
    pub created_at: i64,
    /// When it was used last, to the hour.
    pub seen_at: i64,
    /// The browser.
    pub user_agent: String,
}

/// Opens a session and ends the one that this browser had before; answers the new token, for the cookie.
pub(super) async fn open_session(
    platform: &Platform,
    tx: &mut Tx,
    account: Uuid,
    origin: &Origin<'_>,
) -> Result<String, DbError> {
    if let Some(old) = origin.session {
        tx.run("delete from session where token_hash = $1", args![secret::hash(old)]).await?;
    }
    let token = secret::new(platform);
    let now = platform.now();
    let agent: String = origin.user_agent.chars().take(200).collect();
    tx.run(
        "insert into session (token_hash, account_id, created_at, seen_at, expires_at, user_agent) \
         values ($1, $2, $3, $3, $4, $5)",
        args![secret::hash(&token), account, now, now.plus_days(DAYS), agent],
    )
    .await?;
    Ok(token)
}

/// Ends every session of an account but the one of this token, and every sign-in that waits for its code.
pub(super) async fn end_sessions(tx: &mut Tx, account: Uuid, but: Option<&str>) -> Result<u64, DbError> {
    tx.run("delete from half_sign_in where account_id = $1", args![account]).await?;
    let kept = but.map(|token| secret::hash(token).to_vec()).unwrap_or_default();
    tx.run("delete from session where account_id = $1 and token_hash <> $2", args![account, kept]).await
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    name: String,
    has_code: bool,
    seen_at: i64,
    role: Option<String>,
    duty: Option<String>,
}

/// Who a token belongs to; `None` when the session is over or the account blocked.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_session(platform: &Platform, token: &str) -> Result<Option<Signed>, DbError> {
    let now = platform.now();
    let hash = secret::hash(token);
    let sql = "select a.id, a.name, a.totp_secret is not null as has_code, s.seen_at, g.role, g.duty \
         from session s join account a on a.id = s.account_id \
         left join account_grant g on g.account_id = a.id \
         where s.token_hash = $1 and s.expires_at > $2 and a.state = 'active'";
    let rows: Vec<Row> = platform.db.all(sql, args![hash, now]).await?;
    let Some(first) = rows.first() else { return Ok(None) };
    if first.seen_at < now.plus_seconds(-NOTED).micros() {
        let sql = "update session set seen_at = $2, expires_at = $3 where token_hash = $1";
        platform.db.run(sql, args![hash, now, now.plus_days(DAYS)]).await?;
    }
    let mut roles: Vec<Role> = rows.iter().filter_map(|row| row.role.as_deref()?.parse().ok()).collect();
    roles.sort_unstable();
    roles.dedup();
    let mut duties: Vec<Duty> = rows.iter().filter_map(|row| row.duty.as_deref()?.parse().ok()).collect();
    let must_set_up = platform.officers_need_code && !first.has_code && is_officer(&roles);
    if must_set_up {
        roles.clear();
        duties.clear();
    }
    let actor = Actor::Account { id: first.id, roles, duties };
    Ok(Some(Signed { actor, name: first.name.clone(), must_set_up }))
}

/// Ends a session.
///
/// # Errors
/// Only when the database does not answer.
pub async fn sign_out(platform: &Platform, token: &str) -> Result<(), DbError> {
    platform.db.run("delete from session where token_hash = $1", args![secret::hash(token)]).await.map(drop)
}

/// The sessions of an account, latest first.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_sessions(platform: &Platform, account: Uuid) -> Result<Vec<SessionShown>, DbError> {
    let sql = "select token_hash, created_at, seen_at, user_agent from session \
         where account_id = $1 and expires_at > $2 order by seen_at desc, created_at desc";
    platform.db.all(sql, args![account, platform.now()]).await
}

/// Ends one of an account's sessions; answers whether there was one.
///
/// # Errors
/// Only when the database does not answer.
pub async fn revoke_session(platform: &Platform, account: Uuid, token_hash: &[u8]) -> Result<bool, DbError> {
    let sql = "delete from session where account_id = $1 and token_hash = $2";
    Ok(platform.db.run(sql, args![account, token_hash]).await? == 1)
}

/// Ends every session of an account but this one; answers how many there were.
///
/// # Errors
/// Only when the database does not answer.
pub async fn revoke_other_sessions(platform: &Platform, account: Uuid, token: &str) -> Result<u64, DbError> {
    let mut tx = platform.db.begin().await?;
    let ended = end_sessions(&mut tx, account, Some(token)).await?;
    tx.commit().await?;
    Ok(ended)
}

/// Forgets sessions, half sign-ins and recovery codes whose time is over; answers how many.
///
/// # Errors
/// Only when the database does not answer.
pub async fn forget_old(platform: &Platform) -> Result<u64, DbError> {
    let now = platform.now();
    let mut tx = platform.db.begin().await?;
    let mut gone = 0;
    for sql in [
        "delete from session where expires_at <= $1",
        "delete from half_sign_in where expires_at <= $1",
        "delete from reset_code where expires_at <= $1",
    ] {
        gone += tx.run(sql, args![now]).await?;
    }
    tx.commit().await?;
    Ok(gone)
}
