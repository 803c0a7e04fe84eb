//! Publishing a version of a service.

use domain::account::{Actor, Capability, Forbidden};
use domain::permit::check::{Problem, check};
use domain::permit::service::Service;
use thiserror::Error;
use uuid::Uuid;

use super::definition;
use crate::db::{DbError, Sql, Tx};
use crate::{Platform, args};

/// Why nothing was published. Nothing changed.
#[derive(Debug, Error)]
pub enum PublishError {
    /// Not this person's to publish.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Nobody could apply for it, or decide about it.
    #[error("the service has problems")]
    Wrong(Vec<Problem>),
    /// It is not the version after the newest: somebody else published meanwhile.
    #[error("version {newest} is the newest")]
    NotNext {
        /// The newest; 0 where there is none.
        newest: u32,
    },
    /// The database did not answer.
    #[error("publish a service: database")]
    Db(#[from] DbError),
}

/// Publishes a version of a service, which counts from this moment; the first one of a code opens a new service, the
/// last of the list. Running cases keep the version with which they began.
///
/// # Errors
/// See [`PublishError`]. The same version sent twice is no error.
pub async fn publish_service(platform: &Platform, actor: &Actor, service: &Service) -> Result<(), PublishError> {
    let admin = actor.require(Capability::ManageServices)?;
    let problems = check(service);
    if !problems.is_empty() {
        return Err(PublishError::Wrong(problems));
    }
    let mut tx = platform.db.begin().await?;
    publish_in(platform, &mut tx, service, admin).await?;
    tx.commit().await?;
    platform.memory.services.clear();
    Ok(())
}

/// Publishes a version that was checked, as part of a transaction.
pub(super) async fn publish_in(
    platform: &Platform,
    tx: &mut Tx,
    service: &Service,
    admin: Uuid,
) -> Result<(), PublishError> {
    let slug = service.slug();
    // Publications wait for each other: the row is there before it is locked.
    let sql = "insert into service (slug, position, state) \
         select $1, coalesce(max(position), 0) + 1, 'buka' from service where true on conflict (slug) do nothing";
    tx.run(sql, args![&slug]).await?;
    let lock = "select position from service where slug = $1";
    let lock = Sql::either(lock, "select position from service where slug = $1 for update");
    tx.one::<(i64,)>(lock, args![&slug]).await?;
    let sql = "select version, definition from service_version where service = $1 order by version desc limit 1";
    let newest: Option<(i64, String)> = tx.one(sql, args![&slug]).await?;
    let text = definition::write(service);
    let (newest, known) = newest.unwrap_or_default();
    if newest == i64::from(service.version) && known == text {
        return Ok(());
    }
    if newest + 1 != i64::from(service.version) {
        return Err(PublishError::NotNext { newest: newest as u32 });
    }
    insert(platform, tx, service, Some(admin)).await?;
    Ok(())
}

/// Writes a version of a service that is there.
pub(super) async fn insert(
    platform: &Platform,
    tx: &mut Tx,
    service: &Service,
    by: Option<Uuid>,
) -> Result<(), DbError> {
    let sql = "insert into service_version (service, version, definition, published_at, published_by) \
         values ($1, $2, $3, $4, $5)";
    let args = args![service.slug(), service.version, definition::write(service), platform.now(), by];
    tx.run(sql, args).await.map(drop)
}
