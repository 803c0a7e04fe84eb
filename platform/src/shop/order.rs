//! Orders: placing them, acting on them, reading them, and their deadlines.

mod act;
mod deadlines;
mod find;
mod keep;
mod notices;
mod place;

pub use act::{Act, ActError, act_on_order};
pub use deadlines::run_deadlines;
pub use find::{
    OrderEvent, OrderHeader, OrderLine, OrderPage, find_group, find_order, list_own_orders, may_act, track_order,
};
pub use keep::{KeepError, can_be_kept, keep_order};
pub use place::{Checkout, Choice, Place, PlaceOrderError, Placed, place_order};
