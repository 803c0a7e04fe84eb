//! Taking a message to pass it on, giving it back, trying an e-mail again.

use leptos::prelude::*;
use platform::Platform;
use platform::notice::{HandOffError, hand_off, retry, take_back};
use uuid::Uuid;

use crate::action::{Word, done, go_to, local_path, refuse};
use crate::text::{CartText, ConsoleText, Lang, OutboxText};
use crate::visitor::visitor;

/// The name under which a refusal is kept for the page to come back to.
pub(crate) const FORM: &str = "pesan";

/// Takes a WhatsApp message to pass it on.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pesan/ambil")]
pub async fn take_message(pesan: Uuid, kembali: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    match hand_off(&platform, &visitor().actor, pesan).await {
        Ok(()) => go_to(local_path(&kembali)),
        Err(error) => say(error, &kembali).await,
    }
    Ok(())
}

/// Gives a message back that was taken and not sent after all.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pesan/kembalikan")]
pub async fn return_message(pesan: Uuid, kembali: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    match take_back(&platform, &visitor().actor, pesan).await {
        Ok(()) => done(Word::Saved, local_path(&kembali)),
        Err(error) => say(error, &kembali).await,
    }
    Ok(())
}

/// Lets the worker try an e-mail again.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pesan/ulang")]
pub async fn retry_message(pesan: Uuid, kembali: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    match retry(&platform, &visitor().actor, pesan).await {
        Ok(()) => done(Word::Saved, local_path(&kembali)),
        Err(error) => say(error, &kembali).await,
    }
    Ok(())
}

async fn say(error: HandOffError, back: &str) {
    let t = visitor().lang;
    refuse(FORM, &[], vec![("isi", problem(error, t))], local_path(back)).await;
}

fn problem(error: HandOffError, t: Lang) -> String {
    match error {
        HandOffError::Taken { by, at } => t.taken_by_other(&by, &at.words(t)),
        HandOffError::NotFound | HandOffError::NotNow => t.message_moved_on().to_owned(),
        HandOffError::Forbidden(_) => t.not_allowed_text().to_owned(),
        HandOffError::Db(error) => {
            leptos::logging::error!("a message: {error:?}");
            t.try_later().to_owned()
        }
    }
}
