//! What waits for the worker: for the machines that watch this machine.

use sqlx::FromRow;

use crate::db::DbError;
use crate::{Platform, args};

/// A deadline is overdue when the worker has left it for so long. Seconds.
const PATIENCE: i64 = 60;

/// How much waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromRow)]
pub struct Backlog {
    /// Messages not sent yet.
    pub messages_waiting: i64,
    /// Messages of the last week that could not be sent.
    pub messages_failed: i64,
    /// Uploaded pictures that are not yet there in their sizes.
    pub pictures_pending: i64,
    /// Deadlines that should have been carried out.
    pub deadlines_overdue: i64,
}

/// Counts what waits.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find(platform: &Platform) -> Result<Backlog, DbError> {
    let now = platform.now();
    let sql = "select (select count(*) from outbox where state = 'waiting') as messages_waiting, \
         (select count(*) from outbox where state = 'failed' and created_at > $1) as messages_failed, \
         (select count(*) from picture where state = 'pending') as pictures_pending, \
         (select count(*) from due_job where due_at < $2) as deadlines_overdue";
    let found = platform.db.one(sql, args![now.plus_days(-7), now.plus_seconds(-PATIENCE)]).await?;
    found.ok_or(DbError::Lost { touched: 0 })
}
