//! The officers' rooms of the shop: shops and badges.

mod badge;
mod badges;
mod decide_badge;
mod decide_shop;
mod decision;
mod file;
mod filter;
mod queue;
mod shops;

pub(crate) use self::queue::{age, days};
pub use self::{badge::BadgeFilePage, badges::BadgesPage, file::ShopFilePage, shops::ShopsPage};
