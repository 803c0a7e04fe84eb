//! Refusing a proof.

use leptos::prelude::*;
use platform::Platform;
use platform::shop::proof::{ProofError, refuse_proof};
use uuid::Uuid;

use super::REFUSE;
use crate::action::{Word, done, local_path, refuse};
use crate::text::{CartText, ConsoleText, PictureText};
use crate::visitor::visitor;

/// Refuses a proof with a reason that the buyer reads.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "usaha/bukti/tolak")]
pub async fn refuse_transfer_proof(
    bukti: Uuid,
    #[server(default)] alasan: String,
    #[server(default)] kembali: String,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let back = local_path(&kembali);
    let problem = match refuse_proof(&platform, &visitor.actor, bukti, &alasan).await {
        Ok(()) => {
            done(Word::Saved, back);
            return Ok(());
        }
        Err(ProofError::NoReason) => t.proof_no_reason().to_owned(),
        Err(ProofError::NotNow) => t.proof_decided_already().to_owned(),
        Err(ProofError::Forbidden(_) | ProofError::NotFound) => t.not_allowed_text().to_owned(),
        Err(error) => {
            leptos::logging::error!("proof: {error:?}");
            t.try_later().to_owned()
        }
    };
    refuse(REFUSE, &[("alasan", &alasan)], vec![("alasan-bukti", problem)], back).await;
    Ok(())
}
