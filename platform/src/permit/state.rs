//! Opening and closing a service.

use domain::account::{Actor, Capability, Forbidden};
use thiserror::Error;

use crate::db::DbError;
use crate::{Platform, args};

/// Why a service was neither opened nor closed.
#[derive(Debug, Error)]
pub enum ServiceStateError {
    /// Not this person's to do.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such service.
    #[error("no such service")]
    NotFound,
    /// The database did not answer.
    #[error("open or close a service: database")]
    Db(#[from] DbError),
}

/// Shows a service to everybody, or hides it. Running cases go on either way.
///
/// # Errors
/// See [`ServiceStateError`]. Doing it twice is no error.
pub async fn set_service_open(
    platform: &Platform,
    actor: &Actor,
    slug: &str,
    open: bool,
) -> Result<(), ServiceStateError> {
    actor.require(Capability::ManageServices)?;
    let state = if open { "buka" } else { "tutup" };
    let mut tx = platform.db.begin().await?;
    if tx.run("update service set state = $1 where slug = $2", args![state, slug]).await? == 0 {
        return Err(ServiceStateError::NotFound);
    }
    tx.commit().await?;
    platform.memory.services.clear();
    Ok(())
}
