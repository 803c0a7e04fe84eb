//! A product as a card in a list.

use domain::money::Rupiah;
use domain::time::Day;
use sqlx::FromRow;
use uuid::Uuid;

/// The trust marks of a product: the last day on which each is good, as `2026-11-24`.
#[derive(Debug, Clone, Default, FromRow)]
pub struct Marks {
    halal_until: Option<String>,
    pirt_until: Option<String>,
    nib_until: Option<String>,
}

impl Marks {
    /// Whether the halal certificate is verified and valid on a day.
    pub fn halal(&self, day: Day) -> bool {
        good(self.halal_until.as_deref(), day)
    }

    /// Whether the P-IRT number is verified and valid on a day.
    pub fn pirt(&self, day: Day) -> bool {
        good(self.pirt_until.as_deref(), day)
    }

    /// Whether the shop's NIB is verified.
    pub fn nib(&self, day: Day) -> bool {
        good(self.nib_until.as_deref(), day)
    }
}

fn good(until: Option<&str>, day: Day) -> bool {
    until.and_then(Day::parse).is_some_and(|until| day <= until)
}

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
    /// Its trust marks.
    #[sqlx(flatten)]
    pub marks: Marks,
    /// How many were sold.
    pub sold: i64,
    /// When it was published, micro-seconds UTC.
    pub published_at: i64,
}

/// Reads [`ProductCard`]s; conditions and order follow.
pub(super) const SELECT: &str = "select p.id, p.slug, p.name, p.price_min as price, p.price_max > p.price_min as varies, \
     p.available, u.name as shop, p.kecamatan, p.cover_id as cover, p.tint, p.halal_until, p.pirt_until, p.nib_until, p.sold, p.published_at \
     from product p join usaha u on u.id = p.usaha_id where p.listed";
