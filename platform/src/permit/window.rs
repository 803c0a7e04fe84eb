//! Windows in which a part of an application is open. What another window saved is never overwritten unseen: who saves
//! says which revision of the part they saw.
//!
//! A window goes on from what it saved itself, whatever revision its page was made with: it saves while somebody types,
//! and again when they press the button, and somebody goes back to a page and corrects it.

use sqlx::FromRow;
use uuid::Uuid;

use super::applicant::Applicant;
use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// The longest name of a window that is kept.
const MOST: usize = 32;

/// A window that saves a part. Without a name it is nobody's: it may only save what it saw last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Window {
    /// Its random name; every page that is made gets another.
    pub id: String,
    /// The revision that its page showed; 0 before anything was saved.
    pub revision: i64,
    /// Counts what it sends, so that what was sent earlier and comes later is known.
    pub nth: i64,
}

/// Whether a window may save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// It may.
    Its,
    /// It sent something newer, which came first.
    Overtaken,
    /// Another window saved meanwhile.
    Changed,
}

#[derive(FromRow)]
struct Row {
    revision: i64,
    saved_by: String,
    nth: i64,
}

const FIND: &str = "select revision, saved_by, nth from case_section where case_id = $1 and section = $2";

/// A window that is opened now. Open it before reading what it shows: then it never claims to have seen more.
///
/// # Errors
/// Only when the database does not answer.
pub async fn open_window(platform: &Platform, applicant: &Applicant, section: &str) -> Result<Window, DbError> {
    let row: Option<Row> = platform.db.one(FIND, args![applicant.case, section]).await?;
    let id = platform.random::<8>().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Window { id, revision: row.map_or(0, |row| row.revision), nth: 0 })
}

impl Window {
    fn name(&self) -> String {
        self.id.chars().take(MOST).collect()
    }

    /// Whether it may save a part of a locked case.
    pub(super) async fn turn(&self, tx: &mut Tx, case: Uuid, section: &str) -> Result<Turn, DbError> {
        let Some(last) = tx.one::<Row>(FIND, args![case, section]).await? else { return Ok(Turn::Its) };
        let own = !last.saved_by.is_empty() && last.saved_by == self.name();
        Ok(match own {
            true if self.nth < last.nth => Turn::Overtaken,
            true => Turn::Its,
            false if self.revision == last.revision => Turn::Its,
            false => Turn::Changed,
        })
    }

    /// Writes down that it saved.
    pub(super) async fn saved(&self, tx: &mut Tx, case: Uuid, section: &str) -> Result<(), DbError> {
        let sql = "insert into case_section (case_id, section, revision, saved_by, nth) values ($1, $2, 1, $3, $4) \
             on conflict (case_id, section) do update set revision = case_section.revision + 1, \
             saved_by = excluded.saved_by, nth = excluded.nth";
        tx.run_one(sql, args![case, section, self.name(), self.nth]).await
    }
}
