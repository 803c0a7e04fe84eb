//! Changing a shop's profile.

use domain::account::{Actor, Capability, Forbidden};
use domain::shop::profile::Profile;
use thiserror::Error;

use super::decide::hand_in_if_returned;
use super::own::lock_own_shop;
use crate::db::DbError;
use crate::shop::listing::{Products, refresh};
use crate::{Platform, args};

/// Why a profile is not changed.
#[derive(Debug, Error)]
pub enum UpdateShopError {
    /// This account may not run a shop.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// This account has no shop.
    #[error("no shop")]
    NoShop,
    /// The desa does not lie in the kecamatan, or neither exists.
    #[error("unknown place")]
    Place,
    /// The database did not answer.
    #[error("update shop: database")]
    Db(#[from] DbError),
}

/// Changes the profile of the actor's shop. Its address on the site stays: links and printed codes keep working.
///
/// A shop that an officer sent back for correction waits for the officer again.
///
/// # Errors
/// See [`UpdateShopError`].
pub async fn update_shop(platform: &Platform, actor: &Actor, profile: &Profile) -> Result<(), UpdateShopError> {
    let owner = actor.require(Capability::RunShop)?;
    if !platform.reference().await?.is_in(profile.desa.as_str(), profile.kecamatan.as_str()) {
        return Err(UpdateShopError::Place);
    }
    let mut tx = platform.db.begin().await?;
    let shop = lock_own_shop(&mut tx, owner).await?.ok_or(UpdateShopError::NoShop)?;
    tx.run_one(
        "update usaha set name = $2, kecamatan = $3, desa = $4, address = $5, description = $6, opening_hours = $7, \
         phone = $8 where id = $1",
        args![
            shop,
            profile.name.as_str(),
            profile.kecamatan.as_str(),
            profile.desa.as_str(),
            profile.address.as_str(),
            profile.description.as_str(),
            profile.opening_hours.as_str(),
            profile.phone.as_str()
        ],
    )
    .await?;
    hand_in_if_returned(platform, &mut tx, shop, owner).await?;
    // Products are found by the shop's name and kecamatan too.
    refresh(platform, &mut tx, Products::OfShop(shop)).await?;
    tx.commit().await?;
    Ok(())
}
