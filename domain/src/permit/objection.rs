//! Objections to refusals (keberatan).

use crate::words;

words! {
    /// Where an objection is.
    pub enum Objection {
        /// Nobody has answered.
        Open = "diajukan",
        /// It was right: the refusal fell, and the case is examined again.
        Granted = "dikabulkan",
        /// It is answered, and the refusal stays.
        Dismissed = "ditolak",
    }
}
