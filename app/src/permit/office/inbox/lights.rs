//! How many cases have how much time left; each leads to them.

use leptos::prelude::*;
use platform::permit::{CaseCounts, CaseFilter, Desk as Drawer, Left};

use super::address::address;
use crate::html::IntoHtml;
use crate::text::{DeskText, Lang};
use crate::ui::Icon;

/// A tile for what is over its time, one for what ends soon, one for the rest, and one for what waits for others.
pub(super) fn lights(filter: &CaseFilter, counts: &CaseCounts, t: Lang) -> AnyView {
    let of = |desk: Drawer, left: Option<Left>| CaseFilter { desk, left, ..CaseFilter::default() };
    let tiles = [
        (of(Drawer::Running, Some(Left::Nothing)), "sla sla--r", "triangle-alert", t.over(), counts.overdue),
        (of(Drawer::Running, Some(Left::Little)), "sla sla--a", "clock", t.light_soon(), counts.urgent),
        (of(Drawer::Running, Some(Left::Enough)), "sla sla--g", "circle-check", t.light_later(), counts.calm()),
        (of(Drawer::Waiting, None), "sla sla--p", "pause", t.light_paused(), counts.waiting),
    ];
    let tiles = tiles.map(|(to, class, icon, words, count)| {
        let current = (filter.desk == to.desk && filter.left == to.left).then_some("true");
        view! {
            <a class="light" href=address(&to) aria-current=current>
                <span class=class><Icon name=icon/>{words}</span>
                <b>{count}</b>
            </a>
        }
    });
    view! { <nav class="lights" aria-label=t.lights()>{tiles}</nav> }.into_html()
}
