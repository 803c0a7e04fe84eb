//! Following a case while its page is open: who may, and how often the cases were moved that somebody follows.

use domain::account::Actor;
use domain::number::{Kind, PublicNumber};

use super::applicant::find_applicant;
use crate::db::{DbError, Sql};
use crate::{Platform, args};

/// A case that somebody may follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// Its number, as it is written.
    pub number: String,
    /// How often it was moved.
    pub moves: i64,
}

/// The case with this number, for whoever may see its page: its applicant, and who looked it up by number and digits
/// (`tracked`, as "number.digits"). Unknown and not theirs look the same. A draft is moved by nobody else, and a case
/// that was forgotten by nobody: they are not followed.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_followed(
    platform: &Platform,
    actor: &Actor,
    keys: &[String],
    tracked: Option<&str>,
    number: &str,
) -> Result<Option<Followed>, DbError> {
    let Ok(number) = PublicNumber::parse(Kind::Permit, number) else { return Ok(None) };
    let sql = "select moves, phone_last4 from permit_case \
         where number = $1 and submitted_at is not null and forgotten_at is null";
    let found: Option<(i64, String)> = platform.db.one(sql, args![number.as_str()]).await?;
    let Some((moves, last4)) = found else { return Ok(None) };
    let pair = tracked.and_then(|pair| pair.split_once('.'));
    let may = pair.is_some_and(|(known, digits)| known == number.as_str() && digits.trim() == last4)
        || find_applicant(platform, actor, keys, number.as_str()).await?.is_some();
    Ok(may.then(|| Followed { number: number.to_string(), moves }))
}

/// How often each of these cases was moved: one question for all of them. Numbers that are none are left out.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_moves(platform: &Platform, numbers: &[String]) -> Result<Vec<(String, i64)>, DbError> {
    let sql = Sql::either(
        "select number, moves from permit_case where number in (select value from json_each($1))",
        "select number, moves from permit_case \
         where number in (select value from json_array_elements_text(cast($1 as json)) as n (value))",
    );
    let numbers = serde_json::to_string(numbers).map_err(|error| DbError::Unreadable(error.to_string()))?;
    platform.db.all(sql, args![numbers]).await
}
