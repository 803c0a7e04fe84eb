//! All orders of a drawer at once, for a seller's own books.

use domain::account::{Actor, Capability};
use domain::money::Rupiah;
use domain::shop::order::{Delivery, Payment, Status};
use domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use super::list::{OrderFilter, OrdersError, narrow};
use crate::Platform;
use crate::db::Select;

/// An order as it stands in a seller's books.
#[derive(Debug, Clone, FromRow)]
pub struct OrderRecord {
    #[sqlx(rename = "id")]
    order: Uuid,
    /// Its public number.
    pub number: String,
    /// When it was placed.
    #[sqlx(try_from = "i64")]
    pub placed_at: Timestamp,
    /// The shop.
    pub shop: String,
    /// Who ordered.
    pub buyer_name: String,
    /// What the goods cost.
    #[sqlx(try_from = "i64")]
    pub subtotal: Rupiah,
    /// What bringing them costs.
    #[sqlx(try_from = "i64")]
    pub delivery_fee: Rupiah,
    /// What is paid.
    #[sqlx(try_from = "i64")]
    pub total: Rupiah,
    /// How it is received.
    #[sqlx(try_from = "String")]
    pub delivery: Delivery,
    /// How it is paid.
    #[sqlx(try_from = "String")]
    pub payment: Payment,
    /// Whether the money is there.
    pub paid: bool,
    /// Where it is.
    #[sqlx(try_from = "String")]
    pub status: Status,
    /// What was bought.
    #[sqlx(skip)]
    pub items: Vec<OrderItem>,
}

/// One thing that was bought.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct OrderItem {
    /// Pieces.
    pub quantity: i64,
    /// The product's name then.
    pub product_name: String,
    /// The chosen options; may be empty.
    pub variant_label: String,
}

/// An order repeated for each of its lines.
#[derive(FromRow)]
struct Row {
    #[sqlx(flatten)]
    order: OrderRecord,
    #[sqlx(flatten)]
    item: OrderItem,
}

const ROWS: &str = "select o.id, o.number, o.created_at as placed_at, u.name as shop, g.buyer_name, o.subtotal, \
     o.delivery_fee, o.total, o.delivery, o.payment, o.paid, o.status, l.quantity, l.product_name, l.variant_label \
     from shop_order o join usaha u on u.id = o.usaha_id join checkout_group g on g.id = o.group_id \
     join order_line l on l.order_id = o.id";

/// The orders that [`super::list_shop_orders`] shows page by page, all of them, the latest first.
///
/// # Errors
/// See [`OrdersError`].
pub async fn export_shop_orders(
    platform: &Platform,
    actor: &Actor,
    filter: &OrderFilter,
) -> Result<Vec<OrderRecord>, OrdersError> {
    let owner = actor.require(Capability::RunShop)?;
    let mut query = Select::new(ROWS);
    narrow(&mut query, owner, filter);
    query.push("order by o.created_at desc, o.id desc, l.position");
    let mut orders: Vec<OrderRecord> = Vec::new();
    for Row { order, item } in query.all::<Row>(&platform.db).await? {
        match orders.last_mut() {
            Some(last) if last.order == order.order => last.items.push(item),
            _ => orders.push(OrderRecord { items: vec![item], ..order }),
        }
    }
    Ok(orders)
}
