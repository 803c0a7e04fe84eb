//! An owner hands a number in.

use domain::account::{Actor, Capability, Forbidden};
use domain::shop::badge::{Action, Handover, Kind, Number, State, Validity, ValidityError, handover, validity};
use domain::time::Day;
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

use super::tell::{Event, note};
use crate::db::{DbError, Tx};
use crate::shop::listing::{self, Products};
use crate::shop::usaha::lock_own_shop;
use crate::{Platform, args};

/// A number that an owner hands in.
#[derive(Debug, Clone)]
pub struct Submission {
    /// The number.
    pub number: Number,
    /// The product that it is for; `None` for the shop itself.
    pub product: Option<Uuid>,
    /// Who the document names.
    pub holder: String,
    /// The last day on the document, if it has one.
    pub until: Option<Day>,
}

/// Why a number was not taken. Nothing changed.
#[derive(Debug, Error)]
pub enum SubmitError {
    /// Not for this person.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The account has no shop.
    #[error("no shop")]
    NoShop,
    /// The product is not this shop's, or no food, or the number is not one for products.
    #[error("not a product for this number")]
    NoProduct,
    /// The last day is missing or over.
    #[error(transparent)]
    Validity(#[from] ValidityError),
    /// The number that is there holds, and does not end soon.
    #[error("the badge that is there still holds")]
    Holds,
    /// The database did not answer.
    #[error("hand in a badge: database")]
    Db(#[from] DbError),
}

#[derive(FromRow)]
struct Latest {
    id: Uuid,
    #[sqlx(try_from = "String")]
    state: State,
    number: String,
    holder: String,
    valid_until: Option<String>,
}

/// Hands a number in, for an officer to look at; answers the badge.
///
/// The shop's row is locked first, so that a shop or product has one badge of a kind in the making, however often and
/// from wherever the form comes.
///
/// # Errors
/// See [`SubmitError`]. The same form sent twice is no error.
pub async fn submit_badge(platform: &Platform, actor: &Actor, submission: &Submission) -> Result<Uuid, SubmitError> {
    let owner = actor.require(Capability::RunShop)?;
    let today = platform.now().day();
    let valid = validity(&submission.number, submission.until, today)?;
    let mut tx = platform.db.begin().await?;
    let shop = lock_own_shop(&mut tx, owner).await?.ok_or(SubmitError::NoShop)?;
    check_product(&mut tx, shop, submission).await?;
    let kind = submission.number.kind();
    let latest = "select id, state, number, holder, valid_until from badge where usaha_id = $1 and kind = $2 \
         and product_id is not distinct from $3 order by created_at desc, id desc limit 1";
    let latest: Option<Latest> = tx.one(latest, args![shop, kind.as_str(), submission.product]).await?;
    let known = latest.as_ref().map(|badge| (badge.state, badge.valid_until.as_deref().and_then(Day::parse)));
    let badge = match (handover(known, today), latest) {
        (Handover::None, _) => return Err(SubmitError::Holds),
        (Handover::Same, Some(latest)) if same(&latest, submission, valid) => return Ok(latest.id),
        (Handover::Same, Some(latest)) => again(platform, &mut tx, latest.id, submission, valid).await?,
        _ => new(platform, &mut tx, shop, submission, valid).await?,
    };
    let event = Event {
        badge,
        by: Some(owner),
        action: Action::Submit,
        state: State::Diajukan,
        number: submission.number.as_str(),
        reason: "",
    };
    note(platform, &mut tx, event).await?;
    listing::refresh(platform, &mut tx, submission.product.map_or(Products::OfShop(shop), Products::One)).await?;
    tx.commit().await?;
    Ok(badge)
}

/// A number for food needs a food of this shop, a number of the business needs none.
pub(super) async fn check_product(tx: &mut Tx, shop: Uuid, submission: &Submission) -> Result<(), SubmitError> {
    let Some(product) = submission.product else {
        let of_shop = Kind::OF_SHOP.contains(&submission.number.kind());
        return if of_shop { Ok(()) } else { Err(SubmitError::NoProduct) };
    };
    let sql = "select p.id from product p join category c on c.slug = p.category \
         where p.id = $1 and p.usaha_id = $2 and p.state <> 'archived' and c.food";
    let found: Option<(Uuid,)> = tx.one(sql, args![product, shop]).await?;
    let of_food = Kind::OF_FOOD.contains(&submission.number.kind());
    if of_food && found.is_some() { Ok(()) } else { Err(SubmitError::NoProduct) }
}

/// Whether this is what waits already.
fn same(latest: &Latest, submission: &Submission, valid: Validity) -> bool {
    latest.state == State::Diajukan
        && latest.number == submission.number.as_str()
        && latest.holder == submission.holder
        && latest.valid_until == valid.until.map(|day| day.to_string())
}

pub(super) async fn new(
    platform: &Platform,
    tx: &mut Tx,
    shop: Uuid,
    submission: &Submission,
    valid: Validity,
) -> Result<Uuid, DbError> {
    let id = platform.new_id();
    tx.run(
        "insert into badge (id, kind, number, holder, usaha_id, product_id, valid_until, until_estimated, state, \
         created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, 'diajukan', $9)",
        args![
            id,
            submission.number.kind().as_str(),
            submission.number.as_str(),
            &submission.holder,
            shop,
            submission.product,
            valid.until.map(|day| day.to_string()),
            valid.estimated,
            platform.now()
        ],
    )
    .await?;
    Ok(id)
}

pub(super) async fn again(
    platform: &Platform,
    tx: &mut Tx,
    badge: Uuid,
    submission: &Submission,
    valid: Validity,
) -> Result<Uuid, DbError> {
    tx.run_one(
        "update badge set number = $2, holder = $3, valid_until = $4, until_estimated = $5, state = 'diajukan', \
         reason = null, decided_by = null, decided_at = null, reminded = 0, created_at = $6 where id = $1",
        args![
            badge,
            submission.number.as_str(),
            &submission.holder,
            valid.until.map(|day| day.to_string()),
            valid.estimated,
            platform.now()
        ],
    )
    .await?;
    Ok(badge)
}
