//! Messages to people and timers. Both are rows written in the transaction that causes them.

use domain::time::Timestamp;
use uuid::Uuid;

use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// A message on its way.
#[derive(Debug, Clone)]
pub(crate) struct Message {
    /// What it is about, for the officer's list.
    pub kind: &'static str,
    /// `email` or `whatsapp`.
    pub channel: &'static str,
    /// Address or number.
    pub recipient: String,
    /// Who it is for.
    pub name: String,
    /// The first line.
    pub subject: String,
    /// The text.
    pub body: String,
    /// The order it is about.
    pub order: Option<Uuid>,
}

/// Puts a message into the outbox.
pub(crate) async fn post(platform: &Platform, tx: &mut Tx, message: Message) -> Result<(), DbError> {
    let now = platform.now();
    tx.run(
        "insert into outbox (id, kind, channel, recipient, recipient_name, subject, body, order_id, state, attempts, due_at, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', 0, $9, $9)",
        args![
            platform.new_id(),
            message.kind,
            message.channel,
            message.recipient,
            message.name,
            message.subject,
            message.body,
            message.order,
            now
        ],
    )
    .await
    .map(drop)
}

/// Sets a timer; the same timer for the same subject is moved.
pub(crate) async fn set_timer(
    platform: &Platform,
    tx: &mut Tx,
    kind: &'static str,
    subject: Uuid,
    due: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "insert into due_job (id, kind, subject_id, due_at) values ($1, $2, $3, $4) \
         on conflict (kind, subject_id) do update set due_at = excluded.due_at, claimed_until = 0, attempts = 0",
        args![platform.new_id(), kind, subject, due],
    )
    .await
    .map(drop)
}

/// Takes a timer back.
pub(crate) async fn clear_timer(tx: &mut Tx, kind: &'static str, subject: Uuid) -> Result<(), DbError> {
    tx.run("delete from due_job where kind = $1 and subject_id = $2", args![kind, subject]).await.map(drop)
}
