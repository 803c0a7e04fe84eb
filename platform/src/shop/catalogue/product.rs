//! The page of one product.

use domain::money::Rupiah;
use domain::shop::badge::{Kind, Number, State};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use sqlx::FromRow;
use uuid::Uuid;

use super::{ProductCard, card};
use crate::db::{DbError, Select, Sql};
use crate::{Platform, args};

/// A product with everything its page shows.
#[derive(Debug, Clone)]
pub struct ProductPage {
    /// The product and its shop.
    pub product: ProductShown,
    /// What can be chosen.
    pub variants: Vec<VariantShown>,
    /// Pictures that are ready, the cover first.
    pub pictures: Vec<Uuid>,
    /// Badges verified and valid today, then those handed in.
    pub badges: Vec<BadgeShown>,
    /// The cheapest fee of the shop's courier and how many kecamatan it serves.
    pub courier: Option<(Rupiah, i64)>,
    /// Other products of the shop or category.
    pub related: Vec<ProductCard>,
}

/// The product and its shop.
#[derive(Debug, Clone, FromRow)]
pub struct ProductShown {
    /// The product.
    pub id: Uuid,
    /// Its place in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// In the seller's words.
    pub description: String,
    /// Ingredients; empty where the law asks for none.
    pub composition: String,
    /// Net weight or content as printed on the label.
    pub net_weight: String,
    /// Shelf life as printed on the label.
    pub shelf_life: String,
    /// Its category.
    pub category: String,
    /// The category at the top above it.
    pub category_root: String,
    /// Which ground is behind its pictures.
    pub tint: i64,
    /// How many were sold.
    pub sold: i64,
    /// The shop.
    pub usaha_id: Uuid,
    /// The shop's place in addresses.
    pub shop_slug: String,
    /// The shop's name.
    pub shop: String,
    /// Code of the shop's kecamatan.
    pub kecamatan: String,
    /// Street address for pick-up.
    pub address: String,
    /// Opening hours in words.
    pub opening_hours: String,
    /// First day of "toko libur".
    pub closed_from: Option<String>,
    /// Last day of "toko libur".
    pub closed_to: Option<String>,
    /// The shop's public number.
    pub phone: String,
    /// Whether it can be picked up.
    pub pickup: bool,
    /// Whether the shop delivers.
    pub courier: bool,
    /// The shop's products that are listed.
    pub shop_products: i64,
    /// The shop's picture, when it is ready.
    pub shop_picture: Option<Uuid>,
}

/// A variant with its stock.
#[derive(Debug, Clone, Deserialize)]
pub struct VariantShown {
    /// The variant.
    pub id: Uuid,
    /// Flavour; empty where there is none.
    pub option1: String,
    /// Size; empty where there is none.
    pub option2: String,
    /// Its price.
    pub price: Rupiah,
    /// Gram.
    pub weight_gram: i64,
    /// Pieces that can be bought now.
    pub available: i64,
}

impl VariantShown {
    /// "Balado, 250 g".
    pub fn label(&self) -> String {
        label(&self.option1, &self.option2)
    }
}

/// The options of a variant in one text.
pub(crate) fn label(option1: &str, option2: &str) -> String {
    [option1, option2].into_iter().filter(|option| !option.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A badge of the product or its shop.
#[derive(Debug, Clone, Deserialize)]
pub struct BadgeShown {
    /// What it stands for.
    pub kind: Kind,
    /// The number as it is stored.
    pub number: String,
    /// The last day on which it is valid, if it ends.
    pub valid_until: Option<String>,
    /// Whether that day was inferred from the number.
    #[serde(deserialize_with = "flag")]
    pub until_estimated: bool,
    /// Verified, or handed in.
    pub state: State,
    /// When it was verified, micro-seconds UTC.
    pub decided_at: Option<i64>,
}

impl BadgeShown {
    /// Whether an officer verified it.
    pub fn verified(&self) -> bool {
        self.state == State::Terverifikasi
    }

    /// The number as people write it.
    pub fn shown(&self) -> String {
        Number::shown(self.kind, &self.number)
    }
}

/// JSON of SQLite has no truth values: 0 or 1.
fn flag<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    i64::deserialize(from).map(|flag| flag != 0)
}

/// What belongs to a product, each list as one JSON column: a page is one question to the database.
#[derive(Debug, FromRow)]
struct Row {
    #[sqlx(flatten)]
    product: ProductShown,
    #[sqlx(try_from = "String")]
    variants: List<VariantShown>,
    #[sqlx(try_from = "String")]
    pictures: List<Uuid>,
    #[sqlx(try_from = "String")]
    badges: List<BadgeShown>,
    fee: Option<i64>,
    places: i64,
}

/// A list that a query answers as JSON.
#[derive(Debug)]
struct List<T>(Vec<T>);

impl<T: DeserializeOwned> TryFrom<String> for List<T> {
    type Error = serde_json::Error;
    fn try_from(json: String) -> Result<Self, Self::Error> {
        serde_json::from_str(&json).map(Self)
    }
}

macro_rules! found {
    ($array:literal, $object:literal, $id:literal, $end:literal) => {
        concat!(
            "select p.id, p.slug, p.name, p.description, p.composition, p.net_weight, p.shelf_life, p.category, \
             p.category_root, p.tint, p.sold, p.usaha_id, u.slug as shop_slug, u.name as shop, p.kecamatan, u.address, \
             u.opening_hours, u.closed_from, u.closed_to, u.phone, u.pickup, u.courier, \
             (select count(*) from product o where o.usaha_id = u.id and o.listed) as shop_products, \
             (select x.id from picture x where x.id = u.picture_id and x.state = 'ready') as shop_picture, \
             (select min(f.fee) from courier_fee f where f.usaha_id = u.id) as fee, \
             (select count(*) from courier_fee f where f.usaha_id = u.id) as places, ",
            "(select cast(coalesce(", $array, "(", $object, "('id', ", $id, "v.id", $end, ", 'option1', v.option1, \
             'option2', v.option2, 'price', v.price, 'weight_gram', v.weight_gram, \
             'available', s.on_hand - s.reserved) order by v.position), '[]') as text) from variant v \
             join stock s on s.variant_id = v.id where v.product_id = p.id and not v.archived) as variants, ",
            "(select cast(coalesce(", $array, "(", $id, "pp.picture_id", $end, " order by pp.position), '[]') as text) \
             from product_picture pp join picture x on x.id = pp.picture_id \
             where pp.product_id = p.id and x.state = 'ready') as pictures, ",
            "(select cast(coalesce(", $array, "(", $object, "('kind', b.kind, 'number', b.number, \
             'valid_until', b.valid_until, \
             'until_estimated', case when b.until_estimated then 1 else 0 end, 'state', b.state, 'decided_at', b.decided_at) \
             order by b.state desc, b.kind), '[]') as text) from badge b \
             where (b.product_id = p.id or (b.usaha_id = u.id and b.product_id is null)) and (b.state = 'diajukan' \
             or (b.state = 'terverifikasi' and (b.valid_until is null or b.valid_until >= $2)))) as badges ",
            "from product p join usaha u on u.id = p.usaha_id where p.slug = $1 and p.listed"
        )
    };
}

/// The product at this address; `None` when there is none that shoppers may see.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_product(platform: &Platform, slug: &str) -> Result<Option<ProductPage>, DbError> {
    let found = Sql::either(
        found!("json_group_array", "json_object", "lower(hex(", "))"),
        found!("json_agg", "json_build_object", "(", ")"),
    );
    let today = platform.now().day().to_string();
    let Some(row) = platform.db.one::<Row>(found, args![slug, today]).await? else { return Ok(None) };
    let mut badges = row.badges.0;
    // One that is verified hides its renewal until that is verified too.
    let holding: Vec<Kind> = badges.iter().filter(|badge| badge.verified()).map(|badge| badge.kind).collect();
    badges.retain(|badge| badge.verified() || !holding.contains(&badge.kind));
    let related = list_related(platform, &row.product).await?;
    let courier = row.fee.filter(|_| row.product.courier).map(|fee| (Rupiah::new(fee), row.places));
    Ok(Some(ProductPage {
        product: row.product,
        variants: row.variants.0,
        pictures: row.pictures.0,
        badges,
        courier,
        related,
    }))
}

/// The best sold products of the same kind. At most half a minute old, like the counts beside filters: what is bought is
/// decided on its own page.
async fn list_related(platform: &Platform, product: &ProductShown) -> Result<Vec<ProductCard>, DbError> {
    let now = platform.now();
    let best = match platform.memory.best.get(&product.category_root, now) {
        Some(known) => known,
        None => {
            let mut query = Select::new(card::SELECT);
            query.bind("and p.category_root = ?", &product.category_root);
            query.push("order by p.sold desc, p.id desc limit 5");
            platform.memory.best.put(product.category_root.clone(), query.all(&platform.db).await?, now)
        }
    };
    Ok(best.iter().filter(|card| card.id != product.id).take(4).cloned().collect())
}
