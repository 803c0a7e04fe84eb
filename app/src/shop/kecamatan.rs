//! `/kecamatan` and `/kecamatan/{slug}`: shops near you.

use domain::region::RegionCode;
use domain::slug::slug;
use leptos::prelude::*;
use platform::Platform;
use platform::shop::catalogue::{Filter, From, ShopCard, list_products, list_shops};

use super::query::address;
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::request::param;
use crate::text::{CommonText, ShopText, grouped};
use crate::ui::{Icon, PageHead, ProductCards, ProductGrid};
use crate::visitor::lang;

/// `/kecamatan`.
#[component]
pub fn KecamatanListPage() -> impl IntoView {
    let platform = expect_context::<Platform>();
    let load = async move {
        Ok::<_, Missing>(
            platform.reference().await?.kecamatan.iter().map(|region| region.name.clone()).collect::<Vec<_>>(),
        )
    };
    page(load, |names| {
        let t = lang();
        let links = names
            .into_iter()
            .map(|name| {
                let to = format!("/kecamatan/{}", slug(&name));
                view! { <li><a class="chip" href=to>{name}</a></li> }
            })
            .collect_view();
        view! {
            <PageHead
                title=t.all_kecamatan().to_owned()
                description=t.all_kecamatan_text().to_owned()
                canonical=Some("/kecamatan".to_owned())
            />
            <main id="isi" class="wrap section stack">
                <h1>{t.all_kecamatan()}</h1>
                <p class="muted">{t.all_kecamatan_text()}</p>
                <ul class="row">{links}</ul>
            </main>
        }
    })
}

struct Place {
    name: String,
    filter: Filter,
    shops: Vec<ShopCard>,
    cards: ProductCards,
}

async fn load(platform: Platform, wanted: String) -> Result<Place, Missing> {
    let reference = platform.reference().await?;
    let region = reference.kecamatan.iter().find(|region| slug(&region.name) == wanted).ok_or(Missing::NotFound)?;
    let code = RegionCode::parse(&region.code)?;
    let filter = Filter { kecamatan: vec![code], ..Filter::default() };
    let shops = list_shops(&platform, &region.code).await?;
    let products = list_products(&platform, &filter, From::Start).await?;
    let cards = ProductCards::new(products.items, reference, platform.now());
    Ok(Place { name: region.name.clone(), filter, shops, cards })
}

/// `/kecamatan/{slug}`.
#[component]
pub fn KecamatanPage() -> impl IntoView {
    let platform = expect_context::<Platform>();
    let wanted = param("slug");
    page(load(platform, wanted), |place| {
        let t = lang();
        let Place { name, filter, shops, cards } = place;
        let count = shops.len();
        let shops = shops.into_iter().map(shop_card).collect_view();
        view! {
            <PageHead
                title=t.shops_in(&name)
                description=t.products_in(&name)
                canonical=Some(format!("/kecamatan/{}", slug(&name)))
            />
            <main id="isi" class="wrap">
                <nav class="crumbs" aria-label=t.breadcrumbs()>
                    <a href="/">{t.home()}</a><Icon name="chevron-right"/>
                    <a href="/kecamatan">{t.all_kecamatan()}</a><Icon name="chevron-right"/>
                    <span aria-current="page">{name.clone()}</span>
                </nav>
                <div class="title"><div>
                    <h1>{t.shops_in(&name)}</h1>
                    <p class="muted">{if count == 0 { t.no_shops().to_owned() } else { t.shops_count(count) }}</p>
                </div></div>
                <ul class="shops">{shops}</ul>
                {(!cards.items.is_empty()).then(|| view! {
                    <section class="section" aria-labelledby="j-produk">
                        <div class="head">
                            <h2 id="j-produk">{t.products_in(&name)}</h2>
                            <a class="head__more" href=address(&filter)>{t.all_products()}<Icon name="chevron-right"/></a>
                        </div>
                        <ProductGrid cards=cards eager=0/>
                    </section>
                })}
            </main>
        }
    })
}

fn shop_card(shop: ShopCard) -> AnyView {
    let t = lang();
    view! {
        <li class="card shopcard">
            <span class="shop__pic t7"><Icon name="store" class="i i--24"/></span>
            <div>
                <h2 class="h3"><a href=format!("/toko/{}", shop.slug)>{shop.name}</a></h2>
                <p class="muted small">{t.products_found(grouped(shop.products))}</p>
                <p class="small">{shop.description}</p>
            </div>
        </li>
    }
    .into_html()
}
