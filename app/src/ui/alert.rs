//! What is in the way, said at once to who cannot see it too.

use leptos::prelude::*;

use super::Icon;

/// A warning above or within a form.
#[component]
pub fn Alert(
    /// What it says.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <p class="note note--warn" role="alert"><Icon name="triangle-alert"/><span>{text}</span></p> }
}
