//! `/pesanan/terima-kasih`: number and PIN, as long as this device remembers them.

use leptos::prelude::*;
use platform::Platform;
use platform::shop::order::{OrderHeader, can_be_kept, find_group};

use super::keep::keep_form;
use crate::page::{Missing, page};
use crate::text::{CartText, status_next};
use crate::ui::{Icon, PageHead};
use crate::visitor::{lang, visitor};

struct Shown {
    orders: Vec<OrderHeader>,
    pin: String,
    can_be_kept: bool,
}

async fn load(platform: Platform, secret: Option<String>) -> Result<Shown, Missing> {
    let elsewhere = || Missing::Elsewhere("/lacak".to_owned());
    let secret = secret.ok_or_else(elsewhere)?;
    let (orders, pin) = find_group(&platform, &secret).await?.ok_or_else(elsewhere)?;
    Ok(Shown { orders, pin, can_be_kept: can_be_kept(&platform, &secret).await? })
}

/// `/pesanan/terima-kasih`.
#[component]
pub fn OrderDonePage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor().order_secret), |Shown { orders, pin, can_be_kept }| {
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
                {can_be_kept.then(|| keep_form(&visitor().actor, t))}
                <div class="row"><a class="btn btn--line" href="/produk">{t.keep_shopping()}</a></div>
            </main>
        }
    })
}
