//! Choices in the organisers' forms.

use leptos::prelude::*;
use platform::flash::Refused;

use crate::shop::seller::entry::typed;
use crate::ui::{Field, described};

/// A list to choose from: value and name. `none` is what stands first, for nothing chosen.
pub(crate) fn choice(
    name: &'static str,
    label: &'static str,
    options: &[(String, String)],
    none: Option<&str>,
    stored: &str,
    refused: &Refused,
) -> AnyView {
    let chosen = typed(refused, name, stored);
    let about = described(name, false, refused);
    let none = none.map(|none| view! { <option value="">{none.to_owned()}</option> });
    let options = options
        .iter()
        .map(|(value, name)| view! { <option value=value.clone() selected=*value == chosen>{name.clone()}</option> })
        .collect_view();
    view! {
        <Field name=name label=label.to_owned() refused=refused.clone()>
            <select class="select" id=name name=name aria-describedby=about>{none}{options}</select>
        </Field>
    }
    .into_any()
}

/// A day with an hour, as the browser's own input has it: `2026-12-03T09:00`.
pub(super) fn moment(name: &'static str, label: &'static str, stored: &str, refused: &Refused, must: bool) -> AnyView {
    let value = typed(refused, name, stored);
    let about = described(name, false, refused);
    view! {
        <Field name=name label=label.to_owned() refused=refused.clone()>
            <input class="input" id=name name=name r#type="datetime-local" required=must value=value aria-describedby=about/>
        </Field>
    }
    .into_any()
}
