//! Entering a product: a draft with one variant.

use domain::account::{Actor, Capability, Forbidden};
use domain::shop::product::{Details, Pieces, ProductState, Terms};
use domain::typed::Text;
use thiserror::Error;
use uuid::Uuid;

use super::column;
use super::own::lock_product;
use super::variant::insert_variant;
use crate::db::{DbError, Tx};
use crate::reference::Category;
use crate::shop::listing::{Products, refresh};
use crate::shop::usaha::lock_own_shop;
use crate::slug::{Of, again, free_slug};
use crate::{Platform, args};

/// What a new product is made of.
#[derive(Debug, Clone)]
pub struct NewProduct {
    /// The form's own number: the same form sent twice is one product.
    pub id: Uuid,
    /// What its seller says about it.
    pub details: Details,
    /// Its first variant.
    pub terms: Terms,
    /// Pieces of it.
    pub on_hand: Pieces,
}

/// Why a product was not entered.
#[derive(Debug, Error)]
pub enum CreateProductError {
    /// This account may not run a shop.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// This account has no shop.
    #[error("no shop")]
    NoShop,
    /// There is no such category for products.
    #[error("unknown category")]
    Category,
    /// The form's number belongs to something else.
    #[error("number taken")]
    Taken,
    /// The database did not answer.
    #[error("create product: database")]
    Db(#[from] DbError),
}

/// Enters a product into the actor's shop, as a draft.
///
/// # Errors
/// See [`CreateProductError`]; sending the same form again is no error.
pub async fn create_product(platform: &Platform, actor: &Actor, new: &NewProduct) -> Result<(), CreateProductError> {
    let owner = actor.require(Capability::RunShop)?;
    let category = leaf(platform, &new.details.category).await?.ok_or(CreateProductError::Category)?;
    let taken = |error: &CreateProductError| {
        let CreateProductError::Db(db) = error else { return false };
        db.is_duplicate("product", "slug") || db.is_duplicate("product", "id")
    };
    again(|| insert(platform, owner, category, new), taken).await
}

/// A category that products may lie in: one without children.
pub(super) async fn leaf<'p>(platform: &'p Platform, slug: &str) -> Result<Option<&'p Category>, DbError> {
    let reference = platform.reference().await?;
    Ok(reference.category(slug).filter(|category| reference.children(&category.slug).next().is_none()))
}

async fn insert(
    platform: &Platform,
    owner: Uuid,
    category: &Category,
    new: &NewProduct,
) -> Result<(), CreateProductError> {
    let mut tx = platform.db.begin().await?;
    let shop = lock_own_shop(&mut tx, owner).await?.ok_or(CreateProductError::NoShop)?;
    if lock_product(&mut tx, owner, new.id).await?.is_some() {
        return Ok(());
    }
    if is_known(&mut tx, new.id).await? {
        return Err(CreateProductError::Taken);
    }
    let slug = free_slug(&mut tx, Of::Product, new.details.name.as_str()).await?;
    let root = category.parent.as_deref().unwrap_or(&category.slug);
    let details = &new.details;
    // What the catalogue keeps is filled in by `refresh`.
    tx.run(
        "insert into product (id, usaha_id, slug, category, category_root, name, description, composition, net_weight, \
         shelf_life, state, kecamatan, listed, available, price_min, price_max, sold, tint, search_text, created_at, \
         published_at, updated_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', $12, $12, 0, 0, 0, $13, '', $14, 0, $14)",
        args![
            new.id,
            shop,
            slug,
            &category.slug,
            root,
            details.name.as_str(),
            details.description.as_ref().map_or("", Text::as_str),
            column(&details.composition),
            column(&details.net_weight),
            column(&details.shelf_life),
            ProductState::Draft.as_str(),
            false,
            category.tint,
            platform.now()
        ],
    )
    .await?;
    insert_variant(platform, &mut tx, platform.new_id(), new.id, 0, &new.terms, new.on_hand).await?;
    refresh(platform, &mut tx, Products::One(new.id)).await?;
    tx.commit().await?;
    Ok(())
}

async fn is_known(tx: &mut Tx, product: Uuid) -> Result<bool, DbError> {
    Ok(tx.one::<(Uuid,)>("select id from product where id = $1", args![product]).await?.is_some())
}
