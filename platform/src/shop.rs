//! Shops, products, carts and orders.

pub mod catalogue;
