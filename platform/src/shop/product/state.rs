//! Showing a product to shoppers, taking it back, putting it away.

use domain::account::{Actor, Capability, Forbidden};
use domain::shop::product::{Lack, ProductAction, ProductState};
use thiserror::Error;
use uuid::Uuid;

use super::own::{lacks, lock_product};
use crate::db::DbError;
use crate::shop::listing::{Products, refresh};
use crate::{Platform, args};

/// Why a product stays as it is.
#[derive(Debug, Error)]
pub enum ChangeStateError {
    /// This account may not run a shop.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such product, or it is another's.
    #[error("no such product")]
    NotFound,
    /// It cannot go this way from where it is now.
    #[error("not possible now")]
    NotNow,
    /// Shoppers must know more before they see it.
    #[error("lacks {} things", .0.len())]
    Lacks(Vec<Lack>),
    /// The database did not answer.
    #[error("product state: database")]
    Db(#[from] DbError),
}

/// Does `action` to a product of the actor's shop. Orders are not touched by it. Done already is no error.
///
/// # Errors
/// See [`ChangeStateError`].
pub async fn change_product_state(
    platform: &Platform,
    actor: &Actor,
    product: Uuid,
    action: ProductAction,
) -> Result<(), ChangeStateError> {
    let owner = actor.require(Capability::RunShop)?;
    let mut tx = platform.db.begin().await?;
    let before = lock_product(&mut tx, owner, product).await?.ok_or(ChangeStateError::NotFound)?;
    if before.state == action.to() {
        return Ok(());
    }
    if !action.allowed(before.state) {
        return Err(ChangeStateError::NotNow);
    }
    let to = action.to();
    if to == ProductState::Published {
        let lacks = lacks(&mut tx, product).await?;
        if !lacks.is_empty() {
            return Err(ChangeStateError::Lacks(lacks));
        }
    }
    // The date of the first publication stays: taking back and showing again does not make anything new.
    let first = to == ProductState::Published && before.published_at == 0;
    let published_at = if first { platform.now().micros() } else { before.published_at };
    let sql = "update product set state = $2, published_at = $3, updated_at = $4 where id = $1";
    tx.run_one(sql, args![product, to.as_str(), published_at, platform.now()]).await?;
    refresh(platform, &mut tx, Products::One(product)).await?;
    tx.commit().await?;
    Ok(())
}
