//! The first screen: what can I do here.

use leptos::prelude::*;

/// `/`.
#[component]
pub fn HomePage() -> impl IntoView {
    view! { <main id="isi"></main> }
}
