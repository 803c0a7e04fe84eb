//! The letter of a decision: its row is written with the decision, its file is made right after and never changed.

mod check;
mod file;
mod make;

use domain::permit::service::{LetterForm, Own};
use domain::permit::state::{Action, State};
use domain::time::Day;
use domain::verify::VerifyCode;
use domain::verify::seal::PaperKind;
use uuid::Uuid;

pub(crate) use self::check::find_letter;
pub use self::file::{open_letter, open_receipt};
pub use self::make::{make_letter, make_missing_letters};
use super::case::Case;
use super::take::Deed;
use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// The key of a letter in the store.
fn key(code: &str) -> String {
    format!("letter/{code}.pdf")
}

/// Writes the letter of a decision that was taken just now, and marks one that was taken back.
pub(super) async fn decide(
    platform: &Platform,
    tx: &mut Tx,
    case: &Case,
    own: &Own,
    deed: &Deed<'_>,
) -> Result<(), DbError> {
    const REVOKE: &str =
        "update letter set revoked_at = $2, revoke_code = $3 where case_id = $1 and revoked_at is null";
    let code = deed.reason.map(|reason| reason.code.as_str());
    match (deed.action, case.state) {
        (_, State::Terbit) => {
            let kind = match own.letter.form {
                LetterForm::Statement => PaperKind::Statement,
                LetterForm::Recommendation => PaperKind::Recommendation,
                LetterForm::Decision => PaperKind::Decision,
            };
            let approver = approver(tx, case).await?;
            insert(platform, tx, case, kind, case.last_day(), approver).await
        }
        (Action::Refuse, State::Ditolak) => insert(platform, tx, case, PaperKind::Refusal, None, deed.actor).await,
        (Action::Revoke, _) => tx.run_one(REVOKE, args![case.id, platform.now(), code]).await,
        // The letter of the refusal falls with it; a case that ended by itself has none.
        (Action::Grant, _) => tx.run(REVOKE, args![case.id, platform.now(), code]).await.map(drop),
        _ => Ok(()),
    }
}

/// Who approved: with a fee the payment comes after that, and another records it.
async fn approver(tx: &mut Tx, case: &Case) -> Result<Option<Uuid>, DbError> {
    let sql = "select actor from case_event where case_id = $1 and action = $2 order by seq desc limit 1";
    let found: Option<(Option<Uuid>,)> = tx.one(sql, args![case.id, Action::Approve.as_str()]).await?;
    Ok(found.and_then(|(actor,)| actor))
}

async fn insert(
    platform: &Platform,
    tx: &mut Tx,
    case: &Case,
    kind: PaperKind,
    until: Option<Day>,
    signed_by: Option<Uuid>,
) -> Result<(), DbError> {
    let signed_by = signed_by.ok_or_else(|| DbError::Unreadable(format!("{} was decided by nobody", case.number)))?;
    let code = VerifyCode::new(platform.random());
    let sql = "insert into letter (code, case_id, kind, number, holder, subject, issued_at, valid_until, signed_by) \
         select $1, $2, $3, $4, $5, subject, $6, $7, $8 from permit_case where id = $2";
    let args = args![
        code.as_str(),
        case.id,
        kind.as_str(),
        &case.number,
        &case.name,
        platform.now(),
        until.map(|day| day.to_string()),
        signed_by
    ];
    tx.run_one(sql, args).await
}
