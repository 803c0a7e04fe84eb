//! Why an officer decided against somebody.

use crate::typed::{Line, Problem, Text};

/// The code of the reason with which a stopped case ends by itself.
pub const NOT_CONTINUED: &str = "tidak_dilanjutkan";

/// The code of the answer to an objection: its words are what counts.
pub const OBJECTION: &str = "keberatan";

/// A reason: a code that can be counted and published, and words for the person concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// One of the codes that the office counts.
    pub code: Line<40>,
    /// What is wrong, in words that help.
    pub text: Text<1000>,
}

impl Reason {
    /// Reads what an officer chose and typed.
    ///
    /// # Errors
    /// When either is empty or too long: a refusal without words is none.
    pub fn parse(code: &str, text: &str) -> Result<Self, Problem> {
        Ok(Self { code: Line::parse(code)?, text: Text::parse(text)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_has_a_code_and_words() {
        assert!(Reason::parse("dokumen_tidak_sah", "NIB atas nama orang lain.").is_ok());
        assert_eq!(Reason::parse("", "Kurang."), Err(Problem::Empty));
        assert_eq!(Reason::parse("dokumen_tidak_sah", " \n"), Err(Problem::Empty));
        assert!(Reason::parse(NOT_CONTINUED, "Tidak dilanjutkan.").is_ok());
    }
}
