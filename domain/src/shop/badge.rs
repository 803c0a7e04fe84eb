//! Badges: the trust marks on shops and products.

mod number;
mod state;
mod validity;

pub use self::number::{Note, Number};
pub use self::state::{Action, By, Handover, STEPS, State, Step, handover, next};
pub use self::validity::{REMINDERS, Validity, ValidityError, reminder, validity};
use crate::words;

words! {
    /// What a badge stands for.
    pub enum Kind {
        /// The business is registered at OSS.
        Nib = "nib",
        /// A home-made food with a permit of the regency.
        Pirt = "pirt",
        /// A food registered nationally.
        Bpom = "bpom",
        /// A halal certificate.
        Halal = "halal",
        /// A registered trademark.
        Merek = "merek",
        /// A business that the office mentors; given by the office itself.
        Binaan = "binaan",
    }
}

/// How a kind of badge ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// Valid for the lifetime of the business.
    Endless,
    /// Ends if the document says so.
    MayEnd,
    /// Always ends; the day is asked.
    Ends,
}

impl Kind {
    /// What an owner hands in for the shop.
    pub const OF_SHOP: [Kind; 2] = [Kind::Nib, Kind::Merek];
    /// What an owner hands in for a food.
    pub const OF_FOOD: [Kind; 3] = [Kind::Pirt, Kind::Bpom, Kind::Halal];

    /// How it ends (NIB: lifetime; P-IRT and BPOM: five years; halal: while recipe and process stay; identifiers of
    /// 2026, not confirmed by an official source).
    pub const fn term(self) -> Term {
        match self {
            Kind::Nib | Kind::Binaan => Term::Endless,
            Kind::Halal | Kind::Merek => Term::MayEnd,
            Kind::Pirt | Kind::Bpom => Term::Ends,
        }
    }

    /// The public page on which anybody can look the number up, as name and address; `None` where there is none.
    ///
    /// We are not connected to any of them: people open the page and type the number themselves.
    pub const fn public_check(self) -> Option<(&'static str, &'static str)> {
        match self {
            Kind::Nib => Some(("OSS", "https://oss.go.id")),
            Kind::Pirt => Some(("SPP-IRT BPOM", "https://sppirt.pom.go.id")),
            Kind::Bpom => Some(("Cek BPOM", "https://cekbpom.pom.go.id")),
            Kind::Halal => Some(("BPJPH", "https://bpjph.halal.go.id")),
            Kind::Merek => Some(("PDKI DJKI", "https://pdki-indonesia.dgip.go.id")),
            Kind::Binaan => None,
        }
    }
}
