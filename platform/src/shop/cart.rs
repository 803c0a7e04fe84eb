//! The cart: kept by a cookie, without an account, for several shops at once.

mod own;

use domain::money::Rupiah;
use domain::shop::checkout::{Line, MOST_OF_ONE, takes_orders};
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

pub use self::own::{claim_cart, find_own_cart, open_own_cart};
use crate::db::{DbError, Tx};
use crate::{Platform, args, secret};

/// Why something is not put into a cart.
#[derive(Debug, Error)]
pub enum CartError {
    /// The variant is not for sale.
    #[error("not for sale")]
    NotForSale,
    /// Less than one piece or more than [`MOST_OF_ONE`].
    #[error("quantity out of range")]
    Quantity,
    /// The database did not answer.
    #[error("cart: database")]
    Db(#[from] DbError),
}

/// The guest's cart that a cookie's token belongs to, and how many pieces are in it.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_cart(platform: &Platform, token: &str) -> Result<Option<(Uuid, i64)>, DbError> {
    let sql = "select c.id, cast(coalesce(sum(l.quantity), 0) as bigint) from cart c \
         left join cart_line l on l.cart_id = c.id where c.token_hash = $1 and c.account_id is null group by c.id";
    platform.db.one(sql, args![secret::hash(token)]).await
}

/// Forgets carts of guests that nobody has touched for as long as their cookie lives; answers how many.
///
/// # Errors
/// Only when the database does not answer.
pub async fn forget_old_carts(platform: &Platform) -> Result<u64, DbError> {
    let before = platform.now().plus_days(-30);
    let mut tx = platform.db.begin().await?;
    let lines = "delete from cart_line where cart_id in \
         (select id from cart where account_id is null and updated_at < $1)";
    tx.run(lines, args![before]).await?;
    let gone = tx.run("delete from cart where account_id is null and updated_at < $1", args![before]).await?;
    tx.commit().await?;
    Ok(gone)
}

/// Puts pieces of a variant into a cart, making the cart if there is none. Answers the token of a new cart.
///
/// # Errors
/// When the variant is not for sale or the quantity is out of range.
pub async fn add_to_cart(
    platform: &Platform,
    cart: Option<Uuid>,
    variant: Uuid,
    quantity: i64,
) -> Result<Option<String>, CartError> {
    if !(1..=MOST_OF_ONE).contains(&quantity) {
        return Err(CartError::Quantity);
    }
    let now = platform.now();
    let mut tx = platform.db.begin().await?;
    let price = "select v.price from variant v join product p on p.id = v.product_id \
         where v.id = $1 and not v.archived and p.listed";
    let Some((price,)) = tx.one::<(i64,)>(price, args![variant]).await? else { return Err(CartError::NotForSale) };
    let (cart, token) = match cart {
        Some(cart) => (cart, None),
        None => {
            let (id, token) = (platform.new_id(), secret::new(platform));
            tx.run(
                "insert into cart (id, token_hash, updated_at) values ($1, $2, $3)",
                args![id, secret::hash(&token), now],
            )
            .await?;
            (id, Some(token))
        }
    };
    tx.run(
        "insert into cart_line (cart_id, variant_id, quantity, price, added_at) values ($1, $2, $3, $4, $5) \
         on conflict (cart_id, variant_id) do update set price = excluded.price, \
         quantity = case when cart_line.quantity + excluded.quantity > $6 then $6 \
         else cart_line.quantity + excluded.quantity end",
        args![cart, variant, quantity, price, now, MOST_OF_ONE],
    )
    .await?;
    tx.run("update cart set updated_at = $2 where id = $1", args![cart, now]).await?;
    tx.commit().await?;
    Ok(token)
}

/// Sets how many pieces of a variant are in a cart; none takes the line out. The price becomes the one of today.
///
/// # Errors
/// When the quantity is out of range.
pub async fn set_quantity(platform: &Platform, cart: Uuid, variant: Uuid, quantity: i64) -> Result<(), CartError> {
    if !(0..=MOST_OF_ONE).contains(&quantity) {
        return Err(CartError::Quantity);
    }
    if quantity == 0 {
        platform.db.run("delete from cart_line where cart_id = $1 and variant_id = $2", args![cart, variant]).await?;
    } else {
        let sql = "update cart_line set quantity = $3, price = (select price from variant where id = $2) \
             where cart_id = $1 and variant_id = $2";
        platform.db.run(sql, args![cart, variant, quantity]).await?;
    }
    Ok(())
}

/// Takes note that the buyer has seen what changed: prices become those of today, quantities what is left, and what is
/// gone is taken out.
///
/// # Errors
/// Only when the database does not answer.
pub async fn accept_changes(platform: &Platform, cart: Uuid) -> Result<(), DbError> {
    let mut tx = platform.db.begin().await?;
    for line in load(&mut tx, cart).await? {
        let now = line.now(platform);
        if !now.listed || now.left <= 0 {
            let sql = "delete from cart_line where cart_id = $1 and variant_id = $2";
            tx.run(sql, args![cart, line.variant_id]).await?;
        } else {
            let sql = "update cart_line set quantity = $3, price = $4 where cart_id = $1 and variant_id = $2";
            tx.run(sql, args![cart, line.variant_id, now.quantity.min(now.left), line.price]).await?;
        }
    }
    tx.commit().await
}

/// One line of a cart with what is true now.
#[derive(Debug, Clone, FromRow)]
pub struct CartLine {
    /// The variant.
    pub variant_id: Uuid,
    /// Its product.
    pub product_id: Uuid,
    /// Pieces wanted.
    pub quantity: i64,
    /// The price when it was put in or last seen.
    #[sqlx(try_from = "i64")]
    pub seen: Rupiah,
    /// The price now.
    #[sqlx(try_from = "i64")]
    pub price: Rupiah,
    /// First option; empty where there is none.
    pub option1: String,
    /// Second option; empty where there is none.
    pub option2: String,
    /// Whether the variant is not sold any more.
    pub archived: bool,
    /// The product's name.
    pub name: String,
    /// The product's place in addresses.
    pub slug: String,
    /// The cover picture.
    pub cover_id: Option<Uuid>,
    /// The ground behind it.
    pub tint: i64,
    /// Whether shoppers can see the product.
    pub listed: bool,
    /// Pieces that can be had.
    pub available: i64,
    /// The shop.
    pub usaha_id: Uuid,
    /// First day of "toko libur".
    pub closed_from: Option<String>,
    /// Last day of "toko libur".
    pub closed_to: Option<String>,
}

impl CartLine {
    /// What is true now, for the rules.
    pub fn now(&self, platform: &Platform) -> Line {
        Line {
            quantity: self.quantity,
            seen: self.seen,
            price: self.price,
            listed: self.listed && !self.archived,
            open: takes_orders(platform.now().day(), self.closed_from.as_deref(), self.closed_to.as_deref()),
            left: self.available,
        }
    }

    /// "Balado, 250 g".
    pub fn label(&self) -> String {
        super::catalogue::label(&self.option1, &self.option2)
    }
}

/// What a shop offers to a buyer in one kecamatan.
#[derive(Debug, Clone, FromRow)]
pub struct ShopOffer {
    /// The shop.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Its place in addresses.
    pub slug: String,
    /// Its street address.
    pub address: String,
    /// Code of its kecamatan.
    pub kecamatan: String,
    /// Its public number.
    pub phone: String,
    /// Opening hours in words.
    pub opening_hours: String,
    /// Whether things can be fetched.
    pub pickup: bool,
    /// Whether cash is taken.
    pub cod: bool,
    /// Whether bank transfers are taken.
    pub transfer: bool,
    /// The courier's fee to the buyer's kecamatan; `None` where it does not go.
    pub fee: Option<i64>,
}

/// A cart, grouped by shop.
#[derive(Debug, Clone)]
pub struct Cart {
    /// Shops by name, each with its lines.
    pub shops: Vec<(ShopOffer, Vec<CartLine>)>,
}

impl Cart {
    /// Pieces in all.
    pub fn count(&self) -> i64 {
        self.shops.iter().flat_map(|(_, lines)| lines).map(|line| line.quantity).sum()
    }

    /// What the goods cost, at today's prices.
    pub fn subtotal(&self) -> Rupiah {
        self.shops.iter().flat_map(|(_, lines)| lines).map(|line| line.price.times(line.quantity)).sum()
    }
}

/// Everything in a cart, for a buyer in a kecamatan (empty where none is chosen yet).
///
/// # Errors
/// Only when the database does not answer.
pub async fn show_cart(platform: &Platform, cart: Uuid, kecamatan: &str) -> Result<Cart, DbError> {
    let lines: Vec<CartLine> = platform.db.all(LINES, args![cart]).await?;
    let shops: Vec<ShopOffer> = platform.db.all(SHOPS, args![cart, kecamatan]).await?;
    Ok(group(shops, lines))
}

/// As [`show_cart`], within a transaction.
pub(super) async fn load_cart(tx: &mut Tx, cart: Uuid, kecamatan: &str) -> Result<Cart, DbError> {
    let lines = load(tx, cart).await?;
    let shops = tx.all(SHOPS, args![cart, kecamatan]).await?;
    Ok(group(shops, lines))
}

async fn load(tx: &mut Tx, cart: Uuid) -> Result<Vec<CartLine>, DbError> {
    tx.all(LINES, args![cart]).await
}

fn group(shops: Vec<ShopOffer>, lines: Vec<CartLine>) -> Cart {
    let lines_of = |shop: Uuid| lines.iter().filter(|line| line.usaha_id == shop).cloned().collect();
    Cart { shops: shops.into_iter().map(|shop| (shop.clone(), lines_of(shop.id))).collect() }
}

const LINES: &str = "select l.variant_id, v.product_id, l.quantity, l.price as seen, v.price, v.option1, v.option2, \
     v.archived, p.name, p.slug, p.cover_id, p.tint, p.listed, s.on_hand - s.reserved as available, p.usaha_id, \
     u.closed_from, u.closed_to \
     from cart_line l join variant v on v.id = l.variant_id join stock s on s.variant_id = v.id \
     join product p on p.id = v.product_id join usaha u on u.id = p.usaha_id \
     where l.cart_id = $1 order by l.added_at, l.variant_id";

const SHOPS: &str = "select u.id, u.name, u.slug, u.address, u.kecamatan, u.phone, u.opening_hours, u.pickup, u.cod, \
     u.transfer, (select f.fee from courier_fee f where f.usaha_id = u.id and f.kecamatan = $2 and u.courier) as fee \
     from usaha u where u.id in (select p.usaha_id from cart_line l join variant v on v.id = l.variant_id \
     join product p on p.id = v.product_id where l.cart_id = $1) order by u.name, u.id";
