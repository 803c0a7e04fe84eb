//! An owner's own shop, with everything that only the owner sees.

use domain::account::{Actor, Capability};
use domain::shop::usaha::ShopState;
use sqlx::FromRow;
use uuid::Uuid;

use super::OwnShopError;
use crate::db::{DbError, Sql, Tx};
use crate::{Platform, args};

/// An owner's own shop.
#[derive(Debug, Clone, FromRow)]
pub struct OwnShop {
    /// The shop.
    pub id: Uuid,
    /// Its place in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Code of its kecamatan.
    pub kecamatan: String,
    /// Code of its desa.
    pub desa: String,
    /// Street address.
    pub address: String,
    /// In the owner's words.
    pub description: String,
    /// Its picture.
    pub picture_id: Option<Uuid>,
    /// Opening hours in words.
    pub opening_hours: String,
    /// First day of "toko libur".
    pub closed_from: Option<String>,
    /// Last day of "toko libur".
    pub closed_to: Option<String>,
    /// Its public number.
    pub phone: String,
    /// Whether things can be fetched.
    pub pickup: bool,
    /// Whether it delivers.
    pub courier: bool,
    /// Whether cash is taken.
    pub cod: bool,
    /// Whether bank transfers are taken.
    pub transfer: bool,
    /// The bank.
    pub bank_name: Option<String>,
    /// The account's number.
    pub bank_account: Option<String>,
    /// The account's holder.
    pub bank_holder: Option<String>,
    /// Whether it sells.
    #[sqlx(try_from = "String")]
    pub state: ShopState,
    /// What the officer wrote with the last decision.
    pub state_reason: Option<String>,
}

/// The actor's shop; `None` for those who have not opened one.
///
/// # Errors
/// When the actor may not run a shop, or the database does not answer.
pub async fn find_own_shop(platform: &Platform, actor: &Actor) -> Result<Option<OwnShop>, OwnShopError> {
    let owner = actor.require(Capability::RunShop)?;
    let sql = "select id, slug, name, kecamatan, desa, address, description, picture_id, opening_hours, closed_from, \
         closed_to, phone, pickup, courier, cod, transfer, bank_name, bank_account, bank_holder, state, state_reason \
         from usaha where owner_id = $1";
    Ok(platform.db.one(sql, args![owner]).await?)
}

/// What the courier of the actor's shop costs, by kecamatan code.
///
/// # Errors
/// When the actor may not run a shop, or the database does not answer.
pub async fn list_fees(platform: &Platform, actor: &Actor) -> Result<Vec<(String, i64)>, OwnShopError> {
    let owner = actor.require(Capability::RunShop)?;
    let sql = "select f.kecamatan, f.fee from courier_fee f join usaha u on u.id = f.usaha_id where u.owner_id = $1";
    Ok(platform.db.all(sql, args![owner]).await?)
}

/// Locks an owner's shop until the transaction ends.
pub(in crate::shop) async fn lock_own_shop(tx: &mut Tx, owner: Uuid) -> Result<Option<Uuid>, DbError> {
    let sql =
        Sql::either("select id from usaha where owner_id = $1", "select id from usaha where owner_id = $1 for update");
    Ok(tx.one::<(Uuid,)>(sql, args![owner]).await?.map(|(id,)| id))
}
