//! The waiting list: free seats are offered in the order of coming.

use domain::time::Timestamp;
use domain::training::class::State as ClassState;
use domain::training::registration::{Action, PassedOver, State};
use domain::training::seats::{find_seat, is_full};
use uuid::Uuid;

use super::clash::find_clash;
use super::deadlines::watch_offers;
use super::events::{Happened, append, skip};
use super::notices;
use super::row::{Class, Registration};
use super::seats::{change_taken, find_pools};
use super::take::Deed;
use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// Offers the free seats of a class to those who wait. Nobody is offered one after registration ended.
pub(super) async fn move_up(platform: &Platform, tx: &mut Tx, class: Uuid) -> Result<(), DbError> {
    let Some(class) = Class::find(tx, class).await? else { return Ok(()) };
    let mut pools = find_pools(tx, class.id).await?;
    if class.state != ClassState::Terbit || platform.now() >= class.closes_at || is_full(&pools) {
        return Ok(());
    }
    for mut waiting in Registration::all_in(tx, class.id, State::DaftarTunggu).await? {
        let Some(free) = find_seat(&pools, &waiting.person()) else {
            skip(platform, tx, waiting.id, &PassedOver::Quota.to_string()).await?;
            continue;
        };
        if let Some(other) = find_clash(tx, class.id, &waiting.phone).await? {
            skip(platform, tx, waiting.id, &PassedOver::Clash(other).to_string()).await?;
            continue;
        }
        let pool = (pools[free].kind.as_str(), pools[free].place.as_str());
        offer(platform, tx, &class, &mut waiting, pool, Deed::of_itself(Action::Offer)).await?;
        pools[free].taken += 1;
        if is_full(&pools) {
            break;
        }
    }
    watch_offers(platform, tx, class.id).await
}

/// Until when an offer made now holds: so many hours, but not into the class itself.
fn offer_end(class: &Class, now: Timestamp) -> Timestamp {
    now.plus_hours(class.offer_hours).min(class.starts_at)
}

/// Offers a free seat to somebody who is not the first in line, as an officer decided; the reason is written down.
pub(super) async fn offer_out_of_turn(
    platform: &Platform,
    tx: &mut Tx,
    class: &Class,
    waiting: &mut Registration,
    pool: (&str, &str),
    deed: Deed<'_>,
) -> Result<(), DbError> {
    offer(platform, tx, class, waiting, pool, deed).await?;
    watch_offers(platform, tx, class.id).await
}

async fn offer(
    platform: &Platform,
    tx: &mut Tx,
    class: &Class,
    waiting: &mut Registration,
    pool: (&str, &str),
    deed: Deed<'_>,
) -> Result<(), DbError> {
    let (now, until) = (platform.now(), offer_end(class, platform.now()));
    change_taken(tx, class.id, pool, 1).await?;
    let sql = "update registration set state = 'ditawari', pool_kind = $2, pool_place = $3, offer_until = $4, \
         moves = moves + 1, since_at = $5 where id = $1 and state = 'daftar_tunggu'";
    tx.run_one(sql, args![waiting.id, pool.0, pool.1, until, now]).await?;
    (waiting.state, waiting.offer_until) = (State::Ditawari, Some(until.micros()));
    let (action, state) = (Action::Offer.as_str(), State::Ditawari);
    let happened = Happened { by: deed.by, actor: deed.actor, action, state, note: deed.reason };
    append(platform, tx, waiting.id, happened).await?;
    notices::offered(platform, tx, class, waiting, until).await
}
