//! The cart of an account: one, found on every device where its owner is signed in.

use domain::shop::checkout::MOST_OF_ONE;
use uuid::Uuid;

use crate::db::{DbError, Sql, Tx};
use crate::{Platform, args, secret};

/// An account's cart, and how many pieces are in it.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_own_cart(platform: &Platform, account: Uuid) -> Result<Option<(Uuid, i64)>, DbError> {
    let sql = "select c.id, cast(coalesce(sum(l.quantity), 0) as bigint) from cart c \
         left join cart_line l on l.cart_id = c.id where c.account_id = $1 group by c.id";
    platform.db.one(sql, args![account]).await
}

/// An account's cart, made if there is none.
///
/// # Errors
/// Only when the database does not answer.
pub async fn open_own_cart(platform: &Platform, account: Uuid) -> Result<Uuid, DbError> {
    let mut tx = platform.db.begin().await?;
    let cart = open(platform, &mut tx, account).await?;
    tx.commit().await?;
    Ok(cart)
}

/// Moves what a guest has in the cart into the account's, and forgets the guest's. Of one thing there are at most
/// [`MOST_OF_ONE`] pieces. Another account's cart is left alone.
///
/// # Errors
/// Only when the database does not answer.
pub async fn claim_cart(platform: &Platform, account: Uuid, guest: Uuid) -> Result<(), DbError> {
    let mut tx = platform.db.begin().await?;
    let lock = Sql::either(
        "select id from cart where id = $1 and account_id is null",
        "select id from cart where id = $1 and account_id is null for update",
    );
    if tx.one::<(Uuid,)>(lock, args![guest]).await?.is_none() {
        return Ok(());
    }
    let cart = open(platform, &mut tx, account).await?;
    tx.run(
        "insert into cart_line (cart_id, variant_id, quantity, price, added_at) \
         select $2, variant_id, quantity, price, added_at from cart_line where cart_id = $1 \
         on conflict (cart_id, variant_id) do update set price = excluded.price, \
         quantity = case when cart_line.quantity + excluded.quantity > $3 then $3 \
         else cart_line.quantity + excluded.quantity end",
        args![guest, cart, MOST_OF_ONE],
    )
    .await?;
    tx.run("delete from cart_line where cart_id = $1", args![guest]).await?;
    tx.run("delete from cart where id = $1", args![guest]).await?;
    tx.commit().await
}

/// No cookie opens an account's cart: its token is told to nobody.
async fn open(platform: &Platform, tx: &mut Tx, account: Uuid) -> Result<Uuid, DbError> {
    let sql = "insert into cart (id, token_hash, account_id, updated_at) values ($1, $2, $3, $4) \
         on conflict (account_id) do update set updated_at = excluded.updated_at returning id";
    let nobodys = secret::hash(&secret::new(platform));
    let cart: Option<(Uuid,)> = tx.one(sql, args![platform.new_id(), nobodys, account, platform.now()]).await?;
    cart.map(|(id,)| id).ok_or(DbError::Lost { touched: 0 })
}
