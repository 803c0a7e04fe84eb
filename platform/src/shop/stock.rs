//! Stock: what is there, what is promised, and the ledger of every change.

use uuid::Uuid;

use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// A change to the stock of a variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Movement {
    /// Promised to an order.
    Reserve,
    /// Not promised any more.
    Release,
    /// Handed over.
    Sale,
}

/// Locks a cart against other checkouts of the same cart.
pub(super) async fn lock_cart(tx: &mut Tx, cart: Uuid) -> Result<(), DbError> {
    if let Tx::Postgres(_) = tx {
        tx.all::<(Uuid,)>("select id from cart where id = $1 for update", args![cart]).await?;
    }
    Ok(())
}

/// Locks the stock of a cart's variants against everybody else until the transaction ends, always in the same order, so
/// that two baskets in reverse order wait for each other instead of blocking each other. SQLite has one writer anyway.
pub(super) async fn lock_lines(tx: &mut Tx, cart: Uuid) -> Result<(), DbError> {
    if let Tx::Postgres(_) = tx {
        let sql = "select variant_id from stock where variant_id in (select variant_id from cart_line where cart_id = $1) \
             order by variant_id for update";
        tx.all::<(Uuid,)>(sql, args![cart]).await?;
    }
    Ok(())
}

/// Locks the stock that an order holds or held, in the same order.
pub(super) async fn lock_order(tx: &mut Tx, order: Uuid) -> Result<(), DbError> {
    if let Tx::Postgres(_) = tx {
        let sql = "select variant_id from stock where variant_id in (select variant_id from reservation where order_id = $1) \
             order by variant_id for update";
        tx.all::<(Uuid,)>(sql, args![order]).await?;
    }
    Ok(())
}

/// Changes the stock of a variant for an order. The database's own check refuses what cannot be. Call it in the order of
/// the products: it writes their rows too.
pub(super) async fn change(
    platform: &Platform,
    tx: &mut Tx,
    movement: Movement,
    variant: Uuid,
    quantity: i64,
    order: Uuid,
) -> Result<(), DbError> {
    let (sql, kind, signed) = match movement {
        Movement::Reserve => ("update stock set reserved = reserved + $2 where variant_id = $1", "reserve", quantity),
        Movement::Release => ("update stock set reserved = reserved - $2 where variant_id = $1", "release", quantity),
        Movement::Sale => (
            "update stock set reserved = reserved - $2, on_hand = on_hand - $2 where variant_id = $1",
            "sale",
            -quantity,
        ),
    };
    tx.run_one(sql, args![variant, quantity]).await?;
    tx.run(
        "insert into stock_movement (id, variant_id, kind, quantity, order_id, at) values ($1, $2, $3, $4, $5, $6)",
        args![platform.new_id(), variant, kind, signed, order, platform.now()],
    )
    .await?;
    // The catalogue's own note whether anything of the product can be bought.
    let note = "update product set available = exists (select 1 from variant v join stock s on s.variant_id = v.id \
         where v.product_id = product.id and not v.archived and s.on_hand > s.reserved) \
         where id = (select product_id from variant where id = $1)";
    tx.run(note, args![variant]).await.map(drop)
}
