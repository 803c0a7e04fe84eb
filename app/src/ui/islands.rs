//! The loader of the islands; only pages that have one load it.

use leptos::nonce::use_nonce;
use leptos::prelude::*;

use crate::assets;

/// Loads the islands of this page after everything else.
#[component]
pub fn Islands() -> impl IntoView {
    view! { <script r#type="module" nonce=use_nonce() src=assets::path("islands.js")></script> }
}
