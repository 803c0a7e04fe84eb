//! One order, as its buyer sees it: whose turn it is, what happened, what comes next.

use domain::phone::Phone;
use domain::shop::order::{Action, By, Delivery, Payment, Status, Turn, next, turn};
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::flash::Refused;
use platform::shop::order::{OrderHeader, OrderPage};

use super::Shown;
use super::parts::{carried, goods, state_class, timeline, totals};
use crate::html::IntoHtml;
use crate::shop::proof::buyer_proofs;
use crate::text::{CartText, CommonText, Lang, OrderText, by_label, status_label, status_next};
use crate::ui::{ErrorSummary, Field, Icon, PageHead, Progress, Said, described};
use crate::visitor::lang;
use crate::when::short;

pub(super) fn order_view(shown: Shown) -> AnyView {
    let t = lang();
    let Shown { found, buyer, refused, now, proofs, refused_proof } = shown;
    let OrderPage { header, lines, events } = found;
    let title = t.order_title(&header.number);
    let placed = Timestamp::from_micros(header.created_at).words(t);
    let trusted = buyer.is_some();
    let items: Vec<String> =
        lines.iter().map(|line| format!("{} × {} {}", line.quantity, line.product_name, line.variant_label)).collect();
    let ask = Phone::parse(&header.shop_phone)
        .ok()
        .map(|phone| phone.whatsapp(&t.ask_seller_text(&header.number, &items.join(", "))));
    let refund = next(header.now(), Action::AskReturn, By::Pembeli).map(|_| return_form(&header, &refused, trusted, t));
    let cancel = next(header.now(), Action::Cancel, By::Pembeli).map(|_| cancel_form(&header, &refused, trusted, t));
    view! {
        <PageHead title=title.clone() description=title.clone() canonical=None/>
        <main id="isi" class="wrap section stack">
            <Said/>
            <ErrorSummary errors=refused.errors.clone() kept=false/>
            <ErrorSummary errors=refused_proof.errors.clone() kept=false/>
            <div class="tr">
                <section class="tr__head card card--lift" aria-labelledby="j-pesanan">
                    <div class="tr__top">
                        <p class="tr__ref">
                            <span class="muted small">{t.placed_on()}</span>
                            <span class="small strong">{placed}</span>
                        </p>
                        <span class=state_class(header.status)>{status_label(t, header.status)}</span>
                    </div>
                    <div>
                        <h1 id="j-pesanan">{title}</h1>
                        <p class="muted">{t.order_at(&header.shop)}</p>
                    </div>
                    {steps(&header, t).map(|(names, behind)| view! { <Progress names=names behind=behind/> })}
                    {todo(&header, &refused, trusted, now, t)}
                    {buyer_proofs(&header, &proofs, &refused_proof, trusted, t)}
                </section>
                <aside class="tr__side stack">
                    <section class="card stack" aria-labelledby="j-nota">
                        <h2 class="h3" id="j-nota">{t.invoice()}</h2>
                        {goods(lines)}
                        {totals(&header, t)}
                        <div class="row">
                            <a class="btn btn--line" href=format!("/pesanan/{}/nota", header.number)>
                                <Icon name="printer"/>{t.print_invoice()}
                            </a>
                        </div>
                    </section>
                    {refund}
                    {cancel}
                </aside>
                <section class="tr__line stack" aria-labelledby="j-jalan">
                    <div>
                        <h2 id="j-jalan">{t.timeline()}</h2>
                        <p class="muted">{t.timeline_hint()}</p>
                    </div>
                    {timeline(events, t)}
                    {afterwards(&header, t)}
                </section>
                <section class="tr__help card stack stack--2" aria-labelledby="j-bantu">
                    <h2 class="h3" id="j-bantu">{t.help_title()}</h2>
                    <ul class="facts facts--16">
                        <li><Icon name="store"/><span>{header.shop.clone()}", "{header.shop_address.clone()}</span></li>
                        <li><Icon name="clock"/><span>{header.opening_hours.clone()}</span></li>
                    </ul>
                    {ask.map(|link| view! {
                        <div class="row">
                            <a class="btn btn--line" href=link rel="noopener"><Icon name="message-circle"/>{t.ask_seller()}</a>
                        </div>
                    })}
                </section>
            </div>
        </main>
    }
    .into_html()
}

/// The four steps that a buyer counts, and how many of them are behind; `None` for an order that goes no further.
fn steps(header: &OrderHeader, t: Lang) -> Option<([&'static str; 4], usize)> {
    let begun = if header.payment == Payment::Transfer { t.step_paid() } else { t.step_accepted() };
    let (ready, end) = match header.delivery {
        Delivery::Pickup => (t.step_ready(), t.step_fetched()),
        Delivery::Courier => (t.step_sent(), t.step_arrived()),
    };
    let behind = match header.status {
        Status::MenungguPembayaran => 1,
        Status::Diproses if header.accepted_at.is_none() => 1,
        Status::Dibayar | Status::Diproses => 2,
        Status::SiapDiambil | Status::Dikirim => 3,
        Status::Diterima | Status::Selesai => 4,
        _ => return None,
    };
    Some(([t.step_ordered(), begun, ready, end], behind))
}

/// Whose turn it is, until when, and what to press.
fn todo(header: &OrderHeader, refused: &Refused, trusted: bool, now: Timestamp, t: Lang) -> AnyView {
    let total = header.total.to_string();
    let until = header.due().map(|due| short(due, now, t)).unwrap_or_default();
    let (class, title) = match (turn(header.now()), header.status) {
        (_, Status::Dikirim) => ("todo todo--wait", t.on_its_way().to_owned()),
        (Turn::Buyer, Status::MenungguPembayaran) => ("todo", t.your_turn_to(&t.to_transfer(&total))),
        (Turn::Buyer, _) => ("todo", t.your_turn_to(t.to_fetch())),
        (Turn::Shop, _) => ("todo todo--wait", t.shops_turn().to_owned()),
        (Turn::Nobody, _) => ("todo todo--wait", t.nothing_to_do().to_owned()),
    };
    let cancelled = (header.status == Status::Dibatalkan && !header.cancel_reason.is_empty()).then(|| {
        let by = header.cancelled_by.as_deref().and_then(|by| by.parse().ok()).unwrap_or(By::Sistem);
        view! { <p>{t.cancelled_by(by_label(t, by), &header.cancel_reason)}</p> }
    });
    let cash = (matches!(header.status, Status::SiapDiambil | Status::Dikirim) && !header.paid)
        .then(|| view! { <p class="strong">{t.bring_cash(&total)}</p> });
    let code = (header.status == Status::SiapDiambil).then(|| view! {
        <p class="code"><span class="small muted">{t.say_number()}</span><strong class="mono">{header.number.clone()}</strong></p>
    });
    let carried = (header.status == Status::Dikirim).then(|| carried(header, t)).flatten();
    let receive = (header.status == Status::Dikirim).then(|| receive_form(header, refused, trusted, t));
    view! {
        <div class=class id="isi-pesanan">
            <h2>{title}</h2>
            {cancelled}
            <p>{status_next(t, header.now(), &until)}</p>
            {code}
            {cash}
            {carried.map(|text| view! { <p class="strong">{text}</p> })}
            {pay_to(header, t)}
            {receive}
        </div>
    }
    .into_html()
}

/// Where a transfer goes.
fn pay_to(header: &OrderHeader, t: Lang) -> Option<AnyView> {
    if header.status != Status::MenungguPembayaran {
        return None;
    }
    let facts = [
        (header.bank_name.clone().unwrap_or_default(), header.bank_account.clone().unwrap_or_default()),
        (t.account_holder().to_owned(), header.bank_holder.clone().unwrap_or_default()),
        (t.exact_amount().to_owned(), header.total.to_string()),
    ]
    .into_iter()
    .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
    .collect_view();
    Some(
        view! { <div class="stack stack--2"><strong>{t.pay_to()}</strong><dl class="sum">{facts}</dl></div> }
            .into_html(),
    )
}

/// What comes after the current step, with who does it.
fn afterwards(header: &OrderHeader, t: Lang) -> Option<AnyView> {
    let (names, behind) = steps(header, t)?;
    let left = names.get(behind + 1..).filter(|left| !left.is_empty())?;
    let items = left
        .iter()
        .enumerate()
        .map(|(index, name)| {
            let last = behind + 1 + index == 3;
            let who = if last && header.delivery == Delivery::Pickup { By::Pembeli } else { By::Penjual };
            view! { <li><b>{*name}</b><span>{by_label(t, who)}</span></li> }
        })
        .collect_view();
    Some(view! { <div class="next"><h3>{t.after_that()}</h3><ol>{items}</ol></div> }.into_html())
}

/// The hidden fields of a buyer's form, and the PIN where it is needed.
fn key(header: &OrderHeader, action: Action, refused: &Refused, trusted: bool, t: Lang) -> AnyView {
    let about = described("pin", true, refused);
    let pin = (!trusted).then(|| {
        view! {
            <Field name="pin" label=t.order_pin().to_owned() hint=t.pin_hint() refused=refused.clone()>
                <input class="input" id="pin" name="pin" inputmode="numeric" autocomplete="off" maxlength="64" required
                    aria-describedby=about/>
            </Field>
        }
    });
    view! {
        <input type="hidden" name="nomor" value=header.number.clone()/>
        <input type="hidden" name="aksi" value=action.as_str()/>
        {pin}
    }
    .into_html()
}

fn receive_form(header: &OrderHeader, refused: &Refused, trusted: bool, t: Lang) -> AnyView {
    view! {
        <form class="stack stack--2" method="post" action="/aksi/pesanan/tindak">
            {key(header, Action::HandOver, refused, trusted, t)}
            <p class="hint">{t.received_hint()}</p>
            <div class="todo__a"><button class="btn"><Icon name="package-check"/>{t.received_button()}</button></div>
        </form>
    }
    .into_html()
}

fn return_form(header: &OrderHeader, refused: &Refused, trusted: bool, t: Lang) -> AnyView {
    let (about, reason) = (described("alasan", false, refused), refused.value("alasan"));
    let until = header.due().map(|due| due.words(t)).unwrap_or_default();
    view! {
        <details class="card fold" open=!refused.errors.is_empty()>
            <summary>{t.return_title()}<Icon name="chevron-down"/></summary>
            <form class="stack" method="post" action="/aksi/pesanan/tindak">
                <p>{t.return_hint(&until)}</p>
                {key(header, Action::AskReturn, refused, trusted, t)}
                <Field name="alasan" label=t.return_reason().to_owned() refused=refused.clone()>
                    <textarea class="textarea" id="alasan" name="alasan" rows="2" maxlength="300" required
                        aria-describedby=about>{reason}</textarea>
                </Field>
                <div><button class="btn btn--line">{t.return_button()}</button></div>
            </form>
        </details>
    }
    .into_html()
}

fn cancel_form(header: &OrderHeader, refused: &Refused, trusted: bool, t: Lang) -> AnyView {
    let reason = refused.value("alasan");
    view! {
        <details class="card fold" open=!refused.errors.is_empty()>
            <summary>{t.cancel_order()}<Icon name="chevron-down"/></summary>
            <form class="stack" method="post" action="/aksi/pesanan/tindak">
                <p>{t.cancel_what()}</p>
                {key(header, Action::Cancel, refused, trusted, t)}
                <Field name="alasan" label=format!("{} {}", t.cancel_reason(), t.optional()) refused=refused.clone()>
                    <input class="input" id="alasan" name="alasan" maxlength="300" value=reason/>
                </Field>
                <div><button class="btn btn--danger">{t.cancel_order()}</button></div>
            </form>
        </details>
    }
    .into_html()
}
