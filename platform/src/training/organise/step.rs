//! Steps of a class that a person takes: publish it, end registration, open it again, cancel it.

use domain::account::{Actor, Capability};
use domain::time::Timestamp;
use domain::training::class::{Action, By, Facts, State, next};
use domain::training::registration::State as Seat;
use domain::typed::Line;

use super::OrganiseError;
use crate::db::{DbError, Tx};
use crate::training::deadlines::enter;
use crate::training::line::move_up;
use crate::training::notices;
use crate::training::row::{Class, Registration};
use crate::training::seats;
use crate::{Platform, args};

/// A step, with what comes with it.
#[derive(Debug, Clone)]
pub struct ClassDeed {
    /// What is done.
    pub action: Action,
    /// Why, for cancelling.
    pub reason: Option<Line<200>>,
    /// The new end of registration, for opening it again.
    pub closes_at: Option<Timestamp>,
}

/// Takes a step of a class. Cancelled, everybody who has a seat or waits is told.
///
/// # Errors
/// See [`OrganiseError`].
pub async fn move_class(
    platform: &Platform,
    actor: &Actor,
    slug: &str,
    deed: &ClassDeed,
) -> Result<State, OrganiseError> {
    actor.require(Capability::OrganiseTraining)?;
    let mut tx = seats::begin(platform).await?;
    let mut class = Class::at(&mut tx, slug).await?.ok_or(OrganiseError::NotFound)?;
    let now = platform.now();
    let closes_at = deed.closes_at.unwrap_or(class.closes_at);
    let facts = Facts {
        ready: class.starts_at > now && class.closes_at > now,
        window: closes_at > now && closes_at <= class.starts_at,
        reason: deed.reason.is_some(),
    };
    let to = next(class.state, deed.action, By::Admin, facts)?;
    match deed.action {
        Action::Cancel => cancel(platform, &mut tx, &class, deed.reason.as_ref().map_or("", Line::as_str)).await?,
        Action::Reopen => {
            class.closes_at = closes_at;
            let sql = "update class set closes_at = $2 where id = $1";
            tx.run_one(sql, args![class.id, closes_at]).await?;
        }
        _ => {}
    }
    enter(platform, &mut tx, &mut class, to).await?;
    if to == State::Terbit {
        move_up(platform, &mut tx, class.id).await?;
    }
    tx.commit().await?;
    Ok(to)
}

/// The reason, the calendars' sequence, and a message to everybody whom it concerns.
async fn cancel(platform: &Platform, tx: &mut Tx, class: &Class, reason: &str) -> Result<(), DbError> {
    tx.run_one("update class set reason = $2 where id = $1", args![class.id, reason]).await?;
    tx.run("update class_session set sequence = sequence + 1 where class_id = $1", args![class.id]).await?;
    for state in [Seat::Terdaftar, Seat::Ditawari, Seat::DaftarTunggu] {
        for registration in Registration::all_in(tx, class.id, state).await? {
            notices::cancelled(platform, tx, class, &registration, reason).await?;
        }
    }
    Ok(())
}
