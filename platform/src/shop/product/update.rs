//! Changing what a seller says about a product.

use domain::account::{Actor, Capability, Forbidden};
use domain::shop::product::{Details, Lack, ProductState};
use domain::typed::Text;
use thiserror::Error;
use uuid::Uuid;

use super::column;
use super::create::leaf;
use super::own::{lacks, lock_product};
use crate::db::DbError;
use crate::reference::Category;
use crate::shop::badge::recheck_badges;
use crate::shop::listing::{Products, refresh};
use crate::slug::{Of, again, free_slug};
use crate::{Platform, args};

/// Why a product was not changed.
#[derive(Debug, Error)]
pub enum UpdateProductError {
    /// This account may not run a shop.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such product, or it is another's.
    #[error("no such product")]
    NotFound,
    /// There is no such category for products.
    #[error("unknown category")]
    Category,
    /// Shoppers see it: it may not lose what they must know.
    #[error("published, and would lack {} things", .0.len())]
    Lacks(Vec<Lack>),
    /// The database did not answer.
    #[error("update product: database")]
    Db(#[from] DbError),
}

/// Changes a product of the actor's shop.
///
/// The address follows the name until the product is published for the first time, and stays then. An edit of name or
/// composition sends verified food badges back to the officer: what was verified is not what is sold now.
///
/// # Errors
/// See [`UpdateProductError`].
pub async fn update_product(
    platform: &Platform,
    actor: &Actor,
    product: Uuid,
    details: &Details,
) -> Result<(), UpdateProductError> {
    let owner = actor.require(Capability::RunShop)?;
    let category = leaf(platform, &details.category).await?.ok_or(UpdateProductError::Category)?;
    let taken =
        |error: &UpdateProductError| matches!(error, UpdateProductError::Db(db) if db.is_duplicate("product", "slug"));
    again(|| update(platform, owner, product, category, details), taken).await
}

async fn update(
    platform: &Platform,
    owner: Uuid,
    product: Uuid,
    category: &Category,
    details: &Details,
) -> Result<(), UpdateProductError> {
    let mut tx = platform.db.begin().await?;
    let before = lock_product(&mut tx, owner, product).await?.ok_or(UpdateProductError::NotFound)?;
    let slug = match before.published_at {
        0 if before.name != details.name.as_str() => free_slug(&mut tx, Of::Product, details.name.as_str()).await?,
        _ => before.slug.clone(),
    };
    // Ground 0 is a photograph's own: it does not follow the category.
    tx.run_one(
        "update product set slug = $2, category = $3, category_root = $4, name = $5, description = $6, composition = $7, \
         net_weight = $8, shelf_life = $9, tint = case when tint = 0 then 0 else $10 end, updated_at = $11 where id = $1",
        args![
            product,
            slug,
            &category.slug,
            category.parent.as_deref().unwrap_or(&category.slug),
            details.name.as_str(),
            details.description.as_ref().map_or("", Text::as_str),
            column(&details.composition),
            column(&details.net_weight),
            column(&details.shelf_life),
            category.tint,
            platform.now()
        ],
    )
    .await?;
    let lacks = lacks(&mut tx, product).await?;
    if before.state == ProductState::Published && !lacks.is_empty() {
        return Err(UpdateProductError::Lacks(lacks));
    }
    // The documents were compared with another name or another recipe.
    if before.name != details.name.as_str() || before.composition != column(&details.composition) {
        recheck_badges(platform, &mut tx, product).await?;
    }
    refresh(platform, &mut tx, Products::One(product)).await?;
    tx.commit().await?;
    Ok(())
}
