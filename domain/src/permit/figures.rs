//! Figures for the public: percentiles, shares, and small numbers that must not point at anybody.

use std::collections::BTreeMap;

/// Fewer than so many are not told: somebody could be recognised.
pub const FEWEST: u64 = 5;

/// How often something took so many working days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Durations(BTreeMap<u16, u64>);

impl Durations {
    /// Adds so many that took so many days.
    pub fn add(&mut self, days: u16, count: u64) {
        *self.0.entry(days).or_default() += count;
    }

    /// How many there are.
    pub fn count(&self) -> u64 {
        self.0.values().sum()
    }

    /// The days that this share of them, in hundredths, did not exceed (nearest rank); `None` where there are too few
    /// to tell.
    pub fn percentile(&self, hundredths: u64) -> Option<u16> {
        let count = self.count();
        if count < FEWEST {
            return None;
        }
        let rank = (count * hundredths).div_ceil(100).max(1);
        let mut seen = 0;
        self.0.iter().find_map(|(days, count)| {
            seen += count;
            (seen >= rank).then_some(*days)
        })
    }

    /// How many took so many days, from none to `most`, and more than that.
    pub fn spread(&self, most: u16) -> Vec<u64> {
        let mut spread = vec![0; usize::from(most) + 2];
        for (days, count) in &self.0 {
            spread[usize::from((*days).min(most + 1))] += count;
        }
        spread
    }
}

/// A share in whole per cent, rounded half up; `None` where there are too few to tell.
pub fn per_cent(part: u64, whole: u64) -> Option<u64> {
    (whole >= FEWEST).then(|| (part * 200 + whole) / (whole * 2))
}

/// What is told of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// The count.
    Count(u64),
    /// That it is small: one to four.
    Few,
    /// Nothing: with it a small one could be worked out.
    Hidden,
}

impl Told {
    /// What is told of a count that stands by itself.
    pub const fn of(count: u64) -> Self {
        if count > 0 && count < FEWEST { Told::Few } else { Told::Count(count) }
    }

    /// The count, where it is told.
    pub const fn count(self) -> Option<u64> {
        if let Told::Count(count) = self { Some(count) } else { None }
    }
}

/// What is told of counts whose sum is told too. Where only one is small, which the sum would give away, the smallest of
/// the others is hidden with it.
pub fn tell(counts: &[u64]) -> Vec<Told> {
    let mut told: Vec<Told> = counts.iter().map(|count| Told::of(*count)).collect();
    if told.iter().filter(|told| **told == Told::Few).count() == 1 {
        let others =
            told.iter().enumerate().filter_map(|(nth, told)| Some((told.count().filter(|count| *count > 0)?, nth)));
        if let Some((_, nth)) = others.min() {
            told[nth] = Told::Hidden;
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn durations(days: &[u16]) -> Durations {
        let mut durations = Durations::default();
        days.iter().for_each(|days| durations.add(*days, 1));
        durations
    }

    #[test]
    fn percentiles_are_those_of_the_nearest_rank() {
        let some = durations(&[1, 2, 2, 3, 9]);
        assert_eq!((some.percentile(50), some.percentile(90), some.percentile(100)), (Some(2), Some(9), Some(9)));
        assert_eq!(some.spread(3), [0, 1, 2, 1, 1]);
        assert_eq!(durations(&[1, 2, 3, 4]).percentile(50), None);
        assert_eq!(durations(&(1..=100).collect::<Vec<_>>()).percentile(90), Some(90));
    }

    #[test]
    fn shares_are_rounded_and_not_told_of_a_few() {
        assert_eq!(per_cent(2, 3), None);
        assert_eq!((per_cent(5, 8), per_cent(1, 200), per_cent(7, 7)), (Some(63), Some(1), Some(100)));
    }

    #[test]
    fn small_numbers_are_hidden_and_cannot_be_worked_out() {
        use Told::*;
        assert_eq!(tell(&[12, 0, 7]), [Count(12), Count(0), Count(7)]);
        assert_eq!(tell(&[12, 3, 7]), [Count(12), Few, Hidden]);
        assert_eq!(tell(&[12, 3, 4]), [Count(12), Few, Few]);
        assert_eq!(tell(&[3]), [Few]);
        assert_eq!(tell(&[]), []);
    }

    proptest! {
        /// Of many small and large counts: no small one is told, and two are not told or all there is.
        #[test]
        fn nothing_small_is_told(counts in proptest::collection::vec(0_u64..20, 0..9)) {
            let told = tell(&counts);
            for (count, told) in counts.iter().zip(&told) {
                prop_assert!(told.count().is_none_or(|told| told == *count && (told == 0 || told >= FEWEST)));
                prop_assert_eq!(*told == Told::Few, *count > 0 && *count < FEWEST);
            }
            let untold = told.iter().filter(|told| told.count().is_none()).count();
            let positive = counts.iter().filter(|count| **count > 0).count();
            prop_assert!(untold != 1 || positive == 1);
        }

        #[test]
        fn a_percentile_is_what_sorting_gives(days in proptest::collection::vec(0_u16..40, 5..60), share in 1_u64..=100) {
            let mut sorted = days.clone();
            sorted.sort_unstable();
            let rank = (sorted.len() as u64 * share).div_ceil(100) as usize;
            prop_assert_eq!(durations(&days).percentile(share), Some(sorted[rank - 1]));
        }
    }
}
