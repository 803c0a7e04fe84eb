//! What happens when nobody acts in time. The worker calls this often; several servers may do so at once.

use domain::shop::order::{Action, By};
use uuid::Uuid;

use super::act::{Act, ActError, Who, act_within};
use super::notices::{self, Reminder};
use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// How many timers one round takes.
const BATCH: i64 = 100;
/// A timer that fails waits so long. Seconds.
const RETRY: i64 = 60;

/// What a timer does.
enum Due {
    /// A step that nobody took in time, and why.
    Step(Action, &'static str),
    /// A word to the seller.
    Remind(Reminder),
}

fn due(kind: &str) -> Option<Due> {
    Some(match kind {
        "pay_by" => Due::Step(Action::Expire, ""),
        "accept_by" => Due::Step(Action::Cancel, "Toko tidak menanggapi sampai batas waktu."),
        "pickup_by" => Due::Step(Action::Cancel, "Pesanan tidak diambil sampai batas waktu."),
        "complete_by" => Due::Step(Action::Complete, ""),
        "remind_accept" => Due::Remind(Reminder::Accept),
        "remind_ship" => Due::Remind(Reminder::Ship),
        _ => return None,
    })
}

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
    for (job, kind, order) in jobs {
        match run_one(platform, job, &kind, order).await {
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

/// Answers whether the timer was still there. The order is locked before its timer, as everybody else does it.
async fn run_one(platform: &Platform, job: Uuid, kind: &str, order: Uuid) -> Result<bool, DbError> {
    let mut tx = platform.db.begin().await?;
    if let Tx::Postgres(_) = tx {
        tx.all::<(Uuid,)>("select id from shop_order where id = $1 for update", args![order]).await?;
    }
    let sql = "delete from due_job where id = $1 and due_at <= $2";
    if tx.run(sql, args![job, platform.now()]).await? == 0 {
        return Ok(false);
    }
    match due(kind) {
        Some(Due::Step(action, note)) => {
            let act = Act { note: note.to_owned(), ..Act::default() };
            let who = Who { by: By::Sistem, account: None };
            match act_within(platform, &mut tx, order, action, who, &act).await {
                Ok(_) => {}
                Err(ActError::Db(error)) => return Err(error),
                // The order has moved on: the timer has no meaning any more.
                Err(_) => {}
            }
        }
        Some(Due::Remind(reminder)) => notices::remind(platform, &mut tx, order, reminder).await?,
        None => tracing::error!(kind, "a timer of a kind that this version does not know"),
    }
    tx.commit().await?;
    Ok(true)
}
