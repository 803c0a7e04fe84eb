//! What all papers of the office share: its letterhead, and the keys that sign.

use std::sync::Arc;

use crate::document::Letterhead;
use crate::signing::SigningKeys;

/// The office's paper: configuration.
#[derive(Debug, Clone)]
pub struct Paper {
    /// The head of it.
    pub letterhead: Letterhead,
    /// Where the office is: `Tigaraksa`.
    pub place: String,
    /// The position of who decides: `Kepala Bidang Usaha Mikro`.
    pub position: String,
    /// The keys that sign the codes on it.
    pub keys: Arc<SigningKeys>,
}
