//! Stock: what is there, what is promised, and the ledger of every change.

use uuid::Uuid;

use crate::db::{DbError, Sql, Tx};
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
    record(platform, tx, variant, kind, signed, Some(order)).await?;
    note_available(tx, variant).await
}

/// What is there of a variant, and what of it is promised to orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counted {
    pub on_hand: i64,
    pub reserved: i64,
}

/// Locks a variant's stock against everybody else until the transaction ends; `None` where there is no such variant.
pub(super) async fn lock_variant(tx: &mut Tx, variant: Uuid) -> Result<Option<Counted>, DbError> {
    let sql = Sql::either(
        "select on_hand, reserved from stock where variant_id = $1",
        "select on_hand, reserved from stock where variant_id = $1 for update",
    );
    let found: Option<(i64, i64)> = tx.one(sql, args![variant]).await?;
    Ok(found.map(|(on_hand, reserved)| Counted { on_hand, reserved }))
}

/// Begins the stock of a new variant.
pub(super) async fn begin(platform: &Platform, tx: &mut Tx, variant: Uuid, on_hand: i64) -> Result<(), DbError> {
    tx.run("insert into stock (variant_id, on_hand, reserved) values ($1, $2, 0)", args![variant, on_hand]).await?;
    record(platform, tx, variant, "adjust", on_hand, None).await
}

/// Sets what is there of a variant whose stock is locked; the ledger gets the difference.
pub(super) async fn adjust(
    platform: &Platform,
    tx: &mut Tx,
    variant: Uuid,
    from: Counted,
    on_hand: i64,
) -> Result<(), DbError> {
    tx.run_one("update stock set on_hand = $2 where variant_id = $1", args![variant, on_hand]).await?;
    record(platform, tx, variant, "adjust", on_hand - from.on_hand, None).await?;
    note_available(tx, variant).await
}

async fn record(
    platform: &Platform,
    tx: &mut Tx,
    variant: Uuid,
    kind: &'static str,
    quantity: i64,
    order: Option<Uuid>,
) -> Result<(), DbError> {
    tx.run(
        "insert into stock_movement (id, variant_id, kind, quantity, order_id, at) values ($1, $2, $3, $4, $5, $6)",
        args![platform.new_id(), variant, kind, quantity, order, platform.now()],
    )
    .await
    .map(drop)
}

/// The catalogue's own note whether anything of the product can be bought. The product's row is locked first: a
/// statement that waited for it would count with what was true before it waited.
async fn note_available(tx: &mut Tx, variant: Uuid) -> Result<(), DbError> {
    if let Tx::Postgres(_) = tx {
        let sql = "select p.id from product p join variant v on v.product_id = p.id where v.id = $1 for update of p";
        tx.one::<(Uuid,)>(sql, args![variant]).await?;
    }
    let note = "update product set available = exists (select 1 from variant v join stock s on s.variant_id = v.id \
         where v.product_id = product.id and not v.archived and s.on_hand > s.reserved) \
         where id = (select product_id from variant where id = $1)";
    tx.run(note, args![variant]).await.map(drop)
}
