//! `/usaha/pesanan/{nomor}`: one order of the visitor's shop, and everything that can be done to it.

use domain::account::Capability;
use domain::shop::order::{Action, By, Delivery, Status, Turn, allowed, main_action, turn};
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::notice::{OutboxError, Outgoing, list_order_messages};
use platform::shop::order::{Buyer, OrderHeader, OrderPage, find_shop_order};
use platform::shop::proof::{ProofShown, list_proofs};

use super::act::FORM;
use super::facts::{buyer_card, goods_card};
use super::{due_chip, missing};
use crate::action::recall;
use crate::html::IntoHtml;
use crate::notice::message_card;
use crate::page::{Missing, only, page};
use crate::request::param;
use crate::shop::order::{state_class, timeline};
use crate::shop::proof::{REFUSE, seller_proofs};
use crate::text::{CartText, CommonText, Lang, OrderText, action_hint, action_label, due_label, status_label};
use crate::ui::{Desk, ErrorSummary, Field, Icon, described};
use crate::visitor::{Visitor, lang, visitor};

struct Shown {
    found: OrderPage,
    buyer: Buyer,
    messages: Vec<Outgoing>,
    proofs: Vec<ProofShown>,
    refused_proof: Refused,
    refused: Refused,
    now: Timestamp,
}

async fn load(platform: Platform, visitor: Visitor, number: String) -> Result<Shown, Missing> {
    only(&visitor, Capability::RunShop)?;
    let found = find_shop_order(&platform, &visitor.actor, &number).await.map_err(missing)?;
    let (found, buyer) = found.ok_or(Missing::NotFound)?;
    let messages = list_order_messages(&platform, &visitor.actor, found.header.id).await;
    let messages = messages.map_err(|error| match error {
        OutboxError::Forbidden(_) => Missing::NotAllowed,
        OutboxError::Db(error) => error.into(),
    })?;
    // What was refused may have been a step, or taking a message.
    let mut refused = recall(&platform, visitor.typed, FORM).await?;
    if refused.errors.is_empty() {
        refused = recall(&platform, visitor.typed, crate::notice::FORM).await?;
    }
    let proofs = list_proofs(&platform, found.header.id).await?;
    let refused_proof = recall(&platform, visitor.typed, REFUSE).await?;
    Ok(Shown { found, buyer, messages, proofs, refused_proof, refused, now: platform.now() })
}

/// `/usaha/pesanan/{nomor}`.
#[component]
pub fn ShopOrderPage() -> impl IntoView {
    let number = param("nomor");
    page(load(expect_context::<Platform>(), visitor(), number), one_view)
}

fn one_view(shown: Shown) -> AnyView {
    let t = lang();
    let Shown { found, buyer, messages, proofs, refused_proof, refused, now } = shown;
    let OrderPage { header, lines, events } = found;
    let here = format!("/usaha/pesanan/{}", header.number);
    let main = main_action(header.now());
    let due = header.due().filter(|_| main.is_some()).map(|due| due_chip(due_label(t, main), due, now, t));
    let lead = format!(
        "{}\u{a0}· {}\u{a0}· {}",
        header.shop,
        header.total,
        Timestamp::from_micros(header.created_at).words(t)
    );
    let slip = format!("{here}/nota");
    view! {
        <Desk title=t.order_title(&header.number) lead=lead>
            <ErrorSummary errors=refused.errors.clone() kept=false/>
            <ErrorSummary errors=refused_proof.errors.clone() kept=false/>
            <div class="row">
                <a class="back" href="/usaha/pesanan"><Icon name="chevron-left" class="i i--16"/>{t.orders_title()}</a>
                <span class=state_class(header.status)>{status_label(t, header.status)}</span>
                {due}
            </div>
            <div class="sell">
                <div class="stack">
                    {seller_proofs(&header, &proofs, &refused_proof, &here, t)}
                    {actions(&header, main, &refused, t)}
                    {goods_card(&header, lines, slip, t)}
                </div>
                <div class="stack">
                    {buyer_card(&buyer, &header, t)}
                    {messages_card(messages, &here, t)}
                    <section class="card stack" aria-labelledby="j-jalan">
                        <h2 class="h3" id="j-jalan">{t.timeline()}</h2>
                        {timeline(events, t)}
                    </section>
                </div>
            </div>
        </Desk>
    }
    .into_html()
}

/// The next step as a large button, the others folded below it.
fn actions(header: &OrderHeader, main: Option<Action>, refused: &Refused, t: Lang) -> AnyView {
    let others = allowed(header.now(), By::Penjual)
        .into_iter()
        .filter(|action| Some(*action) != main && *action != Action::Complete)
        .map(|action| {
            view! {
                <details class="fold" open=refused.value("aksi") == action.as_str()>
                    <summary>{action_label(t, action)}<Icon name="chevron-down"/></summary>
                    {form(header, action, false, refused, t)}
                </details>
            }
        })
        .collect_view();
    let title = match (main, turn(header.now())) {
        (Some(action), _) => action_label(t, action),
        (None, Turn::Buyer) => t.wait_for_buyer(),
        (None, _) => t.no_action(),
    };
    view! {
        <section class="card card--lift stack" id="tindakan" aria-labelledby="j-tindakan">
            <h2 class="h3" id="j-tindakan">{title}</h2>
            {main.map(|action| form(header, action, true, refused, t))}
            {others}
        </section>
    }
    .into_html()
}

fn form(header: &OrderHeader, action: Action, main: bool, refused: &Refused, t: Lang) -> AnyView {
    let (value, about) = (refused.value("alasan"), described("alasan", true, refused));
    let reason = matches!(action, Action::Cancel | Action::RefuseReturn).then(|| {
        view! {
            <Field name="alasan" label=t.reason_label().to_owned() hint=t.reason_hint() refused=refused.clone()>
                <textarea class="textarea" id="alasan" name="alasan" rows="2" maxlength="300" required
                    aria-describedby=about>{value}</textarea>
            </Field>
        }
    });
    let (courier, receipt) = (refused.value("kurir"), refused.value("resi"));
    let sending = (action == Action::Send).then(|| {
        view! {
            <Field name="kurir" label=format!("{} {}", t.courier_name(), t.optional()) hint=t.courier_hint() refused=refused.clone()>
                <input class="input" id="kurir" name="kurir" maxlength="60" autocomplete="off" value=courier
                    aria-describedby="kurir-hint"/>
            </Field>
            <Field name="resi" label=format!("{} {}", t.receipt_label(), t.optional()) refused=refused.clone()>
                <input class="input" id="resi" name="resi" maxlength="60" autocomplete="off" autocapitalize="characters" value=receipt/>
            </Field>
        }
    });
    // The number is what the buyer says at the counter.
    let number = (action == Action::HandOver && header.delivery == Delivery::Pickup).then(|| {
        view! {
            <p class="code"><span class="small muted">{t.check_number()}</span><strong class="mono">{header.number.clone()}</strong></p>
        }
    });
    let cash = (action == Action::HandOver && !header.paid)
        .then(|| view! { <p class="strong">{t.take_cash(&header.total.to_string())}</p> });
    let amount = (action == Action::Pay && header.status == Status::MenungguPembayaran)
        .then(|| view! { <p class="strong">{t.exact_amount()}": "{header.total.to_string()}</p> });
    let class = match (main, action) {
        (_, Action::Cancel | Action::RefuseReturn) => "btn btn--danger",
        (true, _) => "btn btn--big btn--wide",
        (false, _) => "btn btn--line",
    };
    view! {
        <form class="stack stack--2 py-2" method="post" action="/aksi/usaha/pesanan">
            <input type="hidden" name="nomor" value=header.number.clone()/>
            <input type="hidden" name="aksi" value=action.as_str()/>
            <p class="hint">{action_hint(t, action)}</p>
            {number}
            {cash}
            {amount}
            {reason}
            {sending}
            <div><button class=class>{action_label(t, action)}</button></div>
        </form>
    }
    .into_html()
}

fn messages_card(messages: Vec<Outgoing>, here: &str, t: Lang) -> AnyView {
    let messages = messages.into_iter().map(|message| message_card(message, here, false, t)).collect_view();
    view! {
        <section class="stack" aria-labelledby="j-kabar">
            <div>
                <h2 class="h3" id="j-kabar">{t.messages_title()}</h2>
                <p class="muted small">{t.messages_hint()}</p>
            </div>
            <ul class="stack">{messages}</ul>
        </section>
    }
    .into_html()
}
