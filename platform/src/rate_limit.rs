//! How often something may be tried: so many times per window and key, for all servers together.

use crate::db::DbError;
use crate::{Platform, args};

/// A limit.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// Tries per window.
    pub tries: i64,
    /// Length of a window. Seconds.
    pub seconds: i64,
}

/// A PIN has a million values: few tries per order, case or complaint.
pub(crate) const PIN_TRIES: Limit = Limit { tries: 5, seconds: 900 };

/// Counts a try; answers how many seconds to wait when there were too many.
///
/// # Errors
/// Only when the database does not answer.
pub async fn take(platform: &Platform, key: &str, limit: Limit) -> Result<Option<i64>, DbError> {
    let now = platform.now();
    let sql = "insert into rate_limit (key, used, resets_at) values ($1, 1, $2) on conflict (key) do update set \
         used = case when rate_limit.resets_at <= $3 then 1 else rate_limit.used + 1 end, \
         resets_at = case when rate_limit.resets_at <= $3 then excluded.resets_at else rate_limit.resets_at end \
         returning used, resets_at";
    let mut tx = platform.db.begin().await?;
    let taken: Option<(i64, i64)> = tx.one(sql, args![key, now.plus_seconds(limit.seconds), now]).await?;
    tx.commit().await?;
    Ok(taken.filter(|(used, _)| *used > limit.tries).map(|(_, resets_at)| {
        let micros = (resets_at - now.micros()).max(0);
        micros / 1_000_000 + 1
    }))
}

/// Gives a try back that turned out to be none, so that only what failed counts.
///
/// # Errors
/// Only when the database does not answer.
pub async fn give_back(platform: &Platform, key: &str) -> Result<(), DbError> {
    let sql = "update rate_limit set used = used - 1 where key = $1 and used > 0";
    platform.db.run(sql, args![key]).await.map(drop)
}

/// Forgets windows that are over; answers how many.
///
/// # Errors
/// Only when the database does not answer.
pub async fn forget_old(platform: &Platform) -> Result<u64, DbError> {
    platform.db.run("delete from rate_limit where resets_at <= $1", args![platform.now()]).await
}
