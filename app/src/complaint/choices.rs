//! A question with a few answers, each with a line of explanation.

use leptos::prelude::*;
use platform::flash::Refused;

use crate::html::IntoHtml;
use crate::ui::Icon;

/// One answer: its word, what it is called, and what it means.
pub(super) type Choice = (&'static str, &'static str, &'static str);

/// The question. The summary of what is wrong leads to the first answer, whose id is the name.
pub(super) fn choices(
    name: &'static str,
    legend: &'static str,
    options: &[Choice],
    chosen: &str,
    refused: &Refused,
) -> AnyView {
    let error = refused.error(name).map(str::to_owned);
    let class = if error.is_some() { "field field--error" } else { "field" };
    let items = options
        .iter()
        .enumerate()
        .map(|(nth, (word, title, note))| {
            let id = if nth == 0 { name.to_owned() } else { format!("{name}-{word}") };
            let note = (!note.is_empty()).then(|| view! { <span class="choice__note">{*note}</span> });
            view! {
                <label class="choice">
                    <input type="radio" id=id name=name value=*word checked=*word == chosen required/>
                    <span class="choice__title">{*title}</span>
                    {note}
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class=class>
            <legend class="label">{legend}</legend>
            <div class="stack stack--2">{items}</div>
            {error.map(|error| view! { <p class="error"><Icon name="circle-alert" class="i i--16"/>{error}</p> })}
        </fieldset>
    }
    .into_html()
}
