//! The page of one shop, and the shops of a kecamatan.

use sqlx::FromRow;
use uuid::Uuid;

use super::{ProductCard, card};
use crate::db::{DbError, Select};
use crate::{Platform, args};

/// A shop with everything its page shows.
#[derive(Debug, Clone, FromRow)]
pub struct ShopPage {
    /// The shop.
    pub id: Uuid,
    /// Its place in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// In the owner's words.
    pub description: String,
    /// Code of its kecamatan.
    pub kecamatan: String,
    /// Code of its desa.
    pub desa: String,
    /// Street address.
    pub address: String,
    /// Opening hours in words.
    pub opening_hours: String,
    /// First day of "toko libur".
    pub closed_from: Option<String>,
    /// Last day of "toko libur".
    pub closed_to: Option<String>,
    /// Its public number.
    pub phone: String,
    /// Whether things can be picked up.
    pub pickup: bool,
    /// Whether it delivers.
    pub courier: bool,
    /// When it was opened here, micro-seconds UTC.
    pub created_at: i64,
    /// Its picture, when it is ready.
    pub picture: Option<Uuid>,
}

/// A shop as a card in a list.
#[derive(Debug, Clone, FromRow)]
pub struct ShopCard {
    /// Its place in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// In the owner's words.
    pub description: String,
    /// Listed products.
    pub products: i64,
}

/// The open shop at this address and its products, best sold first; `None` when there is none.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_shop(platform: &Platform, slug: &str) -> Result<Option<(ShopPage, Vec<ProductCard>)>, DbError> {
    let found = "select id, slug, name, description, kecamatan, desa, address, opening_hours, closed_from, closed_to, \
         phone, pickup, courier, created_at, \
         (select x.id from picture x where x.id = usaha.picture_id and x.state = 'ready') as picture from usaha where slug = $1 and state = 'open'";
    let Some(shop) = platform.db.one::<ShopPage>(found, args![slug]).await? else { return Ok(None) };
    let mut products = Select::new(card::SELECT);
    products.bind("and p.usaha_id = ?", shop.id).push("order by p.sold desc, p.id desc limit 200");
    let products = products.all(&platform.db).await?;
    Ok(Some((shop, products)))
}

/// The open shops of a kecamatan, by name.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_shops(platform: &Platform, kecamatan: &str) -> Result<Vec<ShopCard>, DbError> {
    let sql = "select u.slug, u.name, u.description, \
         (select count(*) from product p where p.usaha_id = u.id and p.listed) as products \
         from usaha u where u.kecamatan = $1 and u.state = 'open' order by u.name";
    platform.db.all(sql, args![kecamatan]).await
}

/// How many shops are open, and in how many kecamatan.
///
/// # Errors
/// Only when the database does not answer.
pub async fn count_open_shops(platform: &Platform) -> Result<(i64, i64), DbError> {
    let sql = "select count(*), count(distinct kecamatan) from usaha where state = 'open'";
    Ok(platform.db.one(sql, args![]).await?.unwrap_or_default())
}
