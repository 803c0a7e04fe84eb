//! The field of a search within a list.

use leptos::prelude::*;

use super::Icon;

/// An input named `q` with a magnifying glass; it stands in a `.seek`, and says what it finds.
#[component]
pub fn SearchField(
    /// What can be found.
    label: &'static str,
    /// What was looked for last.
    words: String,
) -> impl IntoView {
    view! {
        <label class="vh" for="q">{label}</label>
        <Icon name="search"/>
        <input class="input" id="q" r#type="search" name="q" placeholder=label value=words/>
    }
}
