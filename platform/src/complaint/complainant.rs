//! Who stands on the side of whoever complained: the account, a device with the secret, or whoever gave the right PIN
//! there.

use domain::account::Actor;
use domain::number::Kind;
use uuid::Uuid;

use crate::Platform;
use crate::db::{DbError, Tx};
use crate::held::{Found, Held, PinError};

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

/// What those who complained hold.
const HELD: Held = Held {
    kind: Kind::Complaint,
    find: "select id, account_id, pin_hash from complaint where number = $1",
    fits: "select count(*) from complaint_key where key_hash = $1 and complaint_id = $2 \
         and (expires_at is null or expires_at > $3)",
    keep: "insert into complaint_key (key_hash, complaint_id, expires_at) values ($1, $2, $3)",
    opened_by: "select c.number from complaint_key k join complaint c on c.id = k.complaint_id \
         where k.key_hash = $1 and (k.expires_at is null or k.expires_at > $2)",
    forget: "delete from complaint_key where expires_at <= $1",
};

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
    let found = HELD.find(platform, actor, keys, number).await?;
    Ok(found.and_then(|Found { id, holder }| {
        holder.map(|holder| Complainant { complaint: id, pin: holder.pin().map(str::to_owned) })
    }))
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
    HELD.open_with_pin(platform, number, pin).await
}

/// Lets the holder of a new complaint's secret open it.
pub(super) async fn give_key(tx: &mut Tx, complaint: Uuid, secret: &str) -> Result<(), DbError> {
    HELD.give(tx, complaint, secret, None).await
}

/// Forgets keys that are over; answers how many.
///
/// # Errors
/// Only when the database does not answer.
pub async fn forget_old_complaint_keys(platform: &Platform) -> Result<u64, DbError> {
    HELD.forget_old(platform).await
}
