//! Shops and orders.

pub mod badge;
pub mod checkout;
pub mod first_steps;
pub mod order;
pub mod product;
pub mod profile;
pub mod usaha;
