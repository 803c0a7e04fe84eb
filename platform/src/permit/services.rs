//! The services as everybody may read them: the newest version of each that is open.

use domain::permit::service::Service;
use domain::time::Timestamp;
use sqlx::FromRow;

use super::definition::Definition;
use crate::db::DbError;
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

/// The services that are open, in the order of the office.
///
/// # Errors
/// Only when the database does not answer, or holds what this version cannot read.
pub async fn list_services(platform: &Platform) -> Result<Vec<Service>, DbError> {
    let sql = "select v.definition, v.published_at from service s join service_version v on v.service = s.slug \
         where s.state = 'buka' and v.version = (select max(version) from service_version where service = s.slug) \
         order by s.position, s.slug";
    let rows: Vec<Row> = platform.db.all(sql, args![]).await?;
    Ok(rows.into_iter().map(|row| row.definition.0).collect())
}

/// How many services are open.
///
/// # Errors
/// Only when the database does not answer.
pub async fn count_services(platform: &Platform) -> Result<i64, DbError> {
    let found: Option<(i64,)> = platform.db.one("select count(*) from service where state = 'buka'", args![]).await?;
    Ok(found.map_or(0, |(count,)| count))
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

/// A version of a service, as a case that began with it needs it: whatever was published or closed since.
///
/// # Errors
/// Only when the database does not answer, or holds what this version cannot read.
pub async fn find_service_version(platform: &Platform, slug: &str, version: u32) -> Result<Option<Service>, DbError> {
    let sql = "select definition, published_at from service_version where service = $1 and version = $2";
    let row: Option<Row> = platform.db.one(sql, args![slug, version]).await?;
    Ok(row.map(|row| row.definition.0))
}
