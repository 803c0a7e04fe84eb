//! How far an accompanied permit is, for its applicant and the office.

use domain::permit::service::Service;
use domain::permit::state::Action;
use domain::time::{Day, Timestamp};
use sqlx::FromRow;
use uuid::Uuid;

use super::duty::{self, DutyShown};
use crate::db::DbError;
use crate::{Platform, args};

/// What is known of an accompanied permit.
#[derive(Debug, Clone, Default)]
pub struct Accompaniment {
    /// The stages that it reached, in order; the last one is where it is.
    pub reached: Vec<Reached>,
    /// What the agency issued.
    pub permit: Option<PermitShown>,
    /// What its holder has to do, what is open first.
    pub duties: Vec<DutyShown>,
}

/// A stage that was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// When.
    pub at: Timestamp,
    /// Its key in the definition of the service.
    pub stage: String,
    /// What was said to the applicant.
    pub words: Option<String>,
}

/// What the agency issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PermitShown {
    /// Its number.
    pub number: String,
    /// The day of issue.
    pub on: Day,
    /// Its last day.
    pub until: Option<Day>,
    /// Whether shop or product carries it as a badge.
    pub badge: bool,
}

/// What is known of an accompanied permit; `None` for a service of our own.
pub(in crate::permit) async fn accompaniment(
    platform: &Platform,
    service: &Service,
    case: Uuid,
) -> Result<Option<Accompaniment>, DbError> {
    if service.accompanied().is_none() {
        return Ok(None);
    }
    Ok(Some(Accompaniment {
        reached: reached(platform, case).await?,
        permit: permit(platform, case).await?,
        duties: duty::list(platform, case).await?,
    }))
}

/// The stages that a case reached, in order.
pub(in crate::permit) async fn reached(platform: &Platform, case: Uuid) -> Result<Vec<Reached>, DbError> {
    let sql = "select at, reason_code, public_text from case_event where case_id = $1 and action in ($2, $3) \
         and reason_code is not null order by seq";
    let args = args![case, Action::Submit.as_str(), Action::Advance.as_str()];
    let rows: Vec<(i64, String, Option<String>)> = platform.db.all(sql, args).await?;
    Ok(rows.into_iter().map(|(at, stage, words)| Reached { at: at.into(), stage, words }).collect())
}

async fn permit(platform: &Platform, case: Uuid) -> Result<Option<PermitShown>, DbError> {
    #[derive(FromRow)]
    struct Row {
        number: String,
        issued_on: String,
        valid_until: Option<String>,
        badge: bool,
    }
    let sql =
        "select number, issued_on, valid_until, badge_id is not null as badge from case_permit where case_id = $1";
    let Some(row) = platform.db.one::<Row>(sql, args![case]).await? else { return Ok(None) };
    let on = Day::parse(&row.issued_on).ok_or_else(|| DbError::Unreadable("the day of a permit".to_owned()))?;
    Ok(Some(PermitShown {
        number: row.number,
        on,
        until: row.valid_until.as_deref().and_then(Day::parse),
        badge: row.badge,
    }))
}
