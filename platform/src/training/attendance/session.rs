//! A session and its records, as use cases read and write them.

use domain::time::Timestamp;
use domain::training::attendance::Way;
use domain::training::clash::Span;
use domain::training::class::State;
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// A session, with where its class is.
#[derive(Debug, FromRow)]
pub(super) struct SessionRow {
    pub id: Uuid,
    pub class_id: Uuid,
    #[sqlx(try_from = "i64")]
    starts_at: Timestamp,
    #[sqlx(try_from = "i64")]
    ends_at: Timestamp,
    #[sqlx(try_from = "String")]
    pub state: State,
}

impl SessionRow {
    /// The session with this id.
    pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<Self>, DbError> {
        let sql = "select s.id, s.class_id, s.starts_at, s.ends_at, c.state from class_session s \
             join class c on c.id = s.class_id where s.id = $1";
        tx.one(sql, args![id]).await
    }

    /// From when to when.
    pub fn span(&self) -> Span {
        Span { from: self.starts_at, to: self.ends_at }
    }
}

/// What is known of a person and a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Whether they were there.
    pub present: bool,
    /// How it is known.
    pub way: Way,
    /// Since when.
    pub at: Timestamp,
    /// Why they were not there, or why it was corrected; may be empty.
    pub note: String,
}

/// The record that a statement joins to a person or a session, where there is one.
#[derive(Debug, FromRow)]
pub(super) struct MarkRow {
    present: Option<bool>,
    way: Option<String>,
    at: Option<i64>,
    note: Option<String>,
}

impl From<MarkRow> for Option<Mark> {
    fn from(row: MarkRow) -> Self {
        let way: Way = row.way?.parse().ok()?;
        Some(Mark { present: row.present?, way, at: row.at?.into(), note: row.note? })
    }
}

/// A record to be written.
#[derive(Debug)]
pub(super) struct NewMark<'m> {
    pub session: Uuid,
    pub registration: Uuid,
    pub present: bool,
    pub way: Way,
    pub actor: Option<Uuid>,
    pub note: &'m str,
}

impl NewMark<'_> {
    /// Writes it where there is none yet; answers whether it did. What is known first stands.
    pub async fn write(&self, platform: &Platform, tx: &mut Tx) -> Result<bool, DbError> {
        let sql = "insert into attendance (session_id, registration_id, present, way, at, actor, note) \
             values ($1, $2, $3, $4, $5, $6, $7) on conflict (session_id, registration_id) do nothing";
        let args = args![
            self.session,
            self.registration,
            self.present,
            self.way.as_str(),
            platform.now(),
            self.actor,
            self.note
        ];
        Ok(tx.run(sql, args).await? == 1)
    }
}
