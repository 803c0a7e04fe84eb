//! How urgent a case is: in words and with an icon, never by colour alone.

use domain::permit::clock::{Light, Pace, Reading};
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::permit::CaseCard;

use crate::html::IntoHtml;
use crate::text::{DeskText, Lang};
use crate::ui::Icon;

/// The look of a light.
pub(super) const fn look(light: Light) -> (&'static str, &'static str) {
    match light {
        Light::Hijau => ("sla sla--g", "circle-check"),
        Light::Kuning => ("sla sla--a", "clock"),
        Light::Merah => ("sla sla--r", "triangle-alert"),
    }
}

fn chip((class, icon): (&'static str, &'static str), words: String) -> AnyView {
    view! { <span class=class><Icon name=icon/>{words}</span> }.into_html()
}

/// Of a case in a list; nothing for one that is decided.
pub(super) fn of_card(card: &CaseCard, now: Timestamp, t: Lang) -> Option<AnyView> {
    if let (Some(left), Some(due)) = (card.left, card.due) {
        return Some(of_days(left, due, now, t));
    }
    card.frozen.map(|left| chip(("sla sla--p", "pause"), t.paused_left(left)))
}

/// Of a promise with so many days left.
pub(crate) fn of_days((light, left): (Light, u16), due: Timestamp, now: Timestamp, t: Lang) -> AnyView {
    let words = if due < now {
        t.over().to_owned()
    } else if due.day() == now.day() {
        t.last_today().to_owned()
    } else {
        t.left_days(left)
    };
    chip(look(light), words)
}

/// Of a case that is looked at.
pub(crate) fn of_reading(reading: &Reading, now: Timestamp, t: Lang) -> AnyView {
    match reading.pace {
        Pace::Running if reading.due < now => chip(look(Light::Merah), t.over().to_owned()),
        Pace::Running => chip(look(reading.light), t.left_working_days(reading.remaining)),
        Pace::Paused => chip(("sla sla--p", "pause"), t.paused_days(reading.remaining)),
        Pace::Stopped if reading.overdue => chip(("sla sla--p", "triangle-alert"), t.over().to_owned()),
        Pace::Stopped => chip(("sla sla--p", "circle-check"), t.decided_in(reading.charged)),
    }
}

/// What the colours mean; a clock that can pause has one more.
pub(crate) fn legend(pauses: bool, t: Lang) -> AnyView {
    let entry = |(class, icon): (&'static str, &'static str), words: &'static str| {
        view! { <li><span class=class><Icon name=icon/></span>{words}</li> }
    };
    view! {
        <details class="fold lightkey">
            <summary><Icon name="info"/>{t.legend()}<Icon name="chevron-down"/></summary>
            <ul>
                {entry(look(Light::Merah), t.legend_red())}
                {entry(look(Light::Kuning), t.legend_amber())}
                {entry(look(Light::Hijau), t.legend_green())}
                {pauses.then(|| entry(("sla sla--p", "pause"), t.legend_paused()))}
            </ul>
        </details>
    }
    .into_html()
}
