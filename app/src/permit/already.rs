//! Forms of the office that somebody else was faster with.

use leptos::prelude::*;
use platform::flash::Refused;

use crate::html::IntoHtml;
use crate::ui::{ErrorSummary, Icon};

/// The field of what is wrong with no field: somebody else was faster.
pub(super) const ALREADY: &str = "sudah";

/// What was wrong, with somebody who was faster told apart; `more` follows that.
pub(super) fn what_was_wrong(refused: &Refused, more: Option<AnyView>) -> AnyView {
    let already = refused.error(ALREADY).map(str::to_owned).map(|text| {
        view! {
            <div class="note note--warn" role="alert"><Icon name="triangle-alert"/><div><p>{text}</p>{more}</div></div>
        }
    });
    let errors = refused.errors.iter().filter(|(field, _)| field != ALREADY).cloned().collect();
    view! { {already}<ErrorSummary errors=errors/> }.into_html()
}
