//! Who registered for a class, and what an organiser decides about one of them.

use domain::account::{Actor, Capability};
use domain::time::Timestamp;
use domain::training::registration::{Action, By, Refused, State};
use domain::training::seats::find_seat;
use domain::typed::Line;
use sqlx::FromRow;
use uuid::Uuid;

use super::OrganiseError;
use crate::db::Tx;
use crate::training::line::offer_out_of_turn;
use crate::training::row::{Class, Registration};
use crate::training::seats::{self, find_pools};
use crate::training::take::{Deed, StepError, take};
use crate::{Platform, args};

/// Somebody who registered.
#[derive(Debug, Clone, FromRow)]
pub struct ParticipantShown {
    /// The number of the registration.
    pub number: String,
    /// Their name.
    pub name: String,
    /// Their phone.
    pub phone: String,
    /// The code of their kecamatan.
    pub kecamatan: String,
    /// Whether they were never at a session before.
    pub first_time: bool,
    /// Where the registration is.
    #[sqlx(try_from = "String")]
    pub state: State,
    /// The place in the order of coming.
    pub entry: i64,
    /// Since when it is where it is.
    #[sqlx(try_from = "i64")]
    pub since_at: Timestamp,
    /// Until when the offered seat is kept.
    pub offer_until: Option<i64>,
}

/// Everybody who registered for a class, in the order of coming.
///
/// # Errors
/// See [`OrganiseError`].
pub async fn list_participants(
    platform: &Platform,
    actor: &Actor,
    slug: &str,
) -> Result<Vec<ParticipantShown>, OrganiseError> {
    actor.require(Capability::OrganiseTraining)?;
    let sql = "select r.number, r.name, r.phone, r.kecamatan, r.first_time, r.state, r.entry, r.since_at, r.offer_until \
         from registration r join class c on c.id = r.class_id where c.slug = $1 order by r.entry";
    Ok(platform.db.all(sql, args![slug]).await?)
}

/// Decides about a registration: refuse it, take its seat back, or offer it a free seat out of turn. It says why, and
/// whoever registered reads that.
///
/// # Errors
/// See [`OrganiseError`]; [`OrganiseError::NoSeat`] when no free seat is for them.
pub async fn decide_registration(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    action: Action,
    reason: &Line<200>,
) -> Result<State, OrganiseError> {
    let officer = actor.require(Capability::OrganiseTraining)?;
    let mut tx = seats::begin(platform).await?;
    let sql = "select id from registration where number = $1";
    let (id,) = tx.one::<(Uuid,)>(sql, args![number]).await?.ok_or(OrganiseError::NotFound)?;
    let mut registration = Registration::find(&mut tx, id).await?.ok_or(OrganiseError::NotFound)?;
    let deed = Deed { action, by: By::Petugas, actor: Some(officer), reason: reason.as_str() };
    let state = if action == Action::Offer {
        prefer(platform, &mut tx, &mut registration, deed).await?
    } else {
        take(platform, &mut tx, &mut registration, deed).await.map_err(|error| match error {
            StepError::Refused(why) => OrganiseError::Registration(why),
            StepError::Db(error) => OrganiseError::Db(error),
        })?
    };
    tx.commit().await?;
    Ok(state)
}

/// A free seat for somebody who is not the first in line.
async fn prefer(
    platform: &Platform,
    tx: &mut Tx,
    registration: &mut Registration,
    deed: Deed<'_>,
) -> Result<State, OrganiseError> {
    if registration.state != State::DaftarTunggu {
        return Err(OrganiseError::Registration(Refused::NotNow));
    }
    let class = Class::find(tx, registration.class_id).await?.ok_or(OrganiseError::NotFound)?;
    let pools = find_pools(tx, class.id).await?;
    let free = find_seat(&pools, &registration.person()).ok_or(OrganiseError::NoSeat)?;
    let pool = (pools[free].kind.as_str(), pools[free].place.as_str());
    offer_out_of_turn(platform, tx, &class, registration, pool, deed).await?;
    Ok(registration.state)
}
