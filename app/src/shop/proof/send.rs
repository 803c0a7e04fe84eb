//! Sending a proof, with the secret of this device or the PIN.

use leptos::prelude::*;
use leptos::server_fn::codec::{MultipartData, MultipartFormData};
use platform::Platform;
use platform::shop::proof::{ProofError, upload_proof};

use super::SEND;
use crate::action::{Word, done, go_to, refuse};
use crate::shop::order::opened;
use crate::text::{CartText, Lang, PictureText, WaitText};
use crate::upload::{File, Form, Part, unfit_text};
use crate::visitor::visitor;

/// Sends a proof of the transfer for an order.
///
/// # Errors
/// Never for a form: the order's page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pesanan/bukti", input = MultipartFormData)]
pub async fn send_proof(data: MultipartData) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let (mut number, mut pin, mut file, mut broken) = (String::new(), String::new(), None, false);
    let mut form = Form::open(data);
    loop {
        match form.next().await {
            Ok(Some(Part::Text { name, value })) if name == "nomor" => number = value,
            Ok(Some(Part::Text { name, value })) if name == "pin" => pin = value,
            Ok(Some(Part::File(found))) => file = Some(found),
            Ok(Some(Part::Text { .. })) => {}
            Ok(None) => break,
            Err(_) => {
                broken = true;
                break;
            }
        }
    }
    let Ok(Some(order)) = opened(&platform, &visitor, &number).await else {
        go_to("/lacak");
        return Ok(());
    };
    let back = format!("/pesanan/{number}");
    // The secret of this device's own order, or the PIN that was typed.
    let key = if pin.is_empty() { visitor.order_secret.clone().unwrap_or_default() } else { pin };
    let problem = match file {
        _ if broken => ("file-bukti", t.upload_broken().to_owned()),
        None => ("file-bukti", t.nothing_chosen().to_owned()),
        Some(File { name, content: Err(unfit), .. }) => ("file-bukti", t.file_problem(&name, unfit_text(unfit, t))),
        Some(File { name, content: Ok(bytes), .. }) => {
            match upload_proof(&platform, &visitor.actor, order, &key, bytes).await {
                // Sent twice: the first one is there.
                Ok(()) | Err(ProofError::Waiting) => {
                    done(Word::Sent, &back);
                    return Ok(());
                }
                Err(error) => problem(&error, &name, t),
            }
        }
    };
    refuse(SEND, &[], vec![problem], &back).await;
    Ok(())
}

fn problem(error: &ProofError, file: &str, t: Lang) -> (&'static str, String) {
    match error {
        ProofError::WrongPin => ("pin-bukti", t.pin_wrong().to_owned()),
        ProofError::Wait(seconds) => ("pin-bukti", t.too_many_tries(*seconds)),
        ProofError::Unfit(unfit) => ("file-bukti", t.file_problem(file, unfit_text(*unfit, t))),
        ProofError::TooMany => ("file-bukti", t.proof_too_many().to_owned()),
        ProofError::Store(error) => {
            leptos::logging::error!("proof: {error}");
            ("file-bukti", t.store_full().to_owned())
        }
        ProofError::Db(error) => {
            leptos::logging::error!("proof: {error:?}");
            ("file-bukti", t.try_later().to_owned())
        }
        ProofError::NotFound
        | ProofError::NotNow
        | ProofError::Waiting
        | ProofError::NoReason
        | ProofError::Forbidden(_) => ("file-bukti", t.proof_not_now().to_owned()),
    }
}
