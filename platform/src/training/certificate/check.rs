//! A certificate as everybody may see it who has its code.

use domain::time::{Day, Timestamp};
use domain::training::certificate::Ending;
use domain::verify::VerifyCode;
use domain::verify::seal::PaperKind;
use sqlx::FromRow;

use crate::db::DbError;
use crate::verify::{About, PaperShown, Standing};
use crate::{Platform, args};

#[derive(FromRow)]
struct Row {
    number: String,
    holder: String,
    title: String,
    first_day: String,
    last_day: String,
    minutes: i64,
    issued_at: i64,
    ended_at: Option<i64>,
    ending: Option<String>,
    newer: Option<String>,
}

/// The certificate with a code; its signature is not looked at.
pub(crate) async fn find_certificate(platform: &Platform, code: &VerifyCode) -> Result<Option<PaperShown>, DbError> {
    let sql = "select f.number, f.holder, f.title, f.first_day, f.last_day, f.minutes, f.issued_at, f.ended_at, f.ending, \
         n.code as newer from certificate f left join certificate n on n.replaces = f.code where f.code = $1";
    let Some(row) = platform.db.one::<Row>(sql, args![code.as_str()]).await? else { return Ok(None) };
    let newer = row.newer.as_deref().and_then(|code| VerifyCode::parse(code).ok());
    let ended = row.ending.as_deref().and_then(|word| word.parse().ok()).zip(row.ended_at);
    let standing = match (ended, newer) {
        (None, _) => Standing::Valid,
        (Some((Ending::Replaced, _)), Some(newer)) => Standing::Replaced(newer),
        (Some((_, at)), _) => Standing::Revoked(Timestamp::from_micros(at).day()),
    };
    let issued = Timestamp::from_micros(row.issued_at).day();
    Ok(Some(PaperShown {
        code: code.clone(),
        number: row.number,
        kind: PaperKind::Certificate,
        holder: row.holder,
        issued,
        about: About::Class {
            title: row.title,
            first: Day::parse(&row.first_day).unwrap_or(issued),
            last: Day::parse(&row.last_day).unwrap_or(issued),
            minutes: row.minutes,
        },
        standing,
        signed: None,
    }))
}
