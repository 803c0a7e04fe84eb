//! The draft of a form is kept in the browser until the form has arrived: somebody writes where there is no network.

#[cfg(feature = "hydrate")]
mod keeper;

use leptos::prelude::*;

#[cfg(feature = "ssr")]
use crate::text::{DraftText, Lang};

/// The place in the form with this id where is said that its draft is kept, or is back. Empty where scripts do not run.
/// `arrived` are the tokens of forms that the server has: a draft with one of them is forgotten, so that nothing is sent
/// twice.
#[cfg(feature = "ssr")]
#[component]
pub(crate) fn Draft(lang: Lang, form: &'static str, key: String, arrived: Vec<String>) -> impl IntoView {
    view! {
        <div class="draft" data-kunci=key data-tiba=arrived.join(" ")>
            <div role="status">
                <p class="muted small" data-simpan="" hidden>{lang.draft_kept()}</p>
                <p class="note note--plain note--bare" data-pulih="" hidden>{lang.draft_back()}</p>
            </div>
            <button type="button" class="btn btn--line btn--small" data-buang="" hidden>{lang.draft_drop()}</button>
            <KeepDraft form=form.to_owned()/>
        </div>
    }
}

/// Keeps what is typed into the form with this id, brings it back, and says so in its `.draft`, which also says under which
/// key. It shows nothing of its own, which keeps it small.
#[island]
pub fn KeepDraft(form: String) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    keeper::keep(&form);
    #[cfg(not(feature = "hydrate"))]
    let _ = form;
}
