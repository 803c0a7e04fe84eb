//! A case of an own service while somebody works on it: locked, with everything that decides about a step.

mod answers;
mod event;
mod facts;
mod words;

use std::sync::Arc;

use domain::permit::service::{Own, Service, Way};
use domain::permit::state::State;
use domain::time::Day;
use sqlx::FromRow;
use uuid::Uuid;

pub(super) use self::answers::{find_verdicts, handed_in, read_verdicts};
pub(crate) use self::answers::{open_answers, seal_answers};
pub(super) use self::event::{Happened, append, entries, find_entries, refused};
pub(super) use self::facts::{Known, With, correction, facts};
pub(crate) use self::words::words_of;
pub(super) use self::words::{Sought, keep_words};
use super::services::version_within;
use crate::db::{DbError, Sql, Tx};
use crate::{Platform, args};

/// A locked case.
#[derive(Debug, FromRow)]
pub(super) struct Case {
    pub id: Uuid,
    pub number: String,
    pub service: String,
    pub version: i64,
    #[sqlx(try_from = "String")]
    pub state: State,
    pub account_id: Option<Uuid>,
    pub name: String,
    pub phone: String,
    pub answers: Vec<u8>,
    pub handed_in: Option<Vec<u8>>,
    pub due_at: Option<i64>,
    pub last_day: Option<String>,
    pub rounds: i64,
    pub consented_round: i64,
    pub visited_at: Option<i64>,
    pub paid: i64,
    pub moves: i64,
    pub events: i64,
    pub seal: Vec<u8>,
}

const COLUMNS: &str = "select id, number, service, version, state, account_id, name, phone, answers, handed_in, \
     due_at, last_day, rounds, consented_round, visited_at, paid, moves, events, seal from permit_case where id = $1";
const LOCKED: &str = "select id, number, service, version, state, account_id, name, phone, answers, handed_in, \
     due_at, last_day, rounds, consented_round, visited_at, paid, moves, events, seal from permit_case where id = $1 \
     for update";

impl Case {
    /// Locks a case. Whoever changes one begins here.
    pub async fn lock(tx: &mut Tx, id: Uuid) -> Result<Option<Self>, DbError> {
        tx.one(Sql::either(COLUMNS, LOCKED), args![id]).await
    }

    /// The version of the service with which it began.
    pub async fn service(&self, platform: &Platform, tx: &mut Tx) -> Result<Arc<Service>, DbError> {
        version_within(platform, tx, &self.service, self.version).await
    }

    /// The last day of what runs in its state.
    pub fn last_day(&self) -> Option<Day> {
        self.last_day.as_deref().and_then(Day::parse)
    }
}

/// How cases of a service go. Only own services have cases.
pub(super) fn own(service: &Service) -> Result<&Own, DbError> {
    match &service.way {
        Way::Own(own) => Ok(own),
        Way::Accompanied(_) => Err(DbError::Unreadable(format!("{} is no service of ours", service.code))),
    }
}
