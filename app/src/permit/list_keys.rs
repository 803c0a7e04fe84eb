//! Going through a list of cases with the keyboard. The keys mean something only while the focus is in the list, so that
//! nobody who types or dictates triggers anything (WCAG 2.1.4).

#[cfg(feature = "hydrate")]
mod listen;

use leptos::prelude::*;

/// Listens to keys in the table with this id, and says in these words which there are.
#[island]
pub fn ListKeys(table: String, words: String) -> impl IntoView {
    let (ready, set_ready) = signal(false);
    #[cfg(feature = "hydrate")]
    {
        listen::listen(table);
        Effect::new(move |_| set_ready.set(true));
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (table, set_ready);
    view! { <p class="muted small" hidden=move || !ready.get()>{words}</p> }
}
