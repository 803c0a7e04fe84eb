//! What a buyer does without an account: the number opens the page, the PIN acts.

use domain::shop::order::Action;
use leptos::prelude::*;
use platform::Platform;
use platform::shop::order::{Act, ActError, act_as_buyer};

use super::{FORM, opened};
use crate::action::{Word, done, go_to, refuse};
use crate::text::{CartText, Lang, OrderText, WaitText};
use crate::visitor::visitor;

/// Cancels an order, says that it has arrived, or asks for a return.
///
/// # Errors
/// Never for a form: the order's page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pesanan/tindak")]
pub async fn act_on_own_order(
    nomor: String,
    aksi: String,
    #[server(default)] pin: String,
    #[server(default)] alasan: String,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let back = format!("/pesanan/{nomor}");
    let order = opened(&platform, &visitor, &nomor).await.ok().flatten();
    let (Some(order), Ok(action)) = (order, aksi.parse::<Action>()) else {
        go_to("/lacak");
        return Ok(());
    };
    // The PIN that was typed, or the secret of this device's own order.
    let key = if pin.is_empty() { visitor.order_secret.clone().unwrap_or_default() } else { pin };
    let act = Act { note: alasan.clone(), ..Act::default() };
    match act_as_buyer(&platform, &visitor.actor, order, &key, action, &act).await {
        Ok(_) => done(Word::Done, &back),
        Err(ActError::Already { .. }) => done(Word::Already, &back),
        Err(error) => refuse(FORM, &[("alasan", &alasan)], vec![problem(error, t)], &back).await,
    }
    Ok(())
}

fn problem(error: ActError, t: Lang) -> (&'static str, String) {
    match error {
        ActError::WrongPin | ActError::NotFound | ActError::Forbidden(_) => ("pin", t.pin_wrong().to_owned()),
        ActError::Wait(seconds) => ("pin", t.too_many_tries(seconds)),
        ActError::NoReason => ("alasan", t.reason_missing().to_owned()),
        ActError::NotNow | ActError::Already { .. } | ActError::OutOfStock => ("isi", t.not_now().to_owned()),
        ActError::Db(error) => {
            leptos::logging::error!("a buyer's step: {error:?}");
            ("isi", t.try_later().to_owned())
        }
    }
}
