//! Reading orders. A number alone opens nothing: the last four digits of the phone, or the secret of the message.

use domain::money::Rupiah;
use domain::number::{Kind, PublicNumber};
use domain::shop::order::{Delivery, Now, Payment, Status};
use domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::DbError;
use crate::{Platform, args, secret};

/// An order with everything its page shows.
#[derive(Debug, Clone)]
pub struct OrderPage {
    /// The order and its shop.
    pub header: OrderHeader,
    /// What was bought.
    pub lines: Vec<OrderLine>,
    /// What happened, latest first.
    pub events: Vec<OrderEvent>,
}

/// The order and its shop.
#[derive(Debug, Clone, FromRow)]
pub struct OrderHeader {
    /// The order.
    pub id: Uuid,
    /// Its public number.
    pub number: String,
    /// The checkout it belongs to.
    pub group_id: Uuid,
    /// Where it is.
    #[sqlx(try_from = "String")]
    pub status: Status,
    /// Whether the money is there.
    pub paid: bool,
    /// How it is received.
    #[sqlx(try_from = "String")]
    pub delivery: Delivery,
    /// How it is paid.
    #[sqlx(try_from = "String")]
    pub payment: Payment,
    /// What the goods cost.
    #[sqlx(try_from = "i64")]
    pub subtotal: Rupiah,
    /// What bringing costs.
    #[sqlx(try_from = "i64")]
    pub delivery_fee: Rupiah,
    /// What is paid.
    #[sqlx(try_from = "i64")]
    pub total: Rupiah,
    /// Until when a transfer is awaited, micro-seconds UTC.
    pub pay_by: Option<i64>,
    /// Until when the seller must begin.
    pub accept_by: Option<i64>,
    /// When the seller began.
    pub accepted_at: Option<i64>,
    /// Until when it should be ready or on its way.
    pub ship_by: Option<i64>,
    /// Until when it is kept for the buyer to fetch.
    pub pickup_by: Option<i64>,
    /// Until when the buyer may ask for a return.
    pub complete_by: Option<i64>,
    /// Who carries it.
    pub courier: String,
    /// The carrier's number.
    pub receipt_number: String,
    /// Who cancelled it: `pembeli`, `penjual`, `sistem`, `petugas`.
    pub cancelled_by: Option<String>,
    /// Why it was cancelled.
    pub cancel_reason: String,
    /// When it was placed.
    pub created_at: i64,
    /// When something was last done to it.
    pub updated_at: i64,
    /// The shop.
    pub usaha_id: Uuid,
    /// The shop's name.
    pub shop: String,
    /// The shop's place in addresses.
    pub shop_slug: String,
    /// The shop's public number.
    pub shop_phone: String,
    /// The shop's street address.
    pub shop_address: String,
    /// Opening hours in words.
    pub opening_hours: String,
    /// The shop's bank, for transfers.
    pub bank_name: Option<String>,
    /// The shop's account number.
    pub bank_account: Option<String>,
    /// The account's holder.
    pub bank_holder: Option<String>,
}

impl OrderHeader {
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

    /// Until when the next step should be taken, where there is such a date.
    pub fn due(&self) -> Option<Timestamp> {
        let due = match self.status {
            Status::MenungguPembayaran => self.pay_by,
            Status::Dibayar => self.accept_by,
            Status::Diproses if self.accepted_at.is_none() => self.accept_by,
            Status::Diproses => self.ship_by,
            Status::SiapDiambil => self.pickup_by,
            Status::Diterima => self.complete_by,
            _ => None,
        };
        due.map(Timestamp::from_micros)
    }
}

/// One thing that was bought.
#[derive(Debug, Clone, FromRow)]
pub struct OrderLine {
    /// The product's name then.
    pub product_name: String,
    /// Its place in addresses then.
    pub product_slug: String,
    /// The chosen options.
    pub variant_label: String,
    /// The picture.
    pub cover_id: Option<Uuid>,
    /// The ground behind it.
    pub tint: i64,
    /// The price of one piece then.
    #[sqlx(try_from = "i64")]
    pub price: Rupiah,
    /// Pieces.
    pub quantity: i64,
}

/// Something that happened.
#[derive(Debug, Clone, FromRow)]
pub struct OrderEvent {
    /// When, micro-seconds UTC.
    pub at: i64,
    /// Who: `pembeli`, `penjual`, `sistem`, `petugas`.
    pub by_role: String,
    /// What.
    pub action: String,
    /// Where that led.
    #[sqlx(try_from = "String")]
    pub status: Status,
    /// What was written with it.
    pub note: String,
}

/// Who ordered, and where it goes: for the seller, an officer, and the buyer who has shown to be it.
#[derive(Debug, Clone, FromRow)]
pub struct Buyer {
    /// Their name.
    pub name: String,
    /// Their number, `+628...`.
    pub phone: String,
    /// The kecamatan's name; `None` when it is fetched.
    pub kecamatan: Option<String>,
    /// The desa's name.
    pub desa: Option<String>,
    /// Street, number, RT/RW.
    pub address: String,
    /// How to recognise it; may be empty.
    pub landmark: String,
}

impl Buyer {
    /// Where it is brought, on one line; `None` when it is fetched.
    pub fn place(&self) -> Option<String> {
        let kecamatan = self.kecamatan.as_ref()?;
        let desa = self.desa.as_deref().unwrap_or_default();
        Some(format!("{}, {desa}, Kec. {kecamatan}", self.address))
    }
}

macro_rules! header {
    ($condition:literal) => {
        concat!("select o.id, o.number, o.group_id, o.status, o.paid, o.delivery, o.payment, o.subtotal, \
     o.delivery_fee, o.total, o.pay_by, o.accept_by, o.accepted_at, o.ship_by, o.pickup_by, \
     o.complete_by, o.courier, o.receipt_number, o.cancelled_by, o.cancel_reason, o.created_at, o.updated_at, o.usaha_id, u.name as shop, u.slug as shop_slug, u.phone as shop_phone, u.address as shop_address, \
     u.opening_hours, u.bank_name, u.bank_account, u.bank_holder \
     from shop_order o join usaha u on u.id = o.usaha_id where ",
            $condition
        )
    };
}

/// The order with this number, for somebody who knows the last four digits of its phone. One answer for unknown and
/// wrong.
///
/// # Errors
/// Only when the database does not answer.
pub async fn track_order(platform: &Platform, number: &str, last4: &str) -> Result<Option<Uuid>, DbError> {
    let Ok(number) = PublicNumber::parse(Kind::Order, number) else { return Ok(None) };
    let sql = "select id from shop_order where number = $1 and phone_last4 = $2";
    Ok(platform.db.one::<(Uuid,)>(sql, args![number.as_str(), last4.trim()]).await?.map(|(id,)| id))
}

/// The order with this number, if this account placed it.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_own_order(platform: &Platform, account: Uuid, number: &str) -> Result<Option<Uuid>, DbError> {
    let sql = "select o.id from shop_order o join checkout_group g on g.id = o.group_id \
         where o.number = $1 and g.account_id = $2";
    Ok(platform.db.one::<(Uuid,)>(sql, args![number, account]).await?.map(|(id,)| id))
}

/// Who ordered, for a reader who may know.
pub(super) async fn buyer_of(platform: &Platform, order: Uuid) -> Result<Option<Buyer>, DbError> {
    let sql = "select g.buyer_name as name, g.buyer_phone as phone, k.name as kecamatan, d.name as desa, g.address, \
         g.landmark from checkout_group g join shop_order o on o.group_id = g.id \
         left join region k on k.code = g.kecamatan left join region d on d.code = g.desa where o.id = $1";
    platform.db.one(sql, args![order]).await
}

/// Everything about an order.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_order(platform: &Platform, order: Uuid) -> Result<Option<OrderPage>, DbError> {
    let db = &platform.db;
    let header = header!("o.id = $1");
    let Some(header) = db.one::<OrderHeader>(header, args![order]).await? else { return Ok(None) };
    let lines = "select product_name, product_slug, variant_label, cover_id, tint, price, quantity \
         from order_line where order_id = $1 order by position";
    let events =
        "select at, by_role, action, status, note from order_event where order_id = $1 order by at desc, id desc";
    Ok(Some(OrderPage {
        header,
        lines: db.all(lines, args![order]).await?,
        events: db.all(events, args![order]).await?,
    }))
}

/// The orders of a checkout, for the holder of its secret; with the PIN that goes with it.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_group(platform: &Platform, secret: &str) -> Result<Option<(Vec<OrderHeader>, String)>, DbError> {
    let sql = header!("o.group_id = (select id from checkout_group where secret_hash = $1) order by u.name");
    let orders: Vec<OrderHeader> = platform.db.all(sql, args![secret::hash(secret)]).await?;
    Ok((!orders.is_empty()).then(|| (orders, secret::pin_of(secret))))
}

/// The orders that an account placed while signed in, latest first.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_own_orders(platform: &Platform, account: Uuid) -> Result<Vec<OrderHeader>, DbError> {
    let sql = header!(
        "o.group_id in (select id from checkout_group where account_id = $1) order by o.created_at desc limit 100"
    );
    platform.db.all(sql, args![account]).await
}
