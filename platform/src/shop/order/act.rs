//! Acting on an order: one function for buyer, seller, officer and deadline, so that every step has one meaning. Who may
//! come this far is decided in `act_as` and by the deadlines.

use domain::account::Forbidden;
use domain::shop::order::{Action, By, Delivery, Now, Payment, Status, holds_stock, next};
use domain::time::Timestamp;
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

use super::notices::{self, Moved};
use crate::db::{DbError, Sql, Tx};
use crate::notice::{clear_timers, set_timer};
use crate::shop::proof;
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
}

/// Who acts, once that is known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Who {
    /// In which part.
    pub by: By,
    /// With which account, if any.
    pub account: Option<Uuid>,
}

/// Why it was not done. Nothing changed.
#[derive(Debug, Error)]
pub enum ActError {
    /// There is no such order, or it is not this person's.
    #[error("no such order")]
    NotFound,
    /// This person may do nothing to orders in this part.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Neither the PIN nor the secret of this order.
    #[error("wrong PIN")]
    WrongPin,
    /// Too many PINs were tried; so many seconds to wait.
    #[error("wait {0} seconds")]
    Wait(i64),
    /// It must be said why.
    #[error("a reason is missing")]
    NoReason,
    /// The very thing has been done already, then.
    #[error("already done")]
    Already {
        /// When.
        at: Timestamp,
    },
    /// The order is not where this can be done: somebody may have been faster.
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
    #[sqlx(try_from = "String")]
    payment: Payment,
    paid: bool,
    accepted_at: Option<i64>,
}

/// Does `action` to an order in anybody's part, without asking who it is: for demo data and tests only.
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
    let status = act_within(platform, &mut tx, order, action, Who { by, account: None }, act).await?;
    tx.commit().await?;
    Ok(status)
}

/// Does `action` to an order for somebody who may.
pub(super) async fn act_within(
    platform: &Platform,
    tx: &mut Tx,
    order: Uuid,
    action: Action,
    who: Who,
    act: &Act,
) -> Result<Status, ActError> {
    let read = Sql::either(
        "select status, delivery, payment, paid, accepted_at from shop_order where id = $1",
        "select status, delivery, payment, paid, accepted_at from shop_order where id = $1 for update",
    );
    let row: Row = tx.one(read, args![order]).await?.ok_or(ActError::NotFound)?;
    let now = Now {
        status: row.status,
        delivery: row.delivery,
        payment: row.payment,
        paid: row.paid,
        accepted: row.accepted_at.is_some(),
    };
    let Some(to) = next(now, action, who.by) else { return Err(why_not(tx, order, action).await?) };
    move_stock(platform, tx, order, now.status, to).await?;
    update(platform, tx, order, action, who.by, act, to).await?;
    if action == Action::Pay {
        proof::accept(platform, tx, order, who.account).await?;
    }
    tx.run(
        "insert into order_event (id, order_id, at, by_role, by_account, action, status, note) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            platform.new_id(),
            order,
            platform.now(),
            who.by.as_str(),
            who.account,
            action.as_str(),
            to.as_str(),
            &act.note
        ],
    )
    .await?;
    timers(platform, tx, order, to, action).await?;
    notices::moved(platform, tx, order, Moved { action, by: who.by, to, note: &act.note }).await?;
    Ok(to)
}

/// Why a step is not possible: it was taken before (the form was sent twice, or in two windows), or it does not fit.
async fn why_not(tx: &mut Tx, order: Uuid, action: Action) -> Result<ActError, DbError> {
    let sql = "select at from order_event where order_id = $1 and action = $2 order by at desc limit 1";
    let before: Option<(i64,)> = tx.one(sql, args![order, action.as_str()]).await?;
    Ok(before.map_or(ActError::NotNow, |(at,)| ActError::Already { at: at.into() }))
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
    tx.run_one("update shop_order set status = $2, updated_at = $3 where id = $1", args![order, to.as_str(), now])
        .await?;
    match action {
        // Cash is in the seller's hand with the hand-over.
        Action::Pay | Action::HandOver => {
            tx.run_one("update shop_order set paid = $2 where id = $1", args![order, true]).await
        }
        Action::Refund => tx.run_one("update shop_order set paid = $2 where id = $1", args![order, false]).await,
        Action::Accept => tx.run_one("update shop_order set accepted_at = $2 where id = $1", args![order, now]).await,
        // Who prepares or sends it has accepted it.
        Action::Ready => {
            let sql = "update shop_order set accepted_at = coalesce(accepted_at, $2) where id = $1";
            tx.run_one(sql, args![order, now]).await
        }
        Action::Send => {
            let sql = "update shop_order set accepted_at = coalesce(accepted_at, $4), courier = $2, \
                 receipt_number = $3 where id = $1";
            tx.run_one(sql, args![order, &act.courier, &act.receipt_number, now]).await
        }
        Action::Cancel => {
            let sql = "update shop_order set cancelled_by = $2, cancel_reason = $3 where id = $1";
            tx.run_one(sql, args![order, by.as_str(), &act.note]).await
        }
        _ => Ok(()),
    }
}

/// The timers of an order are those of its status: what was set before has no meaning after a step.
async fn timers(platform: &Platform, tx: &mut Tx, order: Uuid, to: Status, action: Action) -> Result<(), DbError> {
    clear_timers(tx, order).await?;
    let deadlines = platform.deadlines;
    let now = platform.now();
    let (hours, note, kind) = match to {
        Status::Dibayar => {
            let half = now.plus_hours(deadlines.accept / 2);
            set_timer(platform, tx, "remind_accept", order, half).await?;
            (deadlines.accept, "update shop_order set accept_by = $2 where id = $1", "accept_by")
        }
        Status::Diproses if action == Action::Accept => {
            (deadlines.ship, "update shop_order set ship_by = $2 where id = $1", "remind_ship")
        }
        Status::SiapDiambil => (deadlines.pickup, "update shop_order set pickup_by = $2 where id = $1", "pickup_by"),
        Status::Diterima | Status::ReturDitolak => {
            (deadlines.complete, "update shop_order set complete_by = $2 where id = $1", "complete_by")
        }
        _ => return Ok(()),
    };
    let due = now.plus_hours(hours);
    tx.run_one(note, args![order, due]).await?;
    set_timer(platform, tx, kind, order, due).await
}
