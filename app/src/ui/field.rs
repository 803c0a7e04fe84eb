//! A labelled field that shows again what was typed and what was wrong.

use leptos::prelude::*;
use platform::flash::Refused;

use super::Icon;
use crate::html::Inner;

/// The label, hint and error around an input; `children` is the input with the same `id`.
#[component]
pub fn Field(
    /// The field's name and the input's id.
    #[prop(into)]
    name: String,
    /// Above the input.
    label: String,
    /// Between label and input; empty for none.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Where the error comes from.
    refused: Refused,
    /// The input.
    children: Inner,
) -> impl IntoView {
    let error = refused.error(&name).map(str::to_owned);
    let (hint_id, error_id) = (format!("{name}-hint"), format!("{name}-error"));
    let class = if error.is_some() { "field field--error" } else { "field" };
    view! {
        <div class=class>
            <label r#for=name>{label}</label>
            {hint.filter(|hint| !hint.is_empty()).map(|hint| view! { <span class="hint" id=hint_id>{hint}</span> })}
            {children.into_html()}
            {error.map(|error| view! {
                <p class="error" id=error_id><Icon name="circle-alert" class="i i--16"/>{error}</p>
            })}
        </div>
    }
}

/// What describes an input, for screen readers: its hint and its error.
pub fn described(name: &str, has_hint: bool, refused: &Refused) -> Option<String> {
    let hint = has_hint.then(|| format!("{name}-hint"));
    let error = refused.error(name).map(|_| format!("{name}-error"));
    let ids: Vec<String> = [hint, error].into_iter().flatten().collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}
