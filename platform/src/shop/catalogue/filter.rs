//! What a shopper asks the catalogue for.

use domain::money::Rupiah;
use domain::region::RegionCode;

/// The order of a list. Every order ends with the id, so that it is the same on every page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Sort {
    /// Most sold first.
    #[default]
    BestSold,
    /// Newest first.
    Newest,
    /// Cheapest first.
    Cheapest,
}

impl Sort {
    /// All, in the order in which they are offered.
    pub const ALL: [Sort; 3] = [Sort::BestSold, Sort::Newest, Sort::Cheapest];

    /// The word in the address of the page.
    pub fn as_str(self) -> &'static str {
        match self {
            Sort::BestSold => "laris",
            Sort::Newest => "baru",
            Sort::Cheapest => "murah",
        }
    }

    /// Reads the word; anything unknown is the default.
    pub fn parse(word: &str) -> Self {
        Sort::ALL.into_iter().find(|sort| sort.as_str() == word).unwrap_or_default()
    }
}

/// What a shopper asks the catalogue for. All parts must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// Words to find, also by part and with a typo.
    pub words: String,
    /// A category or one of its children.
    pub category: Option<String>,
    /// Kecamatan of the shop; any of these.
    pub kecamatan: Vec<RegionCode>,
    /// Cheapest price allowed.
    pub price_min: Option<Rupiah>,
    /// Dearest price allowed.
    pub price_max: Option<Rupiah>,
    /// Only what can be bought now.
    pub available: bool,
    /// Only with a verified halal certificate.
    pub halal: bool,
    /// Only with a verified P-IRT number.
    pub pirt: bool,
    /// Only from shops with a verified NIB.
    pub nib: bool,
    /// The order.
    pub sort: Sort,
}
