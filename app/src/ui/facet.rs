//! A box to tick in a list's filters.

use std::fmt::Display;

use leptos::prelude::*;

use crate::html::IntoHtml;

/// The box, its name, and how many it would find.
pub fn facet_check(name: &'static str, value: &str, label: &str, checked: bool, count: impl Display) -> AnyView {
    view! {
        <label class="check">
            <input type="checkbox" name=name value=value.to_owned() checked=checked/>
            <span>{label.to_owned()}</span>
            <span class="check__n">{count.to_string()}</span>
        </label>
    }
    .into_html()
}
