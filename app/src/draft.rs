//! The draft of a form is kept in the browser until the form has arrived: somebody writes where there is no network.

#[cfg(feature = "hydrate")]
mod keeper;

use domain::lang::Lang;
use leptos::prelude::*;

use crate::text::DraftText;

/// What the person is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "hydrate"), allow(dead_code))] // only in a browser something is said
enum Said {
    Nothing,
    /// What is typed is kept.
    Kept,
    /// What was typed before is back.
    Back,
}

/// Keeps what is typed into the form with this id under a key, and brings it back. `arrived` are the tokens of forms that
/// the server has: a draft with one of them is forgotten, so that nothing is sent twice.
#[island]
pub fn KeepDraft(lang: Lang, form: String, key: String, arrived: Vec<String>) -> impl IntoView {
    let (said, say) = signal(Said::Nothing);
    #[cfg(feature = "hydrate")]
    let drop = keeper::keep(form, key, arrived, say);
    #[cfg(not(feature = "hydrate"))]
    let drop = {
        let _ = (form, key, arrived, say);
        || {}
    };
    view! {
        <div class="kept" role="status">
            {move || match said.get() {
                Said::Nothing => None,
                Said::Kept => Some(view! { <p class="muted small">{lang.draft_kept()}</p> }.into_any()),
                Said::Back => Some(view! {
                    <div class="note note--plain note--bare"><span>{lang.draft_back()}</span></div>
                }.into_any()),
            }}
        </div>
        <button type="button" class="btn btn--line btn--small draft__drop" hidden=move || said.get() == Said::Nothing on:click=move |_| drop()>{lang.draft_drop()}</button>
    }
}
