//! How many complaints came and how many were answered in time: for everybody, without anything about one of them.

use domain::permit::figures::{FEWEST, per_cent};

use crate::db::DbError;
use crate::{Platform, args};

/// The figures of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ComplaintFigures {
    /// Complaints that came.
    pub filed: u64,
    /// Of a hundred that were answered or sent elsewhere, those for which every promise was kept; `None` with too few.
    pub in_time: Option<u64>,
}

/// The figures of the last 365 days; `None` while there are so few that one could be recognised.
///
/// # Errors
/// Only when the database does not answer.
pub async fn complaint_figures(platform: &Platform) -> Result<Option<ComplaintFigures>, DbError> {
    let sql = "select count(*), count(case when answered_at is not null or state = 'tidak_diproses' then 1 end), \
         count(case when (answered_at is not null or state = 'tidak_diproses') and late = 0 then 1 end) \
         from complaint where filed_at >= $1";
    let since = platform.now().plus_days(-365);
    let found: Option<(i64, i64, i64)> = platform.db.one(sql, args![since]).await?;
    let (filed, treated, kept) = found.unwrap_or_default();
    let (filed, treated, kept) = (filed.unsigned_abs(), treated.unsigned_abs(), kept.unsigned_abs());
    let broken = treated - kept;
    // A share from which less than five could be worked out is not told either.
    let tellable = treated >= FEWEST && (broken == 0 || broken >= FEWEST) && (kept == 0 || kept >= FEWEST);
    let in_time = if tellable { per_cent(kept, treated) } else { None };
    Ok((filed >= FEWEST).then_some(ComplaintFigures { filed, in_time }))
}
