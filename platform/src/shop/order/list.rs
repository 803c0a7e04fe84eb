//! The orders of a seller's own shops, by drawer, the most urgent first.

use std::collections::HashMap;

use domain::account::{Actor, Capability, Forbidden};
use domain::money::Rupiah;
use domain::shop::order::{Delivery, Now, Payment, Status, Tab};
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

use super::find::{Buyer, OrderPage, buyer_of, find_order};
use crate::db::{DbError, Select, like};
use crate::shop::catalogue::Cursor;
use crate::{Platform, args};

/// How many orders a page shows.
const PAGE: usize = 20;

/// Which orders are asked for.
#[derive(Debug, Clone, Default)]
pub struct OrderFilter {
    /// The drawer; `None` for all, latest first.
    pub tab: Option<Tab>,
    /// Part of a number or of a buyer's name; empty for all.
    pub words: String,
    /// The order before the first of this page.
    pub after: Option<Cursor>,
}

/// An order in a list.
#[derive(Debug, Clone, FromRow)]
pub struct OrderCard {
    /// The order.
    pub id: Uuid,
    /// Its public number.
    pub number: String,
    /// Where it is.
    #[sqlx(try_from = "String")]
    pub status: Status,
    /// How it is received.
    #[sqlx(try_from = "String")]
    pub delivery: Delivery,
    /// How it is paid.
    #[sqlx(try_from = "String")]
    pub payment: Payment,
    /// Whether the money is there.
    pub paid: bool,
    /// When the seller began.
    pub accepted_at: Option<i64>,
    /// What is paid.
    #[sqlx(try_from = "i64")]
    pub total: Rupiah,
    /// Who ordered.
    pub buyer_name: String,
    /// The shop.
    pub shop: String,
    /// What was bought: the name of the first product.
    pub first: String,
    /// How many other lines there are.
    pub others: i64,
    /// Until when the next step should be taken, micro-seconds UTC.
    pub due: Option<i64>,
    /// When it was placed.
    pub created_at: i64,
    key: i64,
}

impl OrderCard {
    /// For the rules.
    pub fn now(&self) -> Now {
        Now {
            status: self.status,
            delivery: self.delivery,
            payment: self.payment,
            paid: self.paid,
            accepted: self.accepted_at.is_some(),
        }
    }
}

/// A page of a seller's orders.
#[derive(Debug, Clone)]
pub struct OrderList {
    /// How many orders lie in each drawer.
    pub counts: HashMap<Tab, i64>,
    /// This page.
    pub orders: Vec<OrderCard>,
    /// Where the next page begins.
    pub after: Option<Cursor>,
    /// Whether the actor has a shop at all.
    pub has_shop: bool,
}

/// Why no orders are shown.
#[derive(Debug, Error)]
pub enum OrdersError {
    /// Not for this account.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The database did not answer.
    #[error("orders: database")]
    Db(#[from] DbError),
}

/// Until when the next step should be taken.
macro_rules! due {
    () => {
        "case o.status when 'menunggu_pembayaran' then o.pay_by when 'dibayar' then o.accept_by \
         when 'diproses' then case when o.accepted_at is null then o.accept_by else o.ship_by end \
         when 'siap_diambil' then o.pickup_by when 'diterima' then o.complete_by end"
    };
}

macro_rules! cards {
    ($key:expr) => {
        concat!(
            "select o.id, o.number, o.status, o.delivery, o.payment, o.paid, o.accepted_at, o.total, g.buyer_name, \
             u.name as shop, o.created_at, ",
            due!(),
            " as due, ",
            $key,
            " as key, coalesce((select l.product_name from order_line l where l.order_id = o.id order by l.position \
             limit 1), '') as first, (select count(*) - 1 from order_line l where l.order_id = o.id) as others \
             from shop_order o join usaha u on u.id = o.usaha_id join checkout_group g on g.id = o.group_id"
        )
    };
}

/// Lists a drawer of the actor's orders, or what matches words among all of them.
///
/// # Errors
/// See [`OrdersError`].
pub async fn list_shop_orders(
    platform: &Platform,
    actor: &Actor,
    filter: &OrderFilter,
) -> Result<OrderList, OrdersError> {
    let owner = actor.require(Capability::RunShop)?;
    let (counts, has_shop) = count(platform, owner).await?;
    // What waits is listed by its deadline, what is over by its end.
    let waits = matches!(filter.tab, Some(Tab::New | Tab::Unpaid | Tab::Making | Tab::Going | Tab::Back));
    let mut query = match (filter.tab, waits) {
        (None, _) => Select::new(cards!("o.created_at")),
        (_, true) => Select::new(cards!(concat!("coalesce(", due!(), ", o.updated_at)"))),
        (_, false) => Select::new(cards!("o.updated_at")),
    };
    narrow(&mut query, owner, filter);
    if let Some(Cursor { key, id }) = filter.after {
        let (piece, end) = match (filter.tab, waits) {
            (None, _) => ("and (o.created_at, o.id) < (?,", "?)"),
            (_, true) => (concat!("and (coalesce(", due!(), ", o.updated_at), o.id) > (?,"), "?)"),
            (_, false) => ("and (o.updated_at, o.id) < (?,", "?)"),
        };
        query.bind(piece, key);
        query.bind(end, id);
    }
    query.push(if waits { "order by key, o.id" } else { "order by key desc, o.id desc" });
    query.bind("limit ?", PAGE as i64 + 1);
    let mut orders: Vec<OrderCard> = query.all(&platform.db).await?;
    let more = orders.len() > PAGE;
    orders.truncate(PAGE);
    let after = orders.last().filter(|_| more).map(|card| Cursor { key: card.key, id: card.id });
    Ok(OrderList { counts, orders, after, has_shop })
}

/// Leaves of all orders (`o`, with shop `u` and checkout group `g`) those of an owner that the filter asks for.
pub(super) fn narrow(query: &mut Select, owner: Uuid, filter: &OrderFilter) {
    query.bind("where u.owner_id = ?", owner);
    if let Some(tab) = filter.tab {
        query.push(drawer(tab));
    }
    let words = filter.words.trim().to_lowercase();
    if !words.is_empty() {
        query.bind("and (lower(g.buyer_name) like ? escape '!'", like(&words));
        query.bind("or lower(o.number) like ? escape '!')", like(&words.replace(' ', "-")));
    }
}

/// An order of the actor's own shop, and who placed it; `None` when there is none such.
///
/// # Errors
/// See [`OrdersError`].
pub async fn find_shop_order(
    platform: &Platform,
    actor: &Actor,
    number: &str,
) -> Result<Option<(OrderPage, Buyer)>, OrdersError> {
    let owner = actor.require(Capability::RunShop)?;
    let sql = "select o.id from shop_order o join usaha u on u.id = o.usaha_id where o.number = $1 and u.owner_id = $2";
    let found: Option<(Uuid,)> = platform.db.one(sql, args![number, owner]).await?;
    Ok(whole(platform, found).await?)
}

/// Any order, for an officer who may act on it.
///
/// # Errors
/// See [`OrdersError`].
pub async fn find_office_order(
    platform: &Platform,
    actor: &Actor,
    number: &str,
) -> Result<Option<(OrderPage, Buyer)>, OrdersError> {
    actor.require(Capability::ActOnOrders)?;
    let found: Option<(Uuid,)> = platform.db.one("select id from shop_order where number = $1", args![number]).await?;
    Ok(whole(platform, found).await?)
}

async fn whole(platform: &Platform, found: Option<(Uuid,)>) -> Result<Option<(OrderPage, Buyer)>, DbError> {
    let Some((id,)) = found else { return Ok(None) };
    let (page, buyer) = (find_order(platform, id).await?, buyer_of(platform, id).await?);
    Ok(page.zip(buyer))
}

#[derive(FromRow)]
struct Count {
    #[sqlx(try_from = "String")]
    status: Status,
    paid: bool,
    accepted: bool,
    many: i64,
}

async fn count(platform: &Platform, owner: Uuid) -> Result<(HashMap<Tab, i64>, bool), DbError> {
    let sql = "select o.status, o.paid, o.accepted_at is not null as accepted, count(*) as many from shop_order o \
         join usaha u on u.id = o.usaha_id where u.owner_id = $1 group by o.status, o.paid, o.accepted_at is not null";
    let rows: Vec<Count> = platform.db.all(sql, args![owner]).await?;
    let mut counts = HashMap::new();
    for row in rows {
        // Which drawer it is does not depend on the way of delivery and payment.
        let now = Now {
            status: row.status,
            delivery: Delivery::Pickup,
            payment: Payment::Transfer,
            paid: row.paid,
            accepted: row.accepted,
        };
        *counts.entry(Tab::of(now)).or_default() += row.many;
    }
    let shops: Option<(i64,)> = platform.db.one("select count(*) from usaha where owner_id = $1", args![owner]).await?;
    Ok((counts, shops.is_some_and(|(shops,)| shops > 0)))
}

/// The orders of a drawer, as [`Tab::of`] sorts them: a test holds both to the same.
const fn drawer(tab: Tab) -> &'static str {
    match tab {
        Tab::New => "and (o.status = 'dibayar' or o.status = 'diproses' and o.accepted_at is null)",
        Tab::Unpaid => "and o.status = 'menunggu_pembayaran'",
        Tab::Making => "and o.status = 'diproses' and o.accepted_at is not null",
        Tab::Going => "and o.status in ('siap_diambil', 'dikirim')",
        Tab::Back => {
            "and (o.status in ('bayar_terlambat', 'retur_diajukan', 'retur_disetujui') \
             or o.status = 'dibatalkan' and o.paid)"
        }
        Tab::Done => "and o.status in ('diterima', 'selesai', 'retur_ditolak')",
        Tab::Off => "and (o.status in ('kedaluwarsa', 'dana_kembali') or o.status = 'dibatalkan' and not o.paid)",
    }
}
