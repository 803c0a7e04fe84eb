//! Taking a certificate back, and correcting the name on it.

use domain::account::{Actor, Capability};
use domain::training::certificate::Ending;
use domain::training::class::Refused;
use domain::typed::Line;
use uuid::Uuid;

use super::issue::issue;
use super::note;
use super::row::{Attended, NewCertificate};
use crate::db::{DbError, Tx};
use crate::training::{OrganiseError, notices};
use crate::{Platform, args};

/// Takes back the certificate of a registration. Its holder is told why.
///
/// # Errors
/// See [`OrganiseError`]; [`Refused::NotNow`] when they have none that holds.
pub async fn revoke_certificate(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    ending: Ending,
    reason: &Line<160>,
) -> Result<(), OrganiseError> {
    let officer = actor.require(Capability::OrganiseTraining)?;
    let mut tx = platform.db.begin().await?;
    let (person, taught) = Attended::find(&mut tx, number).await?;
    if !Ending::REVOKED.contains(&ending) {
        return Err(Refused::NotNow.into());
    }
    end(platform, &mut tx, person.registration.id, ending).await?;
    note(platform, &mut tx, person.registration.id, officer, reason.as_str()).await?;
    notices::revoked(platform, &mut tx, &taught.class, &person.registration, reason.as_str()).await?;
    tx.commit().await?;
    Ok(())
}

/// Issues the certificate of a registration again with another name; the old one says so and points to it.
///
/// # Errors
/// See [`OrganiseError`]; [`Refused::NotNow`] when they have none that holds.
pub async fn correct_certificate(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    holder: &Line<80>,
) -> Result<(), OrganiseError> {
    let officer = actor.require(Capability::OrganiseTraining)?;
    let mut tx = platform.db.begin().await?;
    let (person, taught) = Attended::find(&mut tx, number).await?;
    let (old, reason) = end(platform, &mut tx, person.registration.id, Ending::Replaced).await?;
    let new =
        NewCertificate { person: &person, holder: holder.as_str(), reason: &reason, replaces: Some(&old), officer };
    if !issue(platform, &mut tx, &taught, &new).await? {
        return Err(Refused::NotNow.into());
    }
    tx.commit().await?;
    Ok(())
}

/// Ends the certificate that holds; answers its code and why it was issued by hand.
async fn end(
    platform: &Platform,
    tx: &mut Tx,
    registration: Uuid,
    ending: Ending,
) -> Result<(String, String), OrganiseError> {
    let sql = "update certificate set ended_at = $2, ending = $3 where registration_id = $1 and ended_at is null \
         returning code, reason";
    let ended: Result<Option<(String, String)>, DbError> =
        tx.one(sql, args![registration, platform.now(), ending.as_str()]).await;
    ended?.ok_or(OrganiseError::Refused(Refused::NotNow))
}
