//! Writing the plan of a class: its sessions and its seats, of a new class and of one that changes.

use domain::training::clash::Span;
use domain::training::plan::{Fault, Seats};
use domain::training::seats::PoolKind;
use domain::typed::Line;
use uuid::Uuid;

use super::OrganiseError;
use super::class::SessionDraft;
use crate::db::{DbError, Tx};
use crate::training::class::Session;
use crate::training::seats::find_pools;
use crate::{Platform, args};

/// The sessions in their order: the first stays the first, with its id, so that calendars know it again. Answers whether
/// any of them was moved, came or went.
pub(super) async fn write_sessions(
    platform: &Platform,
    tx: &mut Tx,
    class: Uuid,
    spans: &[Span],
    topics: &[SessionDraft],
) -> Result<bool, DbError> {
    let sql =
        "select id, starts_at, ends_at, topic, sequence from class_session where class_id = $1 order by starts_at";
    let old: Vec<Session> = tx.all(sql, args![class]).await?;
    let mut new: Vec<(Span, &str)> = spans
        .iter()
        .enumerate()
        .map(|(nth, span)| {
            let topic = topics.get(nth).and_then(|topic| topic.as_ref().map(Line::as_str)).unwrap_or_default();
            (*span, topic)
        })
        .collect();
    new.sort_by_key(|(span, _)| span.from);
    let mut moved = old.len() != new.len();
    for (nth, (span, topic)) in new.iter().enumerate() {
        match old.get(nth) {
            Some(session) => {
                let same = session.span() == *span;
                if !same {
                    moved = true;
                    forget_attendance(tx, session.id).await?;
                }
                let sql = "update class_session set starts_at = $2, ends_at = $3, topic = $4, sequence = sequence + $5 \
                     where id = $1";
                tx.run_one(sql, args![session.id, span.from, span.to, *topic, i64::from(!same)]).await?;
            }
            None => {
                let sql =
                    "insert into class_session (id, class_id, starts_at, ends_at, topic) values ($1, $2, $3, $4, $5)";
                tx.run(sql, args![platform.new_id(), class, span.from, span.to, *topic]).await?;
            }
        }
    }
    for gone in old.iter().skip(new.len()) {
        forget_attendance(tx, gone.id).await?;
        tx.run_one("delete from class_session where id = $1", args![gone.id]).await?;
    }
    Ok(moved)
}

/// Whoever said before the beginning that they are at a session was at none of that time.
async fn forget_attendance(tx: &mut Tx, session: Uuid) -> Result<(), DbError> {
    tx.run("delete from attendance where session_id = $1", args![session]).await.map(drop)
}

/// The seats of each pool; one that is not planned any more keeps none but those that people have. There is always one
/// for everybody: what is kept no longer goes there.
pub(super) async fn write_pools(tx: &mut Tx, class: Uuid, seats: &[Seats]) -> Result<(), OrganiseError> {
    let pools = find_pools(tx, class).await?;
    let planned = |kind: PoolKind, place: &str| {
        seats.iter().find(|pool| pool.kind == kind && pool.place == place).map_or(0, |pool| pool.count)
    };
    for pool in &pools {
        let count = planned(pool.kind, &pool.place);
        if count < pool.taken {
            return Err(OrganiseError::Faults(vec![Fault::Seats]));
        }
        let sql = "update class_pool set seats = $4 where class_id = $1 and kind = $2 and place = $3";
        tx.run_one(sql, args![class, pool.kind.as_str(), pool.place.as_str(), count]).await?;
    }
    let general = Seats { kind: PoolKind::Umum, place: String::new(), count: 0 };
    let missing = seats.iter().all(|pool| pool.kind != PoolKind::Umum).then_some(&general);
    let known = |new: &&Seats| pools.iter().any(|pool| pool.kind == new.kind && pool.place == new.place);
    for new in seats.iter().chain(missing).filter(|new| !known(new)) {
        let sql = "insert into class_pool (class_id, kind, place, seats) values ($1, $2, $3, $4)";
        tx.run(sql, args![class, new.kind.as_str(), new.place.as_str(), new.count]).await?;
    }
    Ok(())
}
