//! One product with everything its seller sees, and locking it.

use domain::account::{Actor, Capability, Forbidden};
use domain::money::Rupiah;
use domain::shop::product::{Lack, ProductState, Ready};
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

use crate::db::{DbError, Sql, Tx};
use crate::{Platform, args};

/// Why a product is not shown to the actor.
#[derive(Debug, Error)]
pub enum OwnProductError {
    /// This account may not run a shop.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such product, or it is another's.
    #[error("no such product")]
    NotFound,
    /// The database did not answer.
    #[error("own product: database")]
    Db(#[from] DbError),
}

/// A seller's product with its variants.
#[derive(Debug, Clone)]
pub struct OwnProductPage {
    /// The product.
    pub product: OwnDetails,
    /// Its variants in their order, those put away last.
    pub variants: Vec<OwnVariant>,
    /// What it lacks before shoppers may see it.
    pub lacks: Vec<Lack>,
}

impl OwnProductPage {
    /// The variants that are sold.
    pub fn sold(&self) -> impl Iterator<Item = &OwnVariant> {
        self.variants.iter().filter(|variant| !variant.archived)
    }
}

/// A product as its seller sees it.
#[derive(Debug, Clone, FromRow)]
pub struct OwnDetails {
    /// The product.
    pub id: Uuid,
    /// Its place in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its category.
    pub category: String,
    /// Whether the law asks for a label.
    pub food: bool,
    /// In the seller's words.
    pub description: String,
    /// Net weight or content as printed on the label.
    pub net_weight: String,
    /// Ingredients as printed on the label.
    pub composition: String,
    /// Shelf life as printed on the label.
    pub shelf_life: String,
    /// Whether shoppers see it.
    #[sqlx(try_from = "String")]
    pub state: ProductState,
    /// Whether shoppers see it now: published, and the shop is open.
    pub listed: bool,
    /// The cover picture.
    pub cover_id: Option<Uuid>,
    /// The ground behind it.
    pub tint: i64,
    /// Pictures, also those still being made.
    pub pictures: i64,
    /// Verified badges that an edit of name or composition sends back to the officer.
    pub verified_badges: i64,
}

/// A variant as its seller sees it.
#[derive(Debug, Clone, FromRow)]
pub struct OwnVariant {
    /// The variant.
    pub id: Uuid,
    /// Flavour; empty where there is none.
    pub option1: String,
    /// Size; empty where there is none.
    pub option2: String,
    /// Its price.
    #[sqlx(try_from = "i64")]
    pub price: Rupiah,
    /// With packaging.
    pub weight_gram: i64,
    /// Whether it is put away.
    pub archived: bool,
    /// Pieces that lie in the shop.
    pub on_hand: i64,
    /// Of these, promised to orders.
    pub reserved: i64,
}

impl OwnVariant {
    /// "Balado, 250 g"; empty for the only variant of a product without options.
    pub fn label(&self) -> String {
        crate::shop::catalogue::label(&self.option1, &self.option2)
    }
}

/// A product of the actor's shop.
///
/// # Errors
/// See [`OwnProductError`].
pub async fn find_own_product(
    platform: &Platform,
    actor: &Actor,
    product: Uuid,
) -> Result<OwnProductPage, OwnProductError> {
    let owner = actor.require(Capability::RunShop)?;
    let found = "select p.id, p.slug, p.name, p.category, c.food, p.description, p.net_weight, p.composition, p.shelf_life, \
         p.state, p.listed, p.cover_id, p.tint, \
         (select count(*) from product_picture pp where pp.product_id = p.id) as pictures, \
         (select count(*) from badge b where b.product_id = p.id and b.state = 'terverifikasi') as verified_badges \
         from product p join usaha u on u.id = p.usaha_id join category c on c.slug = p.category \
         where p.id = $1 and u.owner_id = $2";
    let product: OwnDetails = platform.db.one(found, args![product, owner]).await?.ok_or(OwnProductError::NotFound)?;
    let variants = "select v.id, v.option1, v.option2, v.price, v.weight_gram, v.archived, s.on_hand, s.reserved \
         from variant v join stock s on s.variant_id = v.id where v.product_id = $1 order by v.archived, v.position, v.id";
    let variants: Vec<OwnVariant> = platform.db.all(variants, args![product.id]).await?;
    let ready = Ready {
        food: product.food,
        description: &product.description,
        net_weight: &product.net_weight,
        composition: &product.composition,
        shelf_life: &product.shelf_life,
        variants: variants.iter().filter(|variant| !variant.archived).count() as i64,
    };
    Ok(OwnProductPage { lacks: ready.lacks(), variants, product })
}

/// What is decided on while a product is locked.
#[derive(Debug, Clone, FromRow)]
pub(super) struct Locked {
    pub id: Uuid,
    pub slug: String,
    pub name: String,
    pub composition: String,
    #[sqlx(try_from = "String")]
    pub state: ProductState,
    pub published_at: i64,
}

/// Locks an owner's product until the transaction ends; `None` when there is none such or it is another's.
pub(super) async fn lock_product(tx: &mut Tx, owner: Uuid, product: Uuid) -> Result<Option<Locked>, DbError> {
    let sql = Sql::either(
        "select p.id, p.slug, p.name, p.composition, p.state, p.published_at from product p \
         join usaha u on u.id = p.usaha_id where p.id = $1 and u.owner_id = $2",
        "select p.id, p.slug, p.name, p.composition, p.state, p.published_at from product p \
         join usaha u on u.id = p.usaha_id where p.id = $1 and u.owner_id = $2 for update of p",
    );
    tx.one(sql, args![product, owner]).await
}

#[derive(FromRow)]
struct ReadyRow {
    food: bool,
    description: String,
    net_weight: String,
    composition: String,
    shelf_life: String,
    variants: i64,
}

/// What a locked product lacks before shoppers may see it.
pub(super) async fn lacks(tx: &mut Tx, product: Uuid) -> Result<Vec<Lack>, DbError> {
    let sql = "select c.food, p.description, p.net_weight, p.composition, p.shelf_life, \
         (select count(*) from variant v where v.product_id = p.id and not v.archived) as variants \
         from product p join category c on c.slug = p.category where p.id = $1";
    let row: Option<ReadyRow> = tx.one(sql, args![product]).await?;
    Ok(row.map_or_else(Vec::new, |row| {
        Ready {
            food: row.food,
            description: &row.description,
            net_weight: &row.net_weight,
            composition: &row.composition,
            shelf_life: &row.shelf_life,
            variants: row.variants,
        }
        .lacks()
    }))
}
