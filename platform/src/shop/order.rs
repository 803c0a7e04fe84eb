//! Orders: placing them, acting on them, reading them, and their deadlines.

mod act;
mod act_as;
mod deadlines;
mod export;
mod find;
mod keep;
mod list;
mod notices;
mod place;

#[cfg(not(feature = "testing"))]
pub(crate) use act::act_on_order;
#[cfg(feature = "testing")]
pub use act::act_on_order;
pub use act::{Act, ActError};
pub use act_as::{act_as_buyer, act_as_officer, act_as_seller, find_buyer, may_act, prove_buyer};
pub(crate) use deadlines::carry_out;
pub use export::{OrderItem, OrderRecord, export_shop_orders};
pub use find::{
    Buyer, OrderEvent, OrderHeader, OrderLine, OrderPage, find_group, find_order, find_own_order, list_own_orders,
    track_order,
};
pub use keep::{KeepError, can_be_kept, keep_order};
pub use list::{OrderCard, OrderFilter, OrderList, OrdersError, find_office_order, find_shop_order, list_shop_orders};
pub use place::{Checkout, Choice, Place, PlaceOrderError, Placed, place_order};
