//! The parts that pages are put together from.

mod console_header;
mod desk;
mod error_page;
mod error_summary;
mod field;
mod footer;
mod head;
mod header;
mod icon;
mod islands;
mod picture;
mod product_card;
mod qr;
mod said;
mod shop_face;
mod short_page;
mod track_form;

pub use console_header::Console;
pub use desk::Desk;
pub use error_page::{ErrorPage, NotAllowedPage, TooLargePage};
pub use error_summary::ErrorSummary;
pub use field::{Field, described};
pub use footer::Footer;
pub use head::PageHead;
pub use header::Header;
pub use icon::Icon;
pub use islands::Islands;
pub use picture::{Load, Picture};
pub use product_card::{ProductCards, ProductGrid};
pub use qr::Qr;
pub use said::Said;
pub use shop_face::ShopFace;
pub use short_page::ShortPage;
pub use track_form::TrackForm;
