//! The page of one product.

use domain::money::Rupiah;
use domain::shop::badge::{Kind, Number, State};
use domain::time::Day;
use sqlx::FromRow;
use uuid::Uuid;

use super::{ProductCard, card};
use crate::db::{DbError, Select};
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
}

/// A variant with its stock.
#[derive(Debug, Clone, FromRow)]
pub struct VariantShown {
    /// The variant.
    pub id: Uuid,
    /// Flavour; empty where there is none.
    pub option1: String,
    /// Size; empty where there is none.
    pub option2: String,
    /// Its price.
    #[sqlx(try_from = "i64")]
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
#[derive(Debug, Clone, FromRow)]
pub struct BadgeShown {
    /// What it stands for.
    #[sqlx(try_from = "String")]
    pub kind: Kind,
    /// The number as it is stored.
    pub number: String,
    /// The last day on which it is valid, if it ends.
    pub valid_until: Option<String>,
    /// Whether that day was inferred from the number.
    pub until_estimated: bool,
    /// Verified, or handed in.
    #[sqlx(try_from = "String")]
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

/// The product at this address; `None` when there is none that shoppers may see.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_product(platform: &Platform, slug: &str) -> Result<Option<ProductPage>, DbError> {
    let db = &platform.db;
    let found = "select p.id, p.slug, p.name, p.description, p.composition, p.net_weight, p.shelf_life, p.category, \
         p.category_root, p.tint, p.sold, p.usaha_id, u.slug as shop_slug, u.name as shop, p.kecamatan, u.address, \
         u.opening_hours, u.closed_from, u.closed_to, u.phone, u.pickup, u.courier, \
         (select count(*) from product o where o.usaha_id = u.id and o.listed) as shop_products \
         from product p join usaha u on u.id = p.usaha_id where p.slug = $1 and p.listed";
    let Some(product) = db.one::<ProductShown>(found, args![slug]).await? else { return Ok(None) };
    let variants = "select v.id, v.option1, v.option2, v.price, v.weight_gram, s.on_hand - s.reserved as available \
         from variant v join stock s on s.variant_id = v.id where v.product_id = $1 and not v.archived order by v.position";
    let pictures = "select pp.picture_id from product_picture pp join picture x on x.id = pp.picture_id \
         where pp.product_id = $1 and x.state = 'ready' order by pp.position";
    let badges = "select kind, number, valid_until, until_estimated, state, decided_at from badge \
         where (product_id = $1 or (usaha_id = $2 and product_id is null)) \
         and (state = 'diajukan' or (state = 'terverifikasi' and (valid_until is null or valid_until >= $3))) \
         order by state desc, kind";
    let fees = "select min(fee), count(*) from courier_fee where usaha_id = $1";
    let today: Day = platform.now().day();
    let mut related = Select::new(card::SELECT);
    related.bind("and p.category_root = ?", &product.category_root).bind("and p.id <> ?", product.id);
    related.push("order by p.sold desc, p.id desc limit 4");
    let pictures: Vec<(Uuid,)> = db.all(pictures, args![product.id]).await?;
    let mut badges: Vec<BadgeShown> = db.all(badges, args![product.id, product.usaha_id, today.to_string()]).await?;
    // One that is verified hides its renewal until that is verified too.
    let holding: Vec<Kind> = badges.iter().filter(|badge| badge.verified()).map(|badge| badge.kind).collect();
    badges.retain(|badge| badge.verified() || !holding.contains(&badge.kind));
    let courier: Option<(Option<i64>, i64)> =
        if product.courier { db.one(fees, args![product.usaha_id]).await? } else { None };
    Ok(Some(ProductPage {
        variants: db.all(variants, args![product.id]).await?,
        pictures: pictures.into_iter().map(|(id,)| id).collect(),
        badges,
        courier: courier.and_then(|(fee, count)| fee.map(|fee| (Rupiah::new(fee), count))),
        related: related.all(db).await?,
        product,
    }))
}
