//! Whether a letter is genuine and still holds: for anybody who has its code.

use domain::permit::key::Words;
use domain::time::{Day, Timestamp};
use domain::verify::VerifyCode;
use domain::verify::seal::PaperKind;
use sqlx::FromRow;

use crate::db::DbError;
use crate::permit::services::version_of_case;
use crate::signing::SealLink;
use crate::{Platform, args};

/// A letter as everybody may see it.
#[derive(Debug, Clone)]
pub struct LetterShown {
    /// The code, as it stands on paper.
    pub code: VerifyCode,
    /// Its number.
    pub number: String,
    /// What kind it is.
    pub kind: PaperKind,
    /// The name of the service.
    pub service: Words,
    /// Whom it is for.
    pub holder: String,
    /// The business or brand; may be empty.
    pub subject: String,
    /// The day of issue.
    pub issued: Day,
    /// The last day on which it is valid; `None` when it has no end.
    pub until: Option<Day>,
    /// Whether it holds.
    pub standing: Standing,
    /// Whether the signature in the address is ours and fits this letter; `None` when the address has none.
    pub signed: Option<bool>,
}

/// Whether a letter holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    Valid,
    /// Its validity is over.
    Over,
    /// It was taken back on this day.
    Revoked(Day),
    /// It is the letter of a refusal: genuine, and a permission for nothing.
    Refusal,
}

impl Standing {
    /// The word in machine-readable answers.
    pub const fn as_str(self) -> &'static str {
        match self {
            Standing::Valid => "berlaku",
            Standing::Over => "kedaluwarsa",
            Standing::Revoked(_) => "dicabut",
            Standing::Refusal => "penolakan",
        }
    }
}

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

/// The letter with a code. Unknown and mistyped look the same. `link` is what the paper's QR code carries besides.
///
/// # Errors
/// Only when the database does not answer.
pub async fn check_letter(
    platform: &Platform,
    code: &str,
    link: Option<SealLink<'_>>,
) -> Result<Option<LetterShown>, DbError> {
    let Ok(code) = VerifyCode::parse(code) else { return Ok(None) };
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
    let fits = |link| platform.paper.keys.open_seal(link).is_ok_and(|seal| seal.number() == row.number);
    Ok(Some(LetterShown {
        signed: link.map(fits),
        issued: Timestamp::from_micros(row.issued_at).day(),
        service: service.name.clone(),
        number: row.number,
        kind: row.kind,
        holder: row.holder,
        subject: row.subject,
        until,
        standing,
        code,
    }))
}
