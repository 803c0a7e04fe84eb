//! `/produk/{slug}`: one product.

mod facts;
mod gallery;
mod offer;
mod pick_up;

use leptos::prelude::*;
use platform::Platform;
use platform::picture;
use platform::reference::Category;
use platform::shop::catalogue::{ProductPage as Found, find_product};

use self::facts::{about, legality, shop_card};
use self::gallery::gallery;
use self::offer::offer;
use self::pick_up::pick_up;
use super::query::address;
use crate::page::{Missing, page};
use crate::request::param;
use crate::site::site;
use crate::text::{CommonText, Lang, ShopText};
use crate::ui::{Icon, Islands, JsonLd, PageHead, ProductCards, ProductGrid};
use crate::visitor::lang;

/// A product with the names that its codes stand for.
struct Shown {
    found: Found,
    kecamatan: String,
    root: Category,
    leaf: Category,
    related: ProductCards,
    closed_until: Option<domain::time::Day>,
}

async fn load(platform: Platform, slug: String) -> Result<Shown, Missing> {
    let reference = platform.reference().await?;
    let mut found = find_product(&platform, &slug).await?.ok_or(Missing::NotFound)?;
    let product = &found.product;
    let category = |slug: &str| reference.category(slug).cloned().ok_or(Missing::NotFound);
    let closed_until =
        super::store::closed_until(product.closed_from.as_deref(), product.closed_to.as_deref(), platform.now());
    Ok(Shown {
        kecamatan: reference.kecamatan_name(&product.kecamatan).to_owned(),
        root: category(&product.category_root)?,
        leaf: category(&product.category)?,
        related: ProductCards::new(std::mem::take(&mut found.related), reference, platform.now()),
        closed_until,
        found,
    })
}

/// `/produk/{slug}`.
#[component]
pub fn ProductPage() -> impl IntoView {
    let platform = expect_context::<Platform>();
    let slug = param("slug");
    page(load(platform, slug), product_view)
}

fn product_view(shown: Shown) -> impl IntoView {
    let t = lang();
    let Shown { found, kecamatan, root, leaf, related, closed_until } = shown;
    let product = &found.product;
    let name = |category: &Category| match t {
        Lang::Id => category.name_id.clone(),
        Lang::En => category.name_en.clone(),
    };
    let to = |category: &Category| {
        address(&platform::shop::catalogue::Filter { category: Some(category.slug.clone()), ..Default::default() })
    };
    let canonical = format!("/produk/{}", product.slug);
    view! {
        <PageHead
            title=product.name.clone()
            description=format!("{} {}", product.description, product.shop)
            canonical=Some(canonical.clone())
            image=found.pictures.first().map(|id| picture::path(*id, 640)).unwrap_or_else(|| "/favicon.svg".to_owned())
        />
        <JsonLd data=json_ld(&found, &canonical)/>
        <Islands/>
        <main id="isi" class="wrap">
            <nav class="crumbs" aria-label=t.breadcrumbs()>
                <a href="/produk">{t.nav_shop()}</a><Icon name="chevron-right"/>
                <a href=to(&root)>{name(&root)}</a><Icon name="chevron-right"/>
                <a href=to(&leaf)>{name(&leaf)}</a><Icon name="chevron-right"/>
                <span aria-current="page">{product.name.clone()}</span>
            </nav>
            <div class="pd">
                {gallery(&found.pictures, product.tint, &product.name, t)}
                {offer(&found, closed_until, &kecamatan, t)}
                <div class="pd__more stack stack--6">
                    {legality(&found.badges, leaf.food, t)}
                    {about(product, t)}
                </div>
                {shop_card(product, &kecamatan, pick_up(product, &kecamatan, t), t)}
            </div>
            {(!related.items.is_empty()).then(|| view! {
                <section class="section" aria-labelledby="j-lain">
                    <div class="head"><h2 id="j-lain">{t.related()}</h2></div>
                    <ProductGrid cards=related eager=0/>
                </section>
            })}
        </main>
    }
}

/// The product as search engines read it (schema.org).
fn json_ld(found: &Found, path: &str) -> serde_json::Value {
    let url = &site().public_url;
    let product = &found.product;
    let offers: Vec<_> = found
        .variants
        .iter()
        .map(|variant| {
            serde_json::json!({
                "@type": "Offer",
                "url": format!("{url}{path}"),
                "price": variant.price.amount().to_string(),
                "priceCurrency": "IDR",
                "availability": if variant.available > 0 { "https://schema.org/InStock" } else { "https://schema.org/OutOfStock" },
                "seller": { "@type": "Organization", "name": product.shop },
            })
        })
        .collect();
    serde_json::json!({
        "@context": "https://schema.org",
        "@type": "Product",
        "sku": product.id,
        "name": product.name,
        "description": product.description,
        "image": found.pictures.iter().map(|id| format!("{url}{}", picture::path(*id, 1280))).collect::<Vec<_>>(),
        "offers": offers,
    })
}
