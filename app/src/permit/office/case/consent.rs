//! The head's consent to a late second request for correction.

use domain::account::Capability;
use domain::permit::state::State;
use leptos::prelude::*;
use platform::Platform;
use platform::permit::consent_to_correction;

use super::{Opened, form};
use crate::action::{Word, done, refuse};
use crate::html::IntoHtml;
use crate::permit::office::inbox::back_to_case;
use crate::permit::office::problem::problem;
use crate::text::{DeskText, Lang};
use crate::ui::Icon;
use crate::visitor::visitor;

/// The form, for whoever may consent while it is needed.
pub(super) fn consent_card(opened: &Opened, t: Lang) -> Option<AnyView> {
    let case = &opened.case;
    let needed = case.state == State::Verifikasi && case.needs_consent && opened.actor.may(Capability::DecideCases);
    needed.then(|| {
        view! {
            <form class="stack stack--2" method="post" action="/aksi/dinas/izin/izinkan">
                <input type="hidden" name="nomor" value=case.number.clone()/>
                <p class="note note--warn"><Icon name="info"/><span>{t.consent_hint()}</span></p>
                <button class="btn btn--line">{t.consent()}</button>
            </form>
        }
        .into_html()
    })
}

/// Consents to another request for correction.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/izin/izinkan")]
pub async fn consent_case(nomor: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let back = format!("{}#langkah", back_to_case(&nomor));
    match consent_to_correction(&platform, &visitor.actor, &nomor).await {
        Ok(()) => done(Word::Saved, &back),
        Err(error) => {
            let problem = problem(error, visitor.lang);
            refuse(&form(&nomor), &[], vec![problem], &back).await;
        }
    }
    Ok(())
}
