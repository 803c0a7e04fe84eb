//! The file of a certificate, for its holder and the office.

use domain::account::{Actor, Capability};

use super::key;
use super::make::make_certificate;
use crate::paper::PaperError;
use crate::training::participant::find_participant;
use crate::{Platform, args};

/// The certificate of a registration as a PDF file. `None` for everybody else, and where there is none that holds.
///
/// # Errors
/// See [`PaperError`].
pub async fn open_certificate(
    platform: &Platform,
    actor: &Actor,
    keys: &[String],
    number: &str,
) -> Result<Option<Vec<u8>>, PaperError> {
    let office = actor.may(Capability::OrganiseTraining);
    if !office && find_participant(platform, actor, keys, number).await?.is_none() {
        return Ok(None);
    }
    let sql = "select f.code, f.digest is not null from certificate f join registration r on r.id = f.registration_id \
         where r.number = $1 and f.ended_at is null";
    let found: Option<(String, bool)> = platform.db.one(sql, args![number]).await?;
    let Some((code, made)) = found else { return Ok(None) };
    if !made {
        make_certificate(platform, &code).await?;
    }
    Ok(platform.blobs.get(&key(&code)).await?)
}
