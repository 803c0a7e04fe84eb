//! Removing what nothing needs: originals whose sizes are made, and pictures that nothing shows.

use uuid::Uuid;

use super::{WIDTHS, key, original_key};
use crate::db::DbError;
use crate::ports::BlobError;
use crate::{Platform, args};

/// A page that was opened before may still show a picture for so long. Seconds.
const KEPT: i64 = 3600;
/// How many one round takes of each kind.
const BATCH: i64 = 20;

/// Why something could not be removed; it is tried again.
#[derive(Debug, thiserror::Error)]
pub enum CleanError {
    /// The file store did not answer.
    #[error("cleaning: file store")]
    Store(#[from] BlobError),
    /// The database did not answer.
    #[error("cleaning: database")]
    Db(#[from] DbError),
}

/// Removes originals and pictures that nothing needs; answers how many.
///
/// Files go before the row that names them: broken off, it is simply done again.
///
/// # Errors
/// See [`CleanError`].
pub async fn remove_unused(platform: &Platform) -> Result<u64, CleanError> {
    let made = "select id from picture where has_original and state <> 'pending' order by id limit $1";
    let originals: Vec<(Uuid,)> = platform.db.all(made, args![BATCH]).await?;
    for (id,) in &originals {
        platform.blobs.delete(&original_key(*id)).await?;
        platform.db.run("update picture set has_original = $2 where id = $1", args![*id, false]).await?;
    }
    let unused = "select id, exists (select 1 from order_line l where l.cover_id = x.id) from picture x \
         where x.detached_at <= $1 order by x.detached_at limit $2";
    let before = platform.now().plus_seconds(-KEPT);
    let pictures: Vec<(Uuid, bool)> = platform.db.all(unused, args![before, BATCH]).await?;
    for (id, ordered) in &pictures {
        if *ordered {
            // An order shows what was bought, whatever the product becomes.
            platform.db.run("update picture set detached_at = null where id = $1", args![*id]).await?;
            continue;
        }
        platform.blobs.delete(&original_key(*id)).await?;
        for width in WIDTHS {
            platform.blobs.delete(&key(*id, width)).await?;
        }
        platform.db.run("delete from picture where id = $1 and detached_at is not null", args![*id]).await?;
    }
    Ok((originals.len() + pictures.len()) as u64)
}
