//! The figures of cases that ended, kept apart from everything personal.

use domain::permit::outcome::{Ending, Outcome, outcome};
use domain::permit::state::Action;
use sqlx::FromRow;
use uuid::Uuid;

use super::calendar::{calendar, calendar_within};
use super::case::{Case, entries, find_entries, own};
use super::services::version_of_case;
use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// How many one round works out.
const BATCH: i64 = 200;

/// Keeps the figures of a locked case that has just ended; forgets those of one that was opened again.
pub(super) async fn keep(platform: &Platform, tx: &mut Tx, case: &Case, norm: u16) -> Result<(), DbError> {
    let calendar = calendar_within(platform, tx).await?;
    match outcome(&entries(tx, case.id).await?, norm, &calendar) {
        Some(outcome) => write(tx, case.id, &case.service, &outcome).await,
        None => tx.run("delete from case_outcome where case_id = $1", args![case.id]).await.map(drop),
    }
}

async fn write(tx: &mut Tx, case: Uuid, service: &str, outcome: &Outcome) -> Result<(), DbError> {
    // A refusal says why; who ended by not going on has a code too.
    let sql = "select reason_code from case_event where case_id = $1 and action in ($2, $3) order by seq desc limit 1";
    let reason: Option<(Option<String>,)> = match outcome.ending {
        Ending::Refused => tx.one(sql, args![case, Action::Refuse.as_str(), Action::GiveUp.as_str()]).await?,
        _ => None,
    };
    let sql = "insert into case_outcome (case_id, service, month, ending, charged, on_time, pauses, paused_days, \
         reason_code) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (case_id) do update set \
         month = excluded.month, ending = excluded.ending, charged = excluded.charged, on_time = excluded.on_time, \
         pauses = excluded.pauses, paused_days = excluded.paused_days, reason_code = excluded.reason_code";
    let args = args![
        case,
        service,
        month(outcome),
        outcome.ending.as_str(),
        i64::from(outcome.charged),
        outcome.on_time,
        i64::from(outcome.pauses),
        i64::from(outcome.paused_days),
        reason.and_then(|(code,)| code)
    ];
    tx.run_one(sql, args).await
}

/// The month of an end: `2026-11`.
pub(crate) fn month(outcome: &Outcome) -> String {
    outcome.at.day().to_string()[..7].to_owned()
}

#[derive(FromRow)]
struct Missing {
    id: Uuid,
    service: String,
    version: i64,
}

/// Works out the figures of cases that ended before they were kept; answers how many.
///
/// # Errors
/// Only when the database does not answer, or holds what this version cannot read.
pub async fn keep_missing_outcomes(platform: &Platform) -> Result<u64, DbError> {
    let sql = "select c.id, c.service, c.version from permit_case c where c.submitted_at is not null \
         and c.stage is null \
         and c.state in ('terbit', 'ditolak', 'ditarik', 'kedaluwarsa', 'dicabut') \
         and not exists (select 1 from case_outcome o where o.case_id = c.id) limit $1";
    let missing: Vec<Missing> = platform.db.all(sql, args![BATCH]).await?;
    let calendar = calendar(platform).await?;
    let mut kept = 0;
    for case in missing {
        let norm = own(&*version_of_case(platform, &case.service, case.version).await?)?.norm;
        if let Some(outcome) = outcome(&find_entries(platform, case.id).await?, norm, &calendar) {
            let mut tx = platform.db.begin().await?;
            write(&mut tx, case.id, &case.service, &outcome).await?;
            tx.commit().await?;
            kept += 1;
        }
    }
    Ok(kept)
}
