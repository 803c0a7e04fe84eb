//! The orders of a shop, as its seller works on them; and one order, as an officer does.

mod act;
mod csv;
mod facts;
mod list;
mod office;
mod one;
mod slip;

use domain::time::Timestamp;
use leptos::prelude::*;
use platform::shop::order::OrdersError;

pub use self::{
    csv::shop_orders_csv,
    list::ShopOrdersPage,
    office::OfficeOrderPage,
    one::ShopOrderPage,
    slip::{OfficeSlipPage, ShopSlipPage},
};
use crate::html::IntoHtml;
use crate::page::Missing;
use crate::text::Lang;
use crate::ui::Icon;
use crate::when::short;

/// Soon: a date within so many hours is marked.
const SOON: i64 = 6;

/// A date by which something is due, with a light.
fn due_chip(label: &'static str, due: Timestamp, now: Timestamp, t: Lang) -> AnyView {
    let (class, icon) = if due < now {
        ("sla sla--r", "triangle-alert")
    } else if due < now.plus_hours(SOON) {
        ("sla sla--a", "clock")
    } else {
        ("sla sla--g", "clock")
    };
    view! { <span class=class><Icon name=icon/>{label}" "{short(due, now, t)}</span> }.into_html()
}

fn missing(error: OrdersError) -> Missing {
    match error {
        OrdersError::Forbidden(_) => Missing::NotAllowed,
        OrdersError::Db(error) => error.into(),
    }
}
