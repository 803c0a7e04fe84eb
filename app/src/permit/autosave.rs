//! A part of an application is saved while somebody types. Files are not: they are sent with the button.

#[cfg(feature = "hydrate")]
mod keeper;

use domain::lang::Lang;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::text::CaseText;

/// What became of what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kept {
    /// It is saved.
    Saved {
        /// When, as `10.42`.
        clock: String,
    },
    /// Another window saved this part meanwhile: nothing was overwritten.
    Elsewhere,
    /// The application cannot be changed now.
    Closed,
    /// This device may not change it any more: the key that it got for a PIN has ended.
    Locked,
}

/// What the person is told.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "hydrate"), allow(dead_code))] // only in a browser something is said
enum Said {
    Nothing,
    Kept(Kept),
    /// The server was not reached.
    Later,
}

/// Saves what was typed so far: the form as a browser writes it into an address.
///
/// # Errors
/// When the database does not answer: try again.
#[server(prefix = "/aksi", endpoint = "izin/simpan")]
pub async fn keep_typed(isian: String) -> Result<Kept, ServerFnError> {
    crate::permit::case::keep(&isian).await
}

/// Saves the form with this id, and says politely when it did. `saved` leads to the page as it is saved.
#[island]
pub fn Autosave(lang: Lang, form: String, saved: String) -> impl IntoView {
    let (said, say) = signal(Said::Nothing);
    #[cfg(feature = "hydrate")]
    keeper::keep(&form, say);
    #[cfg(not(feature = "hydrate"))]
    let _ = (form, say);
    let words = move || {
        match said.get() {
        Said::Nothing => None,
        Said::Kept(Kept::Saved { clock }) => Some(view! { <p class="muted small">{lang.kept_at(&clock)}</p> }.into_any()),
        Said::Later => Some(view! { <p class="small strong">{lang.not_kept_yet()}</p> }.into_any()),
        Said::Kept(Kept::Closed) => Some(warning(lang.case_not_open())),
        Said::Kept(Kept::Locked) => Some(warning(lang.not_kept_locked())),
        Said::Kept(Kept::Elsewhere) => Some(
            view! {
                <div class="note note--warn note--bare"><span>{lang.changed_elsewhere()}" "<a href=saved.clone()>{lang.see_saved()}</a></span></div>
            }
            .into_any(),
        ),
    }
    };
    view! { <div class="kept" role="status">{words}</div> }
}

fn warning(words: &'static str) -> AnyView {
    view! { <p class="note note--warn note--bare">{words}</p> }.into_any()
}
