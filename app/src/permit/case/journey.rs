//! What happened to a case, the latest first.

use domain::permit::clock::Entry;
use domain::permit::state::State;
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::permit::CaseEvent;

use crate::html::IntoHtml;
use crate::text::{CaseText, Lang, case_step};
use crate::ui::Icon;

/// Something on the way of a case.
pub(super) struct Milestone {
    pub at: Timestamp,
    pub icon: &'static str,
    pub title: String,
    pub words: Option<String>,
}

/// The steps by their states; `words` says what else may be read about the one at a moment.
pub(super) fn steps(entries: &[Entry], words: impl Fn(Timestamp) -> Option<String>, t: Lang) -> Vec<Milestone> {
    let before = std::iter::once(None).chain(entries.iter().map(|entry| Some(entry.state)));
    let mut steps: Vec<(Option<State>, &Entry)> = before.zip(entries).collect();
    steps.retain(|(_, entry)| entry.state != State::Draf);
    steps.into_iter().map(|(from, entry)| step(from, entry, words(entry.at), t)).collect()
}

/// The way of a case, given in its order.
pub(super) fn journey(milestones: Vec<Milestone>, t: Lang) -> AnyView {
    let items =
        milestones.into_iter().rev().enumerate().map(|(nth, milestone)| item(milestone, nth == 0, t)).collect_view();
    view! {
        <section class="tr__line stack" aria-labelledby="j-jalan">
            <div><h2 id="j-jalan">{t.journey()}</h2><p class="muted">{t.journey_hint()}</p></div>
            <ol class="line-t">{items}</ol>
        </section>
    }
    .into_html()
}

fn step(from: Option<State>, entry: &Entry, words: Option<String>, t: Lang) -> Milestone {
    let icon = match entry.state {
        State::PerluPerbaikan | State::Dihentikan => "pause",
        State::Verifikasi => "search",
        State::Kunjungan => "map-pin",
        State::Persetujuan => "scroll-text",
        State::MenungguBayar => "wallet",
        State::Ditolak | State::Ditarik | State::Dicabut => "x",
        State::Kedaluwarsa => "clock",
        _ => "check",
    };
    Milestone { at: entry.at, icon, title: case_step(t, from, entry.state).to_owned(), words }
}

fn item(milestone: Milestone, latest: bool, t: Lang) -> AnyView {
    let Milestone { at, icon, title, words } = milestone;
    view! {
        <li class=if latest { "ev ev--now" } else { "ev" }>
            <span class="ev__i"><Icon name=icon/></span>
            <div>
                <p class="ev__d">{at.words(t)}</p>
                <h3>{title}</h3>
                {words.map(|words| view! { <p class="muted">{words}</p> })}
            </div>
        </li>
    }
    .into_html()
}

/// When a case came into which state, as its events tell.
pub(super) fn entries(events: &[CaseEvent]) -> Vec<Entry> {
    let moved = events.iter().rev().filter(|event| event.from_state.as_deref() != Some(&event.to_state));
    let entry = |event: &CaseEvent| Some(Entry { at: event.at.into(), state: event.to_state.parse().ok()? });
    moved.filter_map(entry).collect()
}

/// Who of the office looked, and when: the applicant's to know.
pub(super) fn who_looked(events: &[CaseEvent], t: Lang) -> AnyView {
    let looked: Vec<AnyView> = events
        .iter()
        .filter_map(|event| {
            let (name, at) = (event.name.as_deref()?, Timestamp::from_micros(event.at).words(t));
            match event.action.as_str() {
                "baca" => Some(t.looked(name, &at)),
                "baca_nik" => Some(t.looked_nik(name, &at)),
                _ => None,
            }
        })
        .map(|line| view! { <li>{line}</li> }.into_html())
        .collect();
    let none = looked.is_empty();
    view! {
        <details class="card fold">
            <summary><Icon name="eye"/>{t.who_looked()}<Icon name="chevron-down"/></summary>
            {if none { view! { <p class="muted">{t.who_looked_none()}</p> }.into_html() } else { view! { <ul class="dots">{looked}</ul> }.into_html() }}
        </details>
    }
    .into_html()
}
