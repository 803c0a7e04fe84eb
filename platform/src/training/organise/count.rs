//! What waits for an organiser, in numbers.

use domain::account::{Actor, Capability};
use sqlx::FromRow;

use super::OrganiseError;
use crate::{Platform, args};

/// So many days after a session its attendance list is missed.
const MISSED: i64 = 60;

/// The numbers of the office's first page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromRow)]
pub struct TrainingCounts {
    /// Classes that are public, and still to be or going on.
    pub coming: i64,
    /// Sessions that are over, of which it is not known of everybody whether they were there.
    pub incomplete: i64,
}

/// Counts them.
///
/// # Errors
/// See [`OrganiseError`].
pub async fn count_training(platform: &Platform, actor: &Actor) -> Result<TrainingCounts, OrganiseError> {
    actor.require(Capability::OrganiseTraining)?;
    let sql = "select (select count(*) from class where state in ('terbit', 'pendaftaran_tutup', 'berjalan')) as coming, \
         (select count(*) from class_session s join class c on c.id = s.class_id \
          where c.state in ('berjalan', 'selesai') and s.ends_at < $1 and s.ends_at > $2 \
          and exists (select 1 from registration r where r.class_id = c.id and r.state = 'terdaftar' and not exists \
           (select 1 from attendance a where a.session_id = s.id and a.registration_id = r.id))) as incomplete";
    let now = platform.now();
    let counts = platform.db.one(sql, args![now, now.plus_days(-MISSED)]).await?;
    counts.ok_or(OrganiseError::NotFound)
}
