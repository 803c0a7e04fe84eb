//! Who registered: the account, a device with the registration's secret, or whoever gave the right PIN there.

use domain::account::Actor;
use domain::number::Kind;
use domain::time::Timestamp;
use uuid::Uuid;

use crate::db::{DbError, Select, Tx};
use crate::held::{Found, Held, PinError};
use crate::{Platform, secret};

/// What participants hold.
const HELD: Held = Held {
    kind: Kind::Registration,
    find: "select id, account_id, pin_hash from registration where number = $1",
    fits: "select count(*) from registration_key where key_hash = $1 and registration_id = $2 \
         and (expires_at is null or expires_at > $3)",
    keep: "insert into registration_key (key_hash, registration_id, expires_at) values ($1, $2, $3)",
    opened_by: "select r.number from registration_key k join registration r on r.id = k.registration_id \
         where k.key_hash = $1 and (k.expires_at is null or k.expires_at > $2)",
    forget: "delete from registration_key where expires_at <= $1",
};

/// Somebody who has shown that a registration is theirs. Only this module makes one: a use case that takes it has
/// nothing more to ask.
#[derive(Clone)]
pub struct Participant {
    pub(super) registration: Uuid,
    pin: Option<String>,
}

/// Only the registration: the rest is secret.
impl std::fmt::Debug for Participant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Participant").field(&self.registration).finish()
    }
}

impl Participant {
    /// The PIN, where this device holds the secret that it follows from.
    pub fn pin(&self) -> Option<&str> {
        self.pin.as_deref()
    }
}

/// Finds out whether somebody registered with this number: by account, or by one of the keys that their device holds.
/// Unknown and not theirs look the same.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_participant(
    platform: &Platform,
    actor: &Actor,
    keys: &[String],
    number: &str,
) -> Result<Option<Participant>, DbError> {
    let found = HELD.find(platform, actor, keys, number).await?;
    Ok(found.and_then(|Found { id, holder }| {
        holder.map(|holder| Participant { registration: id, pin: holder.pin().map(str::to_owned) })
    }))
}

/// Narrows a list of registrations `r` to those of an account and those whose keys a device holds.
pub(super) fn only_own(select: &mut Select, platform: &Platform, actor: &Actor, keys: &[String]) {
    select.bind("r.id in (select id from registration where account_id = ?", actor.id());
    if !keys.is_empty() {
        let kept = "union select registration_id from registration_key where (expires_at is null or expires_at > ?)";
        select.bind(kept, platform.now()).among("and key_hash in", keys.iter().map(|key| secret::hash(key)));
    }
    select.push(")");
}

/// The number of the registration that a secret link opens.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_registration_of_key(platform: &Platform, key: &str) -> Result<Option<String>, DbError> {
    HELD.opened_by(platform, key).await
}

/// Opens a registration on a device: number and PIN for a key that the device keeps for half a day. Answers the number as
/// it is written, and the key.
///
/// # Errors
/// See [`PinError`].
pub async fn open_registration_with_pin(
    platform: &Platform,
    number: &str,
    pin: &str,
) -> Result<(String, String), PinError> {
    HELD.open_with_pin(platform, number, pin).await
}

/// Lets the holder of a new registration's secret open it.
pub(super) async fn give_key(tx: &mut Tx, registration: Uuid, secret: &str) -> Result<(), DbError> {
    HELD.give(tx, registration, secret, None).await
}

/// Lets whoever got a message open it until then.
pub(super) async fn give_key_until(
    tx: &mut Tx,
    registration: Uuid,
    secret: &str,
    until: Timestamp,
) -> Result<(), DbError> {
    HELD.give(tx, registration, secret, Some(until)).await
}

/// Forgets keys that are over; answers how many.
///
/// # Errors
/// Only when the database does not answer.
pub async fn forget_old_registration_keys(platform: &Platform) -> Result<u64, DbError> {
    HELD.forget_old(platform).await
}
