//! Sessions: a random token in a cookie, its hash in a table.

use domain::account::{Actor, Duty, Role};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::DbError;
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

pub(super) async fn open_session(platform: &Platform, account: Uuid, user_agent: &str) -> Result<String, DbError> {
    let token = secret::new(platform);
    let now = platform.now();
    let agent: String = user_agent.chars().take(200).collect();
    platform
        .db
        .run(
            "insert into session (token_hash, account_id, created_at, seen_at, expires_at, user_agent) \
             values ($1, $2, $3, $3, $4, $5)",
            args![secret::hash(&token), account, now, now.plus_days(DAYS), agent],
        )
        .await?;
    Ok(token)
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    name: String,
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
    let sql = "select a.id, a.name, s.seen_at, g.role, g.duty from session s join account a on a.id = s.account_id \
         left join account_grant g on g.account_id = a.id \
         where s.token_hash = $1 and s.expires_at > $2 and a.state = 'active'";
    let rows: Vec<Row> = platform.db.all(sql, args![hash, now]).await?;
    let Some(first) = rows.first() else { return Ok(None) };
    if first.seen_at < now.plus_seconds(-NOTED).micros() {
        let sql = "update session set seen_at = $2, expires_at = $3 where token_hash = $1";
        platform.db.run(sql, args![hash, now, now.plus_days(DAYS)]).await?;
    }
    let mut roles: Vec<Role> = rows.iter().filter_map(|row| row.role.as_deref()?.parse().ok()).collect();
    roles.dedup();
    let duties: Vec<Duty> = rows.iter().filter_map(|row| row.duty.as_deref()?.parse().ok()).collect();
    let name = first.name.clone();
    Ok(Some(Signed { actor: Actor::Account { id: first.id, roles, duties }, name }))
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
         where account_id = $1 and expires_at > $2 order by seen_at desc";
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
