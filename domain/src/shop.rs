//! Shops and orders.

pub mod checkout;
pub mod order;
