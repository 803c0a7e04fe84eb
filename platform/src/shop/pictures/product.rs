//! The pictures of a product: the first that is ready is its cover.

use domain::account::{Actor, Capability};
use uuid::Uuid;

use super::{OwnPicture, PictureError};
use crate::db::{DbError, Sql, Tx};
use crate::picture::{attach, detach, upload};
use crate::shop::listing::{self, Products};
use crate::{Platform, args};

/// A product has at most so many pictures.
pub const MOST: usize = 8;

/// A product's pictures with what their page says about the product.
#[derive(Debug, Clone)]
pub struct ProductPictures {
    /// The product's name.
    pub name: String,
    /// Its place in addresses.
    pub slug: String,
    /// In order; the first that is ready is the cover.
    pub pictures: Vec<OwnPicture>,
}

/// The pictures of an own product.
///
/// # Errors
/// See [`PictureError`].
pub async fn find_product_pictures(
    platform: &Platform,
    actor: &Actor,
    product: Uuid,
) -> Result<ProductPictures, PictureError> {
    let owner = actor.require(Capability::RunShop)?;
    let sql =
        "select p.name, p.slug from product p join usaha u on u.id = p.usaha_id where p.id = $1 and u.owner_id = $2";
    let (name, slug) = platform.db.one(sql, args![product, owner]).await?.ok_or(PictureError::NotFound)?;
    let sql = "select x.id, x.state, x.reason from product_picture pp join picture x on x.id = pp.picture_id \
         where pp.product_id = $1 order by pp.position, pp.picture_id";
    Ok(ProductPictures { name, slug, pictures: platform.db.all(sql, args![product]).await? })
}

/// Adds a picture at the end. The same file sent again is taken for a repetition and changes nothing.
///
/// # Errors
/// See [`PictureError`].
pub async fn add_product_picture(
    platform: &Platform,
    actor: &Actor,
    product: Uuid,
    file: Vec<u8>,
) -> Result<(), PictureError> {
    let owner = actor.require(Capability::RunShop)?;
    if find_product_pictures(platform, actor, product).await?.pictures.len() >= MOST {
        return Err(PictureError::Full);
    }
    let uploaded = upload(platform, owner, file).await?;
    let mut tx = platform.db.begin().await?;
    let pictures = lock(&mut tx, owner, product).await?;
    let known = "select x.id from product_picture pp join picture x on x.id = pp.picture_id \
         where pp.product_id = $1 and x.digest = $2 and x.state <> 'failed'";
    if tx.one::<(Uuid,)>(known, args![product, uploaded.digest]).await?.is_some() {
        return Ok(());
    }
    if pictures.len() >= MOST {
        return Err(PictureError::Full);
    }
    attach(&mut tx, uploaded.id).await?;
    tx.run(
        "insert into product_picture (product_id, picture_id, position) values ($1, $2, $3)",
        args![product, uploaded.id, pictures.len() as i64],
    )
    .await?;
    tx.commit().await?;
    Ok(())
}

/// Moves a picture to a place in the order; 0 makes it the cover. A place behind the last one is the last.
///
/// # Errors
/// See [`PictureError`].
pub async fn place_product_picture(
    platform: &Platform,
    actor: &Actor,
    product: Uuid,
    picture: Uuid,
    place: usize,
) -> Result<(), PictureError> {
    let owner = actor.require(Capability::RunShop)?;
    let mut tx = platform.db.begin().await?;
    let mut pictures = lock(&mut tx, owner, product).await?;
    let from = pictures.iter().position(|id| *id == picture).ok_or(PictureError::NotFound)?;
    pictures.remove(from);
    pictures.insert(place.min(pictures.len()), picture);
    write_order(platform, &mut tx, product, &pictures).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes a picture away. Done twice, it is gone all the same.
///
/// # Errors
/// See [`PictureError`].
pub async fn remove_product_picture(
    platform: &Platform,
    actor: &Actor,
    product: Uuid,
    picture: Uuid,
) -> Result<(), PictureError> {
    let owner = actor.require(Capability::RunShop)?;
    let mut tx = platform.db.begin().await?;
    let mut pictures = lock(&mut tx, owner, product).await?;
    let sql = "delete from product_picture where product_id = $1 and picture_id = $2";
    if tx.run(sql, args![product, picture]).await? == 1 {
        pictures.retain(|id| *id != picture);
        write_order(platform, &mut tx, product, &pictures).await?;
        detach(platform, &mut tx, picture).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Locks an own product and answers its pictures in order: one change at a time.
async fn lock(tx: &mut Tx, owner: Uuid, product: Uuid) -> Result<Vec<Uuid>, PictureError> {
    let sql = Sql::either(
        "select p.id from product p join usaha u on u.id = p.usaha_id where p.id = $1 and u.owner_id = $2",
        "select p.id from product p join usaha u on u.id = p.usaha_id where p.id = $1 and u.owner_id = $2 for update of p",
    );
    tx.one::<(Uuid,)>(sql, args![product, owner]).await?.ok_or(PictureError::NotFound)?;
    let sql = "select picture_id from product_picture where product_id = $1 order by position, picture_id";
    let pictures: Vec<(Uuid,)> = tx.all(sql, args![product]).await?;
    Ok(pictures.into_iter().map(|(id,)| id).collect())
}

async fn write_order(platform: &Platform, tx: &mut Tx, product: Uuid, pictures: &[Uuid]) -> Result<(), DbError> {
    for (position, picture) in pictures.iter().enumerate() {
        let sql = "update product_picture set position = $3 where product_id = $1 and picture_id = $2";
        tx.run_one(sql, args![product, *picture, position as i64]).await?;
    }
    listing::refresh(platform, tx, Products::One(product)).await
}
