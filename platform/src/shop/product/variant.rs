//! The variants of a product: what can be chosen, and for how much.

use domain::account::{Actor, Capability, Forbidden};
use domain::shop::product::{MOST_VARIANTS, Pieces, ProductState, Terms};
use thiserror::Error;
use uuid::Uuid;

use super::column;
use super::own::{Locked, lock_product};
use super::stock::{StockError, set_within};
use crate::db::{DbError, Tx};
use crate::shop::listing::{Products, refresh};
use crate::shop::stock;
use crate::{Platform, args};

/// What a new variant is made of.
#[derive(Debug, Clone)]
pub struct NewVariant {
    /// The form's own number: the same form sent twice is one variant.
    pub id: Uuid,
    /// What its seller says about it.
    pub terms: Terms,
    /// Pieces of it.
    pub on_hand: Pieces,
}

/// Why a variant was not added, changed or put away.
#[derive(Debug, Error)]
pub enum VariantError {
    /// This account may not run a shop.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such product or variant, or it is another's.
    #[error("no such variant")]
    NotFound,
    /// Another variant has the same options.
    #[error("same options as another variant")]
    Twin,
    /// The product has as many variants as there may be.
    #[error("too many variants")]
    TooMany,
    /// Shoppers see the product: it keeps one variant.
    #[error("the last variant of a published product")]
    Last,
    /// So many pieces are promised to orders: fewer cannot be there.
    #[error("{0} pieces are promised")]
    Promised(i64),
    /// Something was sold or counted since the seller looked: now so many are there.
    #[error("{0} pieces are there now")]
    Moved(i64),
    /// The database did not answer.
    #[error("variant: database")]
    Db(#[from] DbError),
}

impl From<StockError> for VariantError {
    fn from(error: StockError) -> Self {
        match error {
            StockError::Forbidden(error) => VariantError::Forbidden(error),
            StockError::NotFound => VariantError::NotFound,
            StockError::Promised(pieces) => VariantError::Promised(pieces),
            StockError::Moved(pieces) => VariantError::Moved(pieces),
            StockError::Db(error) => VariantError::Db(error),
        }
    }
}

/// Adds a variant to a product of the actor's shop.
///
/// # Errors
/// See [`VariantError`]; sending the same form again is no error.
pub async fn add_variant(
    platform: &Platform,
    actor: &Actor,
    product: Uuid,
    new: &NewVariant,
) -> Result<(), VariantError> {
    let owner = actor.require(Capability::RunShop)?;
    let mut tx = platform.db.begin().await?;
    lock_product(&mut tx, owner, product).await?.ok_or(VariantError::NotFound)?;
    let known = "select product_id from variant where id = $1";
    match tx.one::<(Uuid,)>(known, args![new.id]).await? {
        Some((of,)) if of == product => return Ok(()),
        Some(_) => return Err(VariantError::NotFound),
        None => {}
    }
    let counted = "select count(*), coalesce(max(position) + 1, 0) from variant where product_id = $1";
    let (count, position): (i64, i64) = tx.one(counted, args![product]).await?.unwrap_or_default();
    if count >= MOST_VARIANTS {
        return Err(VariantError::TooMany);
    }
    if has_twin(&mut tx, product, new.id, column(&new.terms.option1), column(&new.terms.option2)).await? {
        return Err(VariantError::Twin);
    }
    insert_variant(platform, &mut tx, new.id, product, position, &new.terms, new.on_hand).await?;
    refresh(platform, &mut tx, Products::One(product)).await?;
    tx.commit().await?;
    Ok(())
}

/// Writes a variant and begins its stock.
pub(super) async fn insert_variant(
    platform: &Platform,
    tx: &mut Tx,
    id: Uuid,
    product: Uuid,
    position: i64,
    terms: &Terms,
    on_hand: Pieces,
) -> Result<(), DbError> {
    tx.run(
        "insert into variant (id, product_id, option1, option2, price, weight_gram, position, archived) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            id,
            product,
            column(&terms.option1),
            column(&terms.option2),
            terms.price(),
            terms.weight.get(),
            position,
            false
        ],
    )
    .await?;
    stock::begin(platform, tx, id, on_hand.get()).await
}

/// Changes a variant, and its stock if that is another number than the seller saw. Buyers who have it in their cart are told of another price.
///
/// # Errors
/// See [`VariantError`], and [`super::set_stock`] for `seen`.
pub async fn update_variant(
    platform: &Platform,
    actor: &Actor,
    variant: Uuid,
    terms: &Terms,
    seen: i64,
    on_hand: Pieces,
) -> Result<(), VariantError> {
    let owner = actor.require(Capability::RunShop)?;
    let mut tx = platform.db.begin().await?;
    // A form on which only the price was changed does not count anything.
    if on_hand.get() != seen {
        set_within(platform, &mut tx, owner, variant, seen, on_hand).await?;
    }
    let product = lock_product_of(&mut tx, owner, variant).await?;
    if has_twin(&mut tx, product.id, variant, column(&terms.option1), column(&terms.option2)).await? {
        return Err(VariantError::Twin);
    }
    tx.run_one(
        "update variant set option1 = $2, option2 = $3, price = $4, weight_gram = $5 where id = $1",
        args![variant, column(&terms.option1), column(&terms.option2), terms.price(), terms.weight.get()],
    )
    .await?;
    refresh(platform, &mut tx, Products::One(product.id)).await?;
    tx.commit().await?;
    Ok(())
}

/// Puts a variant away: it is not sold any more; orders that hold it go on. Done already is no error.
///
/// # Errors
/// See [`VariantError`].
pub async fn archive_variant(platform: &Platform, actor: &Actor, variant: Uuid) -> Result<(), VariantError> {
    let owner = actor.require(Capability::RunShop)?;
    let mut tx = platform.db.begin().await?;
    let product = lock_product_of(&mut tx, owner, variant).await?;
    let others = "select count(*) from variant where product_id = $1 and id <> $2 and not archived";
    let (others,): (i64,) = tx.one(others, args![product.id, variant]).await?.unwrap_or_default();
    if others == 0 && product.state == ProductState::Published {
        return Err(VariantError::Last);
    }
    tx.run_one("update variant set archived = $2 where id = $1", args![variant, true]).await?;
    refresh(platform, &mut tx, Products::One(product.id)).await?;
    tx.commit().await?;
    Ok(())
}

/// Sells a variant again that was put away. Done already is no error.
///
/// # Errors
/// See [`VariantError`].
pub async fn restore_variant(platform: &Platform, actor: &Actor, variant: Uuid) -> Result<(), VariantError> {
    let owner = actor.require(Capability::RunShop)?;
    let mut tx = platform.db.begin().await?;
    let product = lock_product_of(&mut tx, owner, variant).await?;
    let options = "select option1, option2 from variant where id = $1";
    let (option1, option2): (String, String) = tx.one(options, args![variant]).await?.ok_or(VariantError::NotFound)?;
    if has_twin(&mut tx, product.id, variant, &option1, &option2).await? {
        return Err(VariantError::Twin);
    }
    tx.run_one("update variant set archived = $2 where id = $1", args![variant, false]).await?;
    refresh(platform, &mut tx, Products::One(product.id)).await?;
    tx.commit().await?;
    Ok(())
}

async fn lock_product_of(tx: &mut Tx, owner: Uuid, variant: Uuid) -> Result<Locked, VariantError> {
    let of = "select product_id from variant where id = $1";
    let (product,): (Uuid,) = tx.one(of, args![variant]).await?.ok_or(VariantError::NotFound)?;
    lock_product(tx, owner, product).await?.ok_or(VariantError::NotFound)
}

/// Whether another variant that is sold has the same options, however they are written.
async fn has_twin(tx: &mut Tx, product: Uuid, variant: Uuid, option1: &str, option2: &str) -> Result<bool, DbError> {
    let sql = "select id from variant where product_id = $1 and id <> $2 and not archived \
         and lower(option1) = lower($3) and lower(option2) = lower($4)";
    Ok(tx.one::<(Uuid,)>(sql, args![product, variant, option1, option2]).await?.is_some())
}
