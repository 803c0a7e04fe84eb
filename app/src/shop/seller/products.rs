//! `/usaha/produk`: the seller's own products.

use domain::account::Capability;
use domain::shop::product::ProductState;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::shop::product::{OwnFilter, OwnProduct, OwnProducts, OwnTab, list_own_products};
use uuid::Uuid;

use super::own_shop;
use super::stock::{Count, FORM, saved, stock_form};
use crate::action::{escape, recall};
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::query;
use crate::text::{CommonText, Lang, SellerText, ShopText};
use crate::ui::{Desk, ErrorSummary, Icon, Load, Picture, SearchField};
use crate::visitor::{Visitor, lang, visitor};

struct Shown {
    filter: OwnFilter,
    found: OwnProducts,
    refused: Refused,
    saved: Option<Uuid>,
}

async fn load(platform: Platform, visitor: Visitor, filter: OwnFilter, saved: Option<Uuid>) -> Result<Shown, Missing> {
    only(&visitor, Capability::RunShop)?;
    own_shop(&platform, &visitor).await?;
    let found = list_own_products(&platform, &visitor.actor, &filter).await?;
    Ok(Shown { filter, found, refused: recall(&platform, visitor.typed, FORM).await?, saved })
}

/// The address of a list.
fn address(filter: &OwnFilter) -> String {
    let mut query = Vec::new();
    if filter.tab != OwnTab::All {
        query.push(format!("tab={}", filter.tab.as_str()));
    }
    if !filter.words.is_empty() {
        query.push(format!("q={}", escape(&filter.words)));
    }
    if filter.page > 0 {
        query.push(format!("hal={}", filter.page + 1));
    }
    if query.is_empty() { "/usaha/produk".to_owned() } else { format!("/usaha/produk?{}", query.join("&")) }
}

/// `/usaha/produk`.
#[component]
pub fn OwnProductsPage() -> impl IntoView {
    let query = query();
    let page_number = query.get("hal").and_then(|page| page.parse::<i64>().ok()).unwrap_or(1);
    let filter = OwnFilter {
        tab: query.get("tab").map(OwnTab::parse).unwrap_or_default(),
        words: query.get("q").map(|words| words.trim().chars().take(80).collect()).unwrap_or_default(),
        page: (page_number - 1).clamp(0, 10_000),
    };
    let saved = saved(query.get("tersimpan"));
    page(load(expect_context::<Platform>(), visitor(), filter, saved), list_view)
}

fn list_view(shown: Shown) -> AnyView {
    let t = lang();
    let Shown { filter, found, refused, saved } = shown;
    let OwnProducts { items, counts, more } = found;
    let back = address(&filter);
    let nothing = items.is_empty();
    let rows = items.into_iter().map(|product| row(product, &back, &refused, saved, t)).collect_view();
    let pages = pages(&filter, more, t);
    view! {
        <Desk title=t.room_products().to_owned()>
            <ErrorSummary errors=refused.errors.clone() kept=false/>
            <a class="btn btn--big own__add" href="/usaha/produk/baru"><Icon name="plus"/>{t.add_product()}</a>
            <nav class="scroller" aria-label=t.product_tabs()>{tabs(&filter, counts, t)}</nav>
            <form class="seek" role="search" action="/usaha/produk">
                <SearchField label=t.search_own() words=filter.words.clone()/>
                <input type="hidden" name="tab" value=filter.tab.as_str()/>
            </form>
            {nothing.then(|| empty(&filter, t))}
            <ul class="own">{rows}</ul>
            {pages}
        </Desk>
    }
    .into_html()
}

fn tabs(filter: &OwnFilter, counts: [i64; 5], t: Lang) -> AnyView {
    OwnTab::ALL
        .into_iter()
        .zip(counts)
        .map(|(tab, count)| {
            let name = match tab {
                OwnTab::All => t.tab_all(),
                OwnTab::Shown => t.tab_shown(),
                OwnTab::Draft => t.tab_draft(),
                OwnTab::SoldOut => t.tab_sold_out(),
                OwnTab::Archived => t.tab_archived(),
            };
            let path = address(&OwnFilter { tab, ..OwnFilter::default() });
            let current = (tab == filter.tab).then_some("page");
            view! { <a class="chip" href=path aria-current=current>{name}" "<b>{count}</b></a> }
        })
        .collect_view()
        .into_html()
}

fn empty(filter: &OwnFilter, t: Lang) -> AnyView {
    let plain = *filter == OwnFilter::default();
    let (title, hint) = if plain { (t.no_products(), t.no_products_hint()) } else { (t.no_match(), t.no_match_hint()) };
    view! {
        <div class="card stack stack--2">
            <h2 class="h3">{title}</h2>
            <p class="muted">{hint}</p>
        </div>
    }
    .into_html()
}

/// A product's state as a chip.
pub(super) fn state_chip(state: ProductState, available: bool, t: Lang) -> AnyView {
    let (class, icon, name) = match (state, available) {
        (ProductState::Draft, _) => ("state state--wait", "pencil", t.state_draft()),
        (ProductState::Published, true) => ("state state--go", "eye", t.state_published()),
        (ProductState::Published, false) => ("state state--stop", "package-x", t.sold_out()),
        (ProductState::Archived, _) => ("state", "history", t.state_archived()),
    };
    view! { <span class=class><Icon name=icon/>{name}</span> }.into_html()
}

fn row(product: OwnProduct, back: &str, refused: &Refused, saved: Option<Uuid>, t: Lang) -> AnyView {
    let path = format!("/usaha/produk/{}", product.id);
    let price = match (product.variants, product.varies) {
        (0, _) => String::new(),
        (_, true) => format!("{} {}", t.starting_at(), product.price),
        (_, false) => product.price.to_string(),
    };
    let stock = match (product.variants, product.first_variant, product.state) {
        (.., ProductState::Archived) => ().into_html(),
        (1, Some(variant), _) => {
            let count = Count { variant, name: &product.name, on_hand: product.on_hand, reserved: product.reserved, back };
            stock_form(&count, refused, saved, t)
        }
        _ => view! { <a class="more" href=format!("{path}#j-pilihan")>{t.stock_of_variants(product.on_hand, product.variants)}</a> }
            .into_html(),
    };
    view! {
        <li class="own__row">
            <div class=format!("line__pic t{}", product.tint)><Picture id=product.cover_id sizes="56px" load=Load::Later/></div>
            <div class="own__what">
                <a class="own__name" href=path>{product.name.clone()}</a>
                <p class="row own__facts"><span class="strong">{price}</span>{state_chip(product.state, product.available, t)}</p>
            </div>
            <div class="own__stock">{stock}</div>
        </li>
    }
    .into_html()
}

fn pages(filter: &OwnFilter, more: bool, t: Lang) -> Option<AnyView> {
    let to = |page: i64| address(&OwnFilter { page, ..filter.clone() });
    let before = (filter.page > 0).then(|| {
        view! { <a href=to(filter.page - 1) rel="prev"><Icon name="chevron-left"/>{t.previous()}</a> }
    });
    let after =
        more.then(|| view! { <a href=to(filter.page + 1) rel="next">{t.next()}<Icon name="chevron-right"/></a> });
    (before.is_some() || after.is_some())
        .then(|| view! { <nav class="pages" aria-label=t.pages()>{before}{after}</nav> }.into_html())
}
