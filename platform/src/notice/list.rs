//! Reading the outbox. Secrets in the texts are dots, but for whoever took a message to pass it on.

use domain::account::{Actor, Capability, Forbidden};
use domain::notice::{Channel, State, masked, revealed};
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

use super::deliver::TAKEN;
use super::{RECOVERY_CODE, SECRET_COMPLAINT};
use crate::db::{DbError, Select, like};
use crate::shop::catalogue::Cursor;
use crate::{Platform, args};

/// How many messages a page shows.
const PAGE: usize = 30;

/// Which messages are asked for.
#[derive(Debug, Clone, Default)]
pub struct MessageFilter {
    /// Only in this state.
    pub state: Option<State>,
    /// Only this way.
    pub channel: Option<Channel>,
    /// Part of a name, number, address or subject; empty for all.
    pub words: String,
    /// The message before the first of this page.
    pub after: Option<Cursor>,
}

/// A message as others read it.
#[derive(Debug, Clone)]
pub struct Outgoing {
    /// The message.
    pub id: Uuid,
    /// What it is about.
    pub kind: String,
    /// Which way it goes.
    pub channel: Channel,
    /// Address or number.
    pub recipient: String,
    /// Who it is for.
    pub recipient_name: String,
    /// The first line.
    pub subject: String,
    /// The text, with dots for secrets.
    pub body: String,
    /// The whole text, for the person who has just taken it.
    pub to_pass_on: Option<String>,
    /// Whether there is something in it that this reader does not see.
    pub secret: bool,
    /// Number of the order it is about.
    pub order: Option<String>,
    /// Where it is.
    pub state: State,
    /// How often sending was tried.
    pub attempts: i64,
    /// Why the last try failed.
    pub last_error: String,
    /// When it is tried next, micro-seconds UTC.
    pub due_at: i64,
    /// When it was written.
    pub created_at: i64,
    /// When it was sent or taken.
    pub sent_at: Option<i64>,
    /// Who took it.
    pub taken_by: Option<String>,
}

impl Outgoing {
    /// Whether it holds a code that sets a new password: only who answers for the accounts passes it on.
    pub fn sets_password(&self) -> bool {
        self.kind == RECOVERY_CODE
    }
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    kind: String,
    #[sqlx(try_from = "String")]
    channel: Channel,
    recipient: String,
    recipient_name: String,
    subject: String,
    body: String,
    secret: bool,
    number: Option<String>,
    #[sqlx(try_from = "String")]
    state: State,
    attempts: i64,
    last_error: String,
    due_at: i64,
    created_at: i64,
    sent_at: Option<i64>,
    handed_by: Option<Uuid>,
    taker: Option<String>,
}

impl Row {
    fn shown(self, platform: &Platform, reader: Uuid) -> Outgoing {
        let since = platform.now().plus_seconds(-TAKEN).micros();
        let mine = self.handed_by == Some(reader) && self.sent_at.is_some_and(|at| at > since);
        Outgoing {
            to_pass_on: (mine && self.state == State::HandedOff).then(|| revealed(&self.body)),
            body: masked(&self.body),
            id: self.id,
            kind: self.kind,
            channel: self.channel,
            recipient: self.recipient,
            recipient_name: self.recipient_name,
            subject: self.subject,
            secret: self.secret,
            order: self.number,
            state: self.state,
            attempts: self.attempts,
            last_error: self.last_error,
            due_at: self.due_at,
            created_at: self.created_at,
            sent_at: self.sent_at,
            taken_by: self.taker,
        }
    }
}

/// A page of the outbox.
#[derive(Debug, Clone)]
pub struct MessageList {
    /// How many messages are in each state.
    pub counts: Vec<(State, i64)>,
    /// This page, latest first.
    pub messages: Vec<Outgoing>,
    /// Where the next page begins.
    pub after: Option<Cursor>,
    /// Whether a mail server is configured.
    pub sends_email: bool,
}

/// Why no messages are shown.
#[derive(Debug, Error)]
pub enum OutboxError {
    /// Not for this account.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The database did not answer.
    #[error("outbox: database")]
    Db(#[from] DbError),
}

const MESSAGES: &str = "select m.id, m.kind, m.channel, m.recipient, m.recipient_name, m.subject, m.body, m.secret, \
     o.number, m.state, m.attempts, m.last_error, m.due_at, m.created_at, m.sent_at, m.handed_by, a.name as taker \
     from outbox m left join shop_order o on o.id = m.order_id left join account a on a.id = m.handed_by";

/// Lists messages for an officer.
///
/// # Errors
/// See [`OutboxError`].
pub async fn list_messages(
    platform: &Platform,
    actor: &Actor,
    filter: &MessageFilter,
) -> Result<MessageList, OutboxError> {
    let reader = actor.require(Capability::ReadOutbox)?;
    let mut query = Select::new(MESSAGES);
    query.push("where 1 = 1");
    if !actor.may(Capability::VerifyComplaints) {
        query.bind("and m.kind <> ?", SECRET_COMPLAINT);
    }
    if let Some(state) = filter.state {
        query.bind("and m.state = ?", state.as_str());
    }
    if let Some(channel) = filter.channel {
        query.bind("and m.channel = ?", channel.as_str());
    }
    let words = filter.words.trim().to_lowercase();
    if !words.is_empty() {
        query.bind("and (lower(m.recipient_name) like ? escape '!'", like(&words));
        query.bind("or lower(m.recipient) like ? escape '!'", like(&words));
        query.bind("or lower(m.subject) like ? escape '!')", like(&words));
    }
    if let Some(Cursor { key, id }) = filter.after {
        query.bind("and (m.created_at, m.id) < (?,", key);
        query.bind("?)", id);
    }
    query.bind("order by m.created_at desc, m.id desc limit ?", PAGE as i64 + 1);
    let mut rows: Vec<Row> = query.all(&platform.db).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let after = rows.last().filter(|_| more).map(|row| Cursor { key: row.created_at, id: row.id });
    let counts: Vec<(String, i64)> =
        platform.db.all("select state, count(*) from outbox group by state", args![]).await?;
    let count = |state: &State| counts.iter().find(|(name, _)| name == state.as_str()).map_or(0, |(_, many)| *many);
    Ok(MessageList {
        counts: State::ALL.iter().map(|state| (*state, count(state))).collect(),
        messages: rows.into_iter().map(|row| row.shown(platform, reader)).collect(),
        after,
        sends_email: platform.mailer.is_some(),
    })
}

/// The messages to the buyer of an order, latest first, for the seller of the order or an officer.
///
/// # Errors
/// See [`OutboxError`].
pub async fn list_order_messages(
    platform: &Platform,
    actor: &Actor,
    order: Uuid,
) -> Result<Vec<Outgoing>, OutboxError> {
    let reader = actor.id().ok_or(Forbidden)?;
    let mut query = Select::new(MESSAGES);
    query.push("join usaha u on u.id = o.usaha_id").bind("where m.order_id = ?", order);
    query.push("and m.kind in ('order_placed_buyer', 'order_moved')");
    if !actor.may(Capability::ReadOutbox) {
        actor.require(Capability::RunShop)?;
        query.bind("and u.owner_id = ?", reader);
    }
    query.push("order by m.created_at desc, m.id desc");
    let rows: Vec<Row> = query.all(&platform.db).await?;
    Ok(rows.into_iter().map(|row| row.shown(platform, reader)).collect())
}
