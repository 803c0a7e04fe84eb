//! What an applicant typed, as it is stored: sealed.

use domain::permit::answers::{Path, Typed};
use domain::permit::reason::Reason;
use domain::permit::verdict::{Verdict, Verdicts};
use sqlx::FromRow;
use uuid::Uuid;

use super::Case;
use crate::db::{DbError, Tx};
use crate::sealing::{seal, unseal};
use crate::{Platform, args};

/// Seals what was typed.
pub(crate) fn seal_answers(platform: &Platform, case: Uuid, typed: &Typed) -> Vec<u8> {
    let text = serde_json::to_vec(typed).expect("what was typed has only keys that are text");
    seal(platform, case.as_bytes(), &text)
}

/// Opens what was typed.
pub(crate) fn open_answers(platform: &Platform, case: Uuid, sealed: &[u8]) -> Result<Typed, DbError> {
    let unreadable = |error: &dyn std::error::Error| DbError::Unreadable(error.to_string());
    let text = unseal(platform, case.as_bytes(), sealed).map_err(|error| unreadable(&error))?;
    serde_json::from_slice(&text).map_err(|error| unreadable(&error))
}

/// What the office sees: what was handed in last, or nothing yet.
pub(in crate::permit) fn handed_in(platform: &Platform, case: &Case) -> Result<Typed, DbError> {
    match &case.handed_in {
        Some(sealed) => open_answers(platform, case.id, sealed),
        None => Ok(Typed::default()),
    }
}

#[derive(FromRow)]
struct Row {
    path: String,
    verdict: String,
    reason_code: Option<String>,
    reason_text: Option<String>,
}

const VERDICTS: &str = "select path, verdict, reason_code, reason_text from case_verdict where case_id = $1";

/// What was said about its documents and answers so far.
pub(in crate::permit) async fn read_verdicts(tx: &mut Tx, case: Uuid) -> Result<Verdicts, DbError> {
    verdicts(tx.all(VERDICTS, args![case]).await?)
}

/// As [`read_verdicts`], for a page.
pub(in crate::permit) async fn find_verdicts(platform: &Platform, case: Uuid) -> Result<Verdicts, DbError> {
    verdicts(platform.db.all(VERDICTS, args![case]).await?)
}

fn verdicts(rows: Vec<Row>) -> Result<Verdicts, DbError> {
    let read = |row: Row| {
        let path = Path::from_name(&row.path);
        let verdict = match row.verdict.as_str() {
            "diterima" => Verdict::Accepted,
            "tidak_berlaku" => Verdict::NotNeeded,
            _ => {
                let (code, text) = (row.reason_code.unwrap_or_default(), row.reason_text.unwrap_or_default());
                let reason = Reason::parse(&code, &text).map_err(|error| DbError::Unreadable(error.to_string()))?;
                Verdict::Replace { reason, example: None }
            }
        };
        Ok((path, verdict))
    };
    rows.into_iter().map(read).collect::<Result<_, _>>().map(Verdicts)
}
