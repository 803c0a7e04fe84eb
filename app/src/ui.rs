//! The parts that pages are put together from.

mod error_page;
mod footer;
mod head;
mod header;
mod icon;
mod picture;
mod product_card;
mod short_page;
mod track_form;

pub use error_page::ErrorPage;
pub use footer::Footer;
pub use head::PageHead;
pub use header::Header;
pub use icon::Icon;
pub use picture::{Load, Picture};
pub use product_card::{ProductCards, ProductGrid};
pub use short_page::ShortPage;
pub use track_form::TrackForm;
