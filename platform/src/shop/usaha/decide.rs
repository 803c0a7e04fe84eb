//! Deciding about a shop: an officer admits, sends back, suspends or reopens it; its owner hands it in again.

use domain::account::{Actor, Capability, Forbidden};
use domain::shop::usaha::{By, Decision, ShopState, next};
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

use super::own::lock_own_shop;
use super::tell::{ToOwner, tell_owner};
use crate::db::{DbError, Sql, Tx};
use crate::shop::listing::{self, Products};
use crate::{Platform, args};

/// The longest reason. Characters.
const REASON: usize = 500;

/// A decision about a shop.
#[derive(Debug, Clone)]
pub struct Decide {
    /// What is decided.
    pub decision: Decision,
    /// Why, in words for the owner; needed where [`Decision::needs_reason`] says so.
    pub reason: String,
    /// How many decisions the page showed: with another one since, this one is about something else.
    pub seen: i64,
}

/// Who decided what when.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Decided {
    /// The person's name.
    pub name: String,
    /// When, micro-seconds UTC.
    pub at: i64,
    /// What.
    #[sqlx(try_from = "String")]
    pub decision: Decision,
    /// Who, as an account.
    pub account: Uuid,
}

/// Why nothing was decided. Nothing changed.
#[derive(Debug, Error)]
pub enum DecideError {
    /// Not this person's to decide.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such shop.
    #[error("no such shop")]
    NotFound,
    /// Nobody decides about their own shop.
    #[error("one's own shop")]
    OwnShop,
    /// The owner has to be told why.
    #[error("no reason")]
    NoReason,
    /// Somebody was faster; `None` when nobody decided, but the shop is not where this can be decided.
    #[error("already decided")]
    Already(Option<Decided>),
    /// The database did not answer.
    #[error("decide on a shop: database")]
    Db(#[from] DbError),
}

#[derive(FromRow)]
struct Row {
    name: String,
    owner_id: Uuid,
    #[sqlx(try_from = "String")]
    state: ShopState,
    state_reason: Option<String>,
}

/// Decides about a shop. Its products appear on the public site, or leave it, in the same moment; the owner is told.
///
/// # Errors
/// See [`DecideError`]. The same officer sending the same decision twice is no error.
pub async fn decide_shop(platform: &Platform, actor: &Actor, shop: Uuid, decide: &Decide) -> Result<(), DecideError> {
    let officer = actor.require(Capability::DecideShops)?;
    let mut tx = platform.db.begin().await?;
    let row = lock(&mut tx, shop).await?.ok_or(DecideError::NotFound)?;
    if row.owner_id == officer {
        return Err(DecideError::OwnShop);
    }
    let reason = reason(&decide.reason);
    if decide.decision.needs_reason() && reason.is_empty() {
        return Err(DecideError::NoReason);
    }
    if step(platform, &mut tx, shop, officer, decide, &row, &reason).await? {
        tell(platform, &mut tx, shop, &row.name, decide.decision, &reason).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// An owner says that what was missing is right now: the shop waits for an officer again.
///
/// # Errors
/// [`DecideError::NotFound`] when this account has no shop, [`DecideError::Already`] when it was not sent back.
pub async fn hand_in_again(platform: &Platform, actor: &Actor) -> Result<(), DecideError> {
    let owner = actor.require(Capability::RunShop)?;
    let mut tx = platform.db.begin().await?;
    let shop = lock_own_shop(&mut tx, owner).await?.ok_or(DecideError::NotFound)?;
    if !hand_in_if_returned(platform, &mut tx, shop, owner).await? {
        return Err(DecideError::Already(last_decision(&mut tx, shop).await?));
    }
    tx.commit().await?;
    Ok(())
}

/// A shop that was sent back waits for an officer again; answers whether it was. The caller has locked the shop.
pub(super) async fn hand_in_if_returned(
    platform: &Platform,
    tx: &mut Tx,
    shop: Uuid,
    owner: Uuid,
) -> Result<bool, DbError> {
    let Some(row) = lock(tx, shop).await? else { return Ok(false) };
    let decision = Decision::HandIn;
    let Some(to) = next(row.state, row.state_reason.is_some(), decision, By::Owner) else { return Ok(false) };
    write(platform, tx, shop, owner, decision, to, "").await?;
    tx.run("update usaha set handed_in_at = $2 where id = $1", args![shop, platform.now()]).await?;
    Ok(true)
}

/// A reason as it is kept.
fn reason(typed: &str) -> String {
    typed.trim().chars().take(REASON).collect()
}

async fn lock(tx: &mut Tx, shop: Uuid) -> Result<Option<Row>, DbError> {
    let sql = Sql::either(
        "select name, owner_id, state, state_reason from usaha where id = $1",
        "select name, owner_id, state, state_reason from usaha where id = $1 for no key update",
    );
    tx.one(sql, args![shop]).await
}

async fn count(tx: &mut Tx, shop: Uuid) -> Result<i64, DbError> {
    let sql = "select count(*) from usaha_event where usaha_id = $1";
    Ok(tx.one::<(i64,)>(sql, args![shop]).await?.unwrap_or_default().0)
}

/// Takes the step, or answers `false` when this very officer has taken it already: the form came twice.
async fn step(
    platform: &Platform,
    tx: &mut Tx,
    shop: Uuid,
    officer: Uuid,
    decide: &Decide,
    row: &Row,
    reason: &str,
) -> Result<bool, DecideError> {
    let known = count(tx, shop).await?;
    let to = next(row.state, row.state_reason.is_some(), decide.decision, By::Officer);
    let Some(to) = to.filter(|_| known == decide.seen) else {
        let last = last_decision(tx, shop).await?;
        let twice =
            |last: &Decided| (last.account, last.decision, known) == (officer, decide.decision, decide.seen + 1);
        return if last.as_ref().is_some_and(twice) { Ok(false) } else { Err(DecideError::Already(last)) };
    };
    write(platform, tx, shop, officer, decide.decision, to, reason).await?;
    if to != row.state {
        listing::refresh(platform, tx, Products::OfShop(shop)).await?;
    }
    Ok(true)
}

async fn write(
    platform: &Platform,
    tx: &mut Tx,
    shop: Uuid,
    account: Uuid,
    decision: Decision,
    to: ShopState,
    reason: &str,
) -> Result<(), DbError> {
    let shown = decision.needs_reason().then_some(reason);
    let now = platform.now();
    let update = "update usaha set state = $2, state_reason = $3, decided_at = $4 where id = $1";
    tx.run_one(update, args![shop, to.as_str(), shown, now]).await?;
    tx.run(
        "insert into usaha_event (id, usaha_id, at, by_account, decision, state, reason) \
         values ($1, $2, $3, $4, $5, $6, $7)",
        args![platform.new_id(), shop, now, account, decision.as_str(), to.as_str(), reason],
    )
    .await
    .map(drop)
}

async fn last_decision(tx: &mut Tx, shop: Uuid) -> Result<Option<Decided>, DbError> {
    let sql = "select a.name, e.at, e.decision, e.by_account as account from usaha_event e \
         join account a on a.id = e.by_account where e.usaha_id = $1 order by e.at desc, e.id desc limit 1";
    tx.one(sql, args![shop]).await
}

async fn tell(
    platform: &Platform,
    tx: &mut Tx,
    shop: Uuid,
    name: &str,
    decision: Decision,
    reason: &str,
) -> Result<(), DbError> {
    let site = &platform.public_url;
    let note = if reason.is_empty() { String::new() } else { format!("\nCatatan petugas: {reason}") };
    let (subject, body) = match decision {
        Decision::Approve => (
            format!("Toko {name} sudah disetujui"),
            format!(
                "Toko {name} sudah disetujui dan sekarang dapat dilihat pembeli. Kelola toko Anda: {site}/usaha{note}"
            ),
        ),
        Decision::Return => (
            format!("Toko {name} perlu perbaikan"),
            format!("Toko {name} belum dapat disetujui. Yang perlu diperbaiki: {reason}\nBuka toko Anda: {site}/usaha"),
        ),
        Decision::Suspend => (
            format!("Toko {name} ditangguhkan"),
            format!(
                "Toko {name} ditangguhkan dan tidak tampil bagi pembeli. Alasan: {reason}\nPesanan yang sudah masuk tetap \
                 perlu diselesaikan: {site}/usaha"
            ),
        ),
        Decision::Reopen => (
            format!("Toko {name} dibuka kembali"),
            format!("Toko {name} dapat dilihat pembeli lagi. Kelola toko Anda: {site}/usaha{note}"),
        ),
        Decision::HandIn => return Ok(()),
    };
    tell_owner(platform, tx, shop, ToOwner { kind: "shop_decided", subject, body }).await
}
