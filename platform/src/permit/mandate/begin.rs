//! Somebody who helps begins a case for its owner, who is told at once and holds the only keys.

use domain::account::{Actor, Forbidden};
use domain::permit::mandate::{part_of, usual};
use domain::permit::state::By;
use thiserror::Error;
use uuid::Uuid;

use super::{Helper, give};
use crate::db::DbError;
use crate::permit::case::{Case, Happened, append};
use crate::permit::notices;
use crate::permit::services::find_service;
use crate::permit::start::{BEGIN, Draft, Start, insert_draft};
use crate::{Platform, args, secret};

/// Why no case was begun for somebody.
#[derive(Debug, Error)]
pub enum BeginError {
    /// Only who helps applicants may.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such service, or it is closed.
    #[error("no such service")]
    NotFound,
    /// It is the helper's own number: then it is no mandate.
    #[error("the helper's own number")]
    Own,
    /// The database did not answer.
    #[error("begin a case for somebody: database")]
    Db(#[from] DbError),
}

/// Begins a case for an owner who agreed to it. Secret and PIN go to the owner's number alone, and no account gets it: that
/// an account has this number is not proven. Answers the number of the case.
///
/// # Errors
/// See [`BeginError`]. Sending the same form again is no error and answers the first number.
pub async fn begin_for(platform: &Platform, actor: &Actor, slug: &str, start: &Start) -> Result<String, BeginError> {
    let (Some(account), Some(part)) = (actor.id(), part_of(actor)) else { return Err(Forbidden.into()) };
    match begin_once(platform, (account, part), slug, start).await {
        Err(BeginError::Db(error)) if error.is_duplicate("permit_case", "token") => {
            find_begun(platform, account, start).await?.ok_or(BeginError::Db(error))
        }
        result => result,
    }
}

/// The case of the same form, where this person sent it.
async fn find_begun(platform: &Platform, helper: Uuid, start: &Start) -> Result<Option<String>, DbError> {
    let sql = "select c.number from permit_case c join mandate m on m.case_id = c.id \
         where c.token = $1 and m.helper_id = $2 limit 1";
    let found: Option<(String,)> = platform.db.one(sql, args![start.stored(), helper]).await?;
    Ok(found.map(|(number,)| number))
}

async fn begin_once(
    platform: &Platform,
    (account, part): (Uuid, By),
    slug: &str,
    start: &Start,
) -> Result<String, BeginError> {
    if let Some(number) = find_begun(platform, account, start).await? {
        return Ok(number);
    }
    let service = find_service(platform, slug).await?.ok_or(BeginError::NotFound)?.service;
    let sql = "select name, phone from account where id = $1";
    let found: Option<(String, Option<String>)> = platform.db.one(sql, args![account]).await?;
    let (name, phone) = found.ok_or(BeginError::Forbidden(Forbidden))?;
    if phone.as_deref() == Some(start.phone.as_str()) {
        return Err(BeginError::Own);
    }
    let helper = Helper { id: account, name, part };
    let until = usual(platform.now().day());
    // Not from the form's token, as for an applicant: the helper's browser knows that.
    let secret = secret::new(platform);
    let mut tx = platform.db.begin().await?;
    let draft = Draft { slug, version: service.version, account: None, secret: &secret };
    let id = insert_draft(platform, &mut tx, start, draft).await?;
    let mut case = Case::lock(&mut tx, id).await?.ok_or(DbError::Lost { touched: 0 })?;
    let begun = Happened::staying(&case, Some(account), part.as_str(), BEGIN);
    append(platform, &mut tx, &mut case, Happened { from: None, ..begun }).await?;
    give(platform, &mut tx, &mut case, &helper, until, (Some(account), part)).await?;
    notices::begun_for(platform, &mut tx, &case, &service, &helper, until, &secret).await?;
    tx.commit().await?;
    Ok(case.number)
}
