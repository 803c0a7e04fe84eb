//! The officers' list of shops.

use domain::account::{Actor, Capability, Forbidden};
use domain::search::normalise;
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

use crate::db::{DbError, Select};
use crate::{Platform, args};

/// Shops on one page.
const PAGE: usize = 40;

/// Which shops are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ShopTab {
    /// Handed in; an officer decides. Whoever has waited longest is first.
    #[default]
    Waiting,
    /// Sent back; their owners put something right.
    Returned,
    /// Public.
    Open,
    /// Taken off the public site.
    Suspended,
}

impl ShopTab {
    /// All, in the order in which they are offered.
    pub const ALL: [ShopTab; 4] = [ShopTab::Waiting, ShopTab::Returned, ShopTab::Open, ShopTab::Suspended];

    /// The word in the address of the page.
    pub const fn as_str(self) -> &'static str {
        match self {
            ShopTab::Waiting => "menunggu",
            ShopTab::Returned => "perbaikan",
            ShopTab::Open => "buka",
            ShopTab::Suspended => "ditangguhkan",
        }
    }

    /// Reads the word; anything unknown is the default.
    pub fn parse(word: &str) -> Self {
        ShopTab::ALL.into_iter().find(|tab| tab.as_str() == word).unwrap_or_default()
    }
}

/// What an officer asks the list for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShopFilter {
    /// Which shops.
    pub tab: ShopTab,
    /// Code of the kecamatan; empty for all.
    pub kecamatan: String,
    /// Part of the shop's or the owner's name.
    pub words: String,
    /// Pages before this one.
    pub page: i64,
}

/// A shop in the list.
#[derive(Debug, Clone, FromRow)]
pub struct ShopRow {
    /// The shop.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Who runs it.
    pub owner: String,
    /// Code of its kecamatan.
    pub kecamatan: String,
    /// Products that are not archived.
    pub products: i64,
    /// Since when it is where it is, micro-seconds UTC.
    pub since: i64,
}

/// How many shops are where, and since when the first of them waits.
#[derive(Debug, Clone, Copy, Default, FromRow)]
pub struct ShopCounts {
    /// Waiting for an officer.
    pub waiting: i64,
    /// Waiting for their owners.
    pub returned: i64,
    /// Public.
    pub open: i64,
    /// Suspended.
    pub suspended: i64,
    /// Since when the first waits for an officer, micro-seconds UTC.
    pub oldest: Option<i64>,
}

impl ShopCounts {
    /// How many are behind a tab.
    pub const fn of(&self, tab: ShopTab) -> i64 {
        match tab {
            ShopTab::Waiting => self.waiting,
            ShopTab::Returned => self.returned,
            ShopTab::Open => self.open,
            ShopTab::Suspended => self.suspended,
        }
    }
}

/// A page of the list.
#[derive(Debug, Clone)]
pub struct ShopDesk {
    /// The shops.
    pub shops: Vec<ShopRow>,
    /// Whether another page follows.
    pub more: bool,
    /// Of all shops, whatever the filter.
    pub counts: ShopCounts,
}

/// Why nothing is shown.
#[derive(Debug, Error)]
pub enum DeskError {
    /// Not for this person.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The database did not answer.
    #[error("the officers' lists: database")]
    Db(#[from] DbError),
}

/// A page of shops: those that wait with the oldest first, the others with the latest first.
///
/// # Errors
/// See [`DeskError`].
pub async fn list_shops_to_decide(
    platform: &Platform,
    actor: &Actor,
    filter: &ShopFilter,
) -> Result<ShopDesk, DeskError> {
    let counts = count_shops(platform, actor).await?;
    let mut query = Select::new(
        "select u.id, u.name, a.name as owner, u.kecamatan, \
         (select count(*) from product p where p.usaha_id = u.id and p.state <> 'archived') as products, \
         case when u.state = 'pending' and u.state_reason is null then coalesce(u.handed_in_at, u.created_at) \
         else coalesce(u.decided_at, u.created_at) end as since from usaha u join account a on a.id = u.owner_id",
    );
    query.push(match filter.tab {
        ShopTab::Waiting => "where u.state = 'pending' and u.state_reason is null",
        ShopTab::Returned => "where u.state = 'pending' and u.state_reason is not null",
        ShopTab::Open => "where u.state = 'open'",
        ShopTab::Suspended => "where u.state = 'suspended'",
    });
    if !filter.kecamatan.is_empty() {
        query.bind("and u.kecamatan = ?", &filter.kecamatan);
    }
    for word in normalise(&filter.words).split_whitespace().take(8) {
        query.bind("and lower(u.name || ' ' || a.name) like ?", format!("%{word}%"));
    }
    query.push(match filter.tab {
        ShopTab::Waiting | ShopTab::Returned => "order by since, u.id",
        ShopTab::Open | ShopTab::Suspended => "order by since desc, u.id desc",
    });
    query.bind("limit ?", PAGE as i64 + 1).bind("offset ?", filter.page.clamp(0, 10_000) * PAGE as i64);
    let mut shops: Vec<ShopRow> = query.all(&platform.db).await?;
    let more = shops.len() > PAGE;
    shops.truncate(PAGE);
    Ok(ShopDesk { shops, more, counts })
}

/// How many shops are where.
///
/// # Errors
/// See [`DeskError`].
pub async fn count_shops(platform: &Platform, actor: &Actor) -> Result<ShopCounts, DeskError> {
    actor.require(Capability::DecideShops)?;
    let sql = "select count(*) filter (where state = 'pending' and state_reason is null) as waiting, \
         count(*) filter (where state = 'pending' and state_reason is not null) as returned, \
         count(*) filter (where state = 'open') as open, \
         count(*) filter (where state = 'suspended') as suspended, \
         min(coalesce(handed_in_at, created_at)) filter (where state = 'pending' and state_reason is null) as oldest \
         from usaha";
    Ok(platform.db.one(sql, args![]).await?.unwrap_or_default())
}
