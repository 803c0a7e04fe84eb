//! What the other agency issued: written down by an officer who compared it with its proof. Where its kind is one of a
//! badge, shop or product of the applicant gets it in the same moment: one look serves both.

use domain::permit::service::Accompanied;
use domain::shop::badge::{Kind, Number, validity};
use domain::time::Day;
use domain::typed::Line;
use uuid::Uuid;

use super::duty;
use crate::db::Tx;
use crate::permit::case::Case;
use crate::permit::take::StepError;
use crate::shop::badge::{Submission, SubmitError, certify};
use crate::{Platform, args};

/// What stands on the document.
#[derive(Debug, Clone)]
pub struct Issued {
    /// Its number, as the agency writes it.
    pub number: Line<60>,
    /// The day of issue.
    pub on: Day,
    /// Its last day, if the document says one.
    pub until: Option<Day>,
    /// The product that it is for, of the applicant's shop.
    pub product: Option<Uuid>,
}

/// Keeps it, lights the badge, and begins the duties of the holder; answers the number as it is shown.
pub(in crate::permit) async fn record(
    platform: &Platform,
    tx: &mut Tx,
    case: &Case,
    permit: &Accompanied,
    issued: &Issued,
    officer: Uuid,
) -> Result<String, StepError> {
    let (now, today) = (platform.now(), platform.now().day());
    if issued.on > today {
        return Err(StepError::IssuedDay);
    }
    let given = issued.until.or_else(|| permit.validity_months.map(|months| issued.on.plus_months(months)));
    let (number, until, badge) = match permit.number {
        Some(kind) => {
            let number = Number::parse(kind, issued.number.as_str()).map_err(|error| StepError::Number(kind, error))?;
            let valid = validity(&number, given, today)?;
            let shown = Number::shown(kind, number.as_str());
            let submission =
                Submission { number, product: issued.product, holder: case.name.clone(), until: valid.until };
            (shown, valid.until, badge(platform, tx, case, &submission, officer).await?)
        }
        None => (issued.number.as_str().to_owned(), given, None),
    };
    let sql = "insert into case_permit (case_id, number, issued_on, valid_until, badge_id, recorded_at, recorded_by) \
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (case_id) do update set number = excluded.number, \
         issued_on = excluded.issued_on, valid_until = excluded.valid_until, badge_id = excluded.badge_id, \
         recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by";
    let last_day = until.map(|day| day.to_string());
    tx.run(sql, args![case.id, &number, issued.on.to_string(), last_day, badge, now, officer]).await?;
    // A badge reminds of its end by itself.
    duty::begin(tx, case.id, permit, issued.on, until.filter(|_| badge.is_none())).await?;
    Ok(number)
}

/// The badge of the applicant's shop, or of one of its products; `None` without a shop, and without a product where the
/// number is one for products.
async fn badge(
    platform: &Platform,
    tx: &mut Tx,
    case: &Case,
    submission: &Submission,
    officer: Uuid,
) -> Result<Option<Uuid>, StepError> {
    let of_product = Kind::OF_FOOD.contains(&submission.number.kind());
    let Some(owner) = case.account_id.filter(|_| of_product == submission.product.is_some()) else { return Ok(None) };
    match certify(platform, tx, officer, owner, submission).await {
        Ok(badge) => Ok(badge),
        Err(SubmitError::NoShop) => Ok(None),
        Err(SubmitError::NoProduct) => Err(StepError::NoProduct),
        Err(SubmitError::Validity(error)) => Err(error.into()),
        Err(SubmitError::Db(error)) => Err(error.into()),
        Err(SubmitError::Forbidden(error)) => Err(error.into()),
        Err(SubmitError::Holds) => Ok(None),
    }
}
