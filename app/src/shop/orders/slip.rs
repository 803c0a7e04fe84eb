//! `/usaha/pesanan/{nomor}/nota` and `/dinas/pesanan/{nomor}/nota`: a slip for the parcel.

use domain::account::Capability;
use leptos::prelude::*;
use platform::Platform;
use platform::shop::order::{Buyer, OrderPage, find_office_order, find_shop_order};

use super::missing;
use crate::page::{Missing, only, page};
use crate::request::param;
use crate::shop::order::invoice_page;
use crate::visitor::{Visitor, visitor};

async fn for_shop(platform: Platform, visitor: Visitor, number: String) -> Result<(OrderPage, Buyer), Missing> {
    only(&visitor, Capability::RunShop)?;
    let found = find_shop_order(&platform, &visitor.actor, &number).await.map_err(missing)?;
    found.ok_or(Missing::NotFound)
}

async fn for_office(platform: Platform, visitor: Visitor, number: String) -> Result<(OrderPage, Buyer), Missing> {
    only(&visitor, Capability::ActOnOrders)?;
    let found = find_office_order(&platform, &visitor.actor, &number).await.map_err(missing)?;
    found.ok_or(Missing::NotFound)
}

/// `/usaha/pesanan/{nomor}/nota`.
#[component]
pub fn ShopSlipPage() -> impl IntoView {
    let number = param("nomor");
    let back = format!("/usaha/pesanan/{number}");
    page(for_shop(expect_context::<Platform>(), visitor(), number), move |(found, buyer)| {
        invoice_page(found, Some(buyer), back)
    })
}

/// `/dinas/pesanan/{nomor}/nota`.
#[component]
pub fn OfficeSlipPage() -> impl IntoView {
    let number = param("nomor");
    let back = format!("/dinas/pesanan/{number}");
    page(for_office(expect_context::<Platform>(), visitor(), number), move |(found, buyer)| {
        invoice_page(found, Some(buyer), back)
    })
}
