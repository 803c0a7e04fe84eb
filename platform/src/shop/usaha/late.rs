//! Shops that keep their buyers waiting.

use domain::account::{Actor, Capability};
use sqlx::FromRow;
use uuid::Uuid;

use super::desk::DeskError;
use crate::{Platform, args};

/// From so many hours on an order that its shop has not begun is late: half of the time after which it is cancelled.
const UNANSWERED: i64 = 24;
/// From so many hours on an order that was begun and has not left the shop is late.
const UNFINISHED: i64 = 72;

/// A shop with late orders.
#[derive(Debug, Clone, FromRow)]
pub struct LateShop {
    /// The shop.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// How many of its orders are late.
    pub orders: i64,
    /// Since when the first of them waits, micro-seconds UTC.
    pub since: i64,
}

/// The shops with late orders, the longest waiting first: somebody from the office gives them a call.
///
/// # Errors
/// See [`DeskError`].
pub async fn list_late_shops(platform: &Platform, actor: &Actor) -> Result<Vec<LateShop>, DeskError> {
    actor.require(Capability::DecideShops)?;
    let sql = "select u.id, u.name, count(*) as orders, min(o.created_at) as since \
         from shop_order o join usaha u on u.id = o.usaha_id where o.status in ('dibayar', 'diproses') \
         and o.created_at < case when o.accepted_at is null then $1 else $2 end \
         group by u.id, u.name order by since limit 50";
    let now = platform.now();
    Ok(platform.db.all(sql, args![now.plus_hours(-UNANSWERED), now.plus_hours(-UNFINISHED)]).await?)
}
