//! `/usaha/produk/{id}`: everything of one product.

mod details;
mod state;

use domain::account::Capability;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::reference::Category;
use platform::shop::product::{OwnProductPage as Found, OwnVariant, find_own_product};
use uuid::Uuid;

use self::details::details_form;
use self::state::state_card;
use super::products::state_chip;
use super::stock::{Count, FORM as STOCK_FORM, saved, stock_form};
use super::{category_tree, missing};
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::{param, query};
use crate::text::{Lang, SellerText};
use crate::ui::{Desk, ErrorSummary, Icon, Load, Picture};
use crate::visitor::{Visitor, lang, visitor};

struct Shown {
    found: Found,
    tree: Vec<(Category, Vec<Category>)>,
    /// The form of the product's own words.
    details: Refused,
    /// The form of a variant's stock.
    stock: Refused,
    /// The buttons of its state.
    state: Refused,
    saved: Option<Uuid>,
}

async fn load(platform: Platform, visitor: Visitor, id: String, saved: Option<Uuid>) -> Result<Shown, Missing> {
    only(&visitor, Capability::RunShop)?;
    let id = Uuid::try_parse(&id).map_err(|_| Missing::NotFound)?;
    let found = find_own_product(&platform, &visitor.actor, id).await.map_err(missing)?;
    let recalled = async |form| recall(&platform, visitor.typed, form).await;
    // What was typed for another product stays there.
    let details = recalled(details::FORM).await?;
    let details = if details.value("id") == id.to_string() { details } else { Refused::default() };
    let (stock, state) = (recalled(STOCK_FORM).await?, recalled(state::FORM).await?);
    Ok(Shown { found, tree: category_tree(platform.reference().await?), details, stock, state, saved })
}

/// `/usaha/produk/{id}`.
#[component]
pub fn OwnProductPage() -> impl IntoView {
    let id = param("id");
    let saved = saved(query().get("tersimpan"));
    page(load(expect_context::<Platform>(), visitor(), id, saved), product_view)
}

fn product_view(shown: Shown) -> AnyView {
    let t = lang();
    let Shown { found, tree, details, stock, state, saved } = shown;
    let product = &found.product;
    let errors: Vec<(String, String)> =
        [&details, &stock, &state].into_iter().flat_map(|refused| refused.errors.clone()).collect();
    let available = found.sold().any(|variant| variant.on_hand > variant.reserved);
    let chip = state_chip(product.state, available, t);
    let left = (state_card(&found, t), variants_card(&found, &stock, saved, t), pictures_card(&found, t));
    let right = details_form(product, tree, &details, t);
    view! {
        <Desk title=product.name.clone()>
            <p class="row">
                <a class="back" href="/usaha/produk"><Icon name="chevron-left" class="i i--16"/>{t.room_products()}</a>
                {chip}
            </p>
            <ErrorSummary errors=errors/>
            <div class="duo">
                <div class="stack">{left}</div>
                <div class="stack">{right}</div>
            </div>
        </Desk>
    }
    .into_html()
}

fn variants_card(found: &Found, refused: &Refused, saved: Option<Uuid>, t: Lang) -> AnyView {
    let id = found.product.id;
    let back = format!("/usaha/produk/{id}");
    let several = found.sold().count() > 1;
    let rows = found.sold().map(|variant| variant_row(variant, several, &back, refused, saved, t)).collect_view();
    let away: Vec<&OwnVariant> = found.variants.iter().filter(|variant| variant.archived).collect();
    let away = (!away.is_empty()).then(|| {
        let items = away
            .into_iter()
            .map(|variant| {
                let name = name_of(variant, t);
                view! {
                    <li class="lowline">
                        <a href=format!("/usaha/produk/{id}/varian/{}", variant.id)>{name}</a>
                        <form method="post" action="/aksi/usaha/varian/arsip">
                            <input type="hidden" name="produk" value=id.to_string()/>
                            <input type="hidden" name="varian" value=variant.id.to_string()/>
                            <button class="btn btn--line" name="pulihkan" value="1">{t.sell_again()}</button>
                        </form>
                    </li>
                }
            })
            .collect_view();
        view! {
            <details class="fold">
                <summary>{t.variants_away()}<Icon name="chevron-down"/></summary>
                <ul>{items}</ul>
            </details>
        }
    });
    view! {
        <section class="card stack" aria-labelledby="j-pilihan">
            <h2 class="h3" id="j-pilihan">{t.variants_title()}</h2>
            <ul class="variants">{rows}</ul>
            <a class="btn btn--line" href=format!("/usaha/produk/{id}/varian/baru")><Icon name="plus"/>{t.add_variant()}</a>
            {away}
        </section>
    }
    .into_html()
}

/// What a variant is called.
pub(super) fn name_of(variant: &OwnVariant, t: Lang) -> String {
    match variant.label() {
        empty if empty.is_empty() => t.only_variant().to_owned(),
        label => label,
    }
}

fn variant_row(
    variant: &OwnVariant,
    several: bool,
    back: &str,
    refused: &Refused,
    saved: Option<Uuid>,
    t: Lang,
) -> AnyView {
    let name = name_of(variant, t);
    let class = if several && variant.label().is_empty() { "strong error" } else { "strong" };
    let count = Count { variant: variant.id, name: &name, on_hand: variant.on_hand, reserved: variant.reserved, back };
    let form = stock_form(&count, refused, saved, t);
    view! {
        <li class="variant">
            <div class="variant__h">
                <div>
                    <span class=class>{name.clone()}</span>
                    <p class="muted">{variant.price.to_string()}"\u{a0}· "{t.gram(variant.weight_gram)}</p>
                </div>
                <a class="btn btn--quiet" href=format!("{back}/varian/{}", variant.id)>
                    <Icon name="pencil" class="i i--16"/>{t.edit()}<span class="vh">" "{name}</span>
                </a>
            </div>
            {form}
        </li>
    }
    .into_html()
}

fn pictures_card(found: &Found, t: Lang) -> AnyView {
    let product = &found.product;
    let words = if product.pictures == 0 { t.pictures_none().to_owned() } else { t.pictures_count(product.pictures) };
    view! {
        <section class="card stack" aria-labelledby="j-foto">
            <h2 class="h3" id="j-foto">{t.pictures_title()}</h2>
            <div class="lowline">
                <div class=format!("line__pic t{}", product.tint)><Picture id=product.cover_id sizes="56px" load=Load::Later/></div>
                <p class="muted grow">{words}</p>
                <a class="btn btn--line" href=format!("/usaha/produk/{}/foto", product.id)><Icon name="camera"/>{t.pictures_edit()}</a>
            </div>
        </section>
    }
    .into_html()
}
