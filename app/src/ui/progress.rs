//! How far something is: the steps that people count.

use leptos::prelude::*;

use super::Icon;
use crate::html::IntoHtml;
use crate::text::OrderText;
use crate::visitor::lang;

/// Four steps, of which so many are behind. `now` is the icon of the one that is being taken.
#[component]
pub fn Progress(
    /// What they are called.
    names: [&'static str; 4],
    /// How many are done.
    behind: usize,
    /// An icon.
    #[prop(default = "clock")]
    now: &'static str,
) -> impl IntoView {
    let items = names
        .into_iter()
        .enumerate()
        .map(|(index, name)| {
            let (class, mark) = if index < behind {
                ("done", view! { <Icon name="check" class="i i--16"/> }.into_html())
            } else if index == behind {
                ("cur", view! { <Icon name=now class="i i--16"/> }.into_html())
            } else {
                ("", view! { <b>{index + 1}</b> }.into_html())
            };
            let current = (index == behind).then_some("step");
            view! { <li class=class aria-current=current>{mark}<span>{name}</span></li> }
        })
        .collect_view();
    view! { <ol class="prog" aria-label=lang().step_of((behind + 1).min(4))>{items}</ol> }
}
