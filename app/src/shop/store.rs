//! `/toko/{slug}`: one shop and what it sells.

use domain::phone::Phone;
use domain::time::{Day, Timestamp};
use leptos::prelude::*;
use platform::Platform;
use platform::shop::catalogue::{ShopPage as Shop, find_shop};

use crate::page::{Missing, page};
use crate::request::param;
use crate::text::{CommonText, ShopText};
use crate::ui::{Icon, PageHead, ProductCards, ProductGrid, ShopFace};
use crate::visitor::lang;

struct Store {
    shop: Shop,
    cards: ProductCards,
    kecamatan: String,
    closed_until: Option<Day>,
}

async fn load(platform: Platform, slug: String) -> Result<Store, Missing> {
    let reference = platform.reference().await?;
    let (shop, products) = find_shop(&platform, &slug).await?.ok_or(Missing::NotFound)?;
    let kecamatan = reference.kecamatan_name(&shop.kecamatan).to_owned();
    let closed_until = closed_until(shop.closed_from.as_deref(), shop.closed_to.as_deref(), platform.now());
    Ok(Store { cards: ProductCards::new(products, reference, platform.now()), kecamatan, closed_until, shop })
}

/// The last day of "toko libur" when today lies in it.
pub(super) fn closed_until(from: Option<&str>, to: Option<&str>, now: Timestamp) -> Option<Day> {
    let (from, to) = (Day::parse(from?)?, Day::parse(to?)?);
    (from..=to).contains(&now.day()).then_some(to)
}

/// `/toko/{slug}`.
#[component]
pub fn ShopPage() -> impl IntoView {
    let platform = expect_context::<Platform>();
    let slug = param("slug");
    page(load(platform, slug), |store| {
        let t = lang();
        let Store { shop, cards, kecamatan, closed_until } = store;
        let ask = Phone::parse(&shop.phone).ok().map(|phone| phone.whatsapp(&t.ask_shop_text(&shop.name)));
        let since = Timestamp::from_micros(shop.created_at).day().words(t);
        let count = cards.items.len() as i64;
        view! {
            <PageHead
                title=format!("{}, {kecamatan}", shop.name)
                description=shop.description.clone()
                canonical=Some(format!("/toko/{}", shop.slug))
            />
            <main id="isi" class="wrap">
                <nav class="crumbs" aria-label=t.breadcrumbs()>
                    <a href="/produk">{t.nav_shop()}</a><Icon name="chevron-right"/>
                    <span aria-current="page">{shop.name.clone()}</span>
                </nav>
                <div class="card shop">
                    <div class="awning" aria-hidden="true"></div>
                    <div class="shop__h">
                        <ShopFace picture=shop.picture/>
                        <div>
                            <h1>{shop.name.clone()}</h1>
                            <p class="muted row shop__w"><Icon name="map-pin" class="i i--16"/>{format!("{}, {kecamatan}", shop.address)}</p>
                        </div>
                    </div>
                    {closed_until.map(|day| view! {
                        <p class="note note--warn"><Icon name="calendar-days"/><span>{t.closed_until(&day.words(t))}</span></p>
                    })}
                    <p>{shop.description.clone()}</p>
                    <dl class="shop__n">
                        <div><dt>{t.shop_products()}</dt><dd>{count}</dd></div>
                        <div><dt>{t.open_since()}</dt><dd>{since}</dd></div>
                        <div><dt>{t.hours()}</dt><dd>{shop.opening_hours.clone()}</dd></div>
                    </dl>
                    {ask.map(|link| view! {
                        <div class="row">
                            <a class="btn btn--line" href=link rel="noopener"><Icon name="message-circle"/>{t.ask()}" (WhatsApp)"</a>
                        </div>
                    })}
                </div>
                <section class="section" aria-labelledby="j-produk">
                    <div class="head"><h2 id="j-produk">{t.shop_products()}</h2></div>
                    <ProductGrid cards=cards/>
                </section>
            </main>
        }
    })
}
