//! Making the file of a certificate. Its row does not change any more, so making it twice gives the same bytes.

use domain::lang::Lang;
use domain::time::{Day, Timestamp};
use domain::verify::VerifyCode;
use domain::verify::seal::{PaperKind, Seal};
use sqlx::FromRow;

use super::key;
use crate::db::{DbError, Select};
use crate::document::{Certificate, Signature, certificate};
use crate::paper::{PaperError, keep};
use crate::{Platform, args};

/// How many files one round makes.
const BATCH: i64 = 20;

#[derive(FromRow)]
struct Row {
    code: String,
    number: String,
    holder: String,
    title: String,
    first_day: String,
    last_day: String,
    minutes: i64,
    attended: i64,
    sessions: i64,
    trainer: String,
    issued_at: i64,
    signer: String,
}

const UNMADE: &str = "select f.code, f.number, f.holder, f.title, f.first_day, f.last_day, f.minutes, f.attended, \
     f.sessions, f.trainer, f.issued_at, a.name as signer from certificate f join account a on a.id = f.signed_by \
     where f.digest is null";

/// Makes the file of a certificate, if it is not made yet.
pub(super) async fn make_certificate(platform: &Platform, code: &str) -> Result<(), PaperError> {
    let mut select = Select::new(UNMADE);
    select.bind("and f.code = ?", code);
    match select.one::<Row>(&platform.db).await? {
        Some(row) => make(platform, row).await,
        None => Ok(()),
    }
}

/// Makes the files that are missing: issuing does not wait for them. Answers how many.
///
/// # Errors
/// See [`PaperError`].
pub async fn make_missing_certificates(platform: &Platform) -> Result<u64, PaperError> {
    let mut select = Select::new(UNMADE);
    select.push("order by f.issued_at").bind("limit ?", BATCH);
    let rows: Vec<Row> = select.all(&platform.db).await?;
    let count = rows.len() as u64;
    for row in rows {
        make(platform, row).await?;
    }
    Ok(count)
}

async fn make(platform: &Platform, row: Row) -> Result<(), PaperError> {
    let code = VerifyCode::parse(&row.code).map_err(|error| DbError::Unreadable(error.to_string()))?;
    let digest = keep(platform, &key(code.as_str()), certificate(&compose(platform, row, &code))).await?;
    let sql = "update certificate set digest = $2 where code = $1 and digest is null";
    platform.db.run(sql, args![code.as_str(), digest]).await?;
    Ok(())
}

fn compose(platform: &Platform, row: Row, code: &VerifyCode) -> Certificate {
    let lang = Lang::Id;
    let issued = Timestamp::from_micros(row.issued_at);
    let seal = Seal::new(PaperKind::Certificate, &row.number, issued.day(), None, &row.holder);
    Certificate {
        lang,
        letterhead: platform.paper.letterhead.clone(),
        number: row.number,
        holder: row.holder,
        course: row.title,
        first: Day::parse(&row.first_day).unwrap_or(issued.day()),
        last: Day::parse(&row.last_day).unwrap_or(issued.day()),
        minutes: row.minutes,
        attended: row.attended,
        sessions: row.sessions,
        trainer: row.trainer,
        issued,
        signature: Signature {
            place_date: format!("{}, {}", platform.paper.place, issued.day().words(lang)),
            position: platform.paper.training_position.clone(),
            name: row.signer,
        },
        verify_url: format!("{}/verifikasi", platform.public_url),
        seal_link: platform.paper.keys.seal_link(&platform.public_url, code, &seal),
        code: code.clone(),
    }
}
