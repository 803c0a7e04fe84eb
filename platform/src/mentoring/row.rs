//! A mentoring while somebody works on it, and what happens to it.

use domain::account::{Actor, Capability};
use domain::mentoring::{By, Refused, State};
use sqlx::FromRow;
use uuid::Uuid;

use super::take::MentoringError;
use crate::db::{DbError, Sql, Tx};
use crate::{Platform, args};

/// A mentoring.
#[derive(Debug, FromRow)]
pub(super) struct Mentoring {
    pub id: Uuid,
    pub number: String,
    pub account_id: Uuid,
    pub business: String,
    pub mentor: Option<Uuid>,
    #[sqlx(try_from = "String")]
    pub state: State,
    pub moves: i64,
    pub proposed_at: Option<i64>,
}

const FOUND: &str =
    "select id, number, account_id, business, mentor, state, moves, proposed_at from mentoring where number = $1";
const LOCKED: &str = "select id, number, account_id, business, mentor, state, moves, proposed_at from mentoring \
     where number = $1 for update";

impl Mentoring {
    /// Locks a mentoring for somebody who has a part in it. Whoever changes one begins here.
    pub async fn lock(tx: &mut Tx, actor: &Actor, number: &str) -> Result<(Self, Vec<By>), MentoringError> {
        let found: Option<Self> = tx.one(Sql::either(FOUND, LOCKED), args![number]).await?;
        Self::for_parts(found, actor)
    }

    /// Reads one that nobody is about to change.
    pub async fn find(platform: &Platform, actor: &Actor, number: &str) -> Result<(Self, Vec<By>), MentoringError> {
        Self::for_parts(platform.db.one(FOUND, args![number]).await?, actor)
    }

    /// Reads one within a transaction that changes nothing in it.
    pub async fn read(tx: &mut Tx, number: &str) -> Result<Option<Self>, DbError> {
        tx.one(FOUND, args![number]).await
    }

    fn for_parts(found: Option<Self>, actor: &Actor) -> Result<(Self, Vec<By>), MentoringError> {
        let mentoring = found.ok_or(MentoringError::NotFound)?;
        let parts = mentoring.parts(actor);
        if parts.is_empty() { Err(MentoringError::NotFound) } else { Ok((mentoring, parts)) }
    }

    /// In which parts somebody may act; an owner only ever as the owner. What nobody has is open to every mentor.
    pub fn parts(&self, actor: &Actor) -> Vec<By> {
        let Some(account) = actor.id() else { return Vec::new() };
        if account == self.account_id {
            return vec![By::Usaha];
        }
        let has = self.mentor == Some(account) || self.state == State::Diajukan;
        let mentor = (has && actor.may(Capability::Mentor)).then_some(By::Pendamping);
        let coordinator = actor.may(Capability::CoordinateMentoring).then_some(By::Koordinator);
        mentor.into_iter().chain(coordinator).collect()
    }
}

/// The part of somebody who takes part: the owner or the mentor, not who only coordinates.
pub(super) fn taking_part(parts: &[By]) -> Result<By, Refused> {
    parts.iter().copied().find(|by| *by != By::Koordinator).ok_or(Refused::NotYours)
}

/// The first event.
pub(super) const ASKED: &str = "ajukan";
/// An agreed action is done.
pub(super) const DONE: &str = "tindakan_selesai";
/// It is not done after all.
pub(super) const UNDONE: &str = "tindakan_dibuka";
/// An appointment was made.
pub(super) const BOOKED: &str = "janji";
/// An appointment was called off, or the owner did not come.
pub(super) const CALLED_OFF: &str = "janji_batal";
/// The owner confirms a visit.
pub(super) const CONFIRMED: &str = "kunjungan_benar";
/// The owner says that something in its report is wrong.
pub(super) const OBJECTED: &str = "kunjungan_keberatan";

/// Writes down what happened, with what was said.
pub(super) async fn append(
    platform: &Platform,
    tx: &mut Tx,
    mentoring: &mut Mentoring,
    (actor, by): (Uuid, By),
    action: &str,
    note: &str,
) -> Result<(), DbError> {
    mentoring.moves += 1;
    let sql = "insert into mentoring_event (mentoring_id, seq, at, actor, by_part, action, state, note) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let state = mentoring.state.as_str();
    let args = args![mentoring.id, mentoring.moves, platform.now(), actor, by.as_str(), action, state, note];
    tx.run_one(sql, args).await?;
    tx.run_one("update mentoring set moves = $2 where id = $1", args![mentoring.id, mentoring.moves]).await
}
