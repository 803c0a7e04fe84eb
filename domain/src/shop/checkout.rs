//! What a cart costs, and what has changed since the buyer looked.

use crate::money::Rupiah;

/// Nobody buys more of one thing at once; larger orders are talked about first.
pub const MOST_OF_ONE: i64 = 99;

/// Why a line of a cart cannot be bought as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The product or its shop is not there any more.
    Gone,
    /// The shop takes no orders now.
    ShopClosed,
    /// Fewer pieces are left than are wanted; none, or so many.
    Short {
        /// Pieces that can be had.
        left: i64,
    },
    /// The price is another one than the buyer saw.
    Price {
        /// What the buyer saw.
        seen: Rupiah,
    },
}

/// What is true now about a line of a cart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Pieces wanted.
    pub quantity: i64,
    /// The price that the buyer saw.
    pub seen: Rupiah,
    /// The price now.
    pub price: Rupiah,
    /// Whether product, variant and shop can be seen by shoppers.
    pub listed: bool,
    /// Whether the shop takes orders today.
    pub open: bool,
    /// Pieces that can be had.
    pub left: i64,
}

impl Line {
    /// What the buyer must know before buying; the gravest thing only.
    pub fn change(&self) -> Option<Change> {
        match self {
            Line { listed: false, .. } => Some(Change::Gone),
            Line { open: false, .. } => Some(Change::ShopClosed),
            Line { left, quantity, .. } if left < quantity => Some(Change::Short { left: (*left).max(0) }),
            Line { seen, price, .. } if seen != price => Some(Change::Price { seen: *seen }),
            _ => None,
        }
    }

    /// Price times quantity.
    pub fn total(&self) -> Rupiah {
        self.price.times(self.quantity)
    }
}

/// Whether a shop takes orders on a day, given the first and last day of its "toko libur".
pub fn takes_orders(day: crate::time::Day, closed_from: Option<&str>, closed_to: Option<&str>) -> bool {
    let dates = closed_from.and_then(crate::time::Day::parse).zip(closed_to.and_then(crate::time::Day::parse));
    dates.is_none_or(|(from, to)| !(from..=to).contains(&day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Day;

    #[test]
    fn the_gravest_change_is_told() {
        let price = Rupiah::new(10_000);
        let fine = Line { quantity: 2, seen: price, price, listed: true, open: true, left: 2 };
        assert_eq!(fine.change(), None);
        assert_eq!(fine.total(), Rupiah::new(20_000));
        for (line, expected) in [
            (Line { listed: false, open: false, left: 0, ..fine }, Change::Gone),
            (Line { open: false, left: 0, ..fine }, Change::ShopClosed),
            (Line { left: 1, seen: Rupiah::ZERO, ..fine }, Change::Short { left: 1 }),
            (Line { left: -3, ..fine }, Change::Short { left: 0 }),
            (Line { seen: Rupiah::new(9_000), ..fine }, Change::Price { seen: Rupiah::new(9_000) }),
        ] {
            assert_eq!(line.change(), Some(expected));
        }
    }

    #[test]
    fn a_closed_shop_takes_orders_again_the_day_after() {
        let day = |text| Day::parse(text).unwrap();
        let closed = |text| !takes_orders(day(text), Some("2026-12-24"), Some("2026-12-26"));
        assert!(!closed("2026-12-23") && closed("2026-12-24") && closed("2026-12-26") && !closed("2026-12-27"));
        assert!(takes_orders(day("2026-12-24"), None, None));
    }
}
