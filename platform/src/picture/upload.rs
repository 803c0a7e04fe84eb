//! Taking a file in, and saying that something shows it or does no more.

use domain::picture::Unfit;
use sha2::{Digest, Sha256};
use thiserror::Error;
use uuid::Uuid;

use super::{coding, original_key};
use crate::db::{DbError, Tx};
use crate::ports::BlobError;
use crate::{Platform, args};

/// Why a file was not taken. Nothing is left of it.
#[derive(Debug, Error)]
pub enum UploadError {
    /// It is not a picture that can be shown.
    #[error("not a fit picture: {0}")]
    Unfit(Unfit),
    /// The store is full or does not answer.
    #[error("upload: file store")]
    Store(#[from] BlobError),
    /// The database did not answer.
    #[error("upload: database")]
    Db(#[from] DbError),
}

/// A picture that is stored but not shown yet.
pub(crate) struct Uploaded {
    /// The picture.
    pub id: Uuid,
    /// Tells the same file when it is sent again.
    pub digest: [u8; 32],
}

/// Checks a file and stores it for the worker. Nothing shows it until it is attached.
pub(crate) async fn upload(platform: &Platform, by: Uuid, bytes: Vec<u8>) -> Result<Uploaded, UploadError> {
    coding::check(&bytes).map_err(UploadError::Unfit)?;
    let (id, now, digest) = (platform.new_id(), platform.now(), Sha256::digest(&bytes).into());
    // The row first: whatever breaks off from here on is found by it and removed.
    let sql = "insert into picture (id, state, width, height, created_by, created_at, detached_at, has_original, digest) \
         values ($1, 'pending', 0, 0, $2, $3, $3, $4, $5)";
    platform.db.run(sql, args![id, by, now, true, digest]).await?;
    if let Err(error) = platform.blobs.put(&original_key(id), bytes).await {
        platform.db.run("delete from picture where id = $1", args![id]).await?;
        return Err(error.into());
    }
    Ok(Uploaded { id, digest })
}

/// Something shows the picture now: the worker makes its sizes.
pub(crate) async fn attach(tx: &mut Tx, id: Uuid) -> Result<(), DbError> {
    tx.run_one("update picture set detached_at = null where id = $1", args![id]).await
}

/// Something does not show the picture any more. When nothing else does, its files are removed after a while.
pub(crate) async fn detach(platform: &Platform, tx: &mut Tx, id: Uuid) -> Result<(), DbError> {
    let sql = "update picture set detached_at = $2 where id = $1 \
         and not exists (select 1 from product_picture where picture_id = $1) \
         and not exists (select 1 from usaha where picture_id = $1)";
    tx.run(sql, args![id, platform.now()]).await.map(drop)
}
