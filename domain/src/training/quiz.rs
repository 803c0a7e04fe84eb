//! The quiz of a course: its questions, the order in which somebody gets them, and marking.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The most questions of a quiz.
pub const MOST_QUESTIONS: usize = 50;
/// The most choices of a question.
pub const MOST_CHOICES: usize = 6;
/// What is handed in so long after the time was over still counts: networks are slow. Seconds.
pub const GRACE: i64 = 60;

/// The quiz of a course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiz {
    /// Whether participants can take it.
    pub open: bool,
    /// The share of right answers that passes, 1 to 100. Percent.
    pub pass: u8,
    /// How often somebody may try.
    pub attempts: u8,
    /// How long they have. Minutes; `None` for as long as they want.
    pub minutes: Option<u16>,
    /// Whether everybody gets questions and choices in an order of their own.
    pub shuffled: bool,
    /// Its questions.
    pub questions: Vec<Question>,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What is asked.
    pub text: String,
    /// Whether all right choices are to be found, and not the only one.
    pub several: bool,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// Why it is so, for whoever has answered; may be empty.
    pub why: String,
}

/// An answer that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What it says.
    pub text: String,
    /// Whether it is right.
    pub right: bool,
}

/// What is wrong with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Fault {
    /// A choice is none.
    #[error("fewer than two choices")]
    TooFew,
    /// Nobody could answer it.
    #[error("no choice is right")]
    NoneRight,
    /// One answer is asked for, and several are right.
    #[error("several choices are right")]
    SeveralRight,
    /// Two choices say the same.
    #[error("two choices are the same")]
    Twice,
}

impl Default for Quiz {
    fn default() -> Self {
        Self { open: false, pass: 70, attempts: 3, minutes: None, shuffled: true, questions: Vec::new() }
    }
}

impl Quiz {
    /// Whether participants can take it now.
    pub fn is_open(&self) -> bool {
        self.open && !self.questions.is_empty()
    }

    /// How many right answers pass.
    pub fn needed(&self) -> usize {
        (self.questions.len() * usize::from(self.pass)).div_ceil(100).max(1)
    }

    /// How many of the answers are right. Each answer is the choices taken, by their places in [`Question::choices`].
    pub fn mark(&self, answers: &[Vec<usize>]) -> usize {
        let answers = answers.iter().map(Vec::as_slice).chain(std::iter::repeat(&[][..]));
        self.questions.iter().zip(answers).filter(|(question, taken)| question.is_right(taken)).count()
    }

    /// The questions in the order in which whoever has this seed gets them: each with its place in the quiz and the places of
    /// its choices.
    pub fn order(&self, seed: u64) -> Vec<(usize, Vec<usize>)> {
        let mut dice = Dice(seed);
        let mut order = |count: usize| {
            let mut places: Vec<usize> = (0..count).collect();
            if self.shuffled {
                dice.shuffle(&mut places);
            }
            places
        };
        let questions = order(self.questions.len());
        questions.into_iter().map(|nth| (nth, order(self.questions[nth].choices.len()))).collect()
    }
}

impl Question {
    /// Whether the choices taken are the right ones, all of them and no other.
    pub fn is_right(&self, taken: &[usize]) -> bool {
        self.choices.iter().enumerate().all(|(place, choice)| choice.right == taken.contains(&place))
            && taken.iter().all(|place| *place < self.choices.len())
    }

    /// Looks for what is wrong with it.
    ///
    /// # Errors
    /// The first fault.
    pub fn check(&self) -> Result<(), Fault> {
        let same = |text: &str, other: &Choice| other.text.trim().eq_ignore_ascii_case(text.trim());
        let twice = self
            .choices
            .iter()
            .enumerate()
            .any(|(nth, choice)| self.choices.iter().skip(nth + 1).any(|other| same(&choice.text, other)));
        match self.choices.iter().filter(|choice| choice.right).count() {
            _ if self.choices.len() < 2 => Err(Fault::TooFew),
            _ if twice => Err(Fault::Twice),
            0 => Err(Fault::NoneRight),
            2.. if !self.several => Err(Fault::SeveralRight),
            _ => Ok(()),
        }
    }
}

/// A row of numbers that follows from its seed: SplitMix64 (Steele, Lea and Flood, 2014). For an order only, never a secret.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn shuffle(&mut self, places: &mut [usize]) {
        for last in (1..places.len()).rev() {
            let other = self.next() % (last as u64 + 1);
            places.swap(last, other as usize);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn question(rights: &[bool], several: bool) -> Question {
        let choice = |(nth, right): (usize, &bool)| Choice { text: format!("pilihan {nth}"), right: *right };
        Question {
            text: "Apa?".into(),
            several,
            choices: rights.iter().enumerate().map(choice).collect(),
            why: "".into(),
        }
    }

    fn quiz(count: usize) -> Quiz {
        let questions = (0..count).map(|nth| question(&[nth % 2 == 0, nth % 2 == 1, nth % 3 == 0], true)).collect();
        Quiz { open: true, questions, ..Quiz::default() }
    }

    #[test]
    fn all_that_is_right_and_nothing_else_is_a_right_answer() {
        let one = question(&[false, true, true], true);
        for (taken, right) in [
            (vec![1, 2], true),
            (vec![2, 1], true),
            (vec![1], false),
            (vec![0, 1, 2], false),
            (vec![], false),
            (vec![1, 2, 7], false),
        ] {
            assert_eq!(one.is_right(&taken), right, "{taken:?}");
        }
    }

    #[test]
    fn a_question_has_choices_of_which_one_or_some_are_right() {
        assert_eq!(question(&[true], false).check(), Err(Fault::TooFew));
        assert_eq!(question(&[false, false], true).check(), Err(Fault::NoneRight));
        assert_eq!(question(&[true, true], false).check(), Err(Fault::SeveralRight));
        assert_eq!(question(&[true, true], true).check(), Ok(()));
        assert_eq!(question(&[true, false], false).check(), Ok(()));
        let mut same = question(&[true, false], false);
        same.choices[1].text = " PILIHAN 0".into();
        assert_eq!(same.check(), Err(Fault::Twice));
    }

    #[test]
    fn what_passes_is_never_less_than_the_share_and_never_nothing() {
        for (count, pass, needed) in [(10, 70, 7), (3, 70, 3), (5, 80, 4), (7, 50, 4), (1, 1, 1), (0, 70, 1)] {
            let quiz = Quiz { pass, ..quiz(count) };
            assert_eq!(quiz.needed(), needed, "{count} at {pass} %");
        }
    }

    #[test]
    fn answers_that_were_not_given_are_wrong() {
        let quiz = quiz(3);
        assert_eq!(quiz.mark(&[]), 0);
        assert_eq!(quiz.mark(&[vec![0, 2]]), 1);
        assert_eq!(quiz.mark(&[vec![0, 2], vec![1], vec![0]]), 3);
    }

    proptest! {
        #[test]
        fn everybody_gets_every_question_and_choice_once_and_the_same_each_time(count in 0..20_usize, seed: u64, shuffled: bool) {
            let quiz = Quiz { shuffled, ..quiz(count) };
            let order = quiz.order(seed);
            prop_assert_eq!(&order, &quiz.order(seed));
            let mut questions: Vec<usize> = order.iter().map(|(nth, _)| *nth).collect();
            if !shuffled {
                prop_assert!(questions.is_sorted() && order.iter().all(|(_, places)| places.is_sorted()));
            }
            questions.sort_unstable();
            prop_assert_eq!(questions, (0..count).collect::<Vec<_>>());
            for (nth, mut places) in order {
                places.sort_unstable();
                prop_assert_eq!(places, (0..quiz.questions[nth].choices.len()).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn orders_differ_between_people() {
        let quiz = quiz(12);
        let orders: std::collections::HashSet<_> = (0..50).map(|seed| quiz.order(seed)).collect();
        assert!(orders.len() > 45);
    }
}
