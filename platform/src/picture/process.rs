//! Making the sizes in the background. Several servers may do it side by side; a crash leaves the picture waiting.

use domain::picture::Unfit;
use uuid::Uuid;

use super::coding::{Sized, one_at_a_time, squares};
use super::{key, original_key};
use crate::db::{DbError, Tx};
use crate::ports::BlobError;
use crate::shop::listing::{self, Products};
use crate::{Platform, args};

/// A server that takes a picture has so long for it; then another may. Seconds.
const CLAIMED: i64 = 120;
/// The file store does not answer: later again. Seconds.
const RETRY: i64 = 30;
/// A picture that was begun so often without an end brings servers down.
const TRIES: i64 = 4;

/// Makes the sizes of the picture that waits longest; answers whether there was one.
///
/// # Errors
/// Only when the database does not answer; the picture is made later.
pub async fn process_next(platform: &Platform) -> Result<bool, DbError> {
    let now = platform.now();
    let waiting = "select id, attempts from picture \
         where state = 'pending' and detached_at is null and claimed_until <= $1 order by created_at limit 1";
    let Some((id, attempts)) = platform.db.one::<(Uuid, i64)>(waiting, args![now]).await? else { return Ok(false) };
    let claim = "update picture set claimed_until = $2, attempts = attempts + 1 \
         where id = $1 and state = 'pending' and claimed_until <= $3";
    if platform.db.run(claim, args![id, now.plus_seconds(CLAIMED), now]).await? == 0 {
        // Another server was faster: there may be others.
        return Ok(true);
    }
    if attempts >= TRIES {
        fail(platform, id, Unfit::Unreadable).await?;
        return Ok(true);
    }
    match make(platform, id).await {
        Ok(Ok(side)) => finish(platform, id, side).await?,
        Ok(Err(unfit)) => fail(platform, id, unfit).await?,
        Err(error) => {
            tracing::error!(%error, "a picture cannot be made now");
            let later = "update picture set claimed_until = $2, attempts = attempts - 1 where id = $1";
            platform.db.run(later, args![id, platform.now().plus_seconds(RETRY)]).await?;
        }
    }
    Ok(true)
}

/// Stores all sizes; answers the side of the largest.
async fn make(platform: &Platform, id: Uuid) -> Result<Result<u32, Unfit>, BlobError> {
    let Some(original) = platform.blobs.get(&original_key(id)).await? else { return Ok(Err(Unfit::Unreadable)) };
    let (sizes, side) = match one_at_a_time(move || squares(&original)).await {
        Ok(made) => made,
        Err(unfit) => return Ok(Err(unfit)),
    };
    for Sized { width, bytes } in sizes {
        platform.blobs.put(&key(id, width), bytes).await?;
    }
    Ok(Ok(side))
}

async fn finish(platform: &Platform, id: Uuid, side: u32) -> Result<(), DbError> {
    let mut tx = platform.db.begin().await?;
    let shown: Vec<(Uuid,)> = tx.all("select product_id from product_picture where picture_id = $1", args![id]).await?;
    // The product is locked before its picture, as its owner's changes do.
    if let Tx::Postgres(_) = tx {
        for (product,) in &shown {
            tx.all::<(Uuid,)>("select id from product where id = $1 for update", args![*product]).await?;
        }
    }
    let ready = "update picture set state = 'ready', width = $2, height = $2 where id = $1 and state = 'pending'";
    if tx.run(ready, args![id, side]).await? == 1 {
        for (product,) in shown {
            // A photograph fills its square: no coloured ground behind it.
            tx.run("update product set tint = 0 where id = $1", args![product]).await?;
            listing::refresh(platform, &mut tx, Products::One(product)).await?;
        }
    }
    tx.commit().await
}

async fn fail(platform: &Platform, id: Uuid, why: Unfit) -> Result<(), DbError> {
    tracing::warn!(%why, "a picture cannot be made");
    let sql = "update picture set state = 'failed', reason = $2 where id = $1 and state = 'pending'";
    platform.db.run(sql, args![id, why.as_str()]).await.map(drop)
}
