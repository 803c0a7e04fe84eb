//! What people choose classes by; the words stand in addresses.

use crate::words;

words! {
    /// When a class begins.
    pub enum When {
        /// Until Sunday, or it has begun.
        Week = "pekan",
        /// In the next month of the calendar.
        NextMonth = "bulan-depan",
        /// On a Saturday or Sunday.
        Weekend = "akhir-pekan",
    }
}

words! {
    /// Whether somebody can still have a seat.
    pub enum SeatsLeft {
        /// Seats are free, and registration is open.
        Free = "ada",
        /// Whoever comes now waits.
        Full = "antre",
    }
}

words! {
    /// Where a class takes place.
    pub enum Place {
        /// In a room.
        OnSite = "tatap-muka",
        /// On the network.
        Online = "daring",
    }
}

words! {
    /// In which order classes are listed.
    pub enum Order {
        /// The next one first.
        Soonest = "terdekat",
        /// The one with most free seats first.
        MostSeats = "kursi",
    }
}
