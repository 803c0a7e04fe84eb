//! Deciding about a shop.

use domain::shop::usaha::{Decision, ShopState};
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::shop::usaha::{Decide, DecideError, Decided, ShopWritten, decide_shop};
use uuid::Uuid;

use super::decision::{decision_card, own_shop_note, reason_field};
use super::file::did;
use crate::action::{Word, done, go_to, refuse};
use crate::html::IntoHtml;
use crate::text::{CartText, Lang, OfficeText};
use crate::ui::Icon;
use crate::visitor::visitor;

/// The form with the decisions that are possible now.
pub(super) fn decide_form(shop: &ShopWritten, own: bool, seen: i64, refused: &Refused, t: Lang) -> AnyView {
    if own {
        return own_shop_note(t);
    }
    let (label, hint, buttons) = match (shop.state, &shop.state_reason) {
        (ShopState::Pending, None) => (
            t.reason_return(),
            t.reason_return_hint(),
            view! {
                <button class="btn" name="putusan" value="setujui"><Icon name="circle-check"/>{t.approve()}</button>
                <button class="btn btn--line" name="putusan" value="kembalikan"><Icon name="undo-2"/>{t.send_back()}</button>
            }
            .into_html(),
        ),
        (ShopState::Pending, Some(_)) => (
            t.reason_reopen(),
            "",
            view! { <button class="btn" name="putusan" value="setujui"><Icon name="circle-check"/>{t.approve()}</button> }
                .into_html(),
        ),
        (ShopState::Open, _) => (
            t.reason_suspend(),
            t.reason_suspend_hint(),
            view! {
                <button class="btn btn--danger" name="putusan" value="tangguhkan"><Icon name="pause"/>{t.suspend()}</button>
            }
            .into_html(),
        ),
        (ShopState::Suspended, _) => (
            t.reason_reopen(),
            "",
            view! { <button class="btn" name="putusan" value="buka_lagi"><Icon name="circle-check"/>{t.reopen()}</button> }
                .into_html(),
        ),
    };
    let why = shop.state_reason.clone().map(|reason| {
        let title = if shop.state == ShopState::Suspended { t.suspended_because() } else { t.returned_waits() };
        view! { <div class="note note--warn"><Icon name="info"/><div><strong>{title}</strong><p>{reason}</p></div></div> }
    });
    let form = view! {
        {why}
        <form class="stack" method="post" action="/aksi/dinas/toko">
            <input type="hidden" name="toko" value=shop.id.to_string()/>
            <input type="hidden" name="terlihat" value=seen/>
            {reason_field(label, hint, refused)}
            <div class="row">{buttons}</div>
        </form>
    };
    decision_card(form.into_html(), refused, t)
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
