//! Shops, products, carts and orders.

pub mod badge;
pub mod cart;
pub mod catalogue;
pub(crate) mod category;
pub(crate) mod listing;
pub mod order;
pub mod pictures;
pub mod product;
pub mod proof;
mod stock;
pub mod usaha;
