//! What participants think of a class, told without saying who thinks it.

use crate::permit::figures::FEWEST;

/// Fewer answers than this say who gave them: nothing is told then.
pub const LEAST: usize = FEWEST as usize;
/// The best mark; the worst is 1.
pub const BEST: u8 = 4;

/// Marks from 1 to [`BEST`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// Of what was taught.
    pub content: u8,
    /// Of who taught.
    pub trainer: u8,
    /// Of how useful it is for their business.
    pub usefulness: u8,
}

impl Marks {
    /// Takes what was chosen; `None` unless each is from 1 to [`BEST`].
    pub fn new(content: u8, trainer: u8, usefulness: u8) -> Option<Self> {
        let real = |mark: u8| (1..=BEST).contains(&mark);
        (real(content) && real(trainer) && real(usefulness)).then_some(Self { content, trainer, usefulness })
    }
}

/// What all marks of a class say together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Means {
    /// Of what was taught. Tenths.
    pub content: i64,
    /// Of who taught. Tenths.
    pub trainer: i64,
    /// Of how useful it is. Tenths.
    pub usefulness: i64,
}

/// The means of all marks; `None` while there are fewer than [`LEAST`].
pub fn means(all: &[Marks]) -> Option<Means> {
    let count = all.len() as i64;
    let mean = |mark: fn(&Marks) -> u8| {
        let sum: i64 = all.iter().map(|marks| i64::from(mark(marks))).sum();
        (sum * 20 + count) / (count * 2)
    };
    (all.len() >= LEAST).then(|| Means {
        content: mean(|marks| marks.content),
        trainer: mean(|marks| marks.trainer),
        usefulness: mean(|marks| marks.usefulness),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_from_one_to_four() {
        assert!(Marks::new(1, 4, 2).is_some());
        assert!(Marks::new(0, 4, 2).is_none());
        assert!(Marks::new(1, 5, 2).is_none());
    }

    #[test]
    fn few_answers_say_nothing_and_means_are_rounded() {
        let marks = |mark| Marks::new(mark, 4, 1).unwrap();
        assert_eq!(means(&[marks(4); 4]), None);
        let all = [marks(4), marks(4), marks(3), marks(3), marks(3)];
        assert_eq!(means(&all), Some(Means { content: 34, trainer: 40, usefulness: 10 }));
        let all = [marks(4), marks(4), marks(4), marks(4), marks(4), marks(4), marks(3)];
        assert_eq!(means(&all).map(|means| means.content), Some(39));
    }
}
