//! What happens when nobody acts in time. The worker calls this often; several servers may do so at once.

use uuid::Uuid;

use crate::db::{DbError, Tx};
use crate::{Platform, args, complaint, mentoring, permit, shop, training};

/// How many timers one round takes.
const BATCH: i64 = 100;
/// A timer that fails waits so long. Seconds.
const RETRY: i64 = 60;

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
    let room = Room::of(kind);
    let mut tx = platform.db.begin().await?;
    match (room.lock(), &tx) {
        (Some(lock), Tx::Postgres(_)) => drop(tx.all::<(Uuid,)>(lock, args![subject]).await?),
        (Some(_), Tx::Sqlite(_)) => {}
        (None, _) => training::lock(&mut tx).await?,
    }
    let sql = "delete from due_job where id = $1 and due_at <= $2";
    if tx.run(sql, args![job, platform.now()]).await? == 0 {
        return Ok(false);
    }
    let known = match room {
        Room::Order => shop::order::carry_out(platform, &mut tx, kind, subject).await?,
        Room::Case => permit::carry_out(platform, &mut tx, kind, subject).await?,
        Room::Complaint => complaint::carry_out(platform, &mut tx, kind, subject).await?,
        Room::Class => training::carry_out(platform, &mut tx, kind, subject).await?,
        Room::Quiz => training::end_attempt(platform, &mut tx, kind, subject).await?,
        Room::Appointment => mentoring::carry_out(platform, &mut tx, kind, subject).await?,
    };
    if !known {
        tracing::error!(kind, "a timer of a kind that this version does not know");
    }
    tx.commit().await?;
    Ok(true)
}

/// Whose timer it is, by how its kind begins.
#[derive(Clone, Copy)]
enum Room {
    Case,
    Complaint,
    Class,
    Quiz,
    Appointment,
    /// All others.
    Order,
}

impl Room {
    fn of(kind: &str) -> Self {
        match kind.split_once('_') {
            Some(("case", _)) => Room::Case,
            Some(("complaint", _)) => Room::Complaint,
            Some(("class", _)) => Room::Class,
            Some(("quiz", _)) => Room::Quiz,
            Some(("appointment", _)) => Room::Appointment,
            _ => Room::Order,
        }
    }

    /// What locks its subject; `None` where all classes have one lock.
    const fn lock(self) -> Option<&'static str> {
        match self {
            Room::Case => Some("select id from permit_case where id = $1 for update"),
            Room::Complaint => Some("select id from complaint where id = $1 for update"),
            Room::Order => Some("select id from shop_order where id = $1 for update"),
            Room::Quiz => Some("select id from quiz_attempt where id = $1 for update"),
            Room::Appointment => Some("select id from appointment where id = $1 for update"),
            Room::Class => None,
        }
    }
}
