//! How a shop's goods get to buyers.

use domain::account::{Actor, Capability};
use domain::shop::profile::DeliveryTerms;

use super::OwnShopError;
use super::own::lock_own_shop;
use crate::{Platform, args};

/// Sets how the actor's shop delivers. Orders that were placed keep what they cost.
///
/// # Errors
/// See [`OwnShopError`].
pub async fn set_delivery(platform: &Platform, actor: &Actor, terms: &DeliveryTerms) -> Result<(), OwnShopError> {
    let owner = actor.require(Capability::RunShop)?;
    let reference = platform.reference().await?;
    let mut tx = platform.db.begin().await?;
    let shop = lock_own_shop(&mut tx, owner).await?.ok_or(OwnShopError::NoShop)?;
    let sql = "update usaha set pickup = $2, courier = $3 where id = $1";
    tx.run_one(sql, args![shop, terms.pickup, terms.courier]).await?;
    tx.run("delete from courier_fee where usaha_id = $1", args![shop]).await?;
    for (kecamatan, fee) in terms.fees.iter().filter(|(code, _)| reference.kecamatan(code.as_str()).is_some()) {
        let sql = "insert into courier_fee (usaha_id, kecamatan, fee) values ($1, $2, $3)";
        tx.run(sql, args![shop, kecamatan.as_str(), *fee]).await?;
    }
    tx.commit().await?;
    Ok(())
}
