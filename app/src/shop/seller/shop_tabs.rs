//! The pages of a shop's settings, side by side.

use leptos::prelude::*;

use crate::html::IntoHtml;
use crate::text::{Lang, SellerText};
use crate::visitor::visitor;

/// Links between the pages of a shop's settings.
pub(super) fn shop_tabs(t: Lang) -> AnyView {
    let path = visitor().path;
    let here = path.split('?').next().unwrap_or_default();
    let tabs = [
        ("/usaha/toko", t.tab_profile()),
        ("/usaha/toko/foto", t.tab_picture()),
        ("/usaha/toko/kirim", t.tab_delivery()),
        ("/usaha/toko/bayar", t.tab_payment()),
        ("/usaha/toko/libur", t.tab_closed()),
    ]
    .into_iter()
    .map(|(path, name)| view! { <a class="chip" href=path aria-current=(path == here).then_some("page")>{name}</a> })
    .collect_view();
    view! { <nav class="scroller" aria-label=t.shop_settings()>{tabs}</nav> }.into_html()
}
