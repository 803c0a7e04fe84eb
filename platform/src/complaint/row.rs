//! A complaint while somebody works on it: locked, with what is sealed in it, its events and its messages.

use domain::complaint::{Privacy, State, Subject};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{DbError, Sql, Tx};
use crate::sealing::{seal, unseal};
use crate::{Platform, args};

/// A locked complaint.
#[derive(Debug, FromRow)]
pub(super) struct Complaint {
    pub id: Uuid,
    pub number: String,
    #[sqlx(try_from = "String")]
    pub state: State,
    #[sqlx(try_from = "String")]
    pub subject: Subject,
    pub service: Option<String>,
    pub case_id: Option<Uuid>,
    #[sqlx(try_from = "String")]
    pub privacy: Privacy,
    pub account_id: Option<Uuid>,
    pub told: Vec<u8>,
    pub handler: Option<Uuid>,
    pub about_officer: Option<Uuid>,
    pub lapor: Option<String>,
    pub filed_at: i64,
    pub since_at: i64,
    pub due_at: Option<i64>,
    pub counted: i64,
    pub late: i64,
    pub answered_at: Option<i64>,
    pub moves: i64,
    pub events: i64,
    pub usaha_id: Option<Uuid>,
    pub forgotten_at: Option<i64>,
}

const FOUND: &str = "select id, number, state, subject, service, case_id, privacy, account_id, told, handler, \
     about_officer, lapor, filed_at, since_at, due_at, counted, late, answered_at, moves, events, usaha_id, forgotten_at from complaint \
     where id = $1";
const LOCKED: &str = "select id, number, state, subject, service, case_id, privacy, account_id, told, handler, \
     about_officer, lapor, filed_at, since_at, due_at, counted, late, answered_at, moves, events, usaha_id, forgotten_at from complaint \
     where id = $1 for update";

impl Complaint {
    /// Locks a complaint. Whoever changes one begins here.
    pub async fn lock(tx: &mut Tx, id: Uuid) -> Result<Option<Self>, DbError> {
        tx.one(Sql::either(FOUND, LOCKED), args![id]).await
    }

    /// Reads one that nobody is about to change.
    pub async fn find(platform: &Platform, id: Uuid) -> Result<Option<Self>, DbError> {
        platform.db.one(FOUND, args![id]).await
    }

    /// What was complained about.
    pub fn told(&self, platform: &Platform) -> Result<Told, DbError> {
        open(platform, self.id, &self.told)
    }

    /// Who complains; `None` for an anonymous complaint.
    pub async fn contact(&self, platform: &Platform, tx: &mut Tx) -> Result<Option<Contact>, DbError> {
        let sql = "select sealed from complaint_contact where complaint_id = $1";
        let found: Option<(Vec<u8>,)> = tx.one(sql, args![self.id]).await?;
        found.map(|(sealed,)| open(platform, self.id, &sealed)).transpose()
    }
}

/// What is sealed of a complaint.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Told {
    /// The story.
    pub text: String,
    /// The shop or order, as it was typed; may be empty.
    pub about: String,
}

/// Who complains, and how they are reached.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Their name.
    pub name: String,
    /// Their number, as `+62…`.
    pub phone: String,
}

/// Nobody's name gets into a log.
impl std::fmt::Debug for Contact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Contact(..)")
    }
}

/// What a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageKind {
    /// The office answers.
    Answer,
    /// Whoever complained replies.
    Reply,
    /// Why it is no matter of this office.
    Reason,
    /// What only the office reads.
    Note,
}

impl MessageKind {
    /// The word that is stored.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            MessageKind::Answer => "jawaban",
            MessageKind::Reply => "balasan",
            MessageKind::Reason => "alasan",
            MessageKind::Note => "catatan",
        }
    }

    pub(super) fn parse(word: &str) -> Result<Self, DbError> {
        let all = [MessageKind::Answer, MessageKind::Reply, MessageKind::Reason, MessageKind::Note];
        let found = all.into_iter().find(|kind| kind.as_str() == word);
        found.ok_or_else(|| DbError::Unreadable(format!("a message of kind {word}")))
    }
}

/// Seals something of a complaint.
pub(super) fn close(platform: &Platform, id: Uuid, what: &impl Serialize) -> Vec<u8> {
    let text = serde_json::to_vec(what).expect("words can be written down");
    seal(platform, id.as_bytes(), &text)
}

/// Opens what was sealed for the same complaint.
pub(super) fn open<T: for<'t> Deserialize<'t>>(platform: &Platform, id: Uuid, sealed: &[u8]) -> Result<T, DbError> {
    let text = unseal(platform, id.as_bytes(), sealed).map_err(|error| DbError::Unreadable(error.to_string()))?;
    serde_json::from_slice(&text).map_err(|error| DbError::Unreadable(error.to_string()))
}

/// Something that happened to a complaint.
pub(super) struct Happened<'h> {
    /// When; what was written with it has the same time.
    pub at: Timestamp,
    /// Which officer; never whoever complained.
    pub actor: Option<Uuid>,
    /// In which part.
    pub part: &'h str,
    /// What.
    pub action: &'h str,
    /// The state before, `None` at the beginning.
    pub from: Option<State>,
}

/// Adds a line to what happened.
pub(super) async fn append(tx: &mut Tx, complaint: &mut Complaint, happened: Happened<'_>) -> Result<(), DbError> {
    let Happened { at, actor, part, action, from } = happened;
    complaint.events += 1;
    let sql = "insert into complaint_event (complaint_id, seq, at, actor, by_part, action, from_state, to_state) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let from = from.map(State::as_str);
    let to = complaint.state.as_str();
    let args = args![complaint.id, complaint.events, at, actor, part, action, from, to];
    tx.run_one(sql, args).await?;
    tx.run_one("update complaint set events = $2 where id = $1", args![complaint.id, complaint.events]).await
}

/// Keeps what somebody wrote; answers the message.
pub(super) async fn add_message(
    platform: &Platform,
    tx: &mut Tx,
    complaint: &Complaint,
    (kind, actor, at): (MessageKind, Option<Uuid>, Timestamp),
    text: &str,
) -> Result<Uuid, DbError> {
    let id = platform.new_id();
    let sql =
        "insert into complaint_message (id, complaint_id, at, kind, actor, sealed) values ($1, $2, $3, $4, $5, $6)";
    let sealed = close(platform, complaint.id, &text);
    tx.run_one(sql, args![id, complaint.id, at, kind.as_str(), actor, sealed]).await?;
    Ok(id)
}

/// A message as it is stored.
#[derive(FromRow)]
struct MessageRow {
    id: Uuid,
    at: i64,
    kind: String,
    name: Option<String>,
    sealed: Vec<u8>,
}

/// A message that was opened.
pub(super) struct Message {
    pub id: Uuid,
    pub at: i64,
    pub kind: MessageKind,
    pub name: Option<String>,
    pub text: String,
}

/// What was written about a complaint, in order.
pub(super) async fn messages(platform: &Platform, id: Uuid) -> Result<Vec<Message>, DbError> {
    let sql = "select m.id, m.at, m.kind, a.name, m.sealed from complaint_message m left join account a on a.id = m.actor \
         where m.complaint_id = $1 order by m.at, m.id";
    let rows: Vec<MessageRow> = platform.db.all(sql, args![id]).await?;
    let read = |row: MessageRow| {
        let text = open(platform, id, &row.sealed)?;
        Ok(Message { id: row.id, at: row.at, kind: MessageKind::parse(&row.kind)?, name: row.name, text })
    };
    rows.into_iter().map(read).collect()
}

/// The number of the case that a complaint is about.
pub(super) async fn case_number(platform: &Platform, case: Option<Uuid>) -> Result<Option<String>, DbError> {
    let found: Option<(String,)> = platform.db.one("select number from permit_case where id = $1", args![case]).await?;
    Ok(found.map(|(number,)| number))
}
