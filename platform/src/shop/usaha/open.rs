//! Opening a shop: it waits for an officer, and its owner prepares it meanwhile.

use domain::account::{Actor, Capability, Forbidden, Role};
use domain::shop::profile::Profile;
use domain::shop::usaha::ShopState;
use thiserror::Error;
use uuid::Uuid;

use crate::db::DbError;
use crate::slug::{Of, again, free_slug};
use crate::{Platform, args};

/// What a new shop is made of.
#[derive(Debug, Clone)]
pub struct NewShop {
    /// Its profile.
    pub profile: Profile,
    /// Whether things can be fetched there, and paid in cash.
    pub pickup: bool,
}

/// Why no shop was opened.
#[derive(Debug, Error)]
pub enum OpenShopError {
    /// This account may not run a shop.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// This account has one.
    #[error("one shop per account")]
    AlreadyOpen,
    /// The desa does not lie in the kecamatan, or neither exists.
    #[error("unknown place")]
    Place,
    /// The database did not answer.
    #[error("open shop: database")]
    Db(#[from] DbError),
}

/// Opens the actor's shop. It is `pending` until an officer admits it; the account gets the role `pelaku_usaha`.
///
/// # Errors
/// See [`OpenShopError`].
pub async fn open_shop(platform: &Platform, actor: &Actor, new: &NewShop) -> Result<Uuid, OpenShopError> {
    let owner = actor.require(Capability::RunShop)?;
    if !platform.reference().await?.is_in(new.profile.desa.as_str(), new.profile.kecamatan.as_str()) {
        return Err(OpenShopError::Place);
    }
    let slug_taken = |error: &OpenShopError| matches!(error, OpenShopError::Db(db) if db.is_duplicate("usaha", "slug"));
    again(|| insert(platform, owner, new), slug_taken).await
}

async fn insert(platform: &Platform, owner: Uuid, new: &NewShop) -> Result<Uuid, OpenShopError> {
    let NewShop { profile, pickup } = new;
    let (id, now) = (platform.new_id(), platform.now());
    let mut tx = platform.db.begin().await?;
    let slug = free_slug(&mut tx, Of::Shop, profile.name.as_str()).await?;
    let inserted = tx
        .run(
            "insert into usaha (id, slug, name, owner_id, kecamatan, desa, address, description, opening_hours, phone, \
             pickup, courier, cod, transfer, state, created_at) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $11, $12, $13, $14)",
            args![
                id,
                slug,
                profile.name.as_str(),
                owner,
                profile.kecamatan.as_str(),
                profile.desa.as_str(),
                profile.address.as_str(),
                profile.description.as_str(),
                profile.opening_hours.as_str(),
                profile.phone.as_str(),
                *pickup,
                false,
                ShopState::Pending.as_str(),
                now
            ],
        )
        .await;
    match inserted {
        Err(error) if error.is_duplicate("usaha", "owner_id") => return Err(OpenShopError::AlreadyOpen),
        inserted => inserted?,
    };
    tx.run(
        "insert into account_grant (account_id, role, granted_at) values ($1, $2, $3) on conflict do nothing",
        args![owner, Role::PelakuUsaha.as_str(), now],
    )
    .await?;
    tx.commit().await?;
    Ok(id)
}
