//! Messages to people and timers. Both are rows written in the transaction that causes them; the worker sends what goes
//! by e-mail, people pass on what goes by WhatsApp.

mod deliver;
mod hand_off;
mod list;
mod person;

use domain::notice::has_secret;
use domain::time::Timestamp;
use uuid::Uuid;

pub use deliver::{deliver, forget_secrets};
pub use hand_off::{HandOffError, hand_off, retry, take_back};
pub use list::{MessageFilter, MessageList, OutboxError, Outgoing, list_messages, list_order_messages};
pub(crate) use person::{Person, Told, heads};

use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// The kinds of messages to the buyer of an order: its seller may pass them on.
pub(crate) const TO_BUYER: [&str; 2] = ["order_placed_buyer", "order_moved"];
/// The kinds of messages to the seller of an order.
pub(crate) const TO_SHOP: [&str; 3] = ["order_placed_seller", "order_seller", "order_reminder"];

/// The kind of messages to whoever complains in secret: only who verifies complaints sees that there is one.
pub(crate) const SECRET_COMPLAINT: &str = "complaint_secret";

/// The kind of messages with a code that sets a new password.
pub(crate) const RECOVERY_CODE: &str = "recovery_code";

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
    /// The text; what only the recipient may see in it is marked with [`domain::notice::hide`].
    pub body: String,
    /// What it is about.
    pub about: About,
}

/// What a message is about.
#[derive(Debug, Clone, Copy)]
pub(crate) enum About {
    /// Nothing that has a page of its own.
    Other,
    /// An order.
    Order(Uuid),
    /// A permit case.
    Case(Uuid),
    /// A complaint.
    Complaint(Uuid),
    /// A registration for a class.
    Registration(Uuid),
    /// A mentoring.
    Mentoring(Uuid),
}

/// Puts a message into the outbox.
pub(crate) async fn post(platform: &Platform, tx: &mut Tx, message: Message) -> Result<(), DbError> {
    let now = platform.now();
    let secret = has_secret(&message.body);
    let (mut order, mut case, mut complaint, mut registration, mut mentoring) = (None, None, None, None, None);
    match message.about {
        About::Other => {}
        About::Order(id) => order = Some(id),
        About::Case(id) => case = Some(id),
        About::Complaint(id) => complaint = Some(id),
        About::Registration(id) => registration = Some(id),
        About::Mentoring(id) => mentoring = Some(id),
    }
    tx.run(
        "insert into outbox (id, kind, channel, recipient, recipient_name, subject, body, order_id, case_id, complaint_id, \
         registration_id, mentoring_id, state, attempts, due_at, created_at, secret) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'waiting', 0, $13, $13, $14)",
        args![
            platform.new_id(),
            message.kind,
            message.channel,
            message.recipient,
            message.name,
            message.subject,
            message.body,
            order,
            case,
            complaint,
            registration,
            mentoring,
            now,
            secret
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

/// Takes all timers of a subject back.
pub(crate) async fn clear_timers(tx: &mut Tx, subject: Uuid) -> Result<(), DbError> {
    tx.run("delete from due_job where subject_id = $1", args![subject]).await.map(drop)
}
