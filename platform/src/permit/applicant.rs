//! Who stands on the applicant's side of a case: the account that applied, a device with the case's secret, whoever gave
//! the right PIN there, or who has a mandate.

use domain::account::Actor;
use domain::number::Kind;
use domain::permit::state::By;
use uuid::Uuid;

use super::mandate::{part_in, still_holds};
use crate::Platform;
use crate::db::{DbError, Tx};
use crate::held::{Found, Held, Holder, PinError};

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

/// What applicants hold.
const HELD: Held = Held {
    kind: Kind::Permit,
    find: "select id, account_id, pin_hash from permit_case where number = $1",
    fits: "select count(*) from case_key where key_hash = $1 and case_id = $2 and (expires_at is null or expires_at > $3)",
    keep: "insert into case_key (key_hash, case_id, expires_at) values ($1, $2, $3)",
    opened_by: "select c.number from case_key k join permit_case c on c.id = k.case_id \
         where k.key_hash = $1 and (k.expires_at is null or k.expires_at > $2)",
    forget: "delete from case_key where expires_at <= $1",
};

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
    let Some(Found { id: case, holder }) = HELD.find(platform, actor, keys, number).await? else { return Ok(None) };
    let applicant = Applicant { case, account: actor.id(), helps: None, pin: None, secret: None };
    match holder {
        Some(Holder::Account) => Ok(Some(applicant)),
        Some(Holder::Key { secret }) => {
            let (secret, pin) = secret.unzip();
            Ok(Some(Applicant { pin, secret, ..applicant }))
        }
        None => {
            let helps = part_in(platform, actor, case).await?;
            Ok(helps.map(|(helper, part)| Applicant { account: Some(helper), helps: Some(part), ..applicant }))
        }
    }
}

/// The number of the case that a secret link opens.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_case_of_key(platform: &Platform, key: &str) -> Result<Option<String>, DbError> {
    HELD.opened_by(platform, key).await
}

/// Opens a case on a device: number and PIN for a key that the device keeps for half a day. Answers the number as it
/// is written, and the key.
///
/// # Errors
/// See [`PinError`].
pub async fn open_with_pin(platform: &Platform, number: &str, pin: &str) -> Result<(String, String), PinError> {
    HELD.open_with_pin(platform, number, pin).await
}

/// Lets the holder of a new case's secret open it.
pub(super) async fn give_key(tx: &mut Tx, case: Uuid, secret: &str) -> Result<(), DbError> {
    HELD.give(tx, case, secret, None).await
}

/// Forgets keys that are over; answers how many.
///
/// # Errors
/// Only when the database does not answer.
pub async fn forget_old_keys(platform: &Platform) -> Result<u64, DbError> {
    HELD.forget_old(platform).await
}
