//! The certificate of a class: who has earned one, and why one holds no longer.

use thiserror::Error;

use super::attendance::{is_enough, needed};
use super::class::State;
use crate::words;

words! {
    /// Why a certificate holds no longer.
    pub enum Ending {
        /// What it says was corrected: a new version stands in its place.
        Replaced = "diganti",
        /// What it says is wrong and cannot be corrected.
        WrongFacts = "data_salah",
        /// It was not earned.
        NotEarned = "tidak_berhak",
        /// It was used to deceive.
        Misused = "disalahgunakan",
    }
}

impl Ending {
    /// The reasons for which an organiser takes a certificate back.
    pub const REVOKED: &'static [Ending] = &[Ending::WrongFacts, Ending::NotEarned, Ending::Misused];
}

/// What counts for the certificate of somebody who has a seat.
#[derive(Debug, Clone, Copy)]
pub struct Facts {
    /// Where the class is.
    pub class: State,
    /// Whether its course gives certificates.
    pub offered: bool,
    /// At how many sessions they were.
    pub attended: i64,
    /// How many there were.
    pub sessions: i64,
    /// The share of them that is asked for. Percent.
    pub minimum: i64,
    /// Whether they passed the quiz; `None` where the course has none.
    pub quiz: Option<bool>,
}

/// Why somebody gets no certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Lack {
    /// This course gives none.
    #[error("the course gives no certificates")]
    NotOffered,
    /// The class is not over, or does not take place.
    #[error("the class is not over")]
    NotOver,
    /// They were at fewer sessions than this.
    #[error("{needed} sessions are needed")]
    Attendance {
        /// So many are asked for.
        needed: i64,
    },
    /// They have not passed the quiz.
    #[error("the quiz is not passed")]
    Quiz,
}

/// Whether somebody has earned a certificate.
///
/// # Errors
/// Says what is lacking.
pub fn earned(facts: &Facts) -> Result<(), Lack> {
    if !facts.offered {
        return Err(Lack::NotOffered);
    }
    if facts.class != State::Selesai {
        return Err(Lack::NotOver);
    }
    if !is_enough(facts.attended, facts.sessions, facts.minimum) {
        return Err(Lack::Attendance { needed: needed(facts.sessions, facts.minimum) });
    }
    if facts.quiz == Some(false) {
        return Err(Lack::Quiz);
    }
    Ok(())
}

/// Whether an organiser may give one all the same, saying why: only for want of attendance or of the quiz.
pub fn may_be_given(facts: &Facts) -> bool {
    matches!(earned(facts), Ok(()) | Err(Lack::Attendance { .. } | Lack::Quiz))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FIVE: Facts =
        Facts { class: State::Selesai, offered: true, attended: 4, sessions: 5, minimum: 80, quiz: None };

    #[test]
    fn four_of_five_is_enough_for_eighty_percent_and_three_is_not() {
        assert_eq!(earned(&FIVE), Ok(()));
        assert_eq!(earned(&Facts { attended: 3, ..FIVE }), Err(Lack::Attendance { needed: 4 }));
        assert!(may_be_given(&Facts { attended: 0, ..FIVE }));
    }

    #[test]
    fn only_what_is_over_and_promised_one_gives_one() {
        for class in State::ALL {
            let facts = Facts { class: *class, ..FIVE };
            let over = *class == State::Selesai;
            assert_eq!(earned(&facts), if over { Ok(()) } else { Err(Lack::NotOver) }, "{class}");
            assert_eq!(may_be_given(&facts), over, "{class}");
        }
        let facts = Facts { offered: false, ..FIVE };
        assert_eq!(earned(&facts), Err(Lack::NotOffered));
        assert!(!may_be_given(&facts));
    }

    #[test]
    fn a_quiz_that_there_is_has_to_be_passed() {
        assert_eq!(earned(&Facts { quiz: Some(true), ..FIVE }), Ok(()));
        let facts = Facts { quiz: Some(false), ..FIVE };
        assert_eq!(earned(&facts), Err(Lack::Quiz));
        assert!(may_be_given(&facts));
        // Who was not there reads that first.
        assert_eq!(earned(&Facts { attended: 3, ..facts }), Err(Lack::Attendance { needed: 4 }));
    }

    proptest! {
        #[test]
        fn what_is_needed_is_enough_and_one_less_is_not(sessions in 1..60_i64, minimum in 0..=100_i64) {
            let least = needed(sessions, minimum);
            prop_assert!((0..=sessions).contains(&least));
            for attended in 0..=sessions {
                let facts = Facts { attended, sessions, minimum, ..FIVE };
                prop_assert_eq!(earned(&facts).is_ok(), attended >= least);
            }
        }
    }
}
