//! `/pesanan/terima-kasih` and `/pesanan/{nomor}`: what was ordered, where it is, and what can be done.

mod cancel;
mod done;
mod view;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use platform::Platform;
use platform::flash::Refused;
use platform::shop::order::{OrderPage as Found, find_group, find_order, track_order};

pub use self::done::OrderDonePage;
use self::view::order_view;
use crate::action::recall;
use crate::page::{Missing, page};
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
    if let Some(secret) = &visitor.order_secret
        && let Some((orders, _)) = find_group(platform, secret).await?
    {
        return Ok(orders.into_iter().find(|order| order.number == number).map(|order| order.id));
    }
    Ok(None)
}

async fn load(platform: Platform, visitor: Visitor, number: String) -> Result<(Found, Refused), Missing> {
    let order = opened(&platform, &visitor, &number).await?;
    // Unknown and not allowed look the same.
    let order = order.ok_or_else(|| Missing::Elsewhere("/lacak".to_owned()))?;
    let found = find_order(&platform, order).await?.ok_or(Missing::NotFound)?;
    Ok((found, recall(&platform, visitor.typed, "batal").await?))
}

/// `/pesanan/{nomor}`.
#[component]
pub fn OrderPage() -> impl IntoView {
    let number = use_params_map().read_untracked().get("nomor").unwrap_or_default();
    page(load(expect_context::<Platform>(), visitor(), number), |(found, refused)| order_view(found, refused))
}
