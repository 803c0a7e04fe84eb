//! `/keranjang`: what is in the cart, what changed, and the way on.

use domain::shop::checkout::Change;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::shop::cart::{Cart, CartLine, ShopOffer, accept_changes, set_quantity, show_cart};
use uuid::Uuid;

use crate::action::{go_to, recall, refuse};
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::text::{CartText, CommonText, Lang};
use crate::ui::{ErrorSummary, Icon, Load, PageHead, Picture};
use crate::visitor::{lang, visitor};

/// How long a cart's cookie is kept. Seconds.
pub const KEPT: i64 = 30 * 86_400;

struct Shown {
    cart: Cart,
    changes: Vec<(Uuid, Change)>,
    kecamatan: Vec<(String, String)>,
    refused: Refused,
}

async fn load(platform: Platform, cart: Option<Uuid>, typed: Option<Uuid>) -> Result<Shown, Missing> {
    let cart = match cart {
        Some(cart) => show_cart(&platform, cart, "").await?,
        None => Cart { shops: Vec::new() },
    };
    let lines = cart.shops.iter().flat_map(|(_, lines)| lines);
    let changes =
        lines.filter_map(|line| line.now(&platform).change().map(|change| (line.variant_id, change))).collect();
    let regions = &platform.reference().await?.kecamatan;
    let kecamatan = regions.iter().map(|region| (region.code.clone(), region.name.clone())).collect();
    Ok(Shown { cart, changes, kecamatan, refused: recall(&platform, typed, "keranjang").await? })
}

/// `/keranjang`.
#[component]
pub fn CartPage() -> impl IntoView {
    let visitor = visitor();
    page(load(expect_context::<Platform>(), visitor.cart, visitor.typed), |shown| {
        let t = lang();
        let Shown { cart, changes, kecamatan, refused } = shown;
        let body = if cart.shops.is_empty() { empty(t) } else { full(cart, changes, kecamatan, t) };
        view! {
            <PageHead title=t.cart_title().to_owned() description=t.cart_saved().to_owned() canonical=None/>
            <main id="isi" class="wrap co section">
                <h1>{t.cart_title()}</h1>
                <ErrorSummary errors=refused.errors kept=false/>
                {body}
            </main>
        }
    })
}

fn empty(t: Lang) -> AnyView {
    view! {
        <div class="card stack">
            <span class="lacak__i"><Icon name="shopping-cart" class="i i--24"/></span>
            <h2>{t.cart_empty()}</h2>
            <p class="muted">{t.cart_empty_hint()}</p>
            <div class="row"><a class="btn" href="/produk">{t.all_products()}</a></div>
        </div>
    }
    .into_html()
}

fn full(cart: Cart, changes: Vec<(Uuid, Change)>, kecamatan: Vec<(String, String)>, t: Lang) -> AnyView {
    let (count, subtotal) = (cart.count(), cart.subtotal());
    let can_go_on = changes.is_empty();
    let shops = cart.shops.into_iter().map(|(shop, lines)| shop_card(shop, lines, &changes, t)).collect_view();
    let options = kecamatan.into_iter().map(|(code, name)| view! { <option value=code>{name}</option> }).collect_view();
    view! {
        <div class="co__grid">
            <div class="stack">
                {(!can_go_on).then(|| view! {
                    <form class="note note--warn" method="post" action="/aksi/keranjang/sesuaikan" role="alert">
                        <Icon name="triangle-alert"/>
                        <div class="stack stack--2">
                            <strong>{t.changes_title()}</strong>
                            <div><button class="btn">{t.accept_changes()}</button></div>
                        </div>
                    </form>
                })}
                {shops}
            </div>
            <div class="stack">
                <form class="card stack" action="/checkout">
                    <dl class="sum"><div class="sum__total"><dt>{t.subtotal(count)}</dt><dd>{subtotal.to_string()}</dd></div></dl>
                    <div class="field">
                        <label for="kec">{t.where_to()}</label>
                        <span class="hint" id="kec-hint">{t.where_to_hint()}</span>
                        <select class="select" id="kec" name="kec" required aria-describedby="kec-hint">
                            <option value="">{t.choose()}</option>
                            <option value="ambil">{t.pick_up_myself()}</option>
                            {options}
                        </select>
                    </div>
                    <button class="btn btn--big btn--wide" disabled=!can_go_on>{t.go_to_checkout()}</button>
                    <p class="hint">{if visitor().actor.id().is_some() { t.cart_saved_account() } else { t.cart_saved() }}</p>
                </form>
            </div>
        </div>
    }
    .into_html()
}

fn shop_card(shop: ShopOffer, lines: Vec<CartLine>, changes: &[(Uuid, Change)], t: Lang) -> AnyView {
    let lines = lines
        .into_iter()
        .map(|line| {
            let change = changes.iter().find(|(variant, _)| *variant == line.variant_id).map(|(_, change)| *change);
            line_view(line, change, t)
        })
        .collect_view();
    view! {
        <section class="card stack" aria-label=shop.name.clone()>
            <h2 class="h3"><a href=format!("/toko/{}", shop.slug)>{shop.name.clone()}</a></h2>
            <ul class="lines">{lines}</ul>
        </section>
    }
    .into_html()
}

fn line_view(line: CartLine, change: Option<Change>, t: Lang) -> AnyView {
    let total = line.price.times(line.quantity);
    let variant = line.variant_id.to_string();
    let note = change.map(|change| match change {
        Change::Gone => t.change_gone().to_owned(),
        Change::ShopClosed => t.change_closed().to_owned(),
        Change::Short { left: 0 } => t.change_none_left().to_owned(),
        Change::Short { left } => t.change_short(left),
        Change::Price { seen } => t.change_price(&seen.to_string()),
    });
    view! {
        <li class="cartline">
            <div class=format!("line__pic t{}", line.tint)><Picture id=line.cover_id sizes="56px" load=Load::Now/></div>
            <div>
                <a class="strong" href=format!("/produk/{}", line.slug)>{line.name.clone()}</a>
                <p class="muted small">{line.label()}"\u{a0}· "{line.price.to_string()}</p>
                {note.map(|note| view! { <p class="error"><Icon name="circle-alert" class="i i--16"/>{note}</p> })}
            </div>
            <strong class="line__p">{total.to_string()}</strong>
            <form class="cartline__n" method="post" action="/aksi/keranjang/ubah">
                <input type="hidden" name="varian" value=variant/>
                <input class="input pd__n" name="jumlah" inputmode="numeric" value=line.quantity.to_string() aria-label=t.quantity_of(&line.name)/>
                <button class="btn btn--line">{t.update()}</button>
                <button class="btn btn--quiet" name="hapus" value="1" aria-label=t.remove_item(&line.name)>{t.remove()}</button>
            </form>
        </li>
    }
    .into_html()
}

/// Changes how many pieces of a variant are in the cart.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "keranjang/ubah")]
pub async fn update_cart(
    varian: String,
    jumlah: String,
    #[server(default)] hapus: Option<String>,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let quantity = if hapus.is_some() { Some(0) } else { jumlah.trim().parse().ok() };
    let (Some(cart), Ok(variant)) = (visitor.cart, Uuid::try_parse(&varian)) else {
        go_to("/keranjang");
        return Ok(());
    };
    let done = match quantity {
        Some(quantity) => set_quantity(&platform, cart, variant, quantity).await.is_ok(),
        None => false,
    };
    if done {
        crate::action::forget_refused();
        go_to("/keranjang");
    } else {
        refuse("keranjang", &[], vec![("jumlah", visitor.lang.quantity_hint().to_owned())], "/keranjang").await;
    }
    Ok(())
}

/// Takes prices and stock as they are now.
///
/// # Errors
/// When the database does not answer.
#[server(prefix = "/aksi", endpoint = "keranjang/sesuaikan")]
pub async fn adjust_cart() -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    if let Some(cart) = visitor().cart {
        accept_changes(&platform, cart).await.map_err(|error| ServerFnError::new(error.to_string()))?;
    }
    go_to("/keranjang");
    Ok(())
}
