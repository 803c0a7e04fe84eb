//! `/dinas/pesanan/{nomor}`: an officer acts in the place of buyer or seller.

use domain::account::Capability;
use domain::shop::order::{Action, By, allowed};
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::shop::order::{Buyer, OrderHeader, OrderPage, find_office_order};
use platform::shop::proof::{ProofShown, list_proofs};

use super::act::FORM;
use super::facts::{buyer_card, goods_card};
use super::missing;
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::param;
use crate::shop::order::{state_class, timeline};
use crate::shop::proof::{REFUSE, seller_proofs};
use crate::text::{CartText, Lang, OrderText, action_label, status_label};
use crate::ui::{Desk, ErrorSummary, Field, described};
use crate::visitor::{Visitor, lang, visitor};

struct Shown {
    found: OrderPage,
    buyer: Buyer,
    refused: Refused,
    proofs: Vec<ProofShown>,
    refused_proof: Refused,
}

async fn load(platform: Platform, visitor: Visitor, number: String) -> Result<Shown, Missing> {
    only(&visitor, Capability::ActOnOrders)?;
    let found = find_office_order(&platform, &visitor.actor, &number).await.map_err(missing)?;
    let (found, buyer) = found.ok_or(Missing::NotFound)?;
    let refused = recall(&platform, visitor.typed, FORM).await?;
    let proofs = list_proofs(&platform, found.header.id).await?;
    let refused_proof = recall(&platform, visitor.typed, REFUSE).await?;
    Ok(Shown { found, buyer, refused, proofs, refused_proof })
}

/// `/dinas/pesanan/{nomor}`.
#[component]
pub fn OfficeOrderPage() -> impl IntoView {
    let number = param("nomor");
    page(load(expect_context::<Platform>(), visitor(), number), |shown| {
        let t = lang();
        let Shown { found, buyer, refused, proofs, refused_proof } = shown;
        let OrderPage { header, lines, events } = found;
        let placed = Timestamp::from_micros(header.created_at).words(t);
        let lead = format!("{}\u{a0}· {}\u{a0}· {placed}", header.shop, header.total);
        let here = format!("/dinas/pesanan/{}", header.number);
        let slip = format!("{here}/nota");
        view! {
            <Desk title=t.order_title(&header.number) lead=lead>
                <ErrorSummary errors=refused.errors.clone()/>
                <ErrorSummary errors=refused_proof.errors.clone()/>
                <p><span class=state_class(header.status)>{status_label(t, header.status)}</span></p>
                <div class="sell">
                    <div class="stack">
                        {seller_proofs(&header, &proofs, &refused_proof, &here, t)}
                        {act_form(&header, &refused, t)}
                        {goods_card(&header, lines, slip, t)}
                    </div>
                    <div class="stack">
                        {buyer_card(&buyer, &header, t)}
                        <section class="card stack" aria-labelledby="j-jalan">
                            <h2 class="h3" id="j-jalan">{t.timeline()}</h2>
                            {timeline(events, t)}
                        </section>
                    </div>
                </div>
            </Desk>
        }
    })
}

fn act_form(header: &OrderHeader, refused: &Refused, t: Lang) -> Option<AnyView> {
    let actions = allowed(header.now(), By::Petugas);
    if actions.is_empty() {
        return None;
    }
    let chosen = refused.value("aksi");
    let choice = |action: Action| {
        view! {
            <label class="choice">
                <input type="radio" name="aksi" value=action.as_str() checked=chosen == action.as_str() required/>
                <span class="choice__title">{action_label(t, action)}</span>
            </label>
        }
    };
    let choices = actions.into_iter().map(choice).collect_view();
    let (reason, about) = (refused.value("alasan"), described("alasan", true, refused));
    let form = view! {
        <section class="card card--lift stack" aria-labelledby="j-tindakan">
            <h2 class="h3" id="j-tindakan">{t.action_title()}</h2>
            <p class="muted">{t.officer_lead()}</p>
            <form class="stack" method="post" action="/aksi/dinas/pesanan">
                <input type="hidden" name="nomor" value=header.number.clone()/>
                <fieldset class="stack stack--2" id="aksi"><legend class="label">{t.choose_action()}</legend>{choices}</fieldset>
                <Field name="alasan" label=t.reason_label().to_owned() hint=t.officer_reason_hint() refused=refused.clone()>
                    <textarea class="textarea" id="alasan" name="alasan" rows="2" maxlength="300" required
                        aria-describedby=about>{reason}</textarea>
                </Field>
                <div><button class="btn">{t.act()}</button></div>
            </form>
        </section>
    };
    Some(form.into_html())
}
