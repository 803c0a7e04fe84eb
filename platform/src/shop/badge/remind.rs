//! Reminds owners before a badge ends.

use domain::shop::badge::{REMINDERS, reminder};
use domain::time::Day;
use sqlx::FromRow;

use super::tell::{self, About};
use crate::db::DbError;
use crate::{Platform, args};

/// How many badges one round looks at.
const BATCH: i64 = 100;

#[derive(FromRow)]
struct Ending {
    #[sqlx(flatten)]
    about: About,
    valid_until: String,
}

/// Sends the reminders that are due, each once; answers how many. Call it until it answers none.
///
/// Several servers may do so at once: whoever marks a badge as reminded first writes the message, in one transaction.
/// After a pause of the worker only the latest reminder is sent.
///
/// # Errors
/// Only when the database does not answer; the rest is still due.
pub async fn remind_of_badges(platform: &Platform) -> Result<u64, DbError> {
    let today = platform.now().day();
    let [first, second, third] = REMINDERS.map(|days| today.plus(days).to_string());
    let due = "select b.id, b.usaha_id, b.kind, b.number, coalesce(p.name, u.name) as subject, b.valid_until \
         from badge b join usaha u on u.id = b.usaha_id left join product p on p.id = b.product_id \
         where b.state = 'terverifikasi' and b.valid_until >= $1 and b.valid_until <= $2 \
         and (p.state is null or p.state <> 'archived') and (b.reminded = 0 \
         or (b.reminded > 30 and b.valid_until <= $3) or (b.reminded > 7 and b.valid_until <= $4)) \
         order by b.valid_until, b.id limit $5";
    let due: Vec<Ending> = platform.db.all(due, args![today.to_string(), first, second, third, BATCH]).await?;
    let mut sent = 0;
    for ending in due {
        let Some(until) = Day::parse(&ending.valid_until) else { continue };
        sent += u64::from(remind(platform, &ending.about, until, today).await?);
    }
    Ok(sent)
}

async fn remind(platform: &Platform, about: &About, until: Day, today: Day) -> Result<bool, DbError> {
    let Some(days) = reminder(until.since(today)) else { return Ok(false) };
    let mut tx = platform.db.begin().await?;
    let claim = "update badge set reminded = $2 where id = $1 and state = 'terverifikasi' and valid_until = $3 \
         and (reminded = 0 or reminded > $2)";
    if tx.run(claim, args![about.id, days, until.to_string()]).await? == 0 {
        return Ok(false);
    }
    tell::ends(platform, &mut tx, about, until).await?;
    tx.commit().await?;
    Ok(true)
}
