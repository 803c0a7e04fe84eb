//! Who ordered, what, and how it gets there: for those who work on an order.

use domain::phone::Phone;
use leptos::prelude::*;
use platform::shop::order::{Buyer, OrderHeader, OrderLine};

use crate::html::IntoHtml;
use crate::shop::order::{carried, goods, totals};
use crate::text::{CartText, Lang, OrderText, delivery_label, payment_label};
use crate::ui::Icon;

/// The buyer, with a way to talk.
pub(super) fn buyer_card(buyer: &Buyer, header: &OrderHeader, t: Lang) -> AnyView {
    let phone = Phone::parse(&buyer.phone).ok();
    let local = phone.as_ref().map_or_else(|| buyer.phone.clone(), Phone::local);
    let talk = phone.map(|phone| phone.whatsapp(&t.call_buyer_text(&buyer.name, &header.number, &header.shop)));
    view! {
        <section class="card stack" aria-labelledby="j-pembeli">
            <h2 class="h3" id="j-pembeli">{t.buyer_title()}</h2>
            <ul class="facts facts--16">
                <li><Icon name="user"/><span>{buyer.name.clone()}</span></li>
                <li><Icon name="phone"/><a href=format!("tel:{}", buyer.phone)>{local}</a></li>
                {buyer.place().map(|place| view! { <li><Icon name="map-pin"/><span>{place}</span></li> })}
                {(!buyer.landmark.is_empty()).then(|| view! {
                    <li><Icon name="flag"/><span>{t.landmark_word()}": "{buyer.landmark.clone()}</span></li>
                })}
            </ul>
            {talk.map(|link| view! {
                <div class="row">
                    <a class="btn btn--line" href=link target="_blank" rel="noopener">
                        <Icon name="message-circle"/>{t.call_buyer()}
                    </a>
                </div>
            })}
        </section>
    }
    .into_html()
}

/// What was bought and what it costs.
pub(super) fn goods_card(header: &OrderHeader, lines: Vec<OrderLine>, slip: String, t: Lang) -> AnyView {
    let money = if header.paid { t.state_paid() } else { t.not_paid() };
    view! {
        <section class="card stack" aria-labelledby="j-barang">
            <h2 class="h3" id="j-barang">{t.goods_title()}</h2>
            {goods(lines)}
            {totals(header, t)}
            <dl class="sum">
                <div><dt>{t.delivery_word()}</dt><dd>{delivery_label(t, header.delivery)}</dd></div>
                {carried(header, t).map(|text| view! { <div><dt>{t.courier_name()}</dt><dd>{text}</dd></div> })}
                <div><dt>{t.payment_word()}</dt><dd>{payment_label(t, header.payment)}</dd></div>
                <div><dt>{t.money_word()}</dt><dd>{money}</dd></div>
                {(!header.cancel_reason.is_empty())
                    .then(|| view! { <div><dt>{t.cancel_reason()}</dt><dd>{header.cancel_reason.clone()}</dd></div> })}
            </dl>
            <div class="row"><a class="btn btn--line" href=slip><Icon name="printer"/>{t.print_slip()}</a></div>
        </section>
    }
    .into_html()
}
