//! A case while somebody works on it: locked, with everything that decides about a step.

mod answers;
mod event;
mod facts;
mod words;

use std::sync::Arc;

use domain::permit::clock::Entry;
use domain::permit::service::{Accompanied, Own, Service, Way};
use domain::permit::state::State;
use domain::time::{Day, Timestamp};
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
    /// The stage of an accompanied permit, and since when.
    pub stage: Option<String>,
    pub stage_at: Option<i64>,
}

const COLUMNS: &str = "select id, number, service, version, state, account_id, name, phone, answers, handed_in, \
     due_at, last_day, rounds, consented_round, visited_at, paid, moves, events, seal, stage, stage_at \
     from permit_case where id = $1";
const LOCKED: &str = "select id, number, service, version, state, account_id, name, phone, answers, handed_in, \
     due_at, last_day, rounds, consented_round, visited_at, paid, moves, events, seal, stage, stage_at \
     from permit_case where id = $1 for update";

impl Case {
    /// Locks a case. Whoever changes one begins here.
    pub async fn lock(tx: &mut Tx, id: Uuid) -> Result<Option<Self>, DbError> {
        tx.one(Sql::either(COLUMNS, LOCKED), args![id]).await
    }

    /// The version of the service with which it began.
    pub async fn service(&self, platform: &Platform, tx: &mut Tx) -> Result<Arc<Service>, DbError> {
        version_within(platform, tx, &self.service, self.version).await
    }

    /// The stage of an accompanied permit, and since when.
    pub fn stage(&self) -> Option<(&str, i64)> {
        self.stage.as_deref().zip(self.stage_at)
    }

    /// The last day of what runs in its state.
    pub fn last_day(&self) -> Option<Day> {
        self.last_day.as_deref().and_then(Day::parse)
    }
}

/// How cases of an own service go.
pub(super) fn own(service: &Service) -> Result<&Own, DbError> {
    match &service.way {
        Way::Own(own) => Ok(own),
        Way::Accompanied(_) => Err(DbError::Unreadable(format!("{} is no service of ours", service.code))),
    }
}

/// How cases of an accompanied permit go.
pub(super) fn accompanied(service: &Service) -> Result<&Accompanied, DbError> {
    let foreign = || DbError::Unreadable(format!("{} is no permit of another agency", service.code));
    service.accompanied().ok_or_else(foreign)
}

/// What a promise is worked out from.
#[derive(Debug, Clone)]
pub(super) struct Course {
    /// When the case came into which state.
    pub entries: Vec<Entry>,
    /// The promised time. Working days.
    pub norm: u16,
}

/// What the office promised to a case: for an own service the whole of it, for an accompanied permit only the stage at
/// which the office has to act, `None` at any other.
pub(super) fn course(service: &Service, entries: Vec<Entry>, stage: Option<(&str, i64)>) -> Option<Course> {
    let permit = match &service.way {
        Way::Own(own) => return Some(Course { entries, norm: own.norm }),
        Way::Accompanied(permit) => permit,
    };
    let (stage, since) = stage?;
    let norm = permit.stage(stage)?.norm?;
    let here = entries.last().is_some_and(|entry| entry.state == State::Didampingi);
    let entry = Entry { at: Timestamp::from_micros(since), state: State::Didampingi };
    here.then(|| Course { entries: vec![entry], norm })
}
