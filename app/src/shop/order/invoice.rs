//! `/pesanan/{nomor}/nota`: an invoice to print.

use domain::phone::Phone;
use domain::shop::order::Delivery;
use domain::time::Timestamp;
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use platform::Platform;
use platform::shop::order::{Buyer, OrderPage, find_buyer, find_order};

use super::opened;
use super::parts::carried;
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::request::param;
use crate::site::site;
use crate::text::{CartText, OrderText, delivery_label, payment_label};
use crate::ui::{Icon, PageHead};
use crate::visitor::{Visitor, lang, visitor};

/// Prints at a press; without script the words beside the button help.
const PRINT: &str = "const b=document.querySelector('[data-print]');b.hidden=false;b.onclick=()=>print()";

async fn load(platform: Platform, visitor: Visitor, number: String) -> Result<(OrderPage, Option<Buyer>), Missing> {
    let order = opened(&platform, &visitor, &number).await?;
    let order = order.ok_or_else(|| Missing::Elsewhere("/lacak".to_owned()))?;
    let found = find_order(&platform, order).await?.ok_or(Missing::NotFound)?;
    let buyer = find_buyer(&platform, &visitor.actor, order, visitor.order_secret.as_deref()).await?;
    Ok((found, buyer))
}

/// `/pesanan/{nomor}/nota`.
#[component]
pub fn OrderInvoicePage() -> impl IntoView {
    let number = param("nomor");
    let back = format!("/pesanan/{number}");
    page(load(expect_context::<Platform>(), visitor(), number), move |(found, buyer)| invoice_page(found, buyer, back))
}

/// An order as a sheet of paper: an invoice for its buyer, a slip for the parcel. Name and address stand on it only for
/// those who may know them.
pub(in crate::shop) fn invoice_page(found: OrderPage, buyer: Option<Buyer>, back: String) -> AnyView {
    let t = lang();
    let OrderPage { header, lines, .. } = found;
    let title = t.invoice_of(&header.number);
    let money = if header.paid { t.state_paid() } else { t.not_paid() };
    let how = [
        Some(delivery_label(t, header.delivery).to_owned()),
        Some(format!("{} ({money})", payment_label(t, header.payment))),
        carried(&header, t),
    ];
    let how = how.into_iter().flatten().map(|line| view! { <li>{line}</li> }).collect_view();
    let rows = lines
        .into_iter()
        .map(|line| {
            view! {
                <tr>
                    <td>{line.product_name}" "<span class="muted">{line.variant_label}</span></td>
                    <td class="right">{line.quantity}</td>
                    <td class="right">{line.price.to_string()}</td>
                    <td class="right">{line.price.times(line.quantity).to_string()}</td>
                </tr>
            }
        })
        .collect_view();
    let sum = |name: &'static str, amount: String| {
        view! { <tr><th colspan="3" class="right" scope="row">{name}</th><td class="right strong">{amount}</td></tr> }
    };
    view! {
        <PageHead title=title.clone() description=title.clone() canonical=None/>
        <main id="isi" class="wrap section stack">
            <div class="row noprint">
                <a class="btn btn--line" href=back><Icon name="chevron-left"/>{t.see_order()}</a>
                <button class="btn" type="button" data-print="" hidden=true><Icon name="printer"/>{t.print_now()}</button>
                <p class="hint">{t.print_how()}</p>
            </div>
            <article class="card nota stack">
                <div class="nota__top">
                    <div>
                        <p class="strong">{site().brand.clone()}"\u{a0}· "{site().regency.clone()}</p>
                        <h1>{title}</h1>
                        <p class="muted">{Timestamp::from_micros(header.created_at).words(t)}</p>
                    </div>
                    <ul class="small">{how}</ul>
                </div>
                <div class="nota__who">
                    <div>
                        <h2 class="label">{t.sold_by()}</h2>
                        <p>{header.shop.clone()}</p>
                        <p class="muted">{header.shop_address.clone()}</p>
                        <p class="muted">{local(&header.shop_phone)}</p>
                    </div>
                    {buyer.map(|buyer| view! {
                        <div>
                            <h2 class="label">{t.bought_by()}</h2>
                            <p>{buyer.name.clone()}</p>
                            <p class="muted">{local(&buyer.phone)}</p>
                            {buyer.place().map(|place| view! { <p class="muted">{place}</p> })}
                            {(!buyer.landmark.is_empty()).then(|| view! { <p class="muted">{buyer.landmark.clone()}</p> })}
                        </div>
                    })}
                </div>
                <div class="nota__table" role="region" tabindex="0" aria-label=t.invoice()>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{t.product()}</th>
                                <th scope="col" class="right">{t.pieces()}</th>
                                <th scope="col" class="right">{t.price_each()}</th>
                                <th scope="col" class="right">{t.sum()}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                        <tfoot>
                            {sum(t.goods(), header.subtotal.to_string())}
                            {(header.delivery == Delivery::Courier)
                                .then(|| sum(t.delivery_fee(), header.delivery_fee.to_string()))}
                            {sum(t.total(), header.total.to_string())}
                        </tfoot>
                    </table>
                </div>
            </article>
            <script nonce=use_nonce() inner_html=PRINT></script>
        </main>
    }
    .into_html()
}

fn local(phone: &str) -> String {
    Phone::parse(phone).map_or_else(|_| phone.to_owned(), |phone| phone.local())
}
