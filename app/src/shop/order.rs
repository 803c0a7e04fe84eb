//! `/pesanan/terima-kasih` and `/pesanan/{nomor}`: what was ordered, where it is, and what can be done.

mod act;
mod done;
mod invoice;
mod keep;
pub(super) mod link;
mod parts;
mod view;

use domain::time::Timestamp;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::shop::order::{
    Buyer, OrderPage as Found, find_buyer, find_group, find_order, find_own_order, track_order,
};
use platform::shop::proof::{ProofShown, list_proofs};

pub use self::done::OrderDonePage;
pub use self::invoice::OrderInvoicePage;
pub(super) use self::invoice::invoice_page;
pub use self::link::OrderLinkPage;
pub(super) use self::parts::{carried, goods, state_class, timeline, totals};
use self::view::order_view;
use super::proof;
use crate::action::recall;
use crate::page::{Missing, page};
use crate::request::param;
use crate::visitor::{Visitor, visitor};

/// The name of the form with which a buyer acts.
const FORM: &str = "pesanan";

/// Whether this visitor may read an order by number: the number and digits that they gave, the account that ordered, or
/// the secret that they hold, open it.
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
        && let Some(order) = find_own_order(platform, account, number).await?
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

/// An order as a page shows it.
struct Shown {
    found: Found,
    /// Who ordered, when this visitor has shown to be it: then acting needs no PIN.
    buyer: Option<Buyer>,
    refused: Refused,
    now: Timestamp,
    /// The proofs of its transfer.
    proofs: Vec<ProofShown>,
    /// A proof that was not taken.
    refused_proof: Refused,
}

async fn load(platform: Platform, visitor: Visitor, number: String) -> Result<Shown, Missing> {
    let order = opened(&platform, &visitor, &number).await?;
    // Unknown and not allowed look the same.
    let order = order.ok_or_else(|| Missing::Elsewhere("/lacak".to_owned()))?;
    let found = find_order(&platform, order).await?.ok_or(Missing::NotFound)?;
    let buyer = find_buyer(&platform, &visitor.actor, order, visitor.order_secret.as_deref()).await?;
    let refused = recall(&platform, visitor.typed, FORM).await?;
    let refused_proof = recall(&platform, visitor.typed, proof::SEND).await?;
    let proofs = list_proofs(&platform, order).await?;
    Ok(Shown { found, buyer, refused, now: platform.now(), proofs, refused_proof })
}

/// `/pesanan/{nomor}`.
#[component]
pub fn OrderPage() -> impl IntoView {
    let number = param("nomor");
    page(load(expect_context::<Platform>(), visitor(), number), order_view)
}
