//! What it costs, what can be chosen, how it is received, and the button.

use domain::time::Day;
use leptos::prelude::*;
use platform::shop::catalogue::{ProductPage, VariantShown};

use crate::shop::CartButton;
use crate::text::{Lang, ShopText, grouped};
use crate::ui::Icon;

/// From so few pieces on the stock is shown as low.
const LOW: i64 = 5;

pub(super) fn offer(found: &ProductPage, closed_until: Option<Day>, kecamatan: &str, t: Lang) -> AnyView {
    let product = &found.product;
    let chosen = found.variants.iter().position(|variant| variant.available > 0);
    let shown = chosen.or(Some(0)).and_then(|index| found.variants.get(index));
    let price = shown.map(|variant| variant.price.to_string());
    let unit = shown.map(VariantShown::label);
    let can_buy = chosen.is_some() && closed_until.is_none();
    view! {
        <div class="pd__buy stack stack--6">
            <div>
                <h1>{product.name.clone()}</h1>
                <p class="row pd__rate">
                    <span class="muted">{product.shop.clone()}" · "{kecamatan.to_owned()}</span>
                    {(product.sold > 0).then(|| view! { <span class="muted">"· "{t.sold_count(grouped(product.sold))}</span> })}
                </p>
                <p class="pd__price">{price}" "<span class="muted">{unit}</span></p>
            </div>
            {closed_until.map(|day| view! {
                <p class="note note--warn"><Icon name="calendar-days"/><span>{t.closed_until(&day.words(t))}</span></p>
            })}
            <form class="stack stack--6" method="post" action="/aksi/keranjang/tambah">
                {variants(&found.variants, chosen, t)}
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
    .into_any()
}

fn variants(variants: &[VariantShown], chosen: Option<usize>, t: Lang) -> AnyView {
    let options = variants
        .iter()
        .enumerate()
        .map(|(index, variant)| {
            let out = variant.available <= 0;
            let stock = match variant.available {
                ..=0 => t.stock_none().to_owned(),
                1..=LOW => t.stock_low(variant.available),
                _ => t.stock_left(variant.available),
            };
            view! {
                <label class=if out { "opt opt--off" } else { "opt" }>
                    <input r#type="radio" name="varian" value=variant.id.to_string() checked={chosen == Some(index)} disabled=out/>
                    <span>{variant.label()}<small>{variant.price.to_string()}</small><small>{stock}</small></span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset>
            <legend class="label">{t.choose_size()}</legend>
            <div class="opts">{options}</div>
        </fieldset>
    }
    .into_any()
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
    .into_any()
}
