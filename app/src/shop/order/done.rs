//! `/pesanan/terima-kasih`: number and PIN, as long as this device remembers them.

use leptos::prelude::*;
use platform::Platform;
use platform::shop::order::{OrderHeader, find_group};

use crate::page::{Missing, page};
use crate::text::{CartText, status_next};
use crate::ui::{Icon, PageHead};
use crate::visitor::{lang, visitor};

async fn load(platform: Platform, secret: Option<String>) -> Result<(Vec<OrderHeader>, String), Missing> {
    let elsewhere = || Missing::Elsewhere("/lacak".to_owned());
    find_group(&platform, &secret.ok_or_else(elsewhere)?).await?.ok_or_else(elsewhere)
}

/// `/pesanan/terima-kasih`.
#[component]
pub fn OrderDonePage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor().order_secret), |(orders, pin)| {
        let t = lang();
        let orders = orders
            .into_iter()
            .map(|order| {
                let until = order.due().map(|due| due.words(t)).unwrap_or_default();
                let next = status_next(t, order.now(), &until);
                view! {
                    <li class="card stack stack--2">
                        <h2 class="h3">{order.shop.clone()}</h2>
                        <dl class="sum">
                            <div><dt>{t.order_number()}</dt><dd class="mono">{order.number.clone()}</dd></div>
                            <div><dt>{t.total()}</dt><dd>{order.total.to_string()}</dd></div>
                        </dl>
                        <p class="muted">{next}</p>
                        <div class="row"><a class="btn" href=format!("/pesanan/{}", order.number)>{t.see_order()}</a></div>
                    </li>
                }
            })
            .collect_view();
        view! {
            <PageHead title=t.order_done_title().to_owned() description=t.order_done_text().to_owned() canonical=None/>
            <main id="isi" class="wrap co section stack">
                <div class="note note--ok">
                    <Icon name="circle-check"/>
                    <div class="stack stack--2">
                        <h1>{t.order_done_title()}</h1>
                        <p>{t.order_done_text()}</p>
                        <p>{t.order_pin()}": "<strong class="mono" data-pin="">{pin}</strong></p>
                    </div>
                </div>
                <ul class="stack">{orders}</ul>
                <div class="row"><a class="btn btn--line" href="/produk">{t.keep_shopping()}</a></div>
            </main>
        }
    })
}
