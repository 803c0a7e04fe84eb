//! An officer verifies, refuses or revokes a badge.

use domain::account::{Actor, Capability, Forbidden};
use domain::shop::badge::{Action, By, Number, State, Validity, ValidityError, next, validity};
use domain::time::Day;
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

use super::tell::{self, About, Event, note};
use crate::db::{DbError, Tx};
use crate::shop::listing::{self, Products};
use crate::{Platform, args};

/// The longest reason. Characters.
const REASON: usize = 500;
/// What is written into the history of a number in whose place a newer one was verified.
const REPLACED: &str = "Diganti dengan nomor yang lebih baru.";

/// What an officer found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Number, holder, product and day are those of the document, which is valid until then.
    Verify(Option<Day>),
    /// It cannot be confirmed, and why.
    Refuse(String),
    /// It holds no longer, and why.
    Revoke(String),
}

/// A decision about a badge.
#[derive(Debug, Clone)]
pub struct DecideBadge {
    /// What the officer found.
    pub verdict: Verdict,
    /// How much of its history the page showed: with more since, the officer looked at something else.
    pub seen: i64,
}

/// Who did what last.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct DecidedBadge {
    /// The person's name; `None` for what followed by itself.
    pub name: Option<String>,
    /// When, micro-seconds UTC.
    pub at: i64,
    /// What.
    #[sqlx(try_from = "String")]
    pub action: Action,
    /// Who, as an account.
    pub by_account: Option<Uuid>,
}

/// Why nothing was decided. Nothing changed.
#[derive(Debug, Error)]
pub enum DecideBadgeError {
    /// Not this person's to decide.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such badge.
    #[error("no such badge")]
    NotFound,
    /// Nobody decides about their own shop's badges.
    #[error("a badge of one's own shop")]
    OwnShop,
    /// The owner has to be told why.
    #[error("no reason")]
    NoReason,
    /// The last day is missing or over.
    #[error(transparent)]
    Validity(#[from] ValidityError),
    /// Somebody was faster, or the owner changed it since.
    #[error("already decided")]
    Already(Option<DecidedBadge>),
    /// The database did not answer.
    #[error("decide on a badge: database")]
    Db(#[from] DbError),
}

#[derive(FromRow)]
struct Place {
    usaha_id: Uuid,
    product_id: Option<Uuid>,
    owner_id: Uuid,
}

#[derive(FromRow)]
pub(super) struct Row {
    #[sqlx(flatten)]
    pub about: About,
    #[sqlx(try_from = "String")]
    state: State,
    valid_until: Option<String>,
}

/// Decides about a badge. It lights up, or goes out, on all pages in the same moment; the owner is told.
///
/// # Errors
/// See [`DecideBadgeError`]. The same officer sending the same decision twice is no error.
pub async fn decide_badge(
    platform: &Platform,
    actor: &Actor,
    badge: Uuid,
    decide: &DecideBadge,
) -> Result<(), DecideBadgeError> {
    let officer = actor.require(Capability::VerifyBadges)?;
    let mut tx = platform.db.begin().await?;
    let place = lock(&mut tx, badge).await?.ok_or(DecideBadgeError::NotFound)?;
    if place.owner_id == officer {
        return Err(DecideBadgeError::OwnShop);
    }
    let row: Row = tx.one(ROW, args![badge]).await?.ok_or(DecideBadgeError::NotFound)?;
    let today = platform.now().day();
    let (action, reason) = match &decide.verdict {
        Verdict::Verify(_) => (Action::Verify, String::new()),
        Verdict::Refuse(reason) => (Action::Refuse, reason.trim().chars().take(REASON).collect()),
        Verdict::Revoke(reason) => (Action::Revoke, reason.trim().chars().take(REASON).collect()),
    };
    if action != Action::Verify && reason.is_empty() {
        return Err(DecideBadgeError::NoReason);
    }
    let state = row.state.on(today, row.valid_until.as_deref().and_then(Day::parse));
    let (known,): (i64,) = tx.one(COUNT, args![badge]).await?.unwrap_or_default();
    let Some(to) = next(Some(state), action, By::Officer).filter(|_| known == decide.seen) else {
        let last: Option<DecidedBadge> = tx.one(LAST, args![badge]).await?;
        let twice =
            |last: &DecidedBadge| (last.by_account, last.action, known) == (Some(officer), action, decide.seen + 1);
        return if last.as_ref().is_some_and(twice) { Ok(()) } else { Err(DecideBadgeError::Already(last)) };
    };
    if let Verdict::Verify(given) = decide.verdict {
        let valid = valid_until(&row.about, given, today)?;
        verify(platform, &mut tx, badge, officer, valid).await?;
        replace_others(platform, &mut tx, place.product_id, &row.about).await?;
        tell::verified(platform, &mut tx, &row.about, valid.until).await?;
    } else {
        let sql = "update badge set state = $2, reason = $3, decided_by = $4, decided_at = $5 where id = $1";
        tx.run_one(sql, args![badge, to.as_str(), &reason, officer, platform.now()]).await?;
        tell::not_shown(platform, &mut tx, &row.about, to, &reason).await?;
    }
    let number = &row.about.number;
    note(platform, &mut tx, Event { badge, by: Some(officer), action, state: to, number, reason: &reason }).await?;
    let products = place.product_id.map_or(Products::OfShop(place.usaha_id), Products::One);
    listing::refresh(platform, &mut tx, products).await?;
    tx.commit().await?;
    Ok(())
}

pub(super) const ROW: &str = "select b.id, b.usaha_id, b.kind, b.number, coalesce(p.name, u.name) as subject, b.state, \
     b.valid_until from badge b join usaha u on u.id = b.usaha_id left join product p on p.id = b.product_id \
     where b.id = $1";
const COUNT: &str = "select count(*) from badge_event where badge_id = $1";
const LAST: &str = "select a.name, e.at, e.action, e.by_account from badge_event e \
     left join account a on a.id = e.by_account where e.badge_id = $1 order by e.at desc, e.id desc limit 1";

/// Locks shop, product and badge, in this order, as everybody does who changes more than one of them.
async fn lock(tx: &mut Tx, badge: Uuid) -> Result<Option<Place>, DbError> {
    let place =
        "select b.usaha_id, b.product_id, u.owner_id from badge b join usaha u on u.id = b.usaha_id where b.id = $1";
    let Some(place) = tx.one::<Place>(place, args![badge]).await? else { return Ok(None) };
    if let Tx::Postgres(_) = tx {
        let usaha = "select id from usaha where id = $1 for no key update";
        tx.all::<(Uuid,)>(usaha, args![place.usaha_id]).await?;
        let product = "select id from product where id = $1 for no key update";
        tx.all::<(Uuid,)>(product, args![place.product_id]).await?;
        tx.all::<(Uuid,)>("select id from badge where id = $1 for no key update", args![badge]).await?;
    }
    Ok(Some(place))
}

fn valid_until(about: &About, given: Option<Day>, today: Day) -> Result<Validity, ValidityError> {
    match Number::parse(about.kind, &about.number) {
        Ok(number) => validity(&number, given, today),
        // A number from elsewhere, of another shape: the day on the document counts.
        Err(_) => match given {
            Some(day) if day < today => Err(ValidityError::Over(day)),
            until => Ok(Validity { until, estimated: false }),
        },
    }
}

pub(super) async fn verify(
    platform: &Platform,
    tx: &mut Tx,
    badge: Uuid,
    officer: Uuid,
    valid: Validity,
) -> Result<(), DbError> {
    // A day that was inferred and is left as it is stays marked.
    let until = valid.until.map(|day| day.to_string());
    tx.run_one(VERIFY, args![badge, until, valid.estimated, officer, platform.now(), false]).await
}

const VERIFY: &str = "update badge set state = 'terverifikasi', \
     until_estimated = case when $3 then $3 when valid_until = $2 then until_estimated else $6 end, \
     valid_until = $2, reason = null, decided_by = $4, decided_at = $5, reminded = 0 where id = $1";

/// What was verified before on the same shop or product has been replaced.
pub(super) async fn replace_others(
    platform: &Platform,
    tx: &mut Tx,
    product: Option<Uuid>,
    about: &About,
) -> Result<(), DbError> {
    let older = "select id, number from badge where usaha_id = $1 and kind = $2 and product_id is not distinct from $3 \
         and id <> $4 and state = 'terverifikasi' order by id";
    let older: Vec<(Uuid, String)> =
        tx.all(older, args![about.usaha_id, about.kind.as_str(), product, about.id]).await?;
    for (badge, number) in older {
        tx.run("update badge set state = 'dicabut', reason = $2 where id = $1", args![badge, REPLACED]).await?;
        let (action, state) = (Action::Replace, State::Dicabut);
        note(platform, tx, Event { badge, by: None, action, state, number: &number, reason: REPLACED }).await?;
    }
    Ok(())
}
