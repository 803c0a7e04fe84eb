//! What people hold who need no account: a number to name a thing, a secret that opens it on their device, and a PIN that
//! opens it elsewhere. Only hashes are stored; the PIN follows from the secret.

use domain::account::Actor;
use domain::number::{Kind, PublicNumber};
use domain::time::Timestamp;
use thiserror::Error;
use uuid::Uuid;

use crate::db::{DbError, Tx};
use crate::rate_limit::{PIN_TRIES, take};
use crate::{Platform, args, secret};

/// How long a device that gave the PIN may act. Seconds.
const PIN_KEPT: i64 = 12 * 3600;

/// The statements of one kind of thing that people hold.
#[derive(Debug)]
pub(crate) struct Held {
    /// What its numbers look like.
    pub kind: Kind,
    /// Id, account and PIN's hash by number.
    pub find: &'static str,
    /// Counts the keys `$1` of the thing `$2` that hold at `$3`.
    pub fits: &'static str,
    /// Writes the key `$1` of the thing `$2`, which ends at `$3`.
    pub keep: &'static str,
    /// The number of the thing that the key `$1` opens at `$2`.
    pub opened_by: &'static str,
    /// Removes the keys that are over at `$1`.
    pub forget: &'static str,
}

/// Why a PIN opened nothing.
#[derive(Debug, Error)]
pub enum PinError {
    /// No such thing, or not its PIN: which of them is nobody's business.
    #[error("wrong number or PIN")]
    Wrong,
    /// Too many PINs were tried; so many seconds to wait.
    #[error("wait {0} seconds")]
    Wait(i64),
    /// The database did not answer.
    #[error("open with a PIN: database")]
    Db(#[from] DbError),
}

/// A thing that somebody asked for by its number, and whether it is theirs.
pub(crate) struct Found {
    /// The thing.
    pub id: Uuid,
    /// How they showed that it is theirs; `None` when they did not.
    pub holder: Option<Holder>,
}

/// How somebody showed that a thing is theirs.
pub(crate) enum Holder {
    /// With their account.
    Account,
    /// With a key on their device.
    Key {
        /// The secret and the PIN that follows from it, unless the key was given for a PIN.
        secret: Option<(String, String)>,
    },
}

impl Holder {
    /// The PIN, where the device holds the secret that it follows from.
    pub fn pin(&self) -> Option<&str> {
        match self {
            Holder::Key { secret: Some((_, pin)) } => Some(pin),
            _ => None,
        }
    }
}

impl Held {
    /// The thing with this number, and whether it belongs to the account or to one of the keys of the device. A key goes
    /// before the account: only it knows the PIN.
    pub async fn find(
        &self,
        platform: &Platform,
        actor: &Actor,
        keys: &[String],
        number: &str,
    ) -> Result<Option<Found>, DbError> {
        let Ok(number) = PublicNumber::parse(self.kind, number) else { return Ok(None) };
        let found: Option<(Uuid, Option<Uuid>, Vec<u8>)> = platform.db.one(self.find, args![number.as_str()]).await?;
        let Some((id, owner, pin_hash)) = found else { return Ok(None) };
        for key in keys {
            let args = args![secret::hash(key), id, platform.now()];
            let fits: Option<(i64,)> = platform.db.one(self.fits, args).await?;
            if fits.is_some_and(|(count,)| count > 0) {
                let pin = secret::pin_of(key);
                let own = secret::same(&secret::pin_hash(id, &pin), &pin_hash);
                let holder = Holder::Key { secret: own.then(|| (key.clone(), pin)) };
                return Ok(Some(Found { id, holder: Some(holder) }));
            }
        }
        let own = owner.is_some() && owner == actor.id();
        Ok(Some(Found { id, holder: own.then_some(Holder::Account) }))
    }

    /// Number and PIN for a key that the device keeps for half a day. Answers the number as it is written, and the key.
    pub async fn open_with_pin(
        &self,
        platform: &Platform,
        number: &str,
        pin: &str,
    ) -> Result<(String, String), PinError> {
        let number = PublicNumber::parse(self.kind, number).map_err(|_| PinError::Wrong)?;
        // Counted for numbers that do not exist too, so that both look the same.
        if let Some(wait) = take(platform, &format!("pin:{number}"), PIN_TRIES).await? {
            return Err(PinError::Wait(wait));
        }
        let found: Option<(Uuid, Option<Uuid>, Vec<u8>)> = platform.db.one(self.find, args![number.as_str()]).await?;
        let (id, _, pin_hash) = found.ok_or(PinError::Wrong)?;
        if !secret::same(&secret::pin_hash(id, pin.trim()), &pin_hash) {
            return Err(PinError::Wrong);
        }
        let key = secret::new(platform);
        let until = platform.now().plus_seconds(PIN_KEPT);
        platform.db.run(self.keep, args![secret::hash(&key), id, until]).await?;
        Ok((number.to_string(), key))
    }

    /// Lets the holder of a secret open the thing, until then or without an end.
    pub async fn give(&self, tx: &mut Tx, id: Uuid, secret: &str, until: Option<Timestamp>) -> Result<(), DbError> {
        tx.run(self.keep, args![secret::hash(secret), id, until]).await.map(drop)
    }

    /// The number of the thing that a secret opens.
    pub async fn opened_by(&self, platform: &Platform, key: &str) -> Result<Option<String>, DbError> {
        let found: Option<(String,)> =
            platform.db.one(self.opened_by, args![secret::hash(key), platform.now()]).await?;
        Ok(found.map(|(number,)| number))
    }

    /// Forgets keys that are over; answers how many.
    pub async fn forget_old(&self, platform: &Platform) -> Result<u64, DbError> {
        platform.db.run(self.forget, args![platform.now()]).await
    }
}
