//! Changing a class: its dates, its place, its seats. Whoever has a seat or waits is told when time or place change.

use domain::account::{Actor, Capability};
use domain::training::clash::Span;
use domain::training::plan::{Fault, Seats};
use domain::training::registration::State as Seat;
use domain::training::seats::PoolKind;
use domain::typed::Line;
use uuid::Uuid;

use super::OrganiseError;
use super::class::{ClassDraft, SessionDraft, kecamatan_of};
use crate::db::{DbError, Tx};
use crate::training::class::Session;
use crate::training::deadlines::set_timers;
use crate::training::line::move_up;
use crate::training::notices;
use crate::training::row::{Class, Registration};
use crate::training::seats::{self, find_pools};
use crate::{Platform, args};

/// Changes a class as it is planned now. `revision` is the one that the page showed.
///
/// # Errors
/// See [`OrganiseError`]. A pool keeps at least the seats that people have or are offered: [`Fault::Seats`].
pub async fn change_class(
    platform: &Platform,
    actor: &Actor,
    slug: &str,
    revision: i64,
    draft: &ClassDraft,
) -> Result<(), OrganiseError> {
    actor.require(Capability::OrganiseTraining)?;
    let mut tx = seats::begin(platform).await?;
    let class = Class::at(&mut tx, slug).await?.ok_or(OrganiseError::NotFound)?;
    if class.state.is_public() && !class.state.takes_place() {
        return Err(OrganiseError::Refused(domain::training::class::Refused::NotNow));
    }
    let mut faults = draft.plan.faults(platform.now());
    if class.starts_at <= platform.now() {
        // It has begun: what was is not changed, what is to come may be.
        faults.retain(|fault| !matches!(fault, Fault::Past | Fault::Window | Fault::Cancel));
        if !keeps_what_was(platform, &mut tx, class.id, &draft.plan.sessions).await? {
            faults.push(Fault::Begun);
        }
    }
    if !faults.is_empty() {
        return Err(OrganiseError::Faults(faults));
    }
    update(platform, &mut tx, &class, revision, draft).await?;
    let moved = write_sessions(platform, &mut tx, class.id, &draft.plan.sessions, &draft.topics).await?;
    write_pools(&mut tx, class.id, &draft.plan.seats).await?;
    let changed = Class::find(&mut tx, class.id).await?.ok_or(OrganiseError::NotFound)?;
    let elsewhere = changed.venue_id != class.venue_id;
    if elsewhere {
        let sql = "update class_session set sequence = sequence + 1 where class_id = $1 and starts_at > $2";
        tx.run(sql, args![class.id, platform.now()]).await?;
    }
    if class.state.takes_place() {
        set_timers(platform, &mut tx, &changed).await?;
        if moved || elsewhere {
            tell_everybody(platform, &mut tx, &changed).await?;
        }
        move_up(platform, &mut tx, class.id).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Whether the sessions that have begun stay as they were, before all others: people were there.
async fn keeps_what_was(platform: &Platform, tx: &mut Tx, class: Uuid, spans: &[Span]) -> Result<bool, DbError> {
    let sql = "select starts_at, ends_at from class_session where class_id = $1 and starts_at <= $2 order by starts_at";
    let begun: Vec<(i64, i64)> = tx.all(sql, args![class, platform.now()]).await?;
    let mut planned: Vec<(i64, i64)> = spans.iter().map(|span| (span.from.micros(), span.to.micros())).collect();
    planned.sort_unstable();
    Ok(planned.starts_with(&begun))
}

async fn tell_everybody(platform: &Platform, tx: &mut Tx, class: &Class) -> Result<(), DbError> {
    for state in [Seat::Terdaftar, Seat::Ditawari, Seat::DaftarTunggu] {
        for registration in Registration::all_in(tx, class.id, state).await? {
            notices::changed(platform, tx, class, &registration).await?;
        }
    }
    Ok(())
}

async fn update(
    platform: &Platform,
    tx: &mut Tx,
    class: &Class,
    revision: i64,
    draft: &ClassDraft,
) -> Result<(), OrganiseError> {
    let plan = &draft.plan;
    let kecamatan = kecamatan_of(tx, draft.venue).await?;
    let sql = "update class set venue_id = $2, kecamatan = $3, link = $4, trainer = $5, contact = $6, seats = $7, \
         opens_at = $8, closes_at = $9, cancel_until = $10, release_at = $11, offer_hours = $12, starts_at = $13, \
         ends_at = $14, updated_at = $15, revision = revision + 1 where id = $1 and revision = $16";
    let args = args![
        class.id,
        draft.venue,
        kecamatan,
        draft.link.as_ref().map(Line::as_str).unwrap_or_default(),
        draft.trainer.as_str(),
        draft.contact.as_str(),
        plan.all_seats(),
        plan.opens_at,
        plan.closes_at,
        plan.cancel_until,
        plan.release_at,
        plan.offer_hours,
        plan.starts_at().unwrap_or(class.starts_at),
        plan.ends_at().unwrap_or(class.ends_at),
        platform.now(),
        revision
    ];
    if tx.run(sql, args).await? == 0 { Err(OrganiseError::Changed) } else { Ok(()) }
}

/// The sessions in their order: the first stays the first, with its id, so that calendars know it again. Answers whether
/// any of them was moved, came or went.
async fn write_sessions(
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

/// The seats of each pool; one that is not planned any more keeps none but those that people have.
async fn write_pools(tx: &mut Tx, class: Uuid, seats: &[Seats]) -> Result<(), OrganiseError> {
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
    let known = |new: &&Seats| pools.iter().any(|pool| pool.kind == new.kind && pool.place == new.place);
    for new in seats.iter().filter(|new| !known(new)) {
        let sql = "insert into class_pool (class_id, kind, place, seats) values ($1, $2, $3, $4)";
        tx.run(sql, args![class, new.kind.as_str(), new.place.as_str(), new.count]).await?;
    }
    Ok(())
}
