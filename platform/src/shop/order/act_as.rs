//! Who may act on an order: its seller, its buyer, or an officer in their place.

use domain::account::{Actor, Capability};
use domain::shop::order::{Action, By, Status, needs_reason};
use sqlx::FromRow;
use uuid::Uuid;

use super::act::{Act, ActError, Who, act_within};
use super::find::{Buyer, buyer_of};
use crate::db::DbError;
use crate::rate_limit::{PIN_TRIES, take};
use crate::{Platform, args, secret};

/// Does `action` to an order of the actor's own shop.
///
/// # Errors
/// See [`ActError`]; an order of another shop is not found.
pub async fn act_as_seller(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    action: Action,
    act: &Act,
) -> Result<Status, ActError> {
    let who = Who { by: By::Penjual, account: Some(actor.require(Capability::RunShop)?) };
    let sql = "select o.id from shop_order o join usaha u on u.id = o.usaha_id where o.number = $1 and u.owner_id = $2";
    act_on_found(platform, sql, number, action, who, act).await
}

/// Does `action` to an order in the place of its buyer or seller; why is kept and both are told. Not to an order of the
/// officer's own shop.
///
/// # Errors
/// See [`ActError`].
pub async fn act_as_officer(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    action: Action,
    act: &Act,
) -> Result<Status, ActError> {
    let who = Who { by: By::Petugas, account: Some(actor.require(Capability::ActOnOrders)?) };
    let sql =
        "select o.id from shop_order o join usaha u on u.id = o.usaha_id where o.number = $1 and u.owner_id <> $2";
    act_on_found(platform, sql, number, action, who, act).await
}

/// Does `action` to the order that a query finds by its number and the account of whoever acts.
async fn act_on_found(
    platform: &Platform,
    find: &'static str,
    number: &str,
    action: Action,
    who: Who,
    act: &Act,
) -> Result<Status, ActError> {
    let act = tidy(action, who.by, act)?;
    let mut tx = platform.db.begin().await?;
    let (order,): (Uuid,) = tx.one(find, args![number, who.account]).await?.ok_or(ActError::NotFound)?;
    let status = act_within(platform, &mut tx, order, action, who, &act).await?;
    tx.commit().await?;
    Ok(status)
}

/// Does `action` to an order for its buyer: the account that placed it, or whoever shows its secret or PIN.
///
/// # Errors
/// See [`ActError`].
pub async fn act_as_buyer(
    platform: &Platform,
    actor: &Actor,
    order: Uuid,
    secret_or_pin: &str,
    action: Action,
    act: &Act,
) -> Result<Status, ActError> {
    let act = tidy(action, By::Pembeli, act)?;
    prove_buyer(platform, actor, order, secret_or_pin).await?;
    let mut tx = platform.db.begin().await?;
    let who = Who { by: By::Pembeli, account: actor.id() };
    let status = act_within(platform, &mut tx, order, action, who, &act).await?;
    tx.commit().await?;
    Ok(status)
}

/// Makes sure that somebody is the buyer of an order. Only a PIN can be guessed at, so only its tries are counted.
///
/// # Errors
/// [`ActError::NotFound`], [`ActError::WrongPin`], [`ActError::Wait`] or [`ActError::Db`].
pub async fn prove_buyer(platform: &Platform, actor: &Actor, order: Uuid, secret_or_pin: &str) -> Result<(), ActError> {
    let keys = Keys::of(platform, order).await?.ok_or(ActError::NotFound)?;
    let given = secret_or_pin.trim();
    if keys.is_own(actor) || keys.fits_secret(given) {
        return Ok(());
    }
    if let Some(wait) = take(platform, &format!("pin:{order}"), PIN_TRIES).await? {
        return Err(ActError::Wait(wait));
    }
    if keys.fits_pin(given) { Ok(()) } else { Err(ActError::WrongPin) }
}

/// Who ordered, for somebody who acts without typing a PIN: the account that placed the order, or a device with its
/// secret. `None` for everybody else.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_buyer(
    platform: &Platform,
    actor: &Actor,
    order: Uuid,
    secret: Option<&str>,
) -> Result<Option<Buyer>, DbError> {
    let known = |keys: Keys| keys.is_own(actor) || secret.is_some_and(|secret| keys.fits_secret(secret));
    if !Keys::of(platform, order).await?.is_some_and(known) {
        return Ok(None);
    }
    buyer_of(platform, order).await
}

/// Whether somebody who shows this secret or PIN may act on an order without an account.
///
/// # Errors
/// Only when the database does not answer.
pub async fn may_act(platform: &Platform, order: Uuid, secret_or_pin: &str) -> Result<bool, DbError> {
    let given = secret_or_pin.trim();
    let keys = Keys::of(platform, order).await?;
    Ok(keys.is_some_and(|keys| keys.fits_secret(given) || keys.fits_pin(given)))
}

/// What opens an order to its buyer.
#[derive(FromRow)]
struct Keys {
    #[sqlx(rename = "id")]
    group: Uuid,
    #[sqlx(rename = "account_id")]
    account: Option<Uuid>,
    #[sqlx(rename = "pin_hash")]
    pin: Vec<u8>,
    #[sqlx(rename = "secret_hash")]
    secret: Vec<u8>,
}

impl Keys {
    async fn of(platform: &Platform, order: Uuid) -> Result<Option<Self>, DbError> {
        let sql = "select g.id, g.account_id, g.pin_hash, g.secret_hash from checkout_group g \
             join shop_order o on o.group_id = g.id where o.id = $1";
        platform.db.one(sql, args![order]).await
    }

    fn is_own(&self, actor: &Actor) -> bool {
        self.account.is_some() && self.account == actor.id()
    }

    fn fits_secret(&self, given: &str) -> bool {
        secret::same(&self.secret, &secret::hash(given))
    }

    fn fits_pin(&self, given: &str) -> bool {
        secret::same(&self.pin, &secret::pin_hash(self.group, given))
    }
}

/// What was typed, without edges and within bounds; a reason where one is needed.
fn tidy(action: Action, by: By, act: &Act) -> Result<Act, ActError> {
    let short = |text: &str, most: usize| text.trim().chars().take(most).collect::<String>();
    let act = Act {
        note: short(&act.note, 300),
        courier: short(&act.courier, 60),
        receipt_number: short(&act.receipt_number, 60),
    };
    if needs_reason(action, by) && act.note.is_empty() { Err(ActError::NoReason) } else { Ok(act) }
}
