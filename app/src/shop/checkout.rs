//! `/checkout`: who, where, how; at most eight fields, and what it costs before anything is ordered.

mod form;
mod submit;

use leptos::prelude::*;
use platform::flash::Refused;
use platform::reference::Region;
use platform::shop::cart::{Cart, show_cart};
use platform::{Platform, secret};
use uuid::Uuid;

use self::form::checkout_form;
pub(crate) use self::submit::phone_error;
use crate::action::recall;
use crate::page::{Missing, page};
use crate::request::query;
use crate::visitor::{Visitor, visitor};

/// "I fetch it myself" in the place of a kecamatan's code.
const PICKUP: &str = "ambil";

/// The name of a field that each shop has. The letter before the id keeps the form's decoder from taking it for an index.
fn field(name: &str, shop: Uuid) -> String {
    format!("{name}[u{}]", shop.simple())
}

/// Everything the form shows.
struct Shown {
    cart: Cart,
    /// Where things are brought; `None` when everything is fetched.
    place: Option<(Region, Vec<Region>)>,
    refused: Refused,
    token: String,
    /// How long a bank transfer may take, in hours.
    pay_hours: i64,
}

async fn load(platform: Platform, visitor: Visitor, kec: String) -> Result<Shown, Missing> {
    let elsewhere = || Missing::Elsewhere("/keranjang".to_owned());
    let reference = platform.reference().await?;
    let place = match reference.kecamatan(&kec) {
        Some(region) => Some((region.clone(), reference.desa(&kec).to_vec())),
        None if kec == PICKUP => None,
        None => return Err(elsewhere()),
    };
    let cart = show_cart(&platform, visitor.cart.ok_or_else(elsewhere)?, &kec).await?;
    let changed = cart.shops.iter().flat_map(|(_, lines)| lines).any(|line| line.now(&platform).change().is_some());
    if cart.shops.is_empty() || changed {
        return Err(elsewhere());
    }
    let refused = recall(&platform, visitor.typed, "checkout").await?;
    // The token stays with the typed values: the form that comes back is still the same form.
    let token = match refused.value("token") {
        kept if kept.is_empty() => secret::new(&platform),
        kept => kept,
    };
    let pay_hours = platform.deadlines.pay(visitor.actor.id().is_some());
    Ok(Shown { cart, place, refused, token, pay_hours })
}

/// `/checkout`.
#[component]
pub fn CheckoutPage() -> impl IntoView {
    let kec = query().get("kec").unwrap_or_default().to_owned();
    page(load(expect_context::<Platform>(), visitor(), kec), checkout_form)
}
