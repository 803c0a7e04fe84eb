//! One badge as an officer reads it: what was handed in, what to look at, and what happened before.

use domain::account::{Actor, Capability};
use domain::shop::badge::{Action, Note, Number, State};
use sqlx::FromRow;
use uuid::Uuid;

use super::row::BadgeShort;
use crate::shop::usaha::DeskError;
use crate::{Platform, args};

/// A badge's file.
#[derive(Debug, Clone)]
pub struct BadgeFile {
    /// What was handed in.
    pub written: BadgeWritten,
    /// The number, read; `None` when it is none of its kind.
    pub number: Option<Number>,
    /// What to look at before verifying.
    pub notes: Vec<Note>,
    /// Other shops with the same number.
    pub also: Vec<String>,
    /// What happened, the latest first.
    pub history: Vec<BadgeEvent>,
    /// Whether it belongs to the reader's own shop: then somebody else decides.
    pub own: bool,
}

/// What was handed in, with shop and product.
#[derive(Debug, Clone, FromRow)]
pub struct BadgeWritten {
    /// The badge itself.
    #[sqlx(flatten)]
    pub badge: BadgeShort,
    /// The shop.
    pub usaha_id: Uuid,
    /// Its name.
    pub shop: String,
    /// Who runs it.
    pub owner: String,
    /// Code of its kecamatan.
    pub kecamatan: String,
    /// The product's name; `None` for a number of the shop itself.
    pub product: Option<String>,
    /// Its place in addresses.
    pub product_slug: Option<String>,
    /// Its ingredients.
    pub composition: Option<String>,
    /// Whether shoppers see it.
    pub listed: Option<bool>,
    owner_id: Uuid,
}

/// A step in a badge's history.
#[derive(Debug, Clone, FromRow)]
pub struct BadgeEvent {
    /// When, micro-seconds UTC.
    pub at: i64,
    /// Who; `None` for what followed by itself.
    pub name: Option<String>,
    /// What.
    #[sqlx(try_from = "String")]
    pub action: Action,
    /// After it.
    #[sqlx(try_from = "String")]
    pub state: State,
    /// The number at that time, as it was stored.
    pub number: String,
    /// Why; may be empty.
    pub reason: String,
}

/// A badge's file; `None` when there is no such badge.
///
/// # Errors
/// See [`DeskError`].
pub async fn find_badge_file(platform: &Platform, actor: &Actor, badge: Uuid) -> Result<Option<BadgeFile>, DeskError> {
    let officer = actor.require(Capability::VerifyBadges)?;
    let db = &platform.db;
    let written = "select b.id, b.kind, b.number, b.holder, b.product_id, b.valid_until, b.until_estimated, b.state, \
         b.reason, b.decided_at, b.created_at, b.usaha_id, u.name as shop, a.name as owner, u.kecamatan, \
         p.name as product, p.slug as product_slug, p.composition, p.listed, u.owner_id \
         from badge b join usaha u on u.id = b.usaha_id join account a on a.id = u.owner_id \
         left join product p on p.id = b.product_id where b.id = $1";
    let Some(written) = db.one::<BadgeWritten>(written, args![badge]).await? else { return Ok(None) };
    let history = "select e.at, a.name, e.action, e.state, e.number, e.reason from badge_event e \
         left join account a on a.id = e.by_account where e.badge_id = $1 order by e.at desc, e.id desc";
    let also = "select distinct u.name from badge b join usaha u on u.id = b.usaha_id \
         where b.number = $1 and b.kind = $2 and b.usaha_id <> $3 order by u.name";
    let also: Vec<(String,)> =
        db.all(also, args![&written.badge.number, written.badge.kind.as_str(), written.usaha_id]).await?;
    let number = Number::parse(written.badge.kind, &written.badge.number).ok();
    let region = platform.reference().await?.regency_digits();
    Ok(Some(BadgeFile {
        notes: number.as_ref().map(|number| number.notes(written.badge.until(), &region)).unwrap_or_default(),
        also: also.into_iter().map(|(name,)| name).collect(),
        history: db.all(history, args![badge]).await?,
        own: written.owner_id == officer,
        number,
        written,
    }))
}
