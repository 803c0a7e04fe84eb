//! What the pages of an order share: its state, its goods, its money, and what happened.

use domain::shop::order::{Delivery, Status};
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::shop::order::{OrderEvent, OrderHeader, OrderLine};

use crate::html::IntoHtml;
use crate::text::{CartText, Lang, OrderText, by_label, event_label, status_label};
use crate::ui::{Icon, Load, Picture};

/// The look of a status.
pub(in crate::shop) fn state_class(status: Status) -> &'static str {
    match status {
        Status::Dibatalkan | Status::Kedaluwarsa | Status::ReturDitolak => "state state--stop",
        Status::MenungguPembayaran | Status::BayarTerlambat | Status::ReturDiajukan | Status::ReturDisetujui => {
            "state state--wait"
        }
        Status::Diterima | Status::Selesai | Status::DanaKembali => "state state--go",
        Status::Dibayar | Status::Diproses | Status::SiapDiambil | Status::Dikirim => "state state--info",
    }
}

/// What was bought, with pictures.
pub(in crate::shop) fn goods(lines: Vec<OrderLine>) -> AnyView {
    let lines = lines
        .into_iter()
        .map(|line| view! {
            <li class="line">
                <div class=format!("line__pic t{}", line.tint)><Picture id=line.cover_id sizes="56px" load=Load::Now/></div>
                <div><p class="strong">{line.product_name}</p><p class="muted small">{line.variant_label}</p></div>
                <p class="line__p"><span class="muted">{line.quantity}" ×"</span>{line.price.times(line.quantity).to_string()}</p>
            </li>
        })
        .collect_view();
    view! { <ul class="lines">{lines}</ul> }.into_html()
}

/// What it costs.
pub(in crate::shop) fn totals(header: &OrderHeader, t: Lang) -> AnyView {
    view! {
        <dl class="sum">
            <div><dt>{t.goods()}</dt><dd>{header.subtotal.to_string()}</dd></div>
            {(header.delivery == Delivery::Courier)
                .then(|| view! { <div><dt>{t.delivery_fee()}</dt><dd>{header.delivery_fee.to_string()}</dd></div> })}
            <div class="sum__total"><dt>{t.total()}</dt><dd>{header.total.to_string()}</dd></div>
        </dl>
    }
    .into_html()
}

/// What happened, latest first.
pub(in crate::shop) fn timeline(events: Vec<OrderEvent>, t: Lang) -> AnyView {
    let events = events.into_iter().enumerate().map(|(nth, event)| event_view(event, nth == 0, t)).collect_view();
    view! { <ol class="line-t">{events}</ol> }.into_html()
}

fn event_view(event: OrderEvent, latest: bool, t: Lang) -> AnyView {
    let icon = match event.action.as_str() {
        "pesan" => "receipt-text",
        "bayar" => "wallet",
        "batal" | "kedaluwarsa" | "tolak_retur" => "x",
        "siap" => "store",
        "kirim" => "truck",
        "serah" => "package-check",
        "dana_kembali" => "undo-2",
        "ajukan_retur" => "package-x",
        _ => "check",
    };
    let title = event_label(t, &event.action).unwrap_or_else(|| status_label(t, event.status));
    let by = event.by_role.parse().ok().map(|by| by_label(t, by));
    view! {
        <li class=if latest { "ev ev--now" } else { "ev" }>
            <span class="ev__i"><Icon name=icon/></span>
            <div>
                <p class="ev__d">{Timestamp::from_micros(event.at).words(t)}{by.map(|by| format!("\u{a0}· {by}"))}</p>
                <h3>{title}</h3>
                {(!event.note.is_empty()).then(|| view! { <p class="muted">{event.note.clone()}</p> })}
            </div>
        </li>
    }
    .into_html()
}

/// Who carries it and under which number.
pub(in crate::shop) fn carried(header: &OrderHeader, t: Lang) -> Option<String> {
    let parts = [
        (!header.courier.is_empty()).then(|| t.receipt_of(&header.courier)),
        (!header.receipt_number.is_empty()).then(|| t.receipt_number(&header.receipt_number)),
    ];
    let text: Vec<String> = parts.into_iter().flatten().collect();
    (!text.is_empty()).then(|| text.join("\u{a0}· "))
}
