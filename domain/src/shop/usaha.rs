//! A business: the state of its shop.

use crate::words;

words! {
    /// Whether a shop sells.
    pub enum ShopState {
        /// An officer has not admitted it yet.
        Pending = "pending",
        /// Everybody can see it.
        Open = "open",
        /// An officer has closed it for now.
        Suspended = "suspended",
    }
}
