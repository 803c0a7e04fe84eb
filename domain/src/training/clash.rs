//! Whether two sessions take the same time.

use crate::time::Timestamp;

/// From when to when something is; the end does not belong to it, so that one thing may follow another at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// When it begins.
    pub from: Timestamp,
    /// When it is over.
    pub to: Timestamp,
}

impl Span {
    /// Whether nobody can be at both.
    pub fn clashes(self, other: Span) -> bool {
        self.from < other.to && other.from < self.to
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn span(from: i64, to: i64) -> Span {
        Span { from: Timestamp::from_micros(from), to: Timestamp::from_micros(to) }
    }

    #[test]
    fn who_is_at_one_is_not_at_the_other() {
        let nine_to_twelve = span(9, 12);
        for (other, expected, why) in [
            (span(9, 12), true, "identical"),
            (span(11, 14), true, "overlapping at the end"),
            (span(7, 10), true, "overlapping at the beginning"),
            (span(10, 11), true, "within"),
            (span(8, 13), true, "around"),
            (span(12, 15), false, "back to back after"),
            (span(7, 9), false, "back to back before"),
            (span(13, 15), false, "later"),
        ] {
            assert_eq!(nine_to_twelve.clashes(other), expected, "{why}");
        }
        // 22.00 to 02.00, and 01.00 to 03.00 of the next day.
        assert!(span(22, 26).clashes(span(25, 27)));
        assert!(!span(22, 26).clashes(span(26, 27)));
    }

    proptest! {
        #[test]
        fn a_clash_is_a_moment_that_belongs_to_both(a in 0..30_i64, b in 1..9_i64, c in 0..30_i64, d in 1..9_i64) {
            let shared = (a..a + b).any(|moment| (c..c + d).contains(&moment));
            prop_assert_eq!(span(a, a + b).clashes(span(c, c + d)), shared);
            prop_assert_eq!(span(c, c + d).clashes(span(a, a + b)), shared);
        }
    }
}
