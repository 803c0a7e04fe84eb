//! SKM, the survey of public satisfaction (Permenpan RB 14/2017): nine questions, answered from 1 to 4.
//!
//! Not to be mixed with the bands of Kep. 25/2004. A weight of 0.111 instead of one ninth would give 99.9 for nothing
//! but fours, so everything is counted in whole numbers, rounded once, and the band is that of the rounded value.

use crate::words;

words! {
    /// The nine elements, U1 to U9.
    pub enum Element {
        /// U1: requirements.
        Persyaratan = "persyaratan",
        /// U2: system, mechanism, procedure.
        Prosedur = "prosedur",
        /// U3: time.
        Waktu = "waktu",
        /// U4: fee.
        Biaya = "biaya",
        /// U5: product.
        Produk = "produk",
        /// U6: competence of the staff.
        Kompetensi = "kompetensi",
        /// U7: behaviour of the staff.
        Perilaku = "perilaku",
        /// U8: facilities.
        Sarana = "sarana",
        /// U9: handling of complaints.
        Pengaduan = "pengaduan",
    }
}

/// How many elements there are.
pub const ELEMENTS: usize = 9;

words! {
    /// The mark for a value.
    pub enum Band {
        /// Sangat Baik: 88.31 and more.
        A = "A",
        /// Baik: 76.61 to 88.30.
        B = "B",
        /// Kurang Baik: 65.00 to 76.60.
        C = "C",
        /// Tidak Baik: less than 65.00.
        D = "D",
    }
}

/// A number with two decimals, as hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hundredths(u32);

impl Hundredths {
    /// The hundredths: 8825 for 88.25.
    pub const fn get(self) -> u32 {
        self.0
    }

    /// A hundred times a fraction, rounded half up.
    fn of(above: u64, below: u64) -> Self {
        let (above, below) = (u128::from(above), u128::from(below));
        Self(u32::try_from((above * 200 + below) / (below * 2)).unwrap_or(u32::MAX))
    }
}

/// `88.25`; for reading aloud in Indonesian the point becomes a comma.
impl std::fmt::Display for Hundredths {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

/// The result of a survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Index {
    /// How many people answered.
    pub respondents: u64,
    /// NRR, the mean of each element from 1.00 to 4.00, in the order of [`Element`].
    pub means: [Hundredths; ELEMENTS],
    /// IKM, from 25.00 to 100.00: the mean of the nine unrounded means, times 25.
    pub value: Hundredths,
    /// Its mark.
    pub band: Band,
}

impl Index {
    /// The result of complete answers, from the sum of each element. `None` without respondents, or when the sums
    /// cannot come from answers from 1 to 4.
    pub fn of(sums: [u64; ELEMENTS], respondents: u64) -> Option<Self> {
        let most = respondents.checked_mul(4)?;
        if respondents == 0 || !sums.iter().all(|sum| (respondents..=most).contains(sum)) {
            return None;
        }
        let total = sums.iter().try_fold(0_u64, |total, sum| total.checked_add(*sum))?;
        let value = Hundredths::of(total.checked_mul(25)?, respondents.checked_mul(ELEMENTS as u64)?);
        let means = sums.map(|sum| Hundredths::of(sum, respondents));
        Some(Self { respondents, means, value, band: Band::of(value) })
    }
}

impl Band {
    /// The mark for a value that is already rounded.
    pub const fn of(value: Hundredths) -> Self {
        match value.0 {
            8831.. => Band::A,
            7661.. => Band::B,
            6500.. => Band::C,
            _ => Band::D,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(sums: [u64; ELEMENTS], respondents: u64) -> (String, Band) {
        let index = Index::of(sums, respondents).unwrap();
        (index.value.to_string(), index.band)
    }

    /// Sums with this total, as even as can be.
    fn sums(total: u64) -> [u64; ELEMENTS] {
        std::array::from_fn(|element| total / 9 + u64::from((element as u64) < total % 9))
    }

    #[test]
    fn golden_values() {
        for (sums, respondents, value, band) in [
            ([4; 9], 1, "100.00", Band::A),
            ([4_000_000; 9], 1_000_000, "100.00", Band::A),
            ([3; 9], 1, "75.00", Band::C),
            ([353; 9], 100, "88.25", Band::B),
            ([1; 9], 1, "25.00", Band::D),
            ([4, 3, 4, 3, 4, 3, 4, 3, 4], 1, "88.89", Band::A),
        ] {
            assert_eq!(found(sums, respondents), (value.to_owned(), band));
        }
    }

    /// Ten thousand people: the total decides to a thousandth, and the mark is that of the rounded value.
    #[test]
    fn a_mark_begins_at_its_rounded_value() {
        for (total, value, band) in [
            (317_897, "88.30", Band::B), // 88.3047
            (317_898, "88.31", Band::A), // 88.305
            (275_777, "76.60", Band::C), // 76.6047
            (275_778, "76.61", Band::B), // 76.605
            (233_981, "64.99", Band::D), // 64.9947
            (233_982, "65.00", Band::C), // 64.995
        ] {
            assert_eq!(found(sums(total), 10_000), (value.to_owned(), band), "{total}");
        }
    }

    #[test]
    fn each_element_has_its_mean() {
        let index = Index::of([4, 8, 9, 10, 11, 12, 5, 6, 7], 3).unwrap();
        let means = index.means.map(|mean| mean.to_string());
        assert_eq!(means, ["1.33", "2.67", "3.00", "3.33", "3.67", "4.00", "1.67", "2.00", "2.33"]);
        assert_eq!(Element::ALL.len(), ELEMENTS);
    }

    #[test]
    fn what_nobody_can_have_answered_has_no_index() {
        for (sums, respondents) in [([0; 9], 0), ([5; 9], 1), ([4, 4, 4, 4, 4, 4, 4, 4, 0], 1), ([1; 9], u64::MAX)] {
            assert_eq!(Index::of(sums, respondents), None);
        }
    }

    proptest! {
        /// Adding everybody's marks one by one, and once more for twice as many people.
        #[test]
        fn an_index_depends_on_shares_alone(answers in proptest::collection::vec(proptest::array::uniform9(1..5_u64), 1..40)) {
            let sums: [u64; 9] = std::array::from_fn(|element| answers.iter().map(|marks| marks[element]).sum());
            let index = Index::of(sums, answers.len() as u64).unwrap();
            let twice = Index::of(sums.map(|sum| sum * 2), answers.len() as u64 * 2).unwrap();
            prop_assert_eq!((index.value, index.band, index.means), (twice.value, twice.band, twice.means));
            prop_assert!((2_500..=10_000).contains(&index.value.get()));
            let exact = sums.iter().sum::<u64>() as f64 * 25.0 / (9.0 * answers.len() as f64);
            prop_assert!((f64::from(index.value.get()) / 100.0 - exact).abs() <= 0.005_000_1);
        }
    }
}
