//! Who stands on the applicant's side of a case: the account that applied, a device with the case's secret, whoever gave
//! the right PIN there, or who has a mandate.

use domain::account::Actor;
use domain::number::{Kind, PublicNumber};
use domain::permit::state::By;
use thiserror::Error;
use uuid::Uuid;

use super::mandate::{part_in, still_holds};
use crate::db::{DbError, Tx};
use crate::rate_limit::{PIN_TRIES, take};
use crate::{Platform, args, secret};

/// How long a device that gave the PIN may act. Seconds.
const PIN_KEPT: i64 = 12 * 3600;

/// Somebody who has shown to be the applicant of a case, or to act for them. Only this module makes one: a use case that takes it has
/// nothing more to ask.
#[derive(Clone)]
pub struct Applicant {
    pub(super) case: Uuid,
    pub(super) account: Option<Uuid>,
    /// In which part they act for the applicant; `None` for the applicant.
    helps: Option<By>,
    pin: Option<String>,
    secret: Option<String>,
}

/// Only the case: the rest is secret.
impl std::fmt::Debug for Applicant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Applicant").field(&self.case).finish()
    }
}

impl Applicant {
    /// The PIN, where this device holds the secret that it follows from.
    pub fn pin(&self) -> Option<&str> {
        self.pin.as_deref()
    }

    /// Whether they act for the applicant, with a mandate.
    pub const fn helps(&self) -> bool {
        self.helps.is_some()
    }

    /// In which part they act.
    pub(super) fn by(&self) -> By {
        self.helps.unwrap_or(By::Pemohon)
    }

    /// Whether they still may, asked within the transaction in which they act.
    pub(super) async fn may_still(&self, platform: &Platform, tx: &mut Tx) -> Result<bool, DbError> {
        match (self.helps, self.account) {
            (Some(_), Some(helper)) => still_holds(tx, self.case, helper, platform.now().day()).await,
            _ => Ok(true),
        }
    }

    /// The secret of the case, where this device holds it.
    pub(super) fn secret(&self) -> Option<&str> {
        self.secret.as_deref()
    }
}

/// Finds out whether somebody is the applicant of the case with this number: by account, by one of the keys that their
/// device holds, or acts for them. Unknown and not theirs look the same.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_applicant(
    platform: &Platform,
    actor: &Actor,
    keys: &[String],
    number: &str,
) -> Result<Option<Applicant>, DbError> {
    let Ok(number) = PublicNumber::parse(Kind::Permit, number) else { return Ok(None) };
    let sql = "select id, account_id, pin_hash from permit_case where number = $1";
    let found: Option<(Uuid, Option<Uuid>, Vec<u8>)> = platform.db.one(sql, args![number.as_str()]).await?;
    let Some((case, owner, pin_hash)) = found else { return Ok(None) };
    let account = actor.id();
    for key in keys {
        let sql = "select count(*) from case_key where key_hash = $1 and case_id = $2 \
             and (expires_at is null or expires_at > $3)";
        let fits: Option<(i64,)> = platform.db.one(sql, args![secret::hash(key), case, platform.now()]).await?;
        if fits.is_some_and(|(count,)| count > 0) {
            let pin = Some(secret::pin_of(key)).filter(|pin| secret::same(&secret::pin_hash(case, pin), &pin_hash));
            let secret = pin.is_some().then(|| key.clone());
            return Ok(Some(Applicant { case, account, helps: None, pin, secret }));
        }
    }
    let own = owner.is_some() && owner == account;
    if own {
        return Ok(Some(Applicant { case, account, helps: None, pin: None, secret: None }));
    }
    let helps = part_in(platform, actor, case).await?;
    Ok(helps.map(|(helper, part)| Applicant {
        case,
        account: Some(helper),
        helps: Some(part),
        pin: None,
        secret: None,
    }))
}

/// The number of the case that a secret link opens.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_case_of_key(platform: &Platform, key: &str) -> Result<Option<String>, DbError> {
    let sql = "select c.number from case_key k join permit_case c on c.id = k.case_id \
         where k.key_hash = $1 and (k.expires_at is null or k.expires_at > $2)";
    let found: Option<(String,)> = platform.db.one(sql, args![secret::hash(key), platform.now()]).await?;
    Ok(found.map(|(number,)| number))
}

/// Why a PIN opened nothing.
#[derive(Debug, Error)]
pub enum PinError {
    /// No such case, or not its PIN: which of them is nobody's business.
    #[error("wrong number or PIN")]
    Wrong,
    /// Too many PINs were tried; so many seconds to wait.
    #[error("wait {0} seconds")]
    Wait(i64),
    /// The database did not answer.
    #[error("open a case with a PIN: database")]
    Db(#[from] DbError),
}

/// Opens a case on a device: number and PIN for a key that the device keeps for half a day. Answers the number as it
/// is written, and the key.
///
/// # Errors
/// See [`PinError`].
pub async fn open_with_pin(platform: &Platform, number: &str, pin: &str) -> Result<(String, String), PinError> {
    let number = PublicNumber::parse(Kind::Permit, number).map_err(|_| PinError::Wrong)?;
    // Counted for numbers that do not exist too, so that both look the same.
    if let Some(wait) = take(platform, &format!("pin:{number}"), PIN_TRIES).await? {
        return Err(PinError::Wait(wait));
    }
    let sql = "select id, pin_hash from permit_case where number = $1";
    let found: Option<(Uuid, Vec<u8>)> = platform.db.one(sql, args![number.as_str()]).await?;
    let (case, pin_hash) = found.ok_or(PinError::Wrong)?;
    if !secret::same(&secret::pin_hash(case, pin.trim()), &pin_hash) {
        return Err(PinError::Wrong);
    }
    let key = secret::new(platform);
    let until = platform.now().plus_seconds(PIN_KEPT);
    let sql = "insert into case_key (key_hash, case_id, expires_at) values ($1, $2, $3)";
    platform.db.run(sql, args![secret::hash(&key), case, until]).await?;
    Ok((number.to_string(), key))
}

/// Forgets keys that are over; answers how many.
///
/// # Errors
/// Only when the database does not answer.
pub async fn forget_old_keys(platform: &Platform) -> Result<u64, DbError> {
    platform.db.run("delete from case_key where expires_at <= $1", args![platform.now()]).await
}
