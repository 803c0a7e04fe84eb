//! Placing an order: everything in one transaction, or nothing.

use domain::money::Rupiah;
use domain::number::{Kind, PublicNumber};
use domain::phone::Phone;
use domain::shop::checkout::Change;
use domain::shop::order::{Delivery, Payment, Status};
use thiserror::Error;
use uuid::Uuid;

use super::notices;
use crate::db::{DbError, Tx};
use crate::notice::set_timer;
use crate::shop::cart::{CartLine, ShopOffer, load_cart};
use crate::shop::stock::{self, Movement};
use crate::{Platform, args, secret};

/// What a buyer submits.
#[derive(Debug, Clone)]
pub struct Checkout {
    /// The form's own secret: the same form sent twice is one order.
    pub token: String,
    /// Who gets it.
    pub name: String,
    /// Their number.
    pub phone: Phone,
    /// Where they are; `None` when everything is fetched.
    pub place: Option<Place>,
    /// For each shop in the cart.
    pub choices: Vec<Choice>,
    /// The account, for those who signed in.
    pub account: Option<Uuid>,
}

/// Where things are brought.
#[derive(Debug, Clone)]
pub struct Place {
    /// Code of the kecamatan.
    pub kecamatan: String,
    /// Code of the desa.
    pub desa: String,
    /// Street, number, RT/RW.
    pub address: String,
    /// How to recognise it; may be empty.
    pub landmark: String,
}

/// How one shop's part is received and paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The shop.
    pub shop: Uuid,
    /// How it is received.
    pub delivery: Delivery,
    /// How it is paid.
    pub payment: Payment,
    /// What the buyer saw that bringing costs; `None` where nothing was shown.
    pub fee_seen: Option<Rupiah>,
}

/// Why nothing was ordered. Nothing is held in any of these cases.
#[derive(Debug, Error)]
pub enum PlaceOrderError {
    /// There is nothing in the cart.
    #[error("the cart is empty")]
    Empty,
    /// Prices or stock are not what the buyer saw.
    #[error("{} lines changed", .0.len())]
    Changed(Vec<(Uuid, Change)>),
    /// A shop does not bring things there, has no such way to receive or to pay, or got no choice.
    #[error("a shop does not offer this choice")]
    NotOffered(Uuid),
    /// Bringing costs another amount than the buyer saw.
    #[error("the delivery fee changed")]
    FeeChanged {
        /// The shop.
        shop: Uuid,
        /// What it costs now.
        fee: Rupiah,
    },
    /// The database did not answer.
    #[error("order: database")]
    Db(#[from] DbError),
}

/// A placed order group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The group.
    pub group: Uuid,
    /// Opens the confirmation page and lets its holder act.
    pub secret: String,
    /// For acting by number.
    pub pin: String,
}

impl Placed {
    /// Secret and PIN follow from the form's token, so that a repeat answers the same and neither is stored.
    fn of(group: Uuid, token: &str) -> Self {
        let secret = secret::derive(token, "order");
        Self { group, pin: secret::pin_of(&secret), secret }
    }
}

/// Places one order per shop in the cart and empties it.
///
/// # Errors
/// See [`PlaceOrderError`]; sending the same form again is no error and answers the first result.
pub async fn place_order(platform: &Platform, cart: Uuid, checkout: &Checkout) -> Result<Placed, PlaceOrderError> {
    match place_once(platform, cart, checkout).await {
        // The same form arrived twice at the same moment: the other one was first.
        Err(PlaceOrderError::Db(error)) if error.is_duplicate("checkout_group", "token") => {
            let group = find_placed(platform, &checkout.token).await?.ok_or(PlaceOrderError::Db(error))?;
            Ok(Placed::of(group, &checkout.token))
        }
        result => result,
    }
}

async fn find_placed(platform: &Platform, token: &str) -> Result<Option<Uuid>, DbError> {
    let sql = "select id from checkout_group where token = $1";
    Ok(platform.db.one::<(Uuid,)>(sql, args![stored(token)]).await?.map(|(id,)| id))
}

fn stored(token: &str) -> String {
    secret::derive(token, "token")
}

async fn place_once(platform: &Platform, cart: Uuid, checkout: &Checkout) -> Result<Placed, PlaceOrderError> {
    let mut tx = platform.db.begin().await?;
    // The cart is locked first: a repeat of the same form waits here and then finds what the first one made.
    stock::lock_cart(&mut tx, cart).await?;
    let known = "select id from checkout_group where token = $1";
    if let Some((group,)) = tx.one::<(Uuid,)>(known, args![stored(&checkout.token)]).await? {
        return Ok(Placed::of(group, &checkout.token));
    }
    stock::lock_lines(&mut tx, cart).await?;
    let kecamatan = checkout.place.as_ref().map_or("", |place| &place.kecamatan);
    let contents = load_cart(&mut tx, cart, kecamatan).await?;
    if contents.shops.is_empty() {
        return Err(PlaceOrderError::Empty);
    }
    let changes: Vec<(Uuid, Change)> = contents
        .shops
        .iter()
        .flat_map(|(_, lines)| lines)
        .filter_map(|line| line.now(platform).change().map(|change| (line.variant_id, change)))
        .collect();
    if !changes.is_empty() {
        return Err(PlaceOrderError::Changed(changes));
    }
    let placed = Placed::of(platform.new_id(), &checkout.token);
    insert_group(platform, &mut tx, checkout, &placed).await?;
    for (shop, lines) in &contents.shops {
        let choice = checkout.choices.iter().find(|choice| choice.shop == shop.id);
        let choice = choice.ok_or(PlaceOrderError::NotOffered(shop.id))?;
        let fee = fee(shop, *choice, checkout.place.is_some()).ok_or(PlaceOrderError::NotOffered(shop.id))?;
        if choice.delivery == Delivery::Courier && choice.fee_seen.is_some_and(|seen| seen != fee) {
            return Err(PlaceOrderError::FeeChanged { shop: shop.id, fee });
        }
        insert_order(platform, &mut tx, checkout, &placed, shop, lines, *choice, fee).await?;
    }
    tx.run("delete from cart_line where cart_id = $1", args![cart]).await?;
    tx.commit().await?;
    Ok(placed)
}

/// What bringing costs; `None` when the shop does not offer this.
fn fee(shop: &ShopOffer, choice: Choice, has_place: bool) -> Option<Rupiah> {
    let paid_here = match choice.payment {
        Payment::Cod | Payment::AtPickup => shop.cod,
        Payment::Transfer => shop.transfer,
    };
    let fee = match choice.delivery {
        Delivery::Pickup => shop.pickup.then_some(Rupiah::ZERO),
        Delivery::Courier => shop.fee.filter(|_| has_place).map(Rupiah::new),
    };
    fee.filter(|_| paid_here && choice.payment.goes_with(choice.delivery))
}

async fn insert_group(platform: &Platform, tx: &mut Tx, checkout: &Checkout, placed: &Placed) -> Result<(), DbError> {
    let place = checkout.place.as_ref();
    tx.run(
        "insert into checkout_group (id, token, account_id, buyer_name, buyer_phone, kecamatan, desa, address, landmark, \
         pin_hash, secret_hash, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        args![
            placed.group,
            stored(&checkout.token),
            checkout.account,
            &checkout.name,
            checkout.phone.as_str(),
            place.map(|place| place.kecamatan.as_str()),
            place.map(|place| place.desa.as_str()),
            place.map_or("", |place| &place.address),
            place.map_or("", |place| &place.landmark),
            secret::pin_hash(placed.group, &placed.pin),
            secret::hash(&placed.secret),
            platform.now()
        ],
    )
    .await
    .map(drop)
}

#[allow(clippy::too_many_arguments)] // one order is made of all these
async fn insert_order(
    platform: &Platform,
    tx: &mut Tx,
    checkout: &Checkout,
    placed: &Placed,
    shop: &ShopOffer,
    lines: &[CartLine],
    choice: Choice,
    fee: Rupiah,
) -> Result<(), DbError> {
    let now = platform.now();
    let id = platform.new_id();
    let number = PublicNumber::new(Kind::Order, u64::from_le_bytes(platform.random()));
    let subtotal: Rupiah = lines.iter().map(|line| line.price.times(line.quantity)).sum();
    let status = choice.payment.first_status();
    let deadlines = platform.deadlines;
    let unpaid = status == Status::MenungguPembayaran;
    let pay_by = unpaid.then(|| now.plus_hours(deadlines.pay(checkout.account.is_some())));
    let accept_by = (status == Status::Diproses).then(|| now.plus_hours(deadlines.accept));
    tx.run(
        "insert into shop_order (id, number, group_id, usaha_id, phone_last4, status, paid, delivery, payment, subtotal, \
         delivery_fee, total, pay_by, accept_by, created_at, updated_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15)",
        args![
            id,
            number.as_str(),
            placed.group,
            shop.id,
            checkout.phone.last4(),
            status.as_str(),
            false,
            choice.delivery.as_str(),
            choice.payment.as_str(),
            subtotal,
            fee,
            subtotal + fee,
            pay_by,
            accept_by,
            now
        ],
    )
    .await?;
    let mut by_product: Vec<(usize, &CartLine)> = lines.iter().enumerate().collect();
    by_product.sort_by_key(|(_, line)| (line.product_id, line.variant_id));
    for (position, line) in by_product {
        insert_line(platform, tx, id, position as i64, line).await?;
    }
    tx.run(
        "insert into order_event (id, order_id, at, by_role, by_account, action, status) \
         values ($1, $2, $3, 'pembeli', $4, 'pesan', $5)",
        args![platform.new_id(), id, now, checkout.account, status.as_str()],
    )
    .await?;
    if let Some(due) = pay_by {
        set_timer(platform, tx, "pay_by", id, due).await?;
    }
    if let Some(due) = accept_by {
        set_timer(platform, tx, "accept_by", id, due).await?;
        set_timer(platform, tx, "remind_accept", id, now.plus_hours(deadlines.accept / 2)).await?;
    }
    notices::placed(platform, tx, id, placed).await
}

async fn insert_line(
    platform: &Platform,
    tx: &mut Tx,
    order: Uuid,
    position: i64,
    line: &CartLine,
) -> Result<(), DbError> {
    tx.run(
        "insert into order_line (order_id, variant_id, position, product_name, product_slug, variant_label, cover_id, \
         tint, price, quantity) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![
            order,
            line.variant_id,
            position,
            &line.name,
            &line.slug,
            line.label(),
            line.cover_id,
            line.tint,
            line.price,
            line.quantity
        ],
    )
    .await?;
    stock::change(platform, tx, Movement::Reserve, line.variant_id, line.quantity, order).await?;
    tx.run(
        "insert into reservation (order_id, variant_id, quantity, state) values ($1, $2, $3, 'active')",
        args![order, line.variant_id, line.quantity],
    )
    .await
    .map(drop)
}
