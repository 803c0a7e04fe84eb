//! The parts that pages are put together from.

mod alert;
mod bar_chart;
mod console_header;
mod desk;
mod error_page;
mod error_summary;
mod facet;
mod field;
mod footer;
mod head;
mod header;
mod icon;
mod islands;
mod json_ld;
mod onward;
mod picture;
mod product_card;
mod progress;
mod qr;
mod said;
mod search_field;
mod shop_face;

mod track_form;

pub use alert::Alert;
pub use bar_chart::{Bar, BarChart};
pub use console_header::Console;
pub use desk::Desk;
pub use error_page::{ErrorPage, NotAllowedPage, TooLargePage};
pub use error_summary::ErrorSummary;
pub use facet::facet_check;
pub use field::{Field, described};
pub use footer::Footer;
pub use head::PageHead;
pub use header::Header;
pub use icon::Icon;
pub use islands::Islands;
pub use json_ld::JsonLd;
pub use onward::Onward;
pub use picture::{Load, Picture};
pub use product_card::{ProductCards, ProductGrid};
pub use progress::Progress;
pub use qr::Qr;
pub use said::Said;
pub use search_field::SearchField;
pub use shop_face::ShopFace;

pub use track_form::TrackForm;
