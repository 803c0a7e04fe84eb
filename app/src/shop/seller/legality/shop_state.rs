//! What an owner reads while the shop is not public, and the button that hands it in again.

use domain::shop::usaha::ShopState;
use leptos::prelude::*;
use platform::Platform;
use platform::shop::badge::OwnShop;
use platform::shop::usaha::{DecideError, hand_in_again};

use crate::action::{Word, done, go_to};
use crate::text::{Lang, LegalityText};
use crate::ui::Icon;
use crate::visitor::visitor;

/// Why the shop is not public and what to do; nothing for an open shop.
pub(super) fn shop_state_note(shop: &OwnShop, t: Lang) -> AnyView {
    let (class, icon, title, text) = match (shop.state, &shop.state_reason) {
        (ShopState::Open, _) => return ().into_any(),
        (ShopState::Pending, None) => ("note", "clock", t.shop_pending(), t.shop_pending_text()),
        (ShopState::Pending, Some(_)) => ("note note--warn", "pencil", t.shop_returned(), t.shop_returned_text()),
        (ShopState::Suspended, _) => ("note note--warn", "pause", t.shop_suspended(), t.shop_suspended_text()),
    };
    let reason = shop.state_reason.as_ref().map(|reason| t.because(reason));
    let again = (shop.state == ShopState::Pending && shop.state_reason.is_some()).then(|| {
        view! {
            <form class="mt-3" method="post" action="/aksi/usaha/ajukan-lagi">
                <button class="btn"><Icon name="send"/>{t.shop_hand_in_again()}</button>
            </form>
        }
    });
    view! {
        <div class=class>
            <Icon name=icon/>
            <div>
                <h2 class="h3">{title}</h2>
                {reason.map(|reason| view! { <p><strong>{reason}</strong></p> })}
                <p>{text}</p>
                {again}
            </div>
        </div>
    }
    .into_any()
}

/// Hands a shop that was sent back in again.
///
/// # Errors
/// Never for a form: the page says where the shop is.
#[server(prefix = "/aksi", endpoint = "usaha/ajukan-lagi")]
pub async fn submit_hand_in_again() -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let back = "/usaha/legalitas";
    match hand_in_again(&platform, &visitor().actor).await {
        Ok(()) => done(Word::Sent, back),
        Err(DecideError::Db(error)) => {
            leptos::logging::error!("hand in again: {error:?}");
            go_to(back);
        }
        // It waits already, or was decided meanwhile: the page shows which.
        Err(_) => go_to(back),
    }
    Ok(())
}
