//! How many cases there are.

use domain::account::{Actor, Capability};
use domain::time::Timestamp;
use sqlx::FromRow;

use super::{CasesError, soon};
use crate::db::DbError;
use crate::permit::calendar::calendar;
use crate::{Platform, args};

/// How many cases there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromRow)]
pub struct CaseCounts {
    /// The office has to act.
    pub running: i64,
    /// The office has to act, and is over its time.
    pub overdue: i64,
    /// The office has to act today or on the next working day.
    pub urgent: i64,
    /// The applicant has to act or to pay.
    pub waiting: i64,
    /// Somebody objects to a refusal.
    pub objections: i64,
}

impl CaseCounts {
    /// The office has to act, and has more time than that.
    pub const fn calm(&self) -> i64 {
        self.running - self.overdue - self.urgent
    }
}

/// How many cases there are.
///
/// # Errors
/// See [`CasesError`].
pub async fn count_cases(platform: &Platform, actor: &Actor) -> Result<CaseCounts, CasesError> {
    actor.require(Capability::ReadCases)?;
    let now = platform.now();
    Ok(count(platform, now, soon(&*calendar(platform).await?, now)).await?)
}

pub(super) async fn count(platform: &Platform, now: Timestamp, soon: Timestamp) -> Result<CaseCounts, DbError> {
    let sql = "select r.running, r.overdue, r.urgent, \
         (select count(*) from permit_case where due_at is null \
         and state in ('perlu_perbaikan', 'menunggu_bayar', 'dihentikan', 'didampingi')) as waiting, \
         (select count(*) from objection where state = 'diajukan') as objections \
         from (select count(*) as running, count(case when due_at < $1 then 1 end) as overdue, \
         count(case when due_at >= $1 and due_at <= $2 then 1 end) as urgent \
         from permit_case where due_at is not null) r";
    Ok(platform.db.one(sql, args![now, soon]).await?.unwrap_or_default())
}
