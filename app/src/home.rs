//! `/`: what can I do here.

use std::sync::Arc;

use domain::time::Timestamp;
use leptos::prelude::*;
use platform::Platform;
use platform::permit::list_services;
use platform::reference::{Category, Reference};
use platform::shop::catalogue::{Filter, From, count_open_shops, find_facets, list_products};
use platform::training::{ClassCard, Standing, remember_classes};

use crate::assets;
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::site::site;
use crate::text::{CommonText, Lang, PermitText, TrainingText, grouped};
use crate::training::class_cards;
use crate::ui::{Icon, PageHead, ProductCards, ProductGrid, TrackForm};
use crate::visitor::lang;

/// Products on the home page.
const PICKS: usize = 10;
/// Classes on the home page.
const NEXT_CLASSES: usize = 3;

struct Home {
    shops: i64,
    kecamatan: i64,
    products: i64,
    services: usize,
    categories: Vec<Category>,
    cards: ProductCards,
    classes: usize,
    next: Vec<ClassCard>,
    reference: Arc<Reference>,
    now: Timestamp,
}

async fn load(platform: Platform) -> Result<Home, Missing> {
    let reference = platform.reference().await?;
    let facets = find_facets(&platform, &Filter::default()).await?;
    let (shops, kecamatan) = count_open_shops(&platform).await?;
    let mut picks = list_products(&platform, &Filter::default(), From::Start).await?.items;
    picks.truncate(PICKS);
    let classes = remember_classes(&platform).await?;
    let now = platform.now();
    let open = |class: &&ClassCard| class.standing(now) == Standing::Open;
    Ok(Home {
        classes: classes.len(),
        next: classes.iter().filter(open).take(NEXT_CLASSES).cloned().collect(),
        reference: reference.clone(),
        now,
        shops,
        kecamatan,
        products: facets.total,
        services: list_services(&platform).await?.len(),
        categories: reference.roots().cloned().collect(),
        cards: ProductCards::new(picks, reference, platform.now()),
    })
}

/// `/`.
#[component]
pub fn HomePage() -> impl IntoView {
    page(load(expect_context::<Platform>()), |home| {
        let t = lang();
        let Home { shops, kecamatan, products, services, categories, cards, classes, next, reference, now } = home;
        view! {
            <PageHead
                title=site().regency.clone()
                description=t.home_lead(grouped(shops), kecamatan)
                canonical=Some("/".to_owned())
            />
            <main id="isi">
                <div class="hero">
                    <Cloud/>
                    <div class="wrap hero__grid">
                        <div>
                            <h1>{t.home_title()}</h1>
                            <p class="hero__lead">{t.home_lead(grouped(shops), kecamatan)}</p>
                            <form class="seek seek--big" role="search" action="/produk">
                                <label class="vh" for="cari">{t.search_products()}</label>
                                <Icon name="search"/>
                                <input class="input" id="cari" type="search" name="q" placeholder=t.search_placeholder()/>
                                <button class="btn">{t.search()}</button>
                            </form>
                            <p class="hero__try">
                                <span class="muted">{t.often_searched()}</span>
                                <a href="/produk?q=kue+kering">"kue kering"</a>
                                <a href="/produk?q=topi+bambu">"topi bambu"</a>
                                <a href="/produk?pirt=1">"P-IRT"</a>
                            </p>
                        </div>
                        {doors(products, classes, services, t)}
                        <TrackForm/>
                    </div>
                </div>
                <section class="section wrap" aria-labelledby="j-produk">
                    <div class="head">
                        <div><h2 id="j-produk">{t.home_picks()}</h2><p>{t.home_picks_hint()}</p></div>
                        <a class="head__more" href="/produk">{t.all_products()}<Icon name="chevron-right"/></a>
                    </div>
                    <ul class="cats scroller">{categories.into_iter().map(|category| category_link(category, t)).collect_view()}</ul>
                    <ProductGrid cards=cards eager=0 class="goods goods--5 goods--short"/>
                </section>
                {(!next.is_empty()).then(|| training(&next, &reference, now, t))}
            </main>
        }
    })
}

fn doors(products: i64, classes: usize, services: usize, t: Lang) -> AnyView {
    let doors = [
        (
            "door door--1",
            "door-belanja.webp",
            "/produk",
            t.nav_shop(),
            t.door_shop(),
            t.door_shop_count(grouped(products)),
        ),
        (
            "door door--2",
            "door-pelatihan.webp",
            "/pelatihan",
            t.nav_training(),
            t.door_training(),
            t.door_training_count(classes),
        ),
        (
            "door door--3",
            "door-perizinan.webp",
            "/izin",
            t.nav_permits(),
            t.door_permits(),
            t.door_permits_count(services),
        ),
    ];
    let doors = doors
        .into_iter()
        .map(|(class, picture, to, name, text, note)| {
            view! {
                <li class=class>
                    <div class="door__pic"><img src=assets::path(picture) alt="" width="112" height="112"/></div>
                    <div>
                        <h2><a href=to>{name}</a></h2>
                        <p>{text}</p>
                        <span class="door__n">{note}" "<Icon name="arrow-right"/></span>
                    </div>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="doors">{doors}</ul> }.into_html()
}

/// The next classes that have seats.
fn training(next: &[ClassCard], reference: &Reference, now: Timestamp, t: Lang) -> AnyView {
    view! {
        <section class="section sunk" aria-labelledby="j-latih">
            <div class="wrap">
                <div class="head">
                    <div><h2 id="j-latih">{t.next_classes()}</h2><p>{t.next_classes_hint(&site().regency)}</p></div>
                    <a class="head__more" href="/pelatihan">{t.full_schedule()}<Icon name="chevron-right"/></a>
                </div>
                <ul class="classes classes--3">{class_cards(next, reference, now, t)}</ul>
            </div>
        </section>
    }
    .into_html()
}

fn category_link(category: Category, t: Lang) -> AnyView {
    let name = match t {
        Lang::Id => category.name_id,
        Lang::En => category.name_en,
    };
    let picture = assets::find(&format!("kategori-{}.webp", category.slug));
    view! {
        <li>
            <a class="cat" href=format!("/produk?kategori={}", category.slug)>
                <span class=format!("cat__pic t{}", category.tint)>
                    {picture.map(|src| view! { <img src=src alt="" width="56" height="56" loading="lazy"/> })}
                </span>
                <span>{name}</span>
            </a>
        </li>
    }
    .into_html()
}

/// The mega mendung cloud, the home page's own ornament.
#[component]
fn Cloud() -> AnyView {
    const LINE: &str = "M22 96C4 96-2 70 18 62 14 44 36 34 48 46 50 20 90 12 100 38 114 22 142 30 140 54 158 46 176 60 170 78 184 80 186 98 170 98 158 98 156 86 164 84M22 96C34 96 38 84 28 80";
    let lines = [
        "translate(0 0)",
        "translate(16.3 16.7) scale(.83)",
        "translate(32.6 33.3) scale(.66)",
        "translate(49 50) scale(.49)",
    ]
    .map(|transform| view! { <path vector-effect="non-scaling-stroke" transform=transform d=LINE></path> });
    view! {
        <svg class="hero__cloud" viewBox="0 0 200 110" aria-hidden="true">
            <g fill="none" stroke="currentColor" stroke-width="1.3" stroke-linecap="round">{lines.into_iter().collect_view()}</g>
        </svg>
    }.into_html()
}
