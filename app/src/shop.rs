//! The pages of the shop.

mod kecamatan;
mod product;
mod products;
mod query;
mod store;

pub use kecamatan::{KecamatanListPage, KecamatanPage};
pub use product::ProductPage;
pub use products::ProductsPage;
pub use store::ShopPage;
