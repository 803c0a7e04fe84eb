//! What happens when nobody acts in time. The worker calls this often; several servers may do so at once.

use uuid::Uuid;

use crate::db::{DbError, Tx};
use crate::{Platform, args, complaint, permit, shop};

/// How many timers one round takes.
const BATCH: i64 = 100;
/// A timer that fails waits so long. Seconds.
const RETRY: i64 = 60;
/// How the timers of permit cases begin.
const CASE: &str = "case_";
/// How the timers of complaints begin; all others are those of orders.
const COMPLAINT: &str = "complaint_";

/// Carries out the timers that are due; answers how many.
///
/// Each is taken and carried out in one transaction: after a crash it is simply still there. A timer that fails is put
/// off, so that it does not hold up the others.
///
/// # Errors
/// Only when the database does not answer; the rest is tried again in the next round.
pub async fn run_deadlines(platform: &Platform) -> Result<u64, DbError> {
    let sql = "select id, kind, subject_id from due_job where due_at <= $1 order by due_at limit $2";
    let jobs: Vec<(Uuid, String, Uuid)> = platform.db.all(sql, args![platform.now(), BATCH]).await?;
    let mut done = 0;
    for (job, kind, subject) in jobs {
        match run_one(platform, job, &kind, subject).await {
            Ok(ran) => done += u64::from(ran),
            Err(error) => {
                tracing::error!(?error, kind, "a deadline could not be carried out");
                let later = "update due_job set attempts = attempts + 1, due_at = $2 where id = $1";
                platform.db.run(later, args![job, platform.now().plus_seconds(RETRY)]).await?;
            }
        }
    }
    Ok(done)
}

/// Answers whether the timer was still there. Its subject is locked before it, as everybody else does it.
async fn run_one(platform: &Platform, job: Uuid, kind: &str, subject: Uuid) -> Result<bool, DbError> {
    let mut tx = platform.db.begin().await?;
    let (of_case, of_complaint) = (kind.starts_with(CASE), kind.starts_with(COMPLAINT));
    if let Tx::Postgres(_) = tx {
        let lock = if of_case {
            "select id from permit_case where id = $1 for update"
        } else if of_complaint {
            "select id from complaint where id = $1 for update"
        } else {
            "select id from shop_order where id = $1 for update"
        };
        tx.all::<(Uuid,)>(lock, args![subject]).await?;
    }
    let sql = "delete from due_job where id = $1 and due_at <= $2";
    if tx.run(sql, args![job, platform.now()]).await? == 0 {
        return Ok(false);
    }
    let known = if of_case {
        permit::carry_out(platform, &mut tx, kind, subject).await?
    } else if of_complaint {
        complaint::carry_out(platform, &mut tx, kind, subject).await?
    } else {
        shop::order::carry_out(platform, &mut tx, kind, subject).await?
    };
    if !known {
        tracing::error!(kind, "a timer of a kind that this version does not know");
    }
    tx.commit().await?;
    Ok(true)
}
