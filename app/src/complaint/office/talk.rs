//! What was written since, and what happened.

use domain::time::Timestamp;
use leptos::prelude::*;
use platform::complaint::{ComplaintEvent, ComplaintFile, MessageKind, OfficeMessage};

use crate::complaint::attach::attached_list;
use crate::html::IntoHtml;
use crate::text::{ComplaintDeskText, ComplaintText, DeskText, Lang, complaint_state, complaint_step};
use crate::ui::Icon;

/// Answers, replies, reasons and notes, in order; nothing where nothing was written.
pub(super) fn talk(file: &ComplaintFile, t: Lang) -> Option<AnyView> {
    let messages = file.messages.iter().map(|message| message_view(message, t)).collect_view();
    (!file.messages.is_empty()).then(|| {
        view! {
            <section class="card stack" aria-labelledby="j-tulisan">
                <h2 class="h3" id="j-tulisan">{t.complaint_talk()}</h2>
                <ol class="events">{messages}</ol>
            </section>
        }
        .into_html()
    })
}

fn message_view(message: &OfficeMessage, t: Lang) -> AnyView {
    let name = match message.kind {
        MessageKind::Answer => t.complaint_message_answer(),
        MessageKind::Reply => complaint_step(t, "balas"),
        MessageKind::Reason => t.complaint_message_reason(),
        MessageKind::Note => t.note_inside(),
    };
    let who = message.name.clone().unwrap_or_else(|| t.by_complainant().to_owned());
    view! {
        <li class="event">
            <p><strong>{name}</strong></p>
            <p class="muted small">{who}"\u{a0}· "{message.at.words(t)}</p>
            <p class="prewrap">{message.text.clone()}</p>
            {attached_list(&message.files, false, t)}
        </li>
    }
    .into_html()
}

/// What happened, and who looked, folded.
pub(super) fn history(file: &ComplaintFile, t: Lang) -> AnyView {
    let (reads, done): (Vec<_>, Vec<_>) = file.events.iter().partition(|event| event.action.starts_with("baca"));
    let list = |icon: &'static str, title: &'static str, events: Vec<&ComplaintEvent>| {
        let count = events.len();
        let events = events.into_iter().map(|event| event_view(event, t)).collect_view();
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
            {list("eye", t.complaint_readers(), reads)}
        </section>
    }
    .into_html()
}

fn event_view(event: &ComplaintEvent, t: Lang) -> AnyView {
    let who = match (&event.name, event.by_part.as_str()) {
        (Some(name), _) => format!("{name}\u{a0}· "),
        (None, "pelapor") => format!("{}\u{a0}· ", t.by_complainant()),
        (None, _) => String::new(),
    };
    let moved = event.from_state.as_deref() != Some(event.to_state.as_str());
    let to = event.to_state.parse().ok().filter(|_| moved);
    let to = to.map(|state| view! { <span class="stage">{complaint_state(t, state)}</span> });
    view! {
        <li class="event">
            <p><strong>{complaint_step(t, &event.action)}</strong>" "{to}</p>
            <p class="muted small">{who}{Timestamp::from_micros(event.at).words(t)}</p>
        </li>
    }
    .into_html()
}
