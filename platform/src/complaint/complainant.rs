//! Who stands on the side of whoever complained: the account, a device with the secret, or whoever gave the right PIN
//! there.

use domain::account::Actor;
use domain::number::{Kind, PublicNumber};
use uuid::Uuid;

use crate::db::DbError;
use crate::permit::PinError;
use crate::rate_limit::{PIN_TRIES, take};
use crate::{Platform, args, secret};

/// How long a device that gave the PIN may act. Seconds.
const PIN_KEPT: i64 = 12 * 3600;

/// Somebody who has shown to have made a complaint. Only this module makes one: a use case that takes it has nothing
/// more to ask.
#[derive(Clone)]
pub struct Complainant {
    pub(super) complaint: Uuid,
    pin: Option<String>,
}

/// Only the complaint: the rest is secret.
impl std::fmt::Debug for Complainant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Complainant").field(&self.complaint).finish()
    }
}

impl Complainant {
    /// The PIN, where this device holds the secret that it follows from.
    pub fn pin(&self) -> Option<&str> {
        self.pin.as_deref()
    }
}

/// Finds out whether somebody made the complaint with this number: by account, or by one of the keys that their device
/// holds. Unknown and not theirs look the same.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_complainant(
    platform: &Platform,
    actor: &Actor,
    keys: &[String],
    number: &str,
) -> Result<Option<Complainant>, DbError> {
    let Ok(number) = PublicNumber::parse(Kind::Complaint, number) else { return Ok(None) };
    let sql = "select id, account_id, pin_hash from complaint where number = $1";
    let found: Option<(Uuid, Option<Uuid>, Vec<u8>)> = platform.db.one(sql, args![number.as_str()]).await?;
    let Some((complaint, owner, pin_hash)) = found else { return Ok(None) };
    for key in keys {
        let sql = "select count(*) from complaint_key where key_hash = $1 and complaint_id = $2 \
             and (expires_at is null or expires_at > $3)";
        let fits: Option<(i64,)> = platform.db.one(sql, args![secret::hash(key), complaint, platform.now()]).await?;
        if fits.is_some_and(|(count,)| count > 0) {
            let fits = |pin: &String| secret::same(&secret::pin_hash(complaint, pin), &pin_hash);
            return Ok(Some(Complainant { complaint, pin: Some(secret::pin_of(key)).filter(fits) }));
        }
    }
    let own = owner.is_some() && owner == actor.id();
    Ok(own.then_some(Complainant { complaint, pin: None }))
}

/// Opens a complaint on a device: number and PIN for a key that the device keeps for half a day. Answers the number as
/// it is written, and the key.
///
/// # Errors
/// See [`PinError`].
pub async fn open_complaint_with_pin(
    platform: &Platform,
    number: &str,
    pin: &str,
) -> Result<(String, String), PinError> {
    let number = PublicNumber::parse(Kind::Complaint, number).map_err(|_| PinError::Wrong)?;
    // Counted for numbers that do not exist too, so that both look the same.
    if let Some(wait) = take(platform, &format!("pin:{number}"), PIN_TRIES).await? {
        return Err(PinError::Wait(wait));
    }
    let sql = "select id, pin_hash from complaint where number = $1";
    let found: Option<(Uuid, Vec<u8>)> = platform.db.one(sql, args![number.as_str()]).await?;
    let (complaint, pin_hash) = found.ok_or(PinError::Wrong)?;
    if !secret::same(&secret::pin_hash(complaint, pin.trim()), &pin_hash) {
        return Err(PinError::Wrong);
    }
    let key = secret::new(platform);
    let until = platform.now().plus_seconds(PIN_KEPT);
    let sql = "insert into complaint_key (key_hash, complaint_id, expires_at) values ($1, $2, $3)";
    platform.db.run(sql, args![secret::hash(&key), complaint, until]).await?;
    Ok((number.to_string(), key))
}

/// Forgets keys that are over; answers how many.
///
/// # Errors
/// Only when the database does not answer.
pub async fn forget_old_complaint_keys(platform: &Platform) -> Result<u64, DbError> {
    platform.db.run("delete from complaint_key where expires_at <= $1", args![platform.now()]).await
}
