//! A business and its shop: as its owner runs them, and in the hands of the office.

mod closed_days;
mod decide;
mod delivery;
mod desk;
mod file;
mod late;
mod open;
mod overview;
mod own;
mod payment;
pub(crate) mod tell;
mod update;

pub use closed_days::set_closed_days;
pub use decide::{Decide, DecideError, Decided, decide_shop, hand_in_again};
pub use delivery::set_delivery;
pub use desk::{DeskError, ShopCounts, ShopDesk, ShopFilter, ShopRow, ShopTab, count_shops, list_shops_to_decide};
pub use file::{ShopEvent, ShopFile, ShopFileProduct, ShopWritten, find_shop_file};
pub use late::{LateShop, list_late_shops};
pub use open::{NewShop, OpenShopError, open_shop};
pub use overview::{LowStock, Overview, find_overview};
pub(super) use own::lock_own_shop;
pub use own::{OwnShop, find_own_shop, list_fees};
pub use payment::set_payment;
pub use update::{UpdateShopError, update_shop};

use domain::account::Forbidden;
use thiserror::Error;

use crate::db::DbError;

/// Why an owner's shop is not read or changed.
#[derive(Debug, Error)]
pub enum OwnShopError {
    /// This account may not run a shop.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// This account has no shop.
    #[error("no shop")]
    NoShop,
    /// The database did not answer.
    #[error("own shop: database")]
    Db(#[from] DbError),
}
