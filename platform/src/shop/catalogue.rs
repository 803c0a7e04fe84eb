//! What shoppers see: lists, search, one product, one shop.

mod card;
mod facets;
mod filter;
mod list;
mod product;
mod search;
mod shop;
mod sitemap;
mod words;

pub use card::{Marks, ProductCard};
pub use facets::{Facets, find_facets};
pub use filter::{Filter, Sort};
pub use list::{Cursor, From, PAGE, Page, list_products};
pub(crate) use product::label;
pub use product::{BadgeShown, ProductPage, ProductShown, VariantShown, find_product};
pub(crate) use search::Search;
pub use shop::{ShopCard, ShopPage, count_open_shops, find_shop, list_shops};
pub use sitemap::list_addresses;
pub(crate) use words::{Words, keep_words};
