//! Acting on an order: one function for buyer, seller, officer and deadline, so that every step has one meaning.

use domain::shop::order::{Action, By, Deadlines, Delivery, Now, Status, holds_stock, next};
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

use super::notices;
use crate::db::{DbError, Sql, Tx};
use crate::notice::{clear_timer, set_timer};
use crate::shop::stock::{self, Movement};
use crate::{Platform, args};

/// What somebody does to an order.
#[derive(Debug, Clone, Default)]
pub struct Act {
    /// Why, for a cancellation; or anything that the other side should read.
    pub note: String,
    /// Who carries it, for sending.
    pub courier: String,
    /// The carrier's number, for sending.
    pub receipt_number: String,
    /// The account that acts.
    pub account: Option<Uuid>,
}

/// Why it was not done. Nothing changed.
#[derive(Debug, Error)]
pub enum ActError {
    /// There is no such order.
    #[error("no such order")]
    NotFound,
    /// The order is not where this can be done, or not by this person: somebody may have been faster.
    #[error("not possible now")]
    NotNow,
    /// The stock is gone meanwhile.
    #[error("out of stock")]
    OutOfStock,
    /// The database did not answer.
    #[error("order: database")]
    Db(#[from] DbError),
}

#[derive(FromRow)]
struct Row {
    #[sqlx(try_from = "String")]
    status: Status,
    #[sqlx(try_from = "String")]
    delivery: Delivery,
    paid: bool,
    accepted_at: Option<i64>,
}

/// Does `action` to an order. The caller has made sure that the person is this order's buyer or seller.
///
/// # Errors
/// See [`ActError`].
pub async fn act_on_order(
    platform: &Platform,
    order: Uuid,
    action: Action,
    by: By,
    act: &Act,
) -> Result<Status, ActError> {
    let mut tx = platform.db.begin().await?;
    let status = act_within(platform, &mut tx, order, action, by, act).await?;
    tx.commit().await?;
    Ok(status)
}

/// As [`act_on_order`], within a transaction.
pub(super) async fn act_within(
    platform: &Platform,
    tx: &mut Tx,
    order: Uuid,
    action: Action,
    by: By,
    act: &Act,
) -> Result<Status, ActError> {
    let read = Sql::either(
        "select status, delivery, paid, accepted_at from shop_order where id = $1",
        "select status, delivery, paid, accepted_at from shop_order where id = $1 for update",
    );
    let row: Row = tx.one(read, args![order]).await?.ok_or(ActError::NotFound)?;
    let now = Now { status: row.status, delivery: row.delivery, paid: row.paid, accepted: row.accepted_at.is_some() };
    let to = next(now, action, by).ok_or(ActError::NotNow)?;
    move_stock(platform, tx, order, now.status, to).await?;
    update(platform, tx, order, action, by, act, to).await?;
    tx.run(
        "insert into order_event (id, order_id, at, by_role, by_account, action, status, note) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            platform.new_id(),
            order,
            platform.now(),
            by.as_str(),
            act.account,
            action.as_str(),
            to.as_str(),
            &act.note
        ],
    )
    .await?;
    timers(platform, tx, order, to, action).await?;
    notices::moved(platform, tx, order, to).await?;
    Ok(to)
}

async fn move_stock(platform: &Platform, tx: &mut Tx, order: Uuid, from: Status, to: Status) -> Result<(), ActError> {
    let (movement, before, after) = match (holds_stock(from), holds_stock(to)) {
        (true, false) if to == Status::Diterima => (Movement::Sale, "active", "sold"),
        (true, false) => (Movement::Release, "active", "released"),
        (false, true) => (Movement::Reserve, "released", "active"),
        _ => return Ok(()),
    };
    stock::lock_order(tx, order).await?;
    let held = "select r.variant_id, r.quantity from reservation r join variant v on v.id = r.variant_id \
         where r.order_id = $1 and r.state = $2 order by v.product_id, r.variant_id";
    let held: Vec<(Uuid, i64)> = tx.all(held, args![order, before]).await?;
    for (variant, quantity) in held {
        if movement == Movement::Reserve && !can_reserve(tx, variant, quantity).await? {
            return Err(ActError::OutOfStock);
        }
        stock::change(platform, tx, movement, variant, quantity, order).await?;
        if movement == Movement::Sale {
            let sql = "update product set sold = sold + $2 where id = (select product_id from variant where id = $1)";
            tx.run(sql, args![variant, quantity]).await?;
        }
    }
    let sql = "update reservation set state = $3 where order_id = $1 and state = $2";
    tx.run(sql, args![order, before, after]).await?;
    Ok(())
}

async fn can_reserve(tx: &mut Tx, variant: Uuid, quantity: i64) -> Result<bool, DbError> {
    let sql = "select on_hand - reserved from stock where variant_id = $1";
    Ok(tx.one::<(i64,)>(sql, args![variant]).await?.is_some_and(|(left,)| left >= quantity))
}

async fn update(
    platform: &Platform,
    tx: &mut Tx,
    order: Uuid,
    action: Action,
    by: By,
    act: &Act,
    to: Status,
) -> Result<(), DbError> {
    let now = platform.now();
    tx.run_one("update shop_order set status = $2, updated_at = $3 where id = $1", args![order, to.as_str(), now]).await?;
    match action {
        // Cash is in the seller's hand with the hand-over.
        Action::Pay | Action::HandOver => tx.run_one("update shop_order set paid = $2 where id = $1", args![order, true]).await,
        Action::Refund => tx.run_one("update shop_order set paid = $2 where id = $1", args![order, false]).await,
        Action::Accept => tx.run_one("update shop_order set accepted_at = $2 where id = $1", args![order, now]).await,
        Action::Send => {
            let sql = "update shop_order set courier = $2, receipt_number = $3 where id = $1";
            tx.run_one(sql, args![order, &act.courier, &act.receipt_number]).await
        }
        Action::Cancel => {
            let sql = "update shop_order set cancelled_by = $2, cancel_reason = $3 where id = $1";
            tx.run_one(sql, args![order, by.as_str(), &act.note]).await
        }
        _ => Ok(()),
    }
}

async fn timers(platform: &Platform, tx: &mut Tx, order: Uuid, to: Status, action: Action) -> Result<(), DbError> {
    let deadlines = Deadlines::default();
    if to != Status::MenungguPembayaran {
        clear_timer(tx, "pay_by", order).await?;
    }
    if action == Action::Accept || !holds_stock(to) {
        clear_timer(tx, "accept_by", order).await?;
    }
    match to {
        Status::Dibayar => {
            let due = platform.now().plus_hours(deadlines.accept);
            tx.run("update shop_order set accept_by = $2 where id = $1", args![order, due]).await?;
            set_timer(platform, tx, "accept_by", order, due).await
        }
        Status::Diterima => {
            let due = platform.now().plus_hours(deadlines.complete);
            tx.run("update shop_order set complete_by = $2 where id = $1", args![order, due]).await?;
            set_timer(platform, tx, "complete_by", order, due).await
        }
        _ => clear_timer(tx, "complete_by", order).await,
    }
}
