//! `/produk`: the catalogue with search and filters. Every filter is a link or a plain GET form.

use std::sync::Arc;

use domain::money::Rupiah;
use leptos::prelude::*;
use platform::Platform;
use platform::reference::{Category, Reference};
use platform::shop::catalogue::{Facets, Filter, From, Page, Sort, find_facets, list_products};

use super::query::{address, address_from, read};
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::request::query;
use crate::site::site;
use crate::text::{CommonText, Lang, ShopText, grouped};
use crate::ui::{Icon, PageHead, ProductCards, ProductGrid, facet_check};
use crate::visitor::lang;

/// Kecamatan shown before the others are unfolded.
const FIRST_KECAMATAN: usize = 5;

struct Listing {
    filter: Filter,
    from: From,
    facets: Arc<Facets>,
    cards: ProductCards,
    page: Page,
    /// The category that is open and the choices below it.
    category: Option<Category>,
    choices: Vec<Category>,
    kecamatan: Vec<(String, String, i64)>,
}

async fn load(platform: Platform, filter: Filter, from: From) -> Result<Listing, Missing> {
    let reference = platform.reference().await?;
    let facets = find_facets(&platform, &filter).await?;
    let mut page = list_products(&platform, &filter, from).await?;
    let cards = ProductCards::new(std::mem::take(&mut page.items), reference, platform.now());
    let category = filter.category.as_deref().and_then(|slug| reference.category(slug)).cloned();
    let choices = choices(reference, category.as_ref());
    let kecamatan = facets
        .kecamatan
        .iter()
        .map(|(code, count)| (code.clone(), reference.kecamatan_name(code).to_owned(), *count))
        .collect();
    Ok(Listing { filter, from, facets, cards, page, category, choices, kecamatan })
}

fn choices(reference: &Reference, open: Option<&Category>) -> Vec<Category> {
    match open {
        None => reference.roots().cloned().collect(),
        Some(category) => reference.children(category.parent.as_deref().unwrap_or(&category.slug)).cloned().collect(),
    }
}

/// `/produk`.
#[component]
pub fn ProductsPage() -> impl IntoView {
    let platform = expect_context::<Platform>();
    let (filter, from) = read(&query());
    page(load(platform, filter, from), listing_view)
}

fn listing_view(listing: Listing) -> AnyView {
    let t = lang();
    let Listing { filter, from, facets, cards, page, category, choices, kecamatan } = listing;
    let title = match (&category, filter.words.as_str()) {
        (_, words) if !words.is_empty() => t.results_for(words),
        (Some(category), _) => name(category, t).to_owned(),
        (None, _) => t.catalogue_title().to_owned(),
    };
    // Search engines get the first page of each category; filtered lists would be endless.
    let plain = Filter { category: filter.category.clone(), ..Filter::default() };
    let canonical = (filter == plain && from == From::Start).then(|| address(&plain));
    let total = facets.total;
    let nothing = cards.items.is_empty();
    let active = active_filters(&filter, &kecamatan, t);
    let count = active.len();
    let pages = pages_view(&filter, &page, t);
    let crumb = category.as_ref().map(|category| name(category, t).to_owned());
    view! {
        <PageHead title=title.clone() description=t.catalogue_description(&site().regency) canonical=canonical/>
        <main id="isi" class="wrap">
            <nav class="crumbs" aria-label=t.breadcrumbs()>
                <a href="/">{t.home()}</a><Icon name="chevron-right"/>
                {match crumb {
                    Some(name) => view! {
                        <a href="/produk">{t.nav_shop()}</a><Icon name="chevron-right"/>
                        <span aria-current="page">{name}</span>
                    }.into_html(),
                    None => view! { <span aria-current="page">{t.nav_shop()}</span> }.into_html(),
                }}
            </nav>
            <div class="title">
                <div>
                    <h1>{title}</h1>
                    <p class="muted">{t.products_found(grouped(total))}</p>
                </div>
                <form class="seek only-narrow" role="search" action="/produk">
                    <label class="vh" for="q">{t.search_products()}</label>
                    <Icon name="search"/>
                    <input class="input" id="q" type="search" name="q" value=filter.words.clone() placeholder=t.search_products()/>
                </form>
            </div>
            <div class="scroller kinds">{choice_chips(&filter, category.as_ref(), choices, t)}</div>
            <div class="with-side">
                {facet_form(&filter, &facets, kecamatan, t)}
                <section aria-labelledby="j-hasil">
                    <h2 class="vh" id="j-hasil">{t.results()}</h2>
                    <div class="bar">
                        <a class="btn btn--line only-narrow" href="#saring">
                            <Icon name="sliders-horizontal"/>{t.filters()}
                            {(count > 0).then(|| view! { <span class="count">{count}</span> })}
                        </a>
                        <p class="bar__grow only-wide">
                            <strong>{t.products_found(grouped(total))}</strong>" "
                            {(count > 0).then(|| view! { <span class="muted">{t.match_your_filters()}</span> })}
                        </p>
                        <nav class="sort" aria-label=t.sort_by()>{sort_links(&filter, t)}</nav>
                    </div>
                    {(count > 0).then(|| view! {
                        <div class="scroller active">
                            {active}
                            <a class="clear" href=address(&cleared(&filter))>{t.clear_all()}</a>
                        </div>
                    })}
                    {page.instead.map(|words| view! {
                        <p class="note note--plain mb-3"><Icon name="info"/><span>{t.found_instead(&filter.words, &words)}</span></p>
                    })}
                    {if nothing {
                        nothing_view(t).into_html()
                    } else {
                        view! { <ProductGrid cards=cards/> }.into_html()
                    }}
                    {pages}
                </section>
            </div>
        </main>
    }.into_html()
}

fn name(category: &Category, t: Lang) -> &str {
    match t {
        Lang::Id => &category.name_id,
        Lang::En => &category.name_en,
    }
}

fn cleared(filter: &Filter) -> Filter {
    Filter { words: filter.words.clone(), category: filter.category.clone(), sort: filter.sort, ..Filter::default() }
}

fn choice_chips(filter: &Filter, open: Option<&Category>, choices: Vec<Category>, t: Lang) -> Vec<AnyView> {
    let to = |category: Option<String>| address(&Filter { category, ..filter.clone() });
    let parent = open.map(|category| category.parent.clone().unwrap_or_else(|| category.slug.clone()));
    let at_parent = open.is_none_or(|category| category.parent.is_none());
    let mut chips = Vec::with_capacity(choices.len() + 1);
    chips.push(
        view! { <a class="chip" href=to(parent) aria-current=at_parent.then_some("true")>{t.all()}</a> }.into_html(),
    );
    for category in choices {
        let current = open.is_some_and(|open| open.slug == category.slug).then_some("true");
        let label = name(&category, t).to_owned();
        chips.push(view! { <a class="chip" href=to(Some(category.slug)) aria-current=current>{label}</a> }.into_html());
    }
    chips
}

fn sort_links(filter: &Filter, t: Lang) -> Vec<AnyView> {
    Sort::ALL
        .iter()
        .map(|sort| {
            let label = match sort {
                Sort::BestSold => t.sort_best(),
                Sort::Newest => t.sort_new(),
                Sort::Cheapest => t.sort_cheap(),
            };
            let to = address(&Filter { sort: *sort, ..filter.clone() });
            let current = (filter.sort == *sort).then_some("true");
            view! { <a class="sort__a" href=to aria-current=current>{label}</a> }.into_html()
        })
        .collect()
}

fn active_filters(filter: &Filter, kecamatan: &[(String, String, i64)], t: Lang) -> Vec<AnyView> {
    let mut chips = Vec::new();
    let mut chip = |label: String, without: Filter| {
        let remove = t.remove_filter(&label);
        chips.push(
            view! { <a class="chip chip--on" href=address(&without) aria-label=remove>{label}<Icon name="x" class="i i--16"/></a> }
                .into_html(),
        );
    };
    for code in &filter.kecamatan {
        let name =
            kecamatan.iter().find(|(known, ..)| known == code.as_str()).map_or(code.as_str(), |(_, name, _)| name);
        let rest = filter.kecamatan.iter().filter(|other| *other != code).cloned().collect();
        chip(name.to_owned(), Filter { kecamatan: rest, ..filter.clone() });
    }
    if let Some(price) = filter.price_min {
        chip(t.price_from(&price.to_string()), Filter { price_min: None, ..filter.clone() });
    }
    if let Some(price) = filter.price_max {
        chip(t.price_up_to(&price.to_string()), Filter { price_max: None, ..filter.clone() });
    }
    if filter.available {
        chip(t.in_stock_only().to_owned(), Filter { available: false, ..filter.clone() });
    }
    if filter.halal {
        chip(t.halal().to_owned(), Filter { halal: false, ..filter.clone() });
    }
    if filter.pirt {
        chip(t.pirt().to_owned(), Filter { pirt: false, ..filter.clone() });
    }
    if filter.nib {
        chip(t.nib().to_owned(), Filter { nib: false, ..filter.clone() });
    }
    chips
}

fn facet_form(filter: &Filter, facets: &Facets, kecamatan: Vec<(String, String, i64)>, t: Lang) -> AnyView {
    let chosen = |code: &str| filter.kecamatan.iter().any(|known| known.as_str() == code);
    let mut checks: Vec<_> = kecamatan
        .into_iter()
        .map(|(code, name, count)| {
            let checked = chosen(&code);
            (checked, facet_check("kec", &code, &name, checked, count))
        })
        .collect();
    // Chosen ones stay in sight.
    checks.sort_by_key(|(checked, _)| !*checked);
    let mut checks: Vec<_> = checks.into_iter().map(|(_, view)| view).collect();
    let folded = checks.split_off(checks.len().min(FIRST_KECAMATAN.max(filter.kecamatan.len())));
    let more = folded.len();
    let price = |price: Option<Rupiah>| price.map(|price| price.to_string().trim_start_matches("Rp").to_owned());
    let hidden = [
        ("q", Some(filter.words.clone()).filter(|words| !words.is_empty())),
        ("kategori", filter.category.clone()),
        ("urut", (filter.sort != Sort::default()).then(|| filter.sort.as_str().to_owned())),
    ]
    .into_iter()
    .filter_map(|(name, value)| value.map(|value| view! { <input type="hidden" name=name value=value/> }))
    .collect_view();
    let legal = [
        ("halal", t.halal(), filter.halal, facets.halal),
        ("pirt", t.pirt(), filter.pirt, facets.pirt),
        ("nib", t.nib(), filter.nib, facets.nib),
    ]
    .into_iter()
    .map(|(name, label, on, count)| facet_check(name, "1", label, on, count))
    .collect_view();
    view! {
        <form class="facets" id="saring" action="/produk" aria-label=t.filter_products()>
            {hidden}
            <div class="facets__bar">
                <span>{t.filters()}</span>
                <a class="clear facets__clear" href=address(&cleared(filter))>{t.clear_all()}</a>
                <a class="tool" href="#isi" aria-label=t.close_filters()><Icon name="x" class="i i--24"/></a>
            </div>
            <div class="facets__list">
                <fieldset class="facet">
                    <legend>{t.other_filters()}</legend>
                    <div>{facet_check("ada", "1", t.in_stock_only(), filter.available, facets.available)}</div>
                </fieldset>
                <fieldset class="facet"><legend>{t.legality()}</legend><div>{legal}</div></fieldset>
                <fieldset class="facet">
                    <legend>{t.price()}</legend>
                    <div class="range">
                        <label class="vh" for="h1">{t.price_min()}</label>
                        <input class="input" id="h1" name="min" inputmode="numeric" placeholder="Rp min" value=price(filter.price_min)/>
                        <span class="muted">"–"</span>
                        <label class="vh" for="h2">{t.price_max()}</label>
                        <input class="input" id="h2" name="maks" inputmode="numeric" placeholder="Rp maks" value=price(filter.price_max)/>
                    </div>
                </fieldset>
                <fieldset class="facet">
                    <legend>{t.shop_kecamatan()}</legend>
                    <div>
                        {checks}
                        {(more > 0).then(|| view! {
                            <details class="fold">
                                <summary>{t.other_kecamatan(more)}<Icon name="chevron-down" class="i i--16"/></summary>
                                {folded}
                            </details>
                        })}
                    </div>
                </fieldset>
            </div>
            <div class="facets__go"><button class="btn btn--wide">{t.filters()}</button></div>
        </form>
    }.into_html()
}

fn nothing_view(t: Lang) -> AnyView {
    view! {
        <div class="card stack">
            <h3>{t.nothing_found()}</h3>
            <p class="muted">{t.nothing_found_hint()}</p>
            <div class="row"><a class="btn" href="/produk">{t.see_everything()}</a></div>
        </div>
    }
    .into_html()
}

fn pages_view(filter: &Filter, page: &Page, t: Lang) -> Option<AnyView> {
    let before = page.before.map(|cursor| address_from(filter, "sebelum", cursor));
    let after = page.after.map(|cursor| address_from(filter, "sesudah", cursor));
    (before.is_some() || after.is_some()).then(|| {
        view! {
            <nav class="pages" aria-label=t.pages()>
                {before.map(|to| view! { <a href=to rel="prev"><Icon name="chevron-left"/>{t.previous()}</a> })}
                {after.map(|to| view! { <a href=to rel="next">{t.next()}<Icon name="chevron-right"/></a> })}
            </nav>
        }
        .into_html()
    })
}
