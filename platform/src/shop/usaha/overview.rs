//! What an owner sees first: what waits, what was sold today, what runs low, and the first steps.

use domain::account::{Actor, Capability};
use domain::money::Rupiah;
use domain::shop::first_steps::Facts;
use sqlx::FromRow;
use uuid::Uuid;

use super::{OwnShop, OwnShopError, find_own_shop};
use crate::{Platform, args};

/// From so few pieces on, stock is low.
const LOW: i64 = 3;

/// An owner's shop at a glance.
#[derive(Debug, Clone)]
pub struct Overview {
    /// The shop.
    pub shop: OwnShop,
    /// Orders that wait for the seller to begin.
    pub to_accept: i64,
    /// Orders that wait for a transfer.
    pub to_be_paid: i64,
    /// Orders that are made or packed.
    pub to_prepare: i64,
    /// Orders that can be fetched.
    pub ready: i64,
    /// Orders on their way.
    pub sent: i64,
    /// Orders placed today and not cancelled.
    pub orders_today: i64,
    /// What the goods of these cost.
    pub sold_today: Rupiah,
    /// Published variants that run low, least first.
    pub low: Vec<LowStock>,
    /// For the first steps.
    pub facts: Facts,
}

/// A variant that runs low.
#[derive(Debug, Clone, FromRow)]
pub struct LowStock {
    /// Its product.
    pub product_id: Uuid,
    /// The product's name.
    pub name: String,
    /// First option; empty where there is none.
    pub option1: String,
    /// Second option; empty where there is none.
    pub option2: String,
    /// Pieces that can still be sold.
    pub available: i64,
}

impl LowStock {
    /// "Balado, 250 g".
    pub fn label(&self) -> String {
        crate::shop::catalogue::label(&self.option1, &self.option2)
    }
}

#[derive(FromRow)]
struct Counted {
    to_accept: i64,
    to_be_paid: i64,
    to_prepare: i64,
    ready: i64,
    sent: i64,
    orders_today: i64,
    sold_today: i64,
}

/// The actor's shop at a glance; `None` for those who have not opened one.
///
/// # Errors
/// When the actor may not run a shop, or the database does not answer.
pub async fn find_overview(platform: &Platform, actor: &Actor) -> Result<Option<Overview>, OwnShopError> {
    actor.require(Capability::RunShop)?;
    let Some(shop) = find_own_shop(platform, actor).await? else { return Ok(None) };
    let today = platform.now().day().start();
    let counted = "select \
         count(case when status = 'dibayar' or (status = 'diproses' and accepted_at is null) then 1 end) as to_accept, \
         count(case when status = 'menunggu_pembayaran' then 1 end) as to_be_paid, \
         count(case when status = 'diproses' and accepted_at is not null then 1 end) as to_prepare, \
         count(case when status = 'siap_diambil' then 1 end) as ready, \
         count(case when status = 'dikirim' then 1 end) as sent, \
         count(case when created_at >= $2 and status not in ('dibatalkan', 'kedaluwarsa', 'dana_kembali') then 1 end) \
         as orders_today, \
         cast(coalesce(sum(case when created_at >= $2 and status not in ('dibatalkan', 'kedaluwarsa', 'dana_kembali') \
         then subtotal end), 0) as bigint) as sold_today from shop_order where usaha_id = $1 and (created_at >= $2 \
         or status in ('menunggu_pembayaran', 'dibayar', 'diproses', 'siap_diambil', 'dikirim'))";
    let counted: Option<Counted> = platform.db.one(counted, args![shop.id, today]).await?;
    let counted = counted.ok_or(OwnShopError::NoShop)?;
    let products = "select count(*), count(case when cover_id is not null then 1 end), \
         count(case when state = 'published' then 1 end) from product where usaha_id = $1 and state <> 'archived'";
    let (products, pictured, published): (i64, i64, i64) =
        platform.db.one(products, args![shop.id]).await?.unwrap_or_default();
    let low = "select p.id as product_id, p.name, v.option1, v.option2, s.on_hand - s.reserved as available \
         from product p join variant v on v.product_id = p.id join stock s on s.variant_id = v.id \
         where p.usaha_id = $1 and p.state = 'published' and not v.archived and s.on_hand - s.reserved <= $2 \
         order by s.on_hand - s.reserved, p.name, v.position limit 6";
    let low = platform.db.all(low, args![shop.id, LOW]).await?;
    let facts = Facts {
        state: shop.state,
        asked: shop.state_reason.is_some(),
        delivers: shop.pickup || shop.courier,
        is_paid: shop.cod || shop.transfer,
        products,
        pictured,
        published,
    };
    Ok(Some(Overview {
        to_accept: counted.to_accept,
        to_be_paid: counted.to_be_paid,
        to_prepare: counted.to_prepare,
        ready: counted.ready,
        sent: counted.sent,
        orders_today: counted.orders_today,
        sold_today: Rupiah::new(counted.sold_today),
        low,
        facts,
        shop,
    }))
}
