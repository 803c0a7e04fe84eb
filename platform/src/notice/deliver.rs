//! Sending what goes by e-mail. Several servers may do so at once.

use domain::notice::{masked, pause, revealed};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{DbError, Sql};
use crate::ports::{Email, MailError};
use crate::{Platform, args};

/// A claimed message is left to its server so long, more than a mailer takes. Seconds.
const CLAIM: i64 = 120;
/// So many messages are sent in one round; the others wait for the next.
const BATCH: u64 = 50;
/// Whoever took a message to pass it on sees its secrets so long. Seconds.
pub(super) const TAKEN: i64 = 3600;
/// The secrets of a message that nobody passes on are forgotten after so many days.
const UNSENT_DAYS: i64 = 30;

#[derive(FromRow)]
struct Row {
    id: Uuid,
    recipient: String,
    recipient_name: String,
    subject: String,
    body: String,
    attempts: i64,
}

/// Sends the e-mails that are due; answers how many. Without a mailer none: they wait.
///
/// A message is claimed, and counted as tried, before it is sent, and only its claimant notes the end. So it is sent
/// once, unless a server dies between the sending and the note: then once more after the claim has run out, with the
/// same Message-ID. At most one claim is open per server: when `go_on` says no, the next message is left unclaimed.
///
/// # Errors
/// Only when the database does not answer.
pub async fn deliver(platform: &Platform, go_on: impl Fn() -> bool) -> Result<u64, DbError> {
    let Some(mailer) = &platform.mailer else { return Ok(0) };
    let mut sent = 0;
    for _ in 0..BATCH {
        if !go_on() {
            break;
        }
        let claim = platform.now().plus_seconds(CLAIM).micros();
        let Some(row) = claim_one(platform, claim).await? else { break };
        let email = Email {
            id: row.id,
            to: row.recipient,
            name: row.recipient_name,
            subject: row.subject,
            body: revealed(&row.body),
        };
        match mailer.send(&email).await {
            Ok(()) => {
                note_sent(platform, row.id, claim, &masked(&row.body)).await?;
                sent += 1;
            }
            Err(error) => note_failed(platform, row.id, claim, row.attempts, &error).await?,
        }
    }
    Ok(sent)
}

async fn claim_one(platform: &Platform, claim: i64) -> Result<Option<Row>, DbError> {
    let sql = Sql::either(
        "update outbox set claimed_until = $2, attempts = attempts + 1 where id = (select id from outbox \
         where state = 'waiting' and channel = 'email' and due_at <= $1 and claimed_until <= $1 order by due_at limit 1) \
         returning id, recipient, recipient_name, subject, body, attempts",
        "update outbox set claimed_until = $2, attempts = attempts + 1 where id = (select id from outbox \
         where state = 'waiting' and channel = 'email' and due_at <= $1 and claimed_until <= $1 order by due_at limit 1 \
         for update skip locked) returning id, recipient, recipient_name, subject, body, attempts",
    );
    let mut tx = platform.db.begin().await?;
    let row = tx.one(sql, args![platform.now(), claim]).await?;
    tx.commit().await?;
    Ok(row)
}

/// What was secret in it is not needed any more.
async fn note_sent(platform: &Platform, id: Uuid, claim: i64, kept: &str) -> Result<(), DbError> {
    let sql = "update outbox set state = 'sent', sent_at = $3, body = $4, secret = $5, last_error = '', claimed_until = 0 \
         where id = $1 and claimed_until = $2 and state = 'waiting'";
    platform.db.run(sql, args![id, claim, platform.now(), kept, false]).await.map(drop)
}

async fn note_failed(
    platform: &Platform,
    id: Uuid,
    claim: i64,
    attempts: i64,
    error: &MailError,
) -> Result<(), DbError> {
    let wait = match error {
        MailError::Later(_) => pause(attempts),
        MailError::Never(_) => None,
    };
    tracing::warn!(%id, attempts, again = wait.is_some(), %error, "an e-mail was not taken");
    let state = if wait.is_some() { "waiting" } else { "failed" };
    let due = platform.now().plus_seconds(wait.unwrap_or_default());
    let text: String = error.to_string().chars().take(300).collect();
    let sql = "update outbox set state = $3, due_at = $4, last_error = $5, claimed_until = 0 \
         where id = $1 and claimed_until = $2 and state = 'waiting'";
    platform.db.run(sql, args![id, claim, state, due, text]).await.map(drop)
}

/// Forgets the secrets of messages that were passed on, or that nobody passed on for long; answers how many.
///
/// # Errors
/// Only when the database does not answer.
pub async fn forget_secrets(platform: &Platform) -> Result<u64, DbError> {
    let sql = "select id, body from outbox where secret and (sent_at < $1 or created_at < $2) limit 100";
    let now = platform.now();
    let rows: Vec<(Uuid, String)> =
        platform.db.all(sql, args![now.plus_seconds(-TAKEN), now.plus_days(-UNSENT_DAYS)]).await?;
    let mut forgotten = 0;
    for (id, body) in rows {
        let sql = "update outbox set body = $2, secret = $3 where id = $1 and secret";
        forgotten += platform.db.run(sql, args![id, masked(&body), false]).await?;
    }
    Ok(forgotten)
}
