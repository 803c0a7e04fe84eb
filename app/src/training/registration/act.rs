//! Answering an offer, leaving the list, giving a seat back.

use domain::training::registration::{Action, Refused};
use leptos::prelude::*;
use platform::Platform;
use platform::training::{ActError, answer, find_participant};

use super::registration_path;
use crate::action::{Word, done, escape, go_to, refuse};
use crate::text::{CartText, RegistrationText};
use crate::visitor::visitor;

/// The name of the form, for recalling what was refused.
pub(super) const FORM: &str = "kelas-jawab";

/// Takes a step of one's own registration. Sent twice, it is one step.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pelatihan/jawab")]
pub async fn answer_registration(nomor: String, langkah: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let back = registration_path(&escape(&nomor));
    let found = find_participant(&platform, &visitor.actor, &visitor.class_keys, &nomor).await;
    let (Ok(Some(participant)), Ok(action)) = (found, langkah.parse::<Action>()) else {
        // The page asks for the PIN.
        go_to(&back);
        return Ok(());
    };
    let problem = match answer(&platform, &participant, action).await {
        Ok(_) => {
            done(Word::Done, &back);
            return Ok(());
        }
        Err(ActError::Refused(Refused::TooLate)) if action == Action::Accept => t.reg_offer_over(),
        Err(ActError::Refused(Refused::TooLate)) => t.reg_cancel_over(),
        Err(ActError::Refused(_)) => t.reg_not_now(),
        Err(ActError::Db(error)) => {
            leptos::logging::error!("answer for a class: {error:?}");
            t.try_later()
        }
    };
    refuse(FORM, &[], vec![("langkah", problem.to_owned())], &back).await;
    Ok(())
}
