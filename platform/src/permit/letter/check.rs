//! A letter as everybody may see it who has its code.

use domain::time::{Day, Timestamp};
use domain::verify::VerifyCode;
use domain::verify::seal::PaperKind;
use sqlx::FromRow;

use crate::db::DbError;
use crate::permit::services::version_of_case;
use crate::verify::{About, PaperShown, Standing};
use crate::{Platform, args};

#[derive(FromRow)]
struct Row {
    number: String,
    #[sqlx(try_from = "String")]
    kind: PaperKind,
    holder: String,
    subject: String,
    issued_at: i64,
    valid_until: Option<String>,
    revoked_at: Option<i64>,
    service: String,
    version: i64,
}

/// The letter with a code; its signature is not looked at.
pub(crate) async fn find_letter(platform: &Platform, code: &VerifyCode) -> Result<Option<PaperShown>, DbError> {
    let sql = "select l.number, l.kind, l.holder, l.subject, l.issued_at, l.valid_until, l.revoked_at, c.service, \
         c.version from letter l join permit_case c on c.id = l.case_id where l.code = $1";
    let Some(row) = platform.db.one::<Row>(sql, args![code.as_str()]).await? else { return Ok(None) };
    let service = version_of_case(platform, &row.service, row.version).await?;
    let until = row.valid_until.as_deref().and_then(Day::parse);
    let today = platform.now().day();
    let standing = match row.revoked_at {
        Some(at) => Standing::Revoked(Timestamp::from_micros(at).day()),
        None if row.kind == PaperKind::Refusal => Standing::Refusal,
        None if until.is_some_and(|until| until < today) => Standing::Over,
        None => Standing::Valid,
    };
    Ok(Some(PaperShown {
        code: code.clone(),
        number: row.number,
        kind: row.kind,
        holder: row.holder,
        issued: Timestamp::from_micros(row.issued_at).day(),
        about: About::Decision { service: service.name.clone(), subject: row.subject, until },
        standing,
        signed: None,
    }))
}
