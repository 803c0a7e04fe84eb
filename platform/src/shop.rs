//! Shops, products, carts and orders.

pub mod badge;
pub mod cart;
pub mod catalogue;
pub(crate) mod category;
pub(crate) mod listing;
pub mod order;
mod stock;
pub mod usaha;
