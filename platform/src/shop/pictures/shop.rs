//! The picture of a shop: its front, its logo, or the person behind it.

use domain::account::{Actor, Capability};
use uuid::Uuid;

use super::{OwnPicture, PictureError};
use crate::db::{Sql, Tx};
use crate::picture::{attach, detach, upload};
use crate::{Platform, args};

/// An own shop's picture with what its page says about the shop.
#[derive(Debug, Clone)]
pub struct ShopPicture {
    /// The shop's name.
    pub name: String,
    /// Its place in addresses.
    pub slug: String,
    /// The picture, if there is one.
    pub picture: Option<OwnPicture>,
}

/// The picture of the actor's shop.
///
/// # Errors
/// See [`PictureError`]; without a shop it is not found.
pub async fn find_shop_picture(platform: &Platform, actor: &Actor) -> Result<ShopPicture, PictureError> {
    let owner = actor.require(Capability::RunShop)?;
    let sql = "select name, slug, picture_id from usaha where owner_id = $1 order by created_at limit 1";
    let found: Option<(String, String, Option<Uuid>)> = platform.db.one(sql, args![owner]).await?;
    let (name, slug, picture) = found.ok_or(PictureError::NotFound)?;
    let picture = match picture {
        Some(id) => platform.db.one("select id, state, reason from picture where id = $1", args![id]).await?,
        None => None,
    };
    Ok(ShopPicture { name, slug, picture })
}

/// Gives the actor's shop a picture in the place of the one it had.
///
/// # Errors
/// See [`PictureError`].
pub async fn set_shop_picture(platform: &Platform, actor: &Actor, file: Vec<u8>) -> Result<(), PictureError> {
    let owner = actor.require(Capability::RunShop)?;
    find_shop_picture(platform, actor).await?;
    let uploaded = upload(platform, owner, file).await?;
    let mut tx = platform.db.begin().await?;
    let (shop, before) = lock(&mut tx, owner).await?;
    attach(&mut tx, uploaded.id).await?;
    tx.run_one("update usaha set picture_id = $2 where id = $1", args![shop, uploaded.id]).await?;
    if let Some(before) = before {
        detach(platform, &mut tx, before).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Takes the picture of the actor's shop away.
///
/// # Errors
/// See [`PictureError`].
pub async fn remove_shop_picture(platform: &Platform, actor: &Actor) -> Result<(), PictureError> {
    let owner = actor.require(Capability::RunShop)?;
    let mut tx = platform.db.begin().await?;
    let (shop, before) = lock(&mut tx, owner).await?;
    if let Some(before) = before {
        tx.run_one("update usaha set picture_id = null where id = $1", args![shop]).await?;
        detach(platform, &mut tx, before).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn lock(tx: &mut Tx, owner: Uuid) -> Result<(Uuid, Option<Uuid>), PictureError> {
    let sql = Sql::either(
        "select id, picture_id from usaha where owner_id = $1 order by created_at limit 1",
        "select id, picture_id from usaha where owner_id = $1 order by created_at limit 1 for update",
    );
    tx.one(sql, args![owner]).await?.ok_or(PictureError::NotFound)
}
