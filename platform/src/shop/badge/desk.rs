//! The officers' list of badges.

use domain::account::{Actor, Capability};
use domain::search::normalise;
use domain::shop::badge::{Kind, Number, REMINDERS};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::Select;
use crate::shop::usaha::DeskError;
use crate::{Platform, args};

/// Badges on one page.
const PAGE: usize = 40;

/// Which badges are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BadgeTab {
    /// Handed in; an officer looks. Whoever has waited longest is first.
    #[default]
    Waiting,
    /// Verified, and over within 90 days; what ends first is first.
    Ending,
    /// Verified and valid.
    Verified,
    /// Refused; their owners put something right.
    Refused,
    /// Revoked, or over.
    Past,
}

impl BadgeTab {
    /// All, in the order in which they are offered.
    pub const ALL: [BadgeTab; 5] =
        [BadgeTab::Waiting, BadgeTab::Ending, BadgeTab::Verified, BadgeTab::Refused, BadgeTab::Past];

    /// The word in the address of the page.
    pub const fn as_str(self) -> &'static str {
        match self {
            BadgeTab::Waiting => "menunggu",
            BadgeTab::Ending => "segera-berakhir",
            BadgeTab::Verified => "terverifikasi",
            BadgeTab::Refused => "ditolak",
            BadgeTab::Past => "tidak-berlaku",
        }
    }

    /// Reads the word; anything unknown is the default.
    pub fn parse(word: &str) -> Self {
        BadgeTab::ALL.into_iter().find(|tab| tab.as_str() == word).unwrap_or_default()
    }
}

/// What an officer asks the list for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BadgeFilter {
    /// Which badges.
    pub tab: BadgeTab,
    /// Only of this kind.
    pub kind: Option<Kind>,
    /// Part of the product's, shop's or holder's name, or of the number.
    pub words: String,
    /// Pages before this one.
    pub page: i64,
}

/// A badge in the list.
#[derive(Debug, Clone, FromRow)]
pub struct BadgeRow {
    /// The badge.
    pub id: Uuid,
    /// What it stands for.
    #[sqlx(try_from = "String")]
    pub kind: Kind,
    /// The number as it is stored.
    pub number: String,
    /// The product; `None` for one of the shop itself.
    pub product: Option<String>,
    /// The shop.
    pub shop: String,
    /// Code of the shop's kecamatan.
    pub kecamatan: String,
    /// The last day as it is stored.
    pub valid_until: Option<String>,
    /// When it was handed in, or decided, micro-seconds UTC.
    pub since: i64,
}

impl BadgeRow {
    /// The number as people write it.
    pub fn shown(&self) -> String {
        Number::shown(self.kind, &self.number)
    }
}

/// How many badges are where, and since when the first of them waits.
#[derive(Debug, Clone, Copy, Default, FromRow)]
pub struct BadgeCounts {
    /// Waiting for an officer.
    pub waiting: i64,
    /// Over within 90 days.
    pub ending: i64,
    /// Since when the first waits for an officer, micro-seconds UTC.
    pub oldest: Option<i64>,
}

/// A page of the list.
#[derive(Debug, Clone)]
pub struct BadgeDesk {
    /// The badges.
    pub badges: Vec<BadgeRow>,
    /// Whether another page follows.
    pub more: bool,
    /// Of all badges, whatever the filter.
    pub counts: BadgeCounts,
}

/// A page of badges.
///
/// # Errors
/// See [`DeskError`].
pub async fn list_badges_to_decide(
    platform: &Platform,
    actor: &Actor,
    filter: &BadgeFilter,
) -> Result<BadgeDesk, DeskError> {
    let counts = count_badges(platform, actor).await?;
    let today = platform.now().day();
    let mut query = Select::new(
        "select b.id, b.kind, b.number, p.name as product, u.name as shop, u.kecamatan, b.valid_until, \
         coalesce(b.decided_at, b.created_at) as since \
         from badge b join usaha u on u.id = b.usaha_id left join product p on p.id = b.product_id",
    );
    match filter.tab {
        BadgeTab::Waiting => query.push("where b.state = 'diajukan'"),
        BadgeTab::Refused => query.push("where b.state = 'ditolak'"),
        BadgeTab::Ending => query
            .bind("where b.state = 'terverifikasi' and b.valid_until >= ?", today.to_string())
            .bind("and b.valid_until <= ?", today.plus(REMINDERS[0]).to_string()),
        BadgeTab::Verified => query.bind(
            "where b.state = 'terverifikasi' and (b.valid_until is null or b.valid_until >= ?)",
            today.to_string(),
        ),
        BadgeTab::Past => query.bind(
            "where (b.state = 'dicabut' or (b.state = 'terverifikasi' and b.valid_until < ?))",
            today.to_string(),
        ),
    };
    if let Some(kind) = filter.kind {
        query.bind("and b.kind = ?", kind.as_str());
    }
    for word in normalise(&filter.words).split_whitespace().take(8) {
        let within = "and lower(b.number || ' ' || b.holder || ' ' || u.name || ' ' || coalesce(p.name, '')) like ?";
        query.bind(within, format!("%{word}%"));
    }
    query.push(match filter.tab {
        BadgeTab::Waiting => "order by b.created_at, b.id",
        BadgeTab::Ending => "order by b.valid_until, b.id",
        BadgeTab::Verified | BadgeTab::Refused | BadgeTab::Past => "order by b.decided_at desc, b.id desc",
    });
    query.bind("limit ?", PAGE as i64 + 1).bind("offset ?", filter.page.clamp(0, 10_000) * PAGE as i64);
    let mut badges: Vec<BadgeRow> = query.all(&platform.db).await?;
    let more = badges.len() > PAGE;
    badges.truncate(PAGE);
    Ok(BadgeDesk { badges, more, counts })
}

/// How many badges are where.
///
/// # Errors
/// See [`DeskError`].
pub async fn count_badges(platform: &Platform, actor: &Actor) -> Result<BadgeCounts, DeskError> {
    actor.require(Capability::VerifyBadges)?;
    let today = platform.now().day();
    let sql = "select (select count(*) from badge where state = 'diajukan') as waiting, \
         (select count(*) from badge where state = 'terverifikasi' and valid_until >= $1 and valid_until <= $2) as ending, \
         (select min(created_at) from badge where state = 'diajukan') as oldest";
    let until = today.plus(REMINDERS[0]).to_string();
    Ok(platform.db.one(sql, args![today.to_string(), until]).await?.unwrap_or_default())
}
