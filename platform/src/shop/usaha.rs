//! Shops in the hands of the office: what waits, one shop's file, and the decisions.

mod decide;
mod desk;
mod file;
mod late;
pub(crate) mod tell;

pub use decide::{Decide, DecideError, Decided, decide_shop, hand_in_again};
pub use desk::{DeskError, ShopCounts, ShopDesk, ShopFilter, ShopRow, ShopTab, count_shops, list_shops_to_decide};
pub use file::{ShopEvent, ShopFile, ShopFileProduct, ShopWritten, find_shop_file};
pub use late::{LateShop, list_late_shops};
