//! Where it can be fetched, with a link to a map.

use leptos::prelude::*;
use platform::shop::catalogue::ProductShown;

use crate::action::escape;
use crate::html::IntoHtml;
use crate::site::site;
use crate::text::{Lang, ShopText};
use crate::ui::Icon;

pub(super) fn pick_up(product: &ProductShown, kecamatan: &str, t: Lang) -> Option<AnyView> {
    if !product.pickup {
        return None;
    }
    let place = format!("{}, {kecamatan}, {}", product.address, site().regency);
    let map = format!("https://www.google.com/maps/search/?api=1&query={}", escape(&place));
    let card = view! {
        <section class="card stack stack--2" aria-labelledby="j-ambil">
            <h2 class="h3" id="j-ambil">{t.pick_up_point()}</h2>
            <p>{product.address.clone()}", "{kecamatan.to_owned()}</p>
            <p class="muted small">{product.opening_hours.clone()}</p>
            <div><a class="btn btn--line" href=map rel="noopener"><Icon name="map-pin"/>{t.open_map()}</a></div>
        </section>
    };
    Some(card.into_html())
}
