//! Whether a paper of the office is genuine and still holds: for anybody who has its code.

use domain::permit::key::Words;
use domain::time::Day;
use domain::verify::VerifyCode;
use domain::verify::seal::PaperKind;

use crate::Platform;
use crate::db::DbError;
use crate::permit::find_letter;
use crate::signing::SealLink;
use crate::training::find_certificate;

/// A paper as everybody may see it.
#[derive(Debug, Clone)]
pub struct PaperShown {
    /// The code, as it stands on paper.
    pub code: VerifyCode,
    /// Its number.
    pub number: String,
    /// What kind it is.
    pub kind: PaperKind,
    /// Whom it is for.
    pub holder: String,
    /// The day of issue.
    pub issued: Day,
    /// What it is about.
    pub about: About,
    /// Whether it holds.
    pub standing: Standing,
    /// Whether the signature in the address is ours and fits this paper; `None` when the address has none.
    pub signed: Option<bool>,
}

/// What a paper is about.
#[derive(Debug, Clone)]
pub enum About {
    /// The letter of a decision.
    Decision {
        /// The name of the service.
        service: Words,
        /// The business or brand; may be empty.
        subject: String,
        /// The last day on which it is valid; `None` when it has no end.
        until: Option<Day>,
    },
    /// The certificate of a class.
    Class {
        /// The title of the course.
        title: String,
        /// The day of the first session.
        first: Day,
        /// The day of the last one.
        last: Day,
        /// How long all sessions are together. Minutes.
        minutes: i64,
    },
}

/// Whether a paper holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    Valid,
    /// Its validity is over.
    Over,
    /// It was taken back on this day.
    Revoked(Day),
    /// It was corrected: the paper with this code stands in its place.
    Replaced(VerifyCode),
    /// It is the letter of a refusal: genuine, and a permission for nothing.
    Refusal,
}

impl Standing {
    /// The word in machine-readable answers.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Standing::Valid => "berlaku",
            Standing::Over => "kedaluwarsa",
            Standing::Revoked(_) => "dicabut",
            Standing::Replaced(_) => "diganti",
            Standing::Refusal => "penolakan",
        }
    }
}

/// The paper with a code. Unknown and mistyped look the same. `link` is what the paper's QR code carries besides.
///
/// # Errors
/// Only when the database does not answer.
pub async fn check_paper(
    platform: &Platform,
    code: &str,
    link: Option<SealLink<'_>>,
) -> Result<Option<PaperShown>, DbError> {
    let Ok(code) = VerifyCode::parse(code) else { return Ok(None) };
    let found = match find_letter(platform, &code).await? {
        Some(letter) => Some(letter),
        None => find_certificate(platform, &code).await?,
    };
    Ok(found.map(|paper| {
        let fits = |link| platform.paper.keys.open_seal(link).is_ok_and(|seal| seal.number() == paper.number);
        PaperShown { signed: link.map(fits), ..paper }
    }))
}
