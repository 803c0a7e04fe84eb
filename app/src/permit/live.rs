//! What an open page of a case is told while nobody reloads it. Without scripts a reload shows the same.

#[cfg(feature = "hydrate")]
mod listen;

use domain::lang::Lang;
use leptos::prelude::*;

use crate::text::CaseText;

/// Says, politely, that a case was moved since its page was made. The page itself stays as it is until its reader wants
/// another: somebody may be reading, or typing.
#[island]
pub fn CaseNews(lang: Lang, path: String, moves: i64) -> impl IntoView {
    let (moved, set_moved) = signal(false);
    #[cfg(feature = "hydrate")]
    listen::listen(format!("{path}/peristiwa"), moves, set_moved);
    #[cfg(not(feature = "hydrate"))]
    let _ = (moves, set_moved);
    view! {
        <div role="status">
            {move || moved.get().then(|| view! {
                <div class="note note--bare news__card"><strong>{lang.case_moved()}</strong><a class="btn" href=path.clone()>{lang.show_news()}</a></div>
            })}
        </div>
    }
}
