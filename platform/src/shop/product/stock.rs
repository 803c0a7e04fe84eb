//! Counting what lies in the shop.

use domain::account::{Actor, Capability, Forbidden};
use domain::shop::product::Pieces;
use thiserror::Error;
use uuid::Uuid;

use crate::db::{DbError, Tx};
use crate::shop::stock;
use crate::{Platform, args};

/// Why a count is not taken over. Nothing changed.
#[derive(Debug, Error)]
pub enum StockError {
    /// This account may not run a shop.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such variant, or it is another's.
    #[error("no such variant")]
    NotFound,
    /// So many pieces are promised to orders: fewer cannot be there.
    #[error("{0} pieces are promised")]
    Promised(i64),
    /// Something was sold or counted since the seller looked: now so many are there.
    #[error("{0} pieces are there now")]
    Moved(i64),
    /// The database did not answer.
    #[error("stock: database")]
    Db(#[from] DbError),
}

/// Sets how many pieces of a variant lie in the actor's shop, those promised to orders included.
///
/// `seen` is the number that the seller saw before counting. When it is not true any more, pieces have left meanwhile
/// and the count would bring them back: nothing is changed and the seller looks again. The same count sent twice is no
/// error.
///
/// # Errors
/// See [`StockError`].
pub async fn set_stock(
    platform: &Platform,
    actor: &Actor,
    variant: Uuid,
    seen: i64,
    on_hand: Pieces,
) -> Result<(), StockError> {
    let owner = actor.require(Capability::RunShop)?;
    let mut tx = platform.db.begin().await?;
    set_within(platform, &mut tx, owner, variant, seen, on_hand).await?;
    tx.commit().await?;
    Ok(())
}

/// As [`set_stock`], within a transaction that has locked nothing yet: stock comes before products.
pub(super) async fn set_within(
    platform: &Platform,
    tx: &mut Tx,
    owner: Uuid,
    variant: Uuid,
    seen: i64,
    on_hand: Pieces,
) -> Result<(), StockError> {
    let own = "select v.id from variant v join product p on p.id = v.product_id join usaha u on u.id = p.usaha_id \
         where v.id = $1 and u.owner_id = $2";
    tx.one::<(Uuid,)>(own, args![variant, owner]).await?.ok_or(StockError::NotFound)?;
    let now = stock::lock_variant(tx, variant).await?.ok_or(StockError::NotFound)?;
    match on_hand.get() {
        same if same == now.on_hand => Ok(()),
        _ if now.on_hand != seen => Err(StockError::Moved(now.on_hand)),
        few if few < now.reserved => Err(StockError::Promised(now.reserved)),
        other => Ok(stock::adjust(platform, tx, variant, now, other).await?),
    }
}
