//! A moment in the organisers' forms.

use leptos::prelude::*;
use platform::flash::Refused;

use crate::html::IntoHtml;
use crate::shop::seller::entry::typed;
use crate::ui::{Field, described};

/// A day with an hour, as the browser's own input has it: `2026-12-03T09:00`.
pub(super) fn moment(name: &'static str, label: &'static str, stored: &str, refused: &Refused, must: bool) -> AnyView {
    let value = typed(refused, name, stored);
    let about = described(name, false, refused);
    view! {
        <Field name=name label=label.to_owned() refused=refused.clone()>
            <input class="input" id=name name=name r#type="datetime-local" required=must value=value aria-describedby=about/>
        </Field>
    }
    .into_html()
}
