//! Deciding about a shop.

use domain::shop::usaha::{Decision, ShopState};
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::shop::usaha::{Decide, DecideError, Decided, ShopWritten, decide_shop};
use uuid::Uuid;

use super::file::did;
use crate::action::{Word, done, go_to, refuse};
use crate::text::{CartText, Lang, OfficeText};
use crate::ui::{ErrorSummary, Field, Icon, described};
use crate::visitor::visitor;

/// The form with the decisions that are possible now.
pub(super) fn decide_form(shop: &ShopWritten, own: bool, seen: i64, refused: &Refused, t: Lang) -> AnyView {
    if own {
        return view! { <p class="note note--warn"><Icon name="info"/><span>{t.own_shop()}</span></p> }.into_any();
    }
    let (label, hint, buttons) = match (shop.state, &shop.state_reason) {
        (ShopState::Pending, None) => (
            t.reason_return(),
            Some(t.reason_return_hint()),
            view! {
                <button class="btn" name="putusan" value="setujui"><Icon name="circle-check"/>{t.approve()}</button>
                <button class="btn btn--line" name="putusan" value="kembalikan"><Icon name="undo-2"/>{t.send_back()}</button>
            }
            .into_any(),
        ),
        (ShopState::Pending, Some(_)) => (
            t.reason_reopen(),
            None,
            view! { <button class="btn" name="putusan" value="setujui"><Icon name="circle-check"/>{t.approve()}</button> }
                .into_any(),
        ),
        (ShopState::Open, _) => (
            t.reason_suspend(),
            Some(t.reason_suspend_hint()),
            view! {
                <button class="btn btn--danger" name="putusan" value="tangguhkan"><Icon name="pause"/>{t.suspend()}</button>
            }
            .into_any(),
        ),
        (ShopState::Suspended, _) => (
            t.reason_reopen(),
            None,
            view! { <button class="btn" name="putusan" value="buka_lagi"><Icon name="circle-check"/>{t.reopen()}</button> }
                .into_any(),
        ),
    };
    let why = shop.state_reason.clone().map(|reason| {
        let title = if shop.state == ShopState::Suspended { t.suspended_because() } else { t.returned_waits() };
        view! { <div class="note note--warn"><Icon name="info"/><div><strong>{title}</strong><p>{reason}</p></div></div> }
    });
    let about = described("alasan", hint.is_some(), refused);
    let typed = refused.value("alasan");
    let (already, errors) = split_already(refused);
    view! {
        <section class="card stack" aria-labelledby="j-putusan">
            <h2 class="h3" id="j-putusan">{t.decision()}</h2>
            {already}
            <ErrorSummary errors=errors kept=false/>
            {why}
            <form class="stack" method="post" action="/aksi/dinas/toko">
                <input type="hidden" name="toko" value=shop.id.to_string()/>
                <input type="hidden" name="terlihat" value=seen/>
                <Field name="alasan" label=label.to_owned() hint=hint.unwrap_or_default() refused=refused.clone()>
                    <textarea class="textarea" id="alasan" name="alasan" rows="3" maxlength="500" aria-describedby=about>{typed}</textarea>
                </Field>
                <div class="row">{buttons}</div>
            </form>
        </section>
    }
    .into_any()
}

/// That somebody was faster is told apart from what is wrong with the form.
pub(super) fn split_already(refused: &Refused) -> (AnyView, Vec<(String, String)>) {
    let already = refused.error("sudah").map(str::to_owned).map(|text| {
        view! { <p class="note note--warn" role="alert"><Icon name="triangle-alert"/><span>{text}</span></p> }
    });
    let others = refused.errors.iter().filter(|(field, _)| field != "sudah").cloned().collect();
    (already.into_any(), others)
}

/// Decides about a shop.
///
/// # Errors
/// Never for a form: the shop's file is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/toko")]
pub async fn submit_shop_decision(
    toko: String,
    putusan: String,
    #[server(default)] alasan: String,
    #[server(default)] terlihat: i64,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let (Ok(shop), Ok(decision)) = (Uuid::parse_str(&toko), putusan.parse::<Decision>()) else {
        go_to("/dinas/toko");
        return Ok(());
    };
    let back = format!("/dinas/toko/{shop}");
    let decide = Decide { decision, reason: alasan.clone(), seen: terlihat };
    let problem = match decide_shop(&platform, &visitor.actor, shop, &decide).await {
        Ok(()) => {
            done(Word::Done, &back);
            return Ok(());
        }
        Err(DecideError::NotFound) => {
            go_to("/dinas/toko");
            return Ok(());
        }
        Err(DecideError::NoReason) => ("alasan", t.reason_needed().to_owned()),
        Err(DecideError::OwnShop) => ("sudah", t.own_shop().to_owned()),
        Err(DecideError::Forbidden(_)) => ("sudah", t.may_not().to_owned()),
        Err(DecideError::Already(last)) => ("sudah", already(last, t)),
        Err(DecideError::Db(error)) => {
            leptos::logging::error!("decide on a shop: {error:?}");
            ("alasan", t.try_later().to_owned())
        }
    };
    refuse(&format!("toko-{shop}"), &[("alasan", &alasan)], vec![problem], &back).await;
    Ok(())
}

fn already(last: Option<Decided>, t: Lang) -> String {
    last.map_or_else(
        || t.changed_meanwhile().to_owned(),
        |last| {
            t.already_decided(
                &did(last.decision, t).to_lowercase(),
                &last.name,
                &Timestamp::from_micros(last.at).words(t),
            )
        },
    )
}
