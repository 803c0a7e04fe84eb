//! One order, as its buyer sees it.

use domain::phone::Phone;
use domain::shop::order::{Action, By, Payment, Status, next};
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::flash::Refused;
use platform::shop::order::{OrderEvent, OrderHeader, OrderLine, OrderPage};

use crate::text::{CartText, CommonText, Lang, status_label, status_next};
use crate::ui::{ErrorSummary, Field, Icon, Load, PageHead, Picture, described};
use crate::visitor::lang;

pub(super) fn order_view(found: OrderPage, refused: Refused, trusted: bool) -> AnyView {
    let t = lang();
    let OrderPage { header, lines, events } = found;
    let title = t.order_title(&header.number);
    let placed = Timestamp::from_micros(header.created_at).words(t);
    let state = match header.status {
        Status::Dibatalkan | Status::Kedaluwarsa | Status::DanaKembali => "state state--stop",
        Status::MenungguPembayaran | Status::BayarTerlambat => "state state--wait",
        Status::Diterima | Status::Selesai => "state state--go",
        _ => "state state--info",
    };
    let items: Vec<String> =
        lines.iter().map(|line| format!("{} × {} {}", line.quantity, line.product_name, line.variant_label)).collect();
    let ask = Phone::parse(&header.shop_phone)
        .ok()
        .map(|phone| phone.whatsapp(&t.ask_seller_text(&header.number, &items.join(", "))));
    let can_cancel = next(header.now(), Action::Cancel, By::Pembeli).is_some();
    view! {
        <PageHead title=title.clone() description=title.clone() canonical=None/>
        <main id="isi" class="wrap co section">
            <ErrorSummary errors=refused.errors.clone() kept=false/>
            <div class="co__grid">
                <div class="stack">
                    <section class="card stack">
                        <div>
                            <h1>{title}</h1>
                            <p class="muted">{t.order_at(&header.shop)}" · "{t.placed_on()}" "{placed}</p>
                        </div>
                        <p><span class=state>{status_label(t, header.status)}</span></p>
                        <p><strong>{t.what_next()}": "</strong>{status_next(t, header.status, header.delivery, header.accepted_at.is_some())}</p>
                        {(!header.cancel_reason.is_empty()).then(|| view! { <p class="muted">{header.cancel_reason.clone()}</p> })}
                        {pay_note(&header, t)}
                        {ask.map(|link| view! {
                            <div class="row noprint">
                                <a class="btn btn--line" href=link rel="noopener"><Icon name="message-circle"/>{t.ask_seller()}</a>
                            </div>
                        })}
                    </section>
                    <section class="card stack" aria-labelledby="j-jalan">
                        <h2 id="j-jalan">{t.timeline()}</h2>
                        <ol class="line-t">{events.into_iter().map(|event| event_view(event, t)).collect_view()}</ol>
                    </section>
                </div>
                <div class="stack">
                    {invoice(&header, lines, t)}
                    {can_cancel.then(|| cancel_form(&header, &refused, trusted, t))}
                </div>
            </div>
        </main>
    }
    .into_any()
}

fn pay_note(header: &OrderHeader, t: Lang) -> Option<AnyView> {
    if header.status != Status::MenungguPembayaran || header.payment != Payment::Transfer {
        return None;
    }
    let until = header.pay_by.map(|at| t.pay_before(&Timestamp::from_micros(at).words(t)));
    let facts = [
        (header.bank_name.clone().unwrap_or_default(), header.bank_account.clone().unwrap_or_default()),
        (t.account_holder().to_owned(), header.bank_holder.clone().unwrap_or_default()),
        (t.exact_amount().to_owned(), header.total.to_string()),
    ]
    .into_iter()
    .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
    .collect_view();
    let note = view! {
        <div class="note note--warn">
            <Icon name="landmark"/>
            <div class="stack stack--2">
                <strong>{t.pay_to()}" "{until}</strong>
                <dl class="sum">{facts}</dl>
            </div>
        </div>
    };
    Some(note.into_any())
}

fn event_view(event: OrderEvent, t: Lang) -> AnyView {
    view! {
        <li class="ev">
            <span class="ev__i"><Icon name="check"/></span>
            <div>
                <p class="ev__d">{Timestamp::from_micros(event.at).words(t)}</p>
                <h3>{status_label(t, event.status)}</h3>
                {(!event.note.is_empty()).then(|| view! { <p class="muted">{event.note.clone()}</p> })}
            </div>
        </li>
    }
    .into_any()
}

fn invoice(header: &OrderHeader, lines: Vec<OrderLine>, t: Lang) -> AnyView {
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
    view! {
        <section class="card stack" aria-labelledby="j-nota">
            <h2 id="j-nota">{t.invoice()}</h2>
            <ul class="lines">{lines}</ul>
            <dl class="sum">
                <div><dt>{t.goods()}</dt><dd>{header.subtotal.to_string()}</dd></div>
                <div><dt>{t.delivery_fee()}</dt><dd>{header.delivery_fee.to_string()}</dd></div>
                <div class="sum__total"><dt>{t.total()}</dt><dd>{header.total.to_string()}</dd></div>
            </dl>
            <p class="muted small">{header.shop.clone()}", "{header.shop_address.clone()}</p>
        </section>
    }
    .into_any()
}

fn cancel_form(header: &OrderHeader, refused: &Refused, trusted: bool, t: Lang) -> AnyView {
    let (about, reason) = (described("pin", true, refused), refused.value("alasan"));
    let pin = if trusted {
        view! { <p>{t.cancel_hint_trusted()}</p> }.into_any()
    } else {
        view! {
            <Field name="pin" label=t.order_pin().to_owned() hint=t.cancel_hint() refused=refused.clone()>
                <input class="input" id="pin" name="pin" inputmode="numeric" autocomplete="off" maxlength="64" required
                    aria-describedby=about/>
            </Field>
        }
        .into_any()
    };
    view! {
        <details class="card fold noprint" open=!refused.errors.is_empty()>
            <summary>{t.cancel_order()}<Icon name="chevron-down"/></summary>
            <form class="stack" method="post" action="/aksi/pesanan/batal">
                <input type="hidden" name="nomor" value=header.number.clone()/>
                {pin}
                <Field name="alasan" label=format!("{} {}", t.cancel_reason(), t.optional()) refused=refused.clone()>
                    <input class="input" id="alasan" name="alasan" maxlength="200" value=reason/>
                </Field>
                <div><button class="btn btn--danger">{t.cancel_order()}</button></div>
            </form>
        </details>
    }
    .into_any()
}
