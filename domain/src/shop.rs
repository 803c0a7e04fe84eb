//! Shops and orders.

pub mod badge;
pub mod checkout;
pub mod order;
pub mod usaha;
