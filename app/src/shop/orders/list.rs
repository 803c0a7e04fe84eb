//! `/usaha/pesanan`: the orders of the visitor's shop by drawer, the most urgent first.

use domain::account::Capability;
use domain::shop::order::{Action, Tab, main_action};
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::shop::catalogue::Cursor;
use platform::shop::order::{OrderCard, OrderFilter, OrderList, list_shop_orders};

use super::act::FORM;
use super::{due_chip, missing};
use crate::action::{escape, recall};
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::{Query, query};
use crate::shop::order::state_class;
use crate::text::{
    CommonText, Lang, OrderText, action_label, delivery_label, due_label, payment_label, status_label, tab_label,
};
use crate::ui::{Desk, ErrorSummary, Icon, Onward, SearchField};
use crate::visitor::{Visitor, lang, visitor};

/// Reads the filter; without one the first drawer is open.
pub(super) fn read(query: &Query) -> OrderFilter {
    let word = |name: &str| query.get(name).filter(|value| !value.trim().is_empty());
    let words: String = word("q").map(|words| words.trim().chars().take(60).collect()).unwrap_or_default();
    let tab = match word("tab") {
        Some("semua") => None,
        Some(tab) => tab.parse().ok().or(Some(Tab::New)),
        // A search looks everywhere.
        None => words.is_empty().then_some(Tab::New),
    };
    OrderFilter { tab, words, after: word("sesudah").and_then(Cursor::parse) }
}

fn address(tab: Option<Tab>, words: &str, after: Option<Cursor>) -> String {
    let after = after.map(|cursor| format!("&sesudah={cursor}")).unwrap_or_default();
    format!("/usaha/pesanan?{}{after}", asked(tab, words))
}

/// What [`read`] reads, but for the page.
fn asked(tab: Option<Tab>, words: &str) -> String {
    let words = if words.is_empty() { String::new() } else { format!("&q={}", escape(words)) };
    format!("tab={}{words}", tab.map_or("semua", Tab::as_str))
}

struct Shown {
    filter: OrderFilter,
    list: OrderList,
    refused: Refused,
    now: Timestamp,
    here: String,
}

async fn load(platform: Platform, visitor: Visitor, filter: OrderFilter) -> Result<Shown, Missing> {
    only(&visitor, Capability::RunShop)?;
    let list = list_shop_orders(&platform, &visitor.actor, &filter).await.map_err(missing)?;
    let refused = recall(&platform, visitor.typed, FORM).await?;
    Ok(Shown { filter, list, refused, now: platform.now(), here: visitor.path })
}

/// `/usaha/pesanan`.
#[component]
pub fn ShopOrdersPage() -> impl IntoView {
    let filter = read(&query());
    page(load(expect_context::<Platform>(), visitor(), filter), list_view)
}

fn list_view(shown: Shown) -> AnyView {
    let t = lang();
    let Shown { filter, list, refused, now, here } = shown;
    if !list.has_shop {
        return view! {
            <Desk title=t.orders_title().to_owned()>
                <div class="card stack">
                    <p class="strong">{t.no_shop_yet()}</p>
                    <p>{t.no_shop_hint()}</p>
                    <div class="row"><a class="btn" href="/usaha">{t.footer_open_shop()}</a></div>
                </div>
            </Desk>
        }
        .into_html();
    }
    let tabs = Tab::ALL
        .iter()
        .map(|tab| {
            let many = list.counts.get(tab).copied().unwrap_or(0);
            let current = (filter.tab == Some(*tab)).then_some("page");
            view! {
                <a class="chip" href=address(Some(*tab), "", None) aria-current=current>{tab_label(t, *tab)}" "<b>{many}</b></a>
            }
        })
        .collect_view();
    let all = filter.tab.is_none().then_some("page");
    let empty = list.orders.is_empty().then(|| {
        let text = match filter.tab {
            _ if !filter.words.is_empty() => t.orders_none_found(),
            Some(Tab::New) => t.orders_none_new(),
            _ => t.orders_none(),
        };
        view! { <p class="card">{text}</p> }
    });
    let csv = (!list.orders.is_empty()).then(|| format!("/usaha/pesanan.csv?{}", asked(filter.tab, &filter.words)));
    let several_shops = list.orders.windows(2).any(|pair| pair[0].shop != pair[1].shop);
    let first = filter.after.is_some().then(|| address(filter.tab, &filter.words, None));
    let next = list.after.map(|after| address(filter.tab, &filter.words, Some(after)));
    let orders = list.orders.into_iter().map(|card| row(card, several_shops, now, &here, t)).collect_view();
    view! {
        <Desk title=t.orders_title().to_owned() lead=t.orders_lead()>
            <ErrorSummary errors=refused.errors.clone() kept=false/>
            <form class="seek" action="/usaha/pesanan" role="search">
                <SearchField label=t.orders_search() words=filter.words.clone()/>
            </form>
            <nav class="scroller" aria-label=t.orders_title()>
                {tabs}
                <a class="chip" href=address(None, "", None) aria-current=all>{t.orders_all()}</a>
            </nav>
            {(!filter.words.is_empty()).then(|| view! { <h2 class="h3">{t.orders_found(&filter.words)}</h2> })}
            {empty}
            <ul class="orders" id="isi-pesanan">{orders}</ul>
            <Onward first=first next=next/>
            {csv.map(|path| view! {
                <div><a class="btn btn--quiet" href=path><Icon name="download"/>{t.csv_download()}</a></div>
            })}
        </Desk>
    }
    .into_html()
}

fn row(card: OrderCard, several_shops: bool, now: Timestamp, here: &str, t: Lang) -> AnyView {
    let path = format!("/usaha/pesanan/{}", card.number);
    let main = main_action(card.now());
    // Where the seller has nothing to do, no date presses.
    let due = card.due.filter(|_| main.is_some()).map(|due| due_chip(due_label(t, main), due.into(), now, t));
    let goods = match card.others {
        0 => card.first.clone(),
        others => format!("{} {}", card.first, t.and_others(others)),
    };
    let button = main.map(|action| match action {
        // What needs no more than a press is done from here.
        Action::Accept | Action::Ready => view! {
            <form method="post" action="/aksi/usaha/pesanan">
                <input type="hidden" name="nomor" value=card.number.clone()/>
                <input type="hidden" name="aksi" value=action.as_str()/>
                <input type="hidden" name="kembali" value=here.to_owned()/>
                <button class="btn btn--wide">{action_label(t, action)}</button>
            </form>
        }
        .into_html(),
        _ => {
            view! { <a class="btn btn--wide" href=format!("{path}#tindakan")>{action_label(t, action)}</a> }.into_html()
        }
    });
    view! {
        <li class="order card">
            <div class="order__what">
                <p class="order__no"><a class="mono" href=path.clone()>{card.number.clone()}</a></p>
                <p><span class="strong">{card.buyer_name.clone()}</span>"\u{a0}· "{card.total.to_string()}</p>
                <p class="muted small">{goods}</p>
                <p class="muted small">
                    {delivery_label(t, card.delivery)}"\u{a0}· "{payment_label(t, card.payment)}
                    {several_shops.then(|| format!("\u{a0}· {}", card.shop))}
                </p>
            </div>
            <div class="order__state">
                <span class=state_class(card.status)>{status_label(t, card.status)}</span>
                {due}
            </div>
            {button.map(|button| view! { <div class="order__go">{button}</div> })}
        </li>
    }
    .into_html()
}
