//! Changing a class: its dates, its place, its seats. Whoever has a seat or waits is told when time or place change.

use domain::account::{Actor, Capability};
use domain::training::clash::Span;
use domain::training::class::Refused;
use domain::training::plan::Fault;
use domain::training::registration::State as Seat;
use domain::typed::Line;
use uuid::Uuid;

use super::OrganiseError;
use super::class::{ClassDraft, kecamatan_of};
use super::plan::{write_pools, write_sessions};
use crate::db::{DbError, Tx};
use crate::training::deadlines::set_timers;
use crate::training::line::move_up;
use crate::training::notices;
use crate::training::row::{Class, Registration};
use crate::training::seats;
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
        return Err(OrganiseError::Refused(Refused::NotNow));
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
