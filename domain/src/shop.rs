//! Shops, products and orders.
