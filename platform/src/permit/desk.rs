//! The services as who keeps them sees them: closed ones too, with their versions and the draft of the next.

use std::collections::BTreeMap;

use domain::account::{Actor, Capability};
use domain::permit::key::Words;
use domain::permit::service::Service;
use domain::time::Timestamp;
use sqlx::FromRow;

use super::definition::Definition;
use super::draft::{Draft, DraftError, find_draft};
use crate::{Platform, args};

/// A service in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceRow {
    /// Its name in addresses.
    pub slug: String,
    /// What people call it, in the newest version, or in the draft of the first.
    pub name: Words,
    /// The newest version; `None` while only the draft of the first is there.
    pub newest: Option<VersionRow>,
    /// Whether everybody sees it.
    pub open: bool,
    /// Who changed the draft of the next version last, and when.
    pub draft: Option<(String, Timestamp)>,
}

/// A version that was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionRow {
    /// Its number.
    pub version: u32,
    /// When it was published.
    pub at: Timestamp,
    /// By whom; `None` for what the site started with.
    pub by: Option<String>,
}

/// A service with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceFile {
    /// The newest version; `None` while only the draft of the first is there.
    pub newest: Option<Service>,
    /// Whether everybody sees it.
    pub open: bool,
    /// All versions, the newest first.
    pub versions: Vec<VersionRow>,
    /// The next version.
    pub draft: Option<Draft>,
}

#[derive(FromRow)]
struct Row {
    slug: String,
    state: String,
    #[sqlx(try_from = "String")]
    definition: Definition,
    version: i64,
    published_at: i64,
    name: Option<String>,
}

impl Row {
    fn version(&self) -> VersionRow {
        VersionRow {
            version: self.version as u32,
            at: Timestamp::from_micros(self.published_at),
            by: self.name.clone(),
        }
    }
}

#[derive(FromRow)]
struct DraftRow {
    service: String,
    #[sqlx(try_from = "String")]
    definition: Definition,
    updated_at: i64,
    name: String,
}

/// All services in the order of the office, then those that are only drafts.
///
/// # Errors
/// [`DraftError::Forbidden`], or when the database does not answer.
pub async fn list_service_desk(platform: &Platform, actor: &Actor) -> Result<Vec<ServiceRow>, DraftError> {
    actor.require(Capability::ManageServices)?;
    let sql = "select s.slug, s.state, v.definition, v.version, v.published_at, a.name \
         from service s join service_version v on v.service = s.slug left join account a on a.id = v.published_by \
         where v.version = (select max(version) from service_version where service = s.slug) \
         order by s.position, s.slug";
    let rows: Vec<Row> = platform.db.all(sql, args![]).await?;
    let sql = "select d.service, d.definition, d.updated_at, a.name \
         from service_draft d join account a on a.id = d.updated_by order by d.service";
    let drafts: Vec<DraftRow> = platform.db.all(sql, args![]).await?;
    let mut drafts: BTreeMap<String, DraftRow> =
        drafts.into_iter().map(|draft| (draft.service.clone(), draft)).collect();
    let touched = |draft: &DraftRow| (draft.name.clone(), Timestamp::from_micros(draft.updated_at));
    let mut services: Vec<ServiceRow> = rows
        .into_iter()
        .map(|row| ServiceRow {
            draft: drafts.remove(&row.slug).as_ref().map(touched),
            newest: Some(row.version()),
            open: row.state == "buka",
            name: row.definition.0.name,
            slug: row.slug,
        })
        .collect();
    services.extend(drafts.into_values().map(|draft| ServiceRow {
        draft: Some(touched(&draft)),
        newest: None,
        open: false,
        name: draft.definition.0.name,
        slug: draft.service,
    }));
    Ok(services)
}

/// A service with its versions and its draft; `None` where neither is there.
///
/// # Errors
/// [`DraftError::Forbidden`], or when the database does not answer.
pub async fn find_service_file(
    platform: &Platform,
    actor: &Actor,
    slug: &str,
) -> Result<Option<ServiceFile>, DraftError> {
    let draft = find_draft(platform, actor, slug).await?;
    let sql = "select s.slug, s.state, v.definition, v.version, v.published_at, a.name \
         from service s join service_version v on v.service = s.slug left join account a on a.id = v.published_by \
         where s.slug = $1 order by v.version desc";
    let rows: Vec<Row> = platform.db.all(sql, args![slug]).await?;
    if rows.is_empty() && draft.is_none() {
        return Ok(None);
    }
    let versions = rows.iter().map(Row::version).collect();
    let open = rows.first().is_some_and(|row| row.state == "buka");
    let newest = rows.into_iter().next().map(|row| row.definition.0);
    Ok(Some(ServiceFile { newest, open, versions, draft }))
}
