//! The foot of a list that is read in one direction.

use leptos::prelude::*;

use super::Icon;
use crate::text::{CommonText, OrderText};
use crate::visitor::lang;

/// Links back to the first page and on to the next one; nothing where there is neither.
#[component]
pub fn Onward(
    /// The first page, for those who have left it.
    first: Option<String>,
    /// The next page, where there is one.
    next: Option<String>,
) -> impl IntoView {
    let t = lang();
    (first.is_some() || next.is_some()).then(|| {
        view! {
            <nav class="pages" aria-label=t.more_orders()>
                {first.map(|path| view! { <a href=path>{t.first_page()}</a> })}
                {next.map(|path| view! { <a href=path>{t.next()}<Icon name="chevron-right"/></a> })}
            </nav>
        }
    })
}
