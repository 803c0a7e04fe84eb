//! What happened, with what only the office reads; and who looked.

use domain::permit::answers::Path;
use domain::permit::service::Service;
use domain::permit::state::Action;
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::permit::CaseEvent;

use super::Opened;
use super::labels::label;
use crate::html::IntoHtml;
use crate::text::{DeskText, Lang, desk_action, desk_event, desk_part, desk_state};
use crate::ui::Icon;

/// Both lists, folded.
pub(super) fn history(opened: &Opened, t: Lang) -> AnyView {
    let case = &opened.case;
    let (reads, done): (Vec<_>, Vec<_>) = case.events.iter().partition(|event| event.action.starts_with("baca"));
    let list = |icon: &'static str, title: &'static str, events: Vec<&CaseEvent>| {
        let count = events.len();
        let events = events.into_iter().map(|event| event_view(event, &case.service, t)).collect_view();
        view! {
            <details class="fold">
                <summary><Icon name=icon/>{title}<span class="muted small">{count}</span><Icon name="chevron-down"/></summary>
                <ol class="events">{events}</ol>
            </details>
        }
    };
    view! {
        <section class="card">
            {list("history", DeskText::history(t), done)}
            {list("eye", t.readers(), reads)}
        </section>
    }
    .into_html()
}

fn event_view(event: &CaseEvent, service: &Service, t: Lang) -> AnyView {
    let part = desk_part(&event.by_role, t);
    let who = event.name.as_ref().map_or_else(|| part.to_owned(), |name| t.by_whom(name, part));
    let to = (event.from_state.as_deref() != Some(event.to_state.as_str()))
        .then(|| event.to_state.parse().ok().map(|state| view! { <span class="stage">{desk_state(state, t)}</span> }));
    let said = |title: &'static str, text: Option<String>| {
        text.map(|text| view! { <p class="small"><span class="muted">{title}": "</span>{text}</p> })
    };
    let inside = event.internal_note.as_deref().map(|note| inside(event, note, service, t));
    view! {
        <li class="event">
            <p><strong>{desk_event(&event.action, t)}</strong>" "{to}</p>
            <p class="muted small">{who}"\u{a0}· "{Timestamp::from_micros(event.at).words(t)}</p>
            {said(t.said_to_applicant(), event.public_text.clone())}
            {said(t.said_inside(), inside)}
        </li>
    }
    .into_html()
}

/// A note in words, where it holds names of places, verdicts or steps.
fn inside(event: &CaseEvent, note: &str, service: &Service, t: Lang) -> String {
    match event.action.as_str() {
        "nilai" => {
            let (path, word) = note.rsplit_once(": ").unwrap_or((note, ""));
            let said = match word {
                "diterima" => t.accepted(),
                "perlu_diganti" => t.to_replace(),
                "tidak_berlaku" => t.not_needed(),
                other => other,
            };
            format!("{}: {}", label(service, &Path::from_name(path), t), said.to_lowercase())
        }
        "baca_nik" => label(service, &Path::from_name(note), t),
        "ditolak_sistem" => {
            note.parse::<Action>().map_or_else(|_| note.to_owned(), |action| desk_action(action, t).to_owned())
        }
        _ => note.to_owned(),
    }
}
