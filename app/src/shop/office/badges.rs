//! `/dinas/lencana`: badges by state, whoever has waited longest first.

use domain::account::Capability;
use domain::shop::badge::Kind;
use domain::time::{Day, Timestamp};
use leptos::prelude::*;
use platform::Platform;
use platform::shop::badge::{BadgeDesk, BadgeFilter, BadgeRow, BadgeTab, list_badges_to_decide};

use super::filter::DeskFilter;
use super::queue::{age, pages, tab};
use crate::action::escape;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::query;
use crate::shop::seller::legality::badge_name;
use crate::text::{Lang, OfficeText};
use crate::ui::{Desk, Icon};
use crate::visitor::{Visitor, lang, visitor};

struct Listed {
    filter: BadgeFilter,
    desk: BadgeDesk,
    places: Vec<String>,
    now: Timestamp,
}

async fn load(platform: Platform, visitor: Visitor, filter: BadgeFilter) -> Result<Listed, Missing> {
    only(&visitor, Capability::VerifyBadges)?;
    let reference = platform.reference().await?;
    let desk = list_badges_to_decide(&platform, &visitor.actor, &filter).await?;
    let places = desk.badges.iter().map(|badge| reference.kecamatan_name(&badge.kecamatan).to_owned()).collect();
    Ok(Listed { filter, desk, places, now: platform.now() })
}

/// `/dinas/lencana`.
#[component]
pub fn BadgesPage() -> impl IntoView {
    let query = query();
    let word = |name: &str| query.get(name).unwrap_or_default().to_owned();
    let filter = BadgeFilter {
        tab: BadgeTab::parse(&word("keadaan")),
        kind: word("jenis").parse().ok(),
        words: word("q"),
        page: word("hal").parse().unwrap_or_default(),
    };
    page(load(expect_context::<Platform>(), visitor(), filter), listed_view)
}

fn address(filter: &BadgeFilter) -> String {
    let kind = filter.kind.map(|kind| format!("&jenis={kind}")).unwrap_or_default();
    let words = if filter.words.is_empty() { String::new() } else { format!("&q={}", escape(&filter.words)) };
    let page = if filter.page > 0 { format!("&hal={}", filter.page) } else { String::new() };
    format!("/dinas/lencana?keadaan={}{kind}{words}{page}", filter.tab.as_str())
}

fn listed_view(listed: Listed) -> impl IntoView {
    let t = lang();
    let Listed { filter, desk, places, now } = listed;
    let tabs = BadgeTab::ALL
        .into_iter()
        .map(|one| {
            let (name, count) = match one {
                BadgeTab::Waiting => (t.tab_waiting(), Some(desk.counts.waiting)),
                BadgeTab::Ending => (t.tab_ending(), Some(desk.counts.ending)),
                BadgeTab::Verified => (t.tab_verified(), None),
                BadgeTab::Refused => (t.tab_refused(), None),
                BadgeTab::Past => (t.tab_past(), None),
            };
            let to = address(&BadgeFilter { tab: one, page: 0, ..filter.clone() });
            tab(to, name, count, one == filter.tab)
        })
        .collect_view();
    let order = match filter.tab {
        BadgeTab::Waiting => t.oldest_first(),
        BadgeTab::Ending => t.ending_first(),
        BadgeTab::Verified | BadgeTab::Refused | BadgeTab::Past => t.latest_first(),
    };
    let filtered = filter.kind.is_some() || !filter.words.is_empty();
    let pages = pages(filter.page, desk.more, |page| address(&BadgeFilter { page, ..filter.clone() }), t);
    let list = if desk.badges.is_empty() {
        let (class, icon, text) = match filter.tab {
            _ if filtered => ("note note--plain", "search", t.nothing_matches()),
            BadgeTab::Waiting => ("note note--ok", "circle-check", t.no_badge_waits()),
            _ => ("note note--plain", "info", t.no_badge_here()),
        };
        view! { <p class=class><Icon name=icon/><span>{text}</span></p> }.into_html()
    } else {
        let rows = desk.badges.into_iter().zip(places);
        table(filter.tab, rows.map(|(badge, place)| row(badge, place, filter.tab, now, t)).collect(), t)
    };
    view! {
        <Desk title=t.room_badges().to_owned() lead=order.to_owned()>
            <nav class="ib__mine" aria-label=t.room_badges()>{tabs}</nav>
            {filter_form(&filter, filtered, t)}
            {list}
            {pages}
        </Desk>
    }
}

fn filter_form(filter: &BadgeFilter, filtered: bool, t: Lang) -> AnyView {
    let options = Kind::ALL
        .iter()
        .map(|kind| {
            let selected = filter.kind == Some(*kind);
            view! { <option value=kind.as_str() selected=selected>{badge_name(*kind, t)}</option> }
        })
        .collect_view();
    let clear = filtered.then(|| address(&BadgeFilter { tab: filter.tab, ..BadgeFilter::default() }));
    let choice = ("jenis", t.column_kind(), t.all_kinds());
    view! {
        <DeskFilter action="/dinas/lencana" tab=filter.tab.as_str() find=t.find_badge() words=filter.words.clone() choice=choice clear=clear>
            {options}
        </DeskFilter>
    }
    .into_html()
}

fn table(tab: BadgeTab, rows: Vec<AnyView>, t: Lang) -> AnyView {
    let first = match tab {
        BadgeTab::Waiting => t.column_age(),
        BadgeTab::Ending => t.column_left(),
        BadgeTab::Verified | BadgeTab::Refused | BadgeTab::Past => t.column_state(),
    };
    view! {
        <table class="cases cases--4" role="table">
            <caption class="vh">{t.room_badges()}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{first}</th>
                    <th role="columnheader" scope="col">{t.column_subject()}</th>
                    <th role="columnheader" scope="col">{t.column_number()}</th>
                    <th role="columnheader" scope="col">{t.column_until()}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_html()
}

fn row(badge: BadgeRow, place: String, tab: BadgeTab, now: Timestamp, t: Lang) -> AnyView {
    let state = match tab {
        BadgeTab::Waiting => age(badge.since, now, t),
        BadgeTab::Ending => {
            let until = badge.valid_until.as_deref().and_then(Day::parse).unwrap_or_else(|| now.day());
            let left = until.since(now.day());
            let class = if left <= 30 { "sla sla--r" } else { "sla sla--a" };
            view! { <span class=class><Icon name="clock"/>{t.days(left)}</span> }.into_html()
        }
        BadgeTab::Verified => view! { <span class="state state--go">{t.tab_verified()}</span> }.into_html(),
        BadgeTab::Refused => view! { <span class="state state--stop">{t.tab_refused()}</span> }.into_html(),
        BadgeTab::Past => view! { <span class="state">{t.tab_past()}</span> }.into_html(),
    };
    let until = match badge.valid_until.as_deref().and_then(Day::parse) {
        Some(day) => t.until_day(&day.words(t)),
        None => t.endless().to_owned(),
    };
    let number = badge.shown();
    let (subject, below) = match badge.product {
        Some(product) => (product, format!("{}\u{a0}· {place}", badge.shop)),
        None => (badge.shop, place),
    };
    view! {
        <tr role="row">
            <td role="cell" class="c-sla">{state}</td>
            <td role="cell" class="c-who">
                <a href=format!("/dinas/lencana/{}", badge.id)>{subject}</a>
                <span>{below}</span>
            </td>
            <td role="cell" class="c-lay"><span class="stage">{badge_name(badge.kind, t)}</span><span>{number}</span></td>
            <td role="cell" class="c-due c-due--p"><b>{until}</b></td>
        </tr>
    }
    .into_html()
}
