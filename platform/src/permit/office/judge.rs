//! What an officer says about each document.

use domain::account::{Actor, Capability};
use domain::permit::answers::Path;
use domain::permit::state::{By, State};
use domain::permit::step::Refused;
use domain::permit::verdict::Verdict;

use super::decide::find_and_lock;
use crate::permit::case::{Happened, append, handed_in};
use crate::permit::mandate::is_partial;
use crate::permit::take::StepError;
use crate::{Platform, args};

/// The event of a verdict.
const JUDGE: &str = "nilai";

/// Says about a document, or an answer, whether it is right. Said again, the last word counts until it is asked for.
///
/// # Errors
/// See [`StepError`]; what was not handed in is [`StepError::NotFound`].
pub async fn judge_document(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    path: &Path,
    verdict: &Verdict,
) -> Result<(), StepError> {
    let account = actor.require(Capability::ExamineCases)?;
    let mut tx = platform.db.begin().await?;
    let mut case = find_and_lock(&mut tx, number).await?;
    if is_partial(&mut tx, &case, account).await? {
        return Err(StepError::Refused(Refused::OwnCase));
    }
    if case.state != State::Verifikasi {
        return Err(StepError::Refused(Refused::NotNow));
    }
    if !handed_in(platform, &case)?.has(path) {
        return Err(StepError::NotFound);
    }
    let (word, reason) = match verdict {
        Verdict::Accepted => ("diterima", None),
        Verdict::NotNeeded => ("tidak_berlaku", None),
        Verdict::Replace { reason, .. } => ("perlu_diganti", Some(reason)),
    };
    let (code, text) = (reason.map(|reason| reason.code.as_str()), reason.map(|reason| reason.text.as_str()));
    let sql = "insert into case_verdict (case_id, path, verdict, reason_code, reason_text, decided_by, decided_at) \
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (case_id, path) do update set verdict = excluded.verdict, \
         reason_code = excluded.reason_code, reason_text = excluded.reason_text, decided_by = excluded.decided_by, \
         decided_at = excluded.decided_at";
    tx.run(sql, args![case.id, path.as_str(), word, code, text, account, platform.now()]).await?;
    let said = format!("{}: {word}", path.as_str());
    let happened = Happened {
        internal_note: Some(&said),
        reason_code: code,
        ..Happened::staying(&case, Some(account), By::Verifikator.as_str(), JUDGE)
    };
    append(platform, &mut tx, &mut case, happened).await?;
    tx.commit().await?;
    Ok(())
}
