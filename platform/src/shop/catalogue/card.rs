//! A product as a card in a list.

use domain::money::Rupiah;
use sqlx::FromRow;
use uuid::Uuid;

/// A product as a card in a list.
#[derive(Debug, Clone, FromRow)]
pub struct ProductCard {
    /// The product.
    pub id: Uuid,
    /// Its place in the addresses of pages.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The cheapest variant's price.
    #[sqlx(try_from = "i64")]
    pub price: Rupiah,
    /// Whether other variants cost more.
    pub varies: bool,
    /// Whether any variant can be bought now.
    pub available: bool,
    /// The shop's name.
    pub shop: String,
    /// Code of the shop's kecamatan.
    pub kecamatan: String,
    /// The cover picture.
    pub cover: Option<Uuid>,
    /// Which of the eight grounds is behind the picture.
    pub tint: i64,
    /// Verified and valid halal certificate.
    pub halal: bool,
    /// Verified and valid P-IRT number.
    pub pirt: bool,
    /// Verified NIB of the shop.
    pub nib: bool,
    /// How many were sold.
    pub sold: i64,
    /// When it was published, micro-seconds UTC.
    pub published_at: i64,
}

/// Reads [`ProductCard`]s; conditions and order follow.
pub(super) const SELECT: &str = "select p.id, p.slug, p.name, p.price_min as price, p.price_max > p.price_min as varies, \
     p.available, u.name as shop, p.kecamatan, p.cover_id as cover, p.tint, p.halal, p.pirt, p.nib, p.sold, p.published_at \
     from product p join usaha u on u.id = p.usaha_id where p.listed";
