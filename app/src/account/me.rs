//! `/akun`.

use domain::time::Timestamp;
use leptos::prelude::*;
use platform::Platform;
use platform::shop::order::{OrderHeader, list_own_orders};

use crate::page::{Missing, page};
use crate::text::{AccountText, CommonText, status_label};
use crate::ui::PageHead;
use crate::visitor::{Visitor, lang, visitor};

async fn load(platform: Platform, visitor: Visitor) -> Result<(Visitor, Vec<OrderHeader>), Missing> {
    let id = visitor.actor.id().ok_or_else(|| Missing::Elsewhere("/masuk?kembali=/akun".to_owned()))?;
    let orders = list_own_orders(&platform, id).await?;
    Ok((visitor, orders))
}

/// `/akun`.
#[component]
pub fn AccountPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |(visitor, orders)| {
        let t = lang();
        let name = visitor.name.clone().unwrap_or_default();
        let officer = visitor.actor.works_in_office();
        let none = orders.is_empty();
        let orders = orders
            .into_iter()
            .map(|order| view! {
                <li class="card stack stack--2">
                    <h3><a href=format!("/pesanan/{}", order.number)>{order.number.clone()}</a></h3>
                    <p class="muted">{order.shop.clone()}" · "{Timestamp::from_micros(order.created_at).words(t)}</p>
                    <p>{status_label(t, order.status)}" · "{order.total.to_string()}</p>
                </li>
            })
            .collect_view();
        view! {
            <PageHead title=t.account_title().to_owned() description=t.account_title().to_owned() canonical=None/>
            <main id="isi" class="wrap co section stack">
                <h1>{t.hello(&name)}</h1>
                <div class="row">
                    <a class="btn btn--line" href="/usaha">{t.my_shop()}</a>
                    {officer.then(|| view! { <a class="btn btn--line" href="/dinas">{t.my_office()}</a> })}
                    <form method="post" action="/aksi/keluar"><button class="btn btn--quiet">{t.sign_out()}</button></form>
                </div>
                <section class="stack" aria-labelledby="j-pesanan">
                    <h2 id="j-pesanan">{t.my_orders()}</h2>
                    {none.then(|| view! { <p class="muted">{t.no_orders()}</p> })}
                    <ul class="stack">{orders}</ul>
                </section>
            </main>
        }
    })
}
