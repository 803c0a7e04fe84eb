//! What shoppers see: lists, search, one product, one shop.

mod card;
mod filter;
//mod list;
//mod search;

pub use card::ProductCard;
pub use filter::{Filter, Sort};
//pub use list::{Cursor, Page, PAGE, list_products};
