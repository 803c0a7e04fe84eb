//! The next version of a service while it is being worked on: begun, changed, thrown away, published.
//!
//! A draft may be incomplete; only what is published is checked. Everybody who changes it says which revision they saw:
//! what somebody else saved meanwhile is never overwritten unseen.

use domain::account::{Actor, Capability, Forbidden};
use domain::permit::check::{Problem, check};
use domain::permit::service::Service;
use domain::time::Timestamp;
use sqlx::FromRow;
use thiserror::Error;

use super::definition::{self, Definition};
use super::publish::{PublishError, publish_in};
use crate::db::{DbError, Sql, Tx};
use crate::{Platform, args};

/// The next version of a service, as far as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What it says.
    pub service: Service,
    /// Counts the changes.
    pub revision: i64,
    /// When it was changed last.
    pub at: Timestamp,
    /// The name of who changed it last.
    pub by: String,
}

/// Why a draft was not touched. Nothing changed.
#[derive(Debug, Error)]
pub enum DraftError {
    /// Not this person's to do.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such service, or no draft of it.
    #[error("no such draft")]
    NotFound,
    /// Somebody saved another revision meanwhile.
    #[error("{by} saved meanwhile")]
    Saved {
        /// Who.
        by: String,
        /// When.
        at: Timestamp,
    },
    /// It is a definition of another service, or of one that is there already.
    #[error("the code belongs to another service")]
    OtherService,
    /// Nobody could apply for it, or decide about it.
    #[error("the draft has problems")]
    Wrong(Vec<Problem>),
    /// A version was published that the draft does not follow on.
    #[error("version {newest} is the newest")]
    NotNext {
        /// The newest.
        newest: u32,
    },
    /// This version was published already.
    #[error("published already")]
    Published,
    /// The database did not answer.
    #[error("draft of a service: database")]
    Db(#[from] DbError),
}

impl From<PublishError> for DraftError {
    fn from(error: PublishError) -> Self {
        match error {
            PublishError::Forbidden(error) => Self::Forbidden(error),
            PublishError::Wrong(problems) => Self::Wrong(problems),
            PublishError::NotNext { newest } => Self::NotNext { newest },
            PublishError::Db(error) => Self::Db(error),
        }
    }
}

#[derive(FromRow)]
struct Row {
    #[sqlx(try_from = "String")]
    definition: Definition,
    revision: i64,
    updated_at: i64,
    name: String,
}

impl From<Row> for Draft {
    fn from(row: Row) -> Self {
        Self {
            service: row.definition.0,
            revision: row.revision,
            at: Timestamp::from_micros(row.updated_at),
            by: row.name,
        }
    }
}

const FIND: &str = "select d.definition, d.revision, d.updated_at, a.name \
    from service_draft d join account a on a.id = d.updated_by where d.service = $1";
const LOCK: &str = "select d.definition, d.revision, d.updated_at, a.name \
    from service_draft d join account a on a.id = d.updated_by where d.service = $1 for update of d";

/// The draft of a service, where there is one.
///
/// # Errors
/// [`DraftError::Forbidden`], or when the database does not answer.
pub async fn find_draft(platform: &Platform, actor: &Actor, slug: &str) -> Result<Option<Draft>, DraftError> {
    actor.require(Capability::ManageServices)?;
    Ok(platform.db.one::<Row>(FIND, args![slug]).await?.map(Draft::from))
}

/// Begins the next version of a service as a copy of its newest. A draft that is there stays as it is.
///
/// # Errors
/// See [`DraftError`].
pub async fn begin_draft(platform: &Platform, actor: &Actor, slug: &str) -> Result<(), DraftError> {
    let admin = actor.require(Capability::ManageServices)?;
    let mut tx = platform.db.begin().await?;
    let sql = "select definition from service_version where service = $1 order by version desc limit 1";
    let (text,): (String,) = tx.one(sql, args![slug]).await?.ok_or(DraftError::NotFound)?;
    let mut service = definition::read_definition(&text).map_err(|error| DbError::Unreadable(error.to_string()))?;
    service.version += 1;
    insert(platform, &mut tx, &service, admin).await?;
    tx.commit().await?;
    Ok(())
}

/// Begins a service that is new here, for example from the definition of another office, as its first version.
///
/// # Errors
/// See [`DraftError`]: a service or draft with the same code is there already.
pub async fn import_draft(platform: &Platform, actor: &Actor, service: &Service) -> Result<(), DraftError> {
    let admin = actor.require(Capability::ManageServices)?;
    let mut tx = platform.db.begin().await?;
    let known: Option<(i64,)> = tx.one("select position from service where slug = $1", args![service.slug()]).await?;
    let first = Service { version: 1, ..service.clone() };
    if known.is_some() || insert(platform, &mut tx, &first, admin).await? == 0 {
        return Err(DraftError::OtherService);
    }
    tx.commit().await?;
    Ok(())
}

/// Saves what the draft says now. Its version is the one after the newest, whatever the definition says: it may come
/// from another office.
///
/// # Errors
/// See [`DraftError`]. The same change sent twice is no error.
pub async fn change_draft(
    platform: &Platform,
    actor: &Actor,
    slug: &str,
    seen: i64,
    service: &Service,
) -> Result<(), DraftError> {
    let admin = actor.require(Capability::ManageServices)?;
    let mut tx = platform.db.begin().await?;
    let draft = lock(&mut tx, slug).await?.ok_or(DraftError::NotFound)?;
    if service.code != draft.service.code {
        return Err(DraftError::OtherService);
    }
    let service = Service { version: newest(&mut tx, slug).await? + 1, ..service.clone() };
    if service == draft.service {
        return Ok(());
    }
    draft.expect(seen)?;
    let sql = "update service_draft set definition = $1, revision = revision + 1, updated_at = $2, updated_by = $3 \
         where service = $4";
    tx.run_one(sql, args![definition::write(&service), platform.now(), admin, slug]).await?;
    tx.commit().await?;
    Ok(())
}

/// Throws the draft away.
///
/// # Errors
/// See [`DraftError`]. Doing it twice is no error.
pub async fn discard_draft(platform: &Platform, actor: &Actor, slug: &str, seen: i64) -> Result<(), DraftError> {
    actor.require(Capability::ManageServices)?;
    let mut tx = platform.db.begin().await?;
    let Some(draft) = lock(&mut tx, slug).await? else { return Ok(()) };
    draft.expect(seen)?;
    remove(&mut tx, slug).await?;
    tx.commit().await?;
    Ok(())
}

/// Publishes the draft as this version, which counts from this moment; running cases keep theirs.
///
/// # Errors
/// See [`DraftError`].
pub async fn publish_draft(
    platform: &Platform,
    actor: &Actor,
    slug: &str,
    version: u32,
    seen: i64,
) -> Result<(), DraftError> {
    let admin = actor.require(Capability::ManageServices)?;
    let mut tx = platform.db.begin().await?;
    let draft = lock(&mut tx, slug).await?;
    let newest = newest(&mut tx, slug).await?;
    if version <= newest && draft.as_ref().is_none_or(|draft| draft.service.version > version) {
        return Err(DraftError::Published);
    }
    let draft = draft.ok_or(DraftError::NotFound)?;
    draft.expect(seen)?;
    let problems = check(&draft.service);
    if !problems.is_empty() {
        return Err(DraftError::Wrong(problems));
    }
    publish_in(platform, &mut tx, &draft.service, admin).await?;
    remove(&mut tx, slug).await?;
    tx.commit().await?;
    platform.memory.services.clear();
    Ok(())
}

impl Draft {
    /// Whether this is the revision that somebody saw.
    fn expect(&self, seen: i64) -> Result<(), DraftError> {
        if self.revision == seen { Ok(()) } else { Err(DraftError::Saved { by: self.by.clone(), at: self.at }) }
    }
}

async fn lock(tx: &mut Tx, slug: &str) -> Result<Option<Draft>, DbError> {
    Ok(tx.one::<Row>(Sql::either(FIND, LOCK), args![slug]).await?.map(Draft::from))
}

/// The newest version; 0 where there is none.
async fn newest(tx: &mut Tx, slug: &str) -> Result<u32, DbError> {
    let sql = "select coalesce(max(version), 0) from service_version where service = $1";
    Ok(tx.one::<(i64,)>(sql, args![slug]).await?.map_or(0, |(version,)| version as u32))
}

async fn insert(platform: &Platform, tx: &mut Tx, service: &Service, by: uuid::Uuid) -> Result<u64, DbError> {
    let sql = "insert into service_draft (service, definition, revision, updated_at, updated_by) \
         values ($1, $2, 1, $3, $4) on conflict (service) do nothing";
    tx.run(sql, args![service.slug(), definition::write(service), platform.now(), by]).await
}

async fn remove(tx: &mut Tx, slug: &str) -> Result<(), DbError> {
    tx.run_one("delete from service_draft where service = $1", args![slug]).await
}
