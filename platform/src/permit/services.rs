//! The services as everybody may read them: the newest version of each that is open.

use std::sync::Arc;

use domain::permit::service::Service;
use domain::time::Timestamp;
use sqlx::FromRow;

use super::definition::Definition;
use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// One service as everybody sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceShown {
    /// Its newest version.
    pub service: Service,
    /// Since when that counts.
    pub published_at: Timestamp,
}

#[derive(FromRow)]
struct Row {
    #[sqlx(try_from = "String")]
    definition: Definition,
    published_at: i64,
}

/// The services that are open, in the order of the office; a change counts after half a minute at the latest.
///
/// # Errors
/// Only when the database does not answer, or holds what this version cannot read.
pub async fn list_services(platform: &Platform) -> Result<Arc<Vec<Service>>, DbError> {
    if let Some(services) = platform.memory.services.get(&(), platform.now()) {
        return Ok(services);
    }
    let sql = "select v.definition, v.published_at from service s join service_version v on v.service = s.slug \
         where s.state = 'buka' and v.version = (select max(version) from service_version where service = s.slug) \
         order by s.position, s.slug";
    let rows: Vec<Row> = platform.db.all(sql, args![]).await?;
    let services = rows.into_iter().map(|row| row.definition.0).collect();
    Ok(platform.memory.services.put((), services, platform.now()))
}

/// The newest version of the open service at this address.
///
/// # Errors
/// Only when the database does not answer, or holds what this version cannot read.
pub async fn find_service(platform: &Platform, slug: &str) -> Result<Option<ServiceShown>, DbError> {
    let sql = "select v.definition, v.published_at from service s join service_version v on v.service = s.slug \
         where s.slug = $1 and s.state = 'buka' order by v.version desc limit 1";
    let row: Option<Row> = platform.db.one(sql, args![slug]).await?;
    Ok(row
        .map(|row| ServiceShown { service: row.definition.0, published_at: Timestamp::from_micros(row.published_at) }))
}

const VERSION: &str = "select definition, published_at from service_version where service = $1 and version = $2";

/// A version of a service, as a case that began with it needs it: whatever was published or closed since.
///
/// # Errors
/// Only when the database does not answer, or holds what this version cannot read.
pub async fn find_service_version(
    platform: &Platform,
    slug: &str,
    version: i64,
) -> Result<Option<Arc<Service>>, DbError> {
    match remembered(platform, slug, version) {
        Some(known) => Ok(Some(known)),
        None => Ok(remember(platform, slug, version, platform.db.one(VERSION, args![slug, version]).await?)),
    }
}

/// The version with which a case began: it is there.
pub(crate) async fn version_of_case(platform: &Platform, slug: &str, version: i64) -> Result<Arc<Service>, DbError> {
    find_service_version(platform, slug, version).await?.ok_or_else(|| gone(slug, version))
}

/// As [`version_of_case`], within a transaction: that must not wait for another connection.
pub(super) async fn version_within(
    platform: &Platform,
    tx: &mut Tx,
    slug: &str,
    version: i64,
) -> Result<Arc<Service>, DbError> {
    let found = match remembered(platform, slug, version) {
        Some(known) => Some(known),
        None => remember(platform, slug, version, tx.one(VERSION, args![slug, version]).await?),
    };
    found.ok_or_else(|| gone(slug, version))
}

fn remembered(platform: &Platform, slug: &str, version: i64) -> Option<Arc<Service>> {
    platform.memory.versions.get(&(slug.to_owned(), version), platform.now())
}

fn remember(platform: &Platform, slug: &str, version: i64, row: Option<Row>) -> Option<Arc<Service>> {
    let key = (slug.to_owned(), version);
    row.map(|row| platform.memory.versions.put(key, row.definition.0, platform.now()))
}

fn gone(slug: &str, version: i64) -> DbError {
    DbError::Unreadable(format!("no version {version} of {slug}"))
}
