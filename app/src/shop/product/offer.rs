//! What it costs, what can be chosen, how it is received, and the button.

use domain::time::Day;
use leptos::prelude::*;
use platform::shop::catalogue::{ProductPage, VariantShown};
use uuid::Uuid;

use crate::html::IntoHtml;
use crate::shop::CartButton;
use crate::text::{Lang, ShopText, grouped};
use crate::ui::Icon;

/// From so few pieces on the stock is shown as low.
const LOW: i64 = 5;

pub(super) fn offer(found: &ProductPage, closed_until: Option<Day>, kecamatan: &str, t: Lang) -> AnyView {
    let product = &found.product;
    let chosen = found.variants.iter().find(|variant| variant.available > 0);
    let shown = chosen.or(found.variants.first());
    let price = shown.map(|variant| variant.price.to_string());
    let unit = shown.map(VariantShown::label);
    let can_buy = chosen.is_some() && closed_until.is_none();
    view! {
        <div class="pd__buy stack stack--6">
            <div>
                <h1>{product.name.clone()}</h1>
                <p class="row pd__rate">
                    <span class="muted">{product.shop.clone()}"\u{a0}· "{kecamatan.to_owned()}</span>
                    {(product.sold > 0).then(|| view! { <span class="muted">"· "{t.sold_count(grouped(product.sold))}</span> })}
                </p>
                <p class="pd__price">{price}" "<span class="muted">{unit}</span></p>
            </div>
            {closed_until.map(|day| view! {
                <p class="note note--warn"><Icon name="calendar-days"/><span>{t.closed_until(&day.words(t))}</span></p>
            })}
            <form class="stack stack--6" method="post" action="/aksi/keranjang/tambah">
                {variants(&found.variants, chosen.map(|variant| variant.id), t)}
                {can_buy.then(|| view! {
                    <div class="pd__go">
                        <label class="field">
                            <span class="vh">{t.quantity()}</span>
                            <input class="input pd__n" name="jumlah" inputmode="numeric" value="1" aria-label=t.quantity()/>
                        </label>
                        <CartButton lang=t/>
                    </div>
                })}
                {chosen.is_none().then(|| view! {
                    <p class="note note--plain"><Icon name="package-x"/><span>{t.stock_none()}</span></p>
                })}
            </form>
            {receive(found, t)}
        </div>
    }
    .into_html()
}

/// One choice of a size; where there are flavours, one of sizes for each flavour.
fn variants(variants: &[VariantShown], chosen: Option<Uuid>, t: Lang) -> AnyView {
    let mut ordered: Vec<&VariantShown> = variants.iter().collect();
    ordered.sort_by_key(|variant| variants.iter().position(|first| flavour(first) == flavour(variant)));
    let choice = |group: &[&VariantShown]| {
        let flavour = flavour(group[0]);
        let options = group.iter().map(|variant| option(variant, !flavour.is_empty(), chosen, t)).collect_view();
        let legend = if flavour.is_empty() { t.choose_size() } else { flavour }.to_owned();
        view! {
            <fieldset>
                <legend class="label">{legend}</legend>
                <div class="opts">{options}</div>
            </fieldset>
        }
    };
    ordered.chunk_by(|a, b| flavour(a) == flavour(b)).map(choice).collect_view().into_html()
}

/// The flavour whose sizes a variant is among; none where flavours are the only choice.
fn flavour(variant: &VariantShown) -> &str {
    if variant.option2.is_empty() { "" } else { &variant.option1 }
}

fn option(variant: &VariantShown, below_flavour: bool, chosen: Option<Uuid>, t: Lang) -> AnyView {
    let out = variant.available <= 0;
    let stock = match variant.available {
        ..=0 => t.stock_none().to_owned(),
        1..=LOW => t.stock_low(variant.available),
        _ => t.stock_left(variant.available),
    };
    let label = if below_flavour { variant.option2.clone() } else { variant.label() };
    let checked = chosen == Some(variant.id);
    view! {
        <label class=if out { "opt opt--off" } else { "opt" }>
            <input r#type="radio" name="varian" value=variant.id.to_string() checked=checked disabled=out/>
            <span>{label}<small>{variant.price.to_string()}</small><small>{stock}</small></span>
        </label>
    }
    .into_html()
}

fn receive(found: &ProductPage, t: Lang) -> AnyView {
    let product = &found.product;
    let pick_up = product.pickup.then(|| {
        view! {
            <li>
                <Icon name="store"/>
                <div><strong>{t.pick_up()}</strong><span>{product.address.clone()}</span></div>
                <b class="ok">{t.free()}</b>
            </li>
        }
    });
    let courier = found.courier.map(|(fee, count)| {
        view! {
            <li>
                <Icon name="truck"/>
                <div><strong>{t.courier()}</strong><span>{t.courier_area(count)}</span></div>
                <b>{t.starting_at()}" "{fee.to_string()}</b>
            </li>
        }
    });
    view! {
        <section class="ship" aria-labelledby="j-kirim">
            <h2 class="vh" id="j-kirim">{t.how_to_receive()}</h2>
            <ul>{pick_up}{courier}</ul>
        </section>
    }
    .into_html()
}
