//! `/dinas/toko`: shops by state, whoever has waited longest first.

use domain::account::Capability;
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::Platform;
use platform::reference::Region;
use platform::shop::usaha::{ShopDesk, ShopFilter, ShopRow, ShopTab, list_shops_to_decide};

use super::filter::DeskFilter;
use super::queue::{age, pages, tab};
use crate::action::escape;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::query;
use crate::text::{Lang, OfficeText};
use crate::ui::{Desk, Icon};
use crate::visitor::{Visitor, lang, visitor};

struct Listed {
    filter: ShopFilter,
    desk: ShopDesk,
    places: Vec<String>,
    kecamatan: Vec<Region>,
    now: Timestamp,
}

async fn load(platform: Platform, visitor: Visitor, filter: ShopFilter) -> Result<Listed, Missing> {
    only(&visitor, Capability::DecideShops)?;
    let reference = platform.reference().await?;
    let desk = list_shops_to_decide(&platform, &visitor.actor, &filter).await?;
    let places = desk.shops.iter().map(|shop| reference.kecamatan_name(&shop.kecamatan).to_owned()).collect();
    Ok(Listed { filter, desk, places, kecamatan: reference.kecamatan.clone(), now: platform.now() })
}

/// `/dinas/toko`.
#[component]
pub fn ShopsPage() -> impl IntoView {
    let query = query();
    let word = |name: &str| query.get(name).unwrap_or_default().to_owned();
    let filter = ShopFilter {
        tab: ShopTab::parse(&word("keadaan")),
        kecamatan: word("kec"),
        words: word("q"),
        page: word("hal").parse().unwrap_or_default(),
    };
    page(load(expect_context::<Platform>(), visitor(), filter), listed_view)
}

fn address(filter: &ShopFilter) -> String {
    let page = if filter.page > 0 { format!("&hal={}", filter.page) } else { String::new() };
    let filters = [("kec", &filter.kecamatan), ("q", &filter.words)]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("&{name}={}", escape(value)))
        .collect::<String>();
    format!("/dinas/toko?keadaan={}{filters}{page}", filter.tab.as_str())
}

fn listed_view(listed: Listed) -> impl IntoView {
    let t = lang();
    let Listed { filter, desk, places, kecamatan, now } = listed;
    let tabs = ShopTab::ALL
        .into_iter()
        .map(|one| {
            let to = address(&ShopFilter { tab: one, page: 0, ..filter.clone() });
            tab(to, tab_name(one, t), Some(desk.counts.of(one)), one == filter.tab)
        })
        .collect_view();
    let order = match filter.tab {
        ShopTab::Waiting | ShopTab::Returned => t.oldest_first(),
        ShopTab::Open | ShopTab::Suspended => t.latest_first(),
    };
    let filtered = !filter.kecamatan.is_empty() || !filter.words.is_empty();
    let pages = pages(filter.page, desk.more, |page| address(&ShopFilter { page, ..filter.clone() }), t);
    let list = if desk.shops.is_empty() {
        empty_view(&filter, filtered, t)
    } else {
        let rows =
            desk.shops.into_iter().zip(places).map(|(shop, place)| row(shop, place, filter.tab, now, t)).collect_view();
        table(filter.tab, rows.into_html(), t)
    };
    view! {
        <Desk title=t.room_shops().to_owned() lead=order.to_owned()>
            <nav class="ib__mine" aria-label=t.room_shops()>{tabs}</nav>
            {filter_form(&filter, kecamatan, filtered, t)}
            {list}
            {pages}
        </Desk>
    }
}

fn tab_name(tab: ShopTab, t: Lang) -> &'static str {
    match tab {
        ShopTab::Waiting => t.tab_waiting(),
        ShopTab::Returned => t.tab_returned(),
        ShopTab::Open => t.tab_open(),
        ShopTab::Suspended => t.tab_suspended(),
    }
}

fn empty_view(filter: &ShopFilter, filtered: bool, t: Lang) -> AnyView {
    let (class, icon, text) = match filter.tab {
        _ if filtered => ("note note--plain", "search", t.nothing_matches()),
        ShopTab::Waiting => ("note note--ok", "circle-check", t.nothing_waits()),
        _ => ("note note--plain", "info", t.nothing_here()),
    };
    view! { <p class=class><Icon name=icon/><span>{text}</span></p> }.into_html()
}

fn filter_form(filter: &ShopFilter, kecamatan: Vec<Region>, filtered: bool, t: Lang) -> AnyView {
    let options = kecamatan
        .into_iter()
        .map(|region| {
            let selected = region.code == filter.kecamatan;
            view! { <option value=region.code selected=selected>{region.name}</option> }
        })
        .collect_view();
    let clear = filtered.then(|| address(&ShopFilter { tab: filter.tab, ..ShopFilter::default() }));
    let choice = ("kec", t.kecamatan(), t.all_kecamatan_option());
    view! {
        <DeskFilter action="/dinas/toko" tab=filter.tab.as_str() find=t.find_shop() words=filter.words.clone() choice=choice clear=clear>
            {options}
        </DeskFilter>
    }
    .into_html()
}

fn table(tab: ShopTab, rows: AnyView, t: Lang) -> AnyView {
    let first = match tab {
        ShopTab::Waiting | ShopTab::Returned => t.column_age(),
        ShopTab::Open | ShopTab::Suspended => t.column_state(),
    };
    view! {
        <table class="cases cases--4" role="table">
            <caption class="vh">{tab_name(tab, t)}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{first}</th>
                    <th role="columnheader" scope="col">{t.column_shop()}</th>
                    <th role="columnheader" scope="col">{t.column_products()}</th>
                    <th role="columnheader" scope="col">{t.column_since()}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_html()
}

fn row(shop: ShopRow, place: String, tab: ShopTab, now: Timestamp, t: Lang) -> AnyView {
    let since = Timestamp::from_micros(shop.since).day().words(t);
    let state = match tab {
        ShopTab::Waiting | ShopTab::Returned => age(shop.since, now, t),
        ShopTab::Open => view! { <span class="state state--go">{t.tab_open()}</span> }.into_html(),
        ShopTab::Suspended => view! { <span class="state state--stop">{t.tab_suspended()}</span> }.into_html(),
    };
    view! {
        <tr role="row">
            <td role="cell" class="c-sla">{state}</td>
            <td role="cell" class="c-who">
                <a href=format!("/dinas/toko/{}", shop.id)>{shop.name}</a>
                <span>{format!("{}\u{a0}· {place}", shop.owner)}</span>
            </td>
            <td role="cell" class="c-lay">{t.products_count(shop.products)}</td>
            <td role="cell" class="c-due c-due--p"><b>{t.since_day(&since)}</b></td>
        </tr>
    }
    .into_html()
}
