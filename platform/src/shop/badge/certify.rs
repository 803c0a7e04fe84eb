//! A badge that the office itself lights: whoever accompanied the permit has compared number, holder and day already.

use domain::shop::badge::{Action, State, validity};
use uuid::Uuid;

use super::decide::{ROW, Row, replace_others, verify};
use super::submit::{Submission, SubmitError, again, check_product, new};
use super::tell::{self, Event, note};
use crate::db::Tx;
use crate::shop::listing::{self, Products};
use crate::shop::usaha::lock_own_shop;
use crate::{Platform, args};

/// Gives the shop of an owner, or one of its products, a verified badge; answers it. `None` without a shop. The same
/// number that holds already stays as it is.
pub(crate) async fn certify(
    platform: &Platform,
    tx: &mut Tx,
    officer: Uuid,
    owner: Uuid,
    submission: &Submission,
) -> Result<Option<Uuid>, SubmitError> {
    let Some(shop) = lock_own_shop(tx, owner).await? else { return Ok(None) };
    check_product(tx, shop, submission).await?;
    let valid = validity(&submission.number, submission.until, platform.now().day())?;
    let kind = submission.number.kind();
    let there = "select id from badge where usaha_id = $1 and kind = $2 and product_id is not distinct from $3 \
         and number = $4 and valid_until is not distinct from $5 and state = 'terverifikasi' limit 1";
    let until = valid.until.map(|day| day.to_string());
    let args = args![shop, kind.as_str(), submission.product, submission.number.as_str(), until];
    if let Some((badge,)) = tx.one::<(Uuid,)>(there, args).await? {
        return Ok(Some(badge));
    }
    // What the owner handed in and nobody has confirmed yet is settled with this.
    let waiting = "select id from badge where usaha_id = $1 and kind = $2 and product_id is not distinct from $3 \
         and state in ('diajukan', 'ditolak') order by created_at desc, id desc limit 1";
    let badge = match tx.one::<(Uuid,)>(waiting, args![shop, kind.as_str(), submission.product]).await? {
        Some((badge,)) => again(platform, tx, badge, submission, valid).await?,
        None => new(platform, tx, shop, submission, valid).await?,
    };
    let number = submission.number.as_str();
    let (action, state) = (Action::Verify, State::Terverifikasi);
    note(platform, tx, Event { badge, by: Some(officer), action, state, number, reason: "" }).await?;
    verify(platform, tx, badge, officer, valid).await?;
    let row: Row = tx.one(ROW, args![badge]).await?.ok_or(SubmitError::NoProduct)?;
    replace_others(platform, tx, submission.product, &row.about).await?;
    tell::verified(platform, tx, &row.about, valid.until).await?;
    listing::refresh(platform, tx, submission.product.map_or(Products::OfShop(shop), Products::One)).await?;
    Ok(Some(badge))
}
