//! Cancelling without an account: the number opens the page, the PIN acts.

use domain::shop::order::{Action, By};
use leptos::prelude::*;
use platform::Platform;
use platform::rate_limit::{Limit, take};
use platform::shop::order::{Act, ActError, act_on_order, may_act};

use super::opened;
use crate::action::{forget_refused, go_to, refuse};
use crate::text::{CartText, WaitText};
use crate::visitor::visitor;

/// A PIN has a million values: few tries per order.
const TRIES: Limit = Limit { tries: 5, seconds: 900 };

/// Cancels an order.
///
/// # Errors
/// Never for a form: the order's page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pesanan/batal")]
pub async fn cancel_order(
    nomor: String,
    #[server(default)] pin: String,
    #[server(default)] alasan: String,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let back = format!("/pesanan/{nomor}");
    let order = opened(&platform, &visitor, &nomor).await.ok().flatten();
    let Some(order) = order else {
        go_to("/lacak");
        return Ok(());
    };
    // The secret of this device's own order, or the PIN that was typed; only the latter can be guessed at.
    let key = if pin.is_empty() { visitor.order_secret.clone().unwrap_or_default() } else { pin };
    let problem = match take(&platform, &format!("pin:{order}"), TRIES).await {
        Ok(Some(wait)) => Some(t.too_many_tries(wait)),
        Ok(None) => match may_act(&platform, order, &key).await {
            Ok(true) => {
                let note = alasan.trim().chars().take(200).collect();
                let act = Act { note, account: visitor.actor.id(), ..Act::default() };
                match act_on_order(&platform, order, Action::Cancel, By::Pembeli, &act).await {
                    Ok(_) => None,
                    Err(ActError::Db(_)) => Some(t.try_later().to_owned()),
                    Err(_) => Some(t.cannot_now().to_owned()),
                }
            }
            Ok(false) => Some(t.pin_wrong().to_owned()),
            Err(_) => Some(t.try_later().to_owned()),
        },
        Err(_) => Some(t.try_later().to_owned()),
    };
    match problem {
        None => {
            forget_refused();
            go_to(&back);
        }
        Some(message) => refuse("batal", &[("alasan", &alasan)], vec![("pin", message)], &back).await,
    }
    Ok(())
}
