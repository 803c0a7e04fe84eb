//! `/pelatihan`: the classes that are still to be, with search and filters. Every filter is a link or a plain GET form.

use std::sync::Arc;

use domain::permit::calendar::Calendar;
use domain::time::{Day, Timestamp};
use domain::training::choice::Order;
use leptos::prelude::*;
use platform::Platform;
use platform::permit::calendar;
use platform::reference::Reference;
use platform::training::{ClassCard, Facets, Filter, TrainingCategory, list_classes, list_training_categories};

use super::card::class_cards;
use super::days::{in_short, off_days};
use super::facets::{active, facet_form};
use super::query::{address, cleared, read};
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::request::query;
use crate::site::site;
use crate::text::{CommonText, Lang, ShopText, TrainingText, order_label};
use crate::ui::{Icon, PageHead};
use crate::visitor::lang;

struct Listing {
    filter: Filter,
    facets: Facets,
    /// All that are not over, and those that were looked for.
    all: Vec<ClassCard>,
    found: Vec<ClassCard>,
    categories: Vec<TrainingCategory>,
    reference: Arc<Reference>,
    calendar: Arc<Calendar>,
    now: Timestamp,
}

async fn load(platform: Platform, filter: Filter) -> Result<Listing, Missing> {
    let now = platform.now();
    let all = list_classes(&platform).await?;
    Ok(Listing {
        facets: filter.facets(&all, now),
        found: filter.choose(&all, now),
        filter,
        all,
        categories: list_training_categories(&platform).await?,
        reference: platform.reference().await?.clone(),
        calendar: calendar(&platform).await?,
        now,
    })
}

/// `/pelatihan`.
#[component]
pub fn ClassesPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), read(&query())), listing_view)
}

fn listing_view(listing: Listing) -> AnyView {
    let t = lang();
    let Listing { filter, facets, all, found, categories, reference, calendar, now } = listing;
    // Search engines get the list of each category; filtered lists would be endless.
    let plain = Filter { category: filter.category.clone(), ..Filter::default() };
    let known = filter.category.as_ref().is_none_or(|slug| categories.iter().any(|category| category.slug == *slug));
    let canonical = (filter == plain && known).then(|| address(&plain));
    let category = categories.iter().find(|category| Some(&category.slug) == filter.category.as_ref());
    let title = match category {
        _ if !filter.words.is_empty() => t.classes_results(&filter.words),
        Some(category) => format!("{}: {}", t.nav_training(), name(category, t)),
        None => t.classes_title().to_owned(),
    };
    let chosen = active(&filter, &reference, t);
    let count = chosen.len();
    let body = if found.is_empty() {
        nothing_view(t)
    } else if filter.order == Some(Order::MostSeats) {
        view! {
            <div class="month"><h2>{t.most_seats()}</h2><span class="muted small">{t.classes_count(found.len())}</span></div>
            <ul class="classes">{class_cards(&found, &reference, now, t)}</ul>
        }
        .into_html()
    } else {
        months(&found, &reference, &calendar, now, t)
    };
    view! {
        <PageHead title=title.clone() description=t.classes_description(&site().regency) canonical=canonical/>
        <main id="isi" class="wrap">
            <nav class="crumbs" aria-label=t.breadcrumbs()>
                <a href="/">{t.home()}</a><Icon name="chevron-right"/>
                <span aria-current="page">{t.nav_training()}</span>
            </nav>
            <div class="title">
                <div><h1>{title}</h1><p class="muted">{summary(&all, t)}</p></div>
                <form class="seek title__seek" role="search" action="/pelatihan">
                    <label class="vh" for="q">{t.search_classes()}</label>
                    <Icon name="search"/>
                    <input class="input" id="q" type="search" name="q" value=filter.words.clone() placeholder=t.search_classes_hint()/>
                </form>
            </div>
            <nav class="scroller kinds" aria-label=t.subjects()>{chips(&filter, &categories, t)}</nav>
            <div class="with-side">
                {facet_form(&filter, &facets, &reference, t)}
                <section aria-label=t.schedule()>
                    <div class="bar">
                        <a class="btn btn--line only-narrow" href="#saring">
                            <Icon name="sliders-horizontal"/>{t.filters()}
                            {(count > 0).then(|| view! { <span class="count">{count}</span> })}
                        </a>
                        <a class="btn btn--line" href="/pelatihan/kalender" aria-label=t.see_calendar()>
                            <Icon name="calendar-days"/><span class="only-wide">{t.month_calendar()}</span>
                        </a>
                        <nav class="sort" aria-label=t.sort_by()>{orders(&filter, t)}</nav>
                    </div>
                    {(count > 0).then(|| view! {
                        <div class="scroller active">
                            {chosen}
                            <a class="clear" href=address(&cleared(&filter))>{t.clear_all()}</a>
                        </div>
                        <p class="muted small mb-3">{t.classes_count_match(found.len())}</p>
                    })}
                    {body}
                    <div class="after">{check_certificate(t)}</div>
                </section>
            </div>
        </main>
    }
    .into_html()
}

fn name(category: &TrainingCategory, t: Lang) -> &str {
    match t {
        Lang::Id => &category.name_id,
        Lang::En => &category.name_en,
    }
}

fn summary(all: &[ClassCard], t: Lang) -> String {
    let Some(last) = all.last() else { return t.classes_none().to_owned() };
    let mut places: Vec<&str> = all.iter().filter_map(|class| class.kecamatan.as_deref()).collect();
    places.sort_unstable();
    places.dedup();
    t.classes_summary(all.len(), &last.starts_at.day().month(t), places.len())
}

fn chips(filter: &Filter, categories: &[TrainingCategory], t: Lang) -> Vec<AnyView> {
    let chip = |label: String, category: Option<String>| {
        let current = (filter.category == category).then_some("true");
        let to = address(&Filter { category, ..filter.clone() });
        view! { <a class="chip" href=to aria-current=current>{label}</a> }.into_html()
    };
    let all = std::iter::once(chip(t.all().to_owned(), None));
    all.chain(categories.iter().map(|one| chip(name(one, t).to_owned(), Some(one.slug.clone())))).collect()
}

fn orders(filter: &Filter, t: Lang) -> Vec<AnyView> {
    let chosen = filter.order.unwrap_or(Order::Soonest);
    let link = |order: &Order| {
        let to = address(&Filter { order: (*order != Order::Soonest).then_some(*order), ..filter.clone() });
        let current = (chosen == *order).then_some("true");
        view! { <a class="sort__a" href=to aria-current=current>{order_label(t, *order)}</a> }.into_html()
    };
    Order::ALL.iter().map(link).collect()
}

/// This week first, then month by month with its days off.
fn months(found: &[ClassCard], reference: &Reference, calendar: &Calendar, now: Timestamp, t: Lang) -> AnyView {
    let sunday = now.day().end_of_week();
    let group = |class: &ClassCard| -> Option<Day> {
        let day = class.starts_at.day();
        (day > sunday).then(|| day.first_of_month())
    };
    found
        .chunk_by(|a, b| group(a) == group(b))
        .map(|classes| {
            let month = group(&classes[0]);
            let heading = month.map_or(t.this_week().to_owned(), |month| month.month(t));
            let off: Vec<Day> = month
                .map(|month| off_days(calendar, month, t))
                .unwrap_or_default()
                .into_iter()
                .map(|(day, _)| day)
                .collect();
            let count = t.classes_count(classes.len());
            let note =
                if off.is_empty() { count } else { format!("{count}\u{a0}· {}", t.off_days(&in_short(&off, t))) };
            view! {
                <div class="month"><h2>{heading}</h2><span class="muted small">{note}</span></div>
                <ul class="classes">{class_cards(classes, reference, now, t)}</ul>
            }
        })
        .collect_view()
        .into_html()
}

fn nothing_view(t: Lang) -> AnyView {
    view! {
        <div class="card stack">
            <h2 class="h3">{t.no_class_found()}</h2>
            <p class="muted">{t.no_class_found_hint()}</p>
            <div class="row"><a class="btn" href="/pelatihan">{t.all_classes()}</a></div>
        </div>
    }
    .into_html()
}

fn check_certificate(t: Lang) -> AnyView {
    view! {
        <form class="card stack stack--2" action="/verifikasi">
            <h2 class="h3 row"><Icon name="award"/>{t.check_certificate()}</h2>
            <p class="muted small">{t.check_certificate_hint()}</p>
            <div class="cert">
                <label class="vh" for="sert">{t.certificate_code()}</label>
                <input class="input" id="sert" name="kode" autocomplete="off" autocapitalize="characters" required/>
                <button class="btn btn--line">{t.check()}</button>
            </div>
        </form>
    }
    .into_html()
}
