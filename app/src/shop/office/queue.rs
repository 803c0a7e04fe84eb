//! What the officers' lists have in common: how long something waits, tabs, pages.

use domain::time::Timestamp;
use leptos::prelude::*;

use crate::html::IntoHtml;
use crate::text::{CommonText, Lang, OfficeText, ShopText};
use crate::ui::Icon;

/// From so many days on waiting is marked; the office means to decide within three.
const SOON: i64 = 2;
/// After so many days waiting is too long.
const LATE: i64 = 3;

/// How long something waits: "Hari ini", "3 hari".
pub(crate) fn days(since: i64, now: Timestamp, t: Lang) -> String {
    match now.day().since(Timestamp::from_micros(since).day()) {
        ..=0 => t.today().to_owned(),
        1 => t.one_day().to_owned(),
        count => t.days(count),
    }
}

/// The same as a light.
pub(crate) fn age(since: i64, now: Timestamp, t: Lang) -> AnyView {
    let waited = now.day().since(Timestamp::from_micros(since).day());
    let (class, icon) = match waited {
        ..SOON => ("sla sla--g", "circle-check"),
        SOON..=LATE => ("sla sla--a", "clock"),
        _ => ("sla sla--r", "triangle-alert"),
    };
    view! { <span class=class><Icon name=icon/>{days(since, now, t)}</span> }.into_html()
}

/// A tab of a list, with a count where it says what is to do.
pub(super) fn tab(to: String, name: &'static str, count: Option<i64>, current: bool) -> AnyView {
    view! {
        <a class="chip" href=to aria-current=current.then_some("true")>
            {name}{count.map(|count| view! { " "<b>{count}</b> })}
        </a>
    }
    .into_html()
}

/// Links to the pages before and after; nothing on a single page.
pub(super) fn pages(page: i64, more: bool, to: impl Fn(i64) -> String, t: Lang) -> AnyView {
    if page == 0 && !more {
        return ().into_html();
    }
    view! {
        <nav class="pages" aria-label=ShopText::pages(t)>
            {(page > 0).then(|| view! { <a href=to(page - 1) rel="prev"><Icon name="chevron-left"/>{t.previous()}</a> })}
            <span aria-current="page">{page + 1}</span>
            {more.then(|| view! { <a href=to(page + 1) rel="next">{t.next()}<Icon name="chevron-right"/></a> })}
        </nav>
    }
    .into_html()
}
