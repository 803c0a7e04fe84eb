//! `/pesanan/terima-kasih` and `/pesanan/{nomor}`: what was ordered, where it is, and what can be done.

mod cancel;
mod done;
mod keep;
pub(super) mod link;
mod view;

use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::shop::order::{OrderPage as Found, find_group, find_order, list_own_orders, may_act, track_order};

pub use self::done::OrderDonePage;
pub use self::link::OrderLinkPage;
use self::view::order_view;
use crate::action::recall;
use crate::page::{Missing, page};
use crate::request::param;
use crate::visitor::{Visitor, visitor};

/// Whether this visitor may read an order by number: the number and digits that they gave, or the secret that they
/// hold, open it.
pub(super) async fn opened(
    platform: &Platform,
    visitor: &Visitor,
    number: &str,
) -> Result<Option<uuid::Uuid>, Missing> {
    if let Some((tracked, digits)) = visitor.tracked.as_deref().and_then(|pair| pair.split_once('.'))
        && tracked == number
        && let Some(order) = track_order(platform, tracked, digits).await?
    {
        return Ok(Some(order));
    }
    if let Some(account) = visitor.actor.id()
        && let Some(order) = list_own_orders(platform, account).await?.into_iter().find(|order| order.number == number)
    {
        return Ok(Some(order.id));
    }
    if let Some(secret) = &visitor.order_secret
        && let Some((orders, _)) = find_group(platform, secret).await?
    {
        return Ok(orders.into_iter().find(|order| order.number == number).map(|order| order.id));
    }
    Ok(None)
}

/// An order as a page shows it.
struct Shown {
    found: Found,
    refused: Refused,
    /// Whether this device holds the order's secret: then acting needs no PIN.
    trusted: bool,
}

async fn load(platform: Platform, visitor: Visitor, number: String) -> Result<Shown, Missing> {
    let order = opened(&platform, &visitor, &number).await?;
    // Unknown and not allowed look the same.
    let order = order.ok_or_else(|| Missing::Elsewhere("/lacak".to_owned()))?;
    let found = find_order(&platform, order).await?.ok_or(Missing::NotFound)?;
    let trusted = match &visitor.order_secret {
        Some(secret) => may_act(&platform, order, secret).await?,
        None => false,
    };
    Ok(Shown { found, refused: recall(&platform, visitor.typed, "batal").await?, trusted })
}

/// `/pesanan/{nomor}`.
#[component]
pub fn OrderPage() -> impl IntoView {
    let number = param("nomor");
    page(load(expect_context::<Platform>(), visitor(), number), |shown| {
        order_view(shown.found, shown.refused, shown.trusted)
    })
}
