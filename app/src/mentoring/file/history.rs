//! What happened, folded away.

use leptos::prelude::*;

use super::Shown;
use crate::html::IntoHtml;
use crate::text::{MentoringText, mentoring_event};
use crate::ui::Icon;

/// The card beside.
pub(super) fn history(shown: &Shown) -> AnyView {
    let t = shown.t;
    let events = shown.file.events.iter().map(|event| {
        let note = (!event.note.is_empty()).then(|| view! { <p class="prewrap">{event.note.clone()}</p> });
        view! {
            <li class="event">
                <p class="strong">{mentoring_event(t, &event.action)}</p>
                {note}
                <p class="muted small">{format!("{}\u{a0}· {}", event.name, event.at.words(t))}</p>
            </li>
        }
    });
    view! {
        <details class="card fold">
            <summary><h2 class="h3">{t.me_history()}</h2><Icon name="chevron-down"/></summary>
            <ol class="events">{events.collect_view()}</ol>
        </details>
    }
    .into_html()
}
