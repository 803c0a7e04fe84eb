//! The parts that pages are put together from.

mod error_page;
mod footer;
mod head;
mod header;
mod icon;
mod short_page;

pub use error_page::ErrorPage;
pub use footer::Footer;
pub use head::PageHead;
pub use header::Header;
pub use icon::Icon;
pub use short_page::ShortPage;
