//! Complaints (pengaduan): what they are about, who may know who complains, and where they are.

mod step;
#[cfg(test)]
mod tests;

use thiserror::Error;

pub use self::step::{Facts, Refused, STEPS, Step, allowed, next};

use crate::typed::{Problem, Text};
use crate::words;

words! {
    /// Where a complaint is.
    pub enum State {
        /// Nobody has looked at it.
        Masuk = "masuk",
        /// Somebody has to answer it.
        Diteruskan = "diteruskan",
        /// It is answered; whoever complained may reply.
        Dijawab = "dijawab",
        /// It is settled, or nobody replied in time.
        Selesai = "selesai",
        /// It is no matter of this office; a reason says where to go.
        TidakDiproses = "tidak_diproses",
    }
}

impl State {
    /// Whether something can still happen to it.
    pub const fn is_open(self) -> bool {
        matches!(self, State::Masuk | State::Diteruskan | State::Dijawab)
    }

    /// Whether the office has to act.
    pub const fn waits_for_office(self) -> bool {
        matches!(self, State::Masuk | State::Diteruskan)
    }
}

words! {
    /// In which part somebody acts on a complaint.
    pub enum By {
        /// Whoever complained.
        Pelapor = "pelapor",
        /// Whoever verifies complaints and gives them to somebody.
        Pemeriksa = "pemeriksa",
        /// Whoever it was given to.
        Penangan = "penangan",
        /// A date.
        Sistem = "sistem",
    }
}

words! {
    /// What is done to a complaint.
    pub enum Action {
        /// Give it to somebody, or to somebody else.
        Forward = "teruskan",
        /// Answer it.
        Answer = "jawab",
        /// Say that this is no matter of this office.
        Decline = "tidak_diproses",
        /// Write down what only the office reads.
        Note = "catat",
        /// Write down its number at LAPOR, the national place for complaints.
        Lapor = "catat_lapor",
        /// Reply to the answer.
        Reply = "balas",
        /// Say that it is settled.
        Settle = "selesai",
        /// End it, as nobody replied in time.
        Close = "tutup",
    }
}

words! {
    /// What a complaint is about.
    pub enum Subject {
        /// A service of the office.
        Layanan = "layanan",
        /// A permit case of whoever complains.
        Izin = "izin",
        /// A shop or an order.
        Toko = "toko",
        /// Something else.
        Lain = "lain",
    }
}

words! {
    /// Who may know who complains.
    pub enum Privacy {
        /// Every officer who works on it.
        Biasa = "biasa",
        /// Only who verifies it and who it was given to, each time on purpose.
        Rahasia = "rahasia",
        /// Nobody: neither name nor phone is kept.
        TanpaNama = "tanpa_nama",
    }
}

impl Privacy {
    /// Whether this goes with what the complaint is about: a permit case names its applicant.
    pub fn goes_with(self, subject: Subject) -> bool {
        self != Privacy::TanpaNama || subject != Subject::Izin
    }

    /// Whether anything is kept of who complains.
    pub fn keeps_contact(self) -> bool {
        self != Privacy::TanpaNama
    }
}

/// So many files at most come with a complaint, and with each reply.
pub const MOST_FILES: u8 = 3;
/// The largest of them: what a telephone's photograph has. Bytes.
pub const FILE_BYTES: u32 = 10 * 1024 * 1024;
/// The longest PDF among them. Pages.
pub const FILE_PAGES: u16 = 20;
/// So many months after its end a complaint's words, contact and files are removed, where the office sets nothing else. A
/// proposal: the schedule of the office's archive decides.
pub const RETENTION_MONTHS: u16 = 24;

/// The fewest characters of a complaint: less says nothing that could be looked into.
pub const SHORTEST: usize = 20;
/// The most.
pub const LONGEST: usize = 4000;

/// What somebody complains about, in their words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story(Text<LONGEST>);

/// Why a story is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum StoryProblem {
    /// Nothing was written.
    #[error("empty")]
    Empty,
    /// Less than [`SHORTEST`] characters.
    #[error("too short")]
    TooShort,
    /// More than [`LONGEST`] characters.
    #[error("too long")]
    TooLong,
}

impl Story {
    /// Reads what was typed.
    ///
    /// # Errors
    /// Says what is wrong.
    pub fn parse(text: &str) -> Result<Self, StoryProblem> {
        match Text::parse(text) {
            Ok(text) if text.as_str().chars().count() < SHORTEST => Err(StoryProblem::TooShort),
            Ok(text) => Ok(Self(text)),
            Err(Problem::Empty) => Err(StoryProblem::Empty),
            Err(_) => Err(StoryProblem::TooLong),
        }
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// How many working days each part of a complaint may take: configuration of the site.
///
/// 3, 5 and 10 are what the description of the SP4N-LAPOR app says; the regulation itself was not at hand, so the office
/// has to confirm them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// Until it is verified and given to somebody.
    pub verify: u16,
    /// Until it is answered.
    pub answer: u16,
    /// Until it ends by itself, when nobody replies to the answer.
    pub wait: u16,
}

impl Default for Days {
    fn default() -> Self {
        Self { verify: 3, answer: 5, wait: 10 }
    }
}

impl Days {
    /// How many of them run in a state; `None` where it is over.
    pub const fn of(self, state: State) -> Option<u16> {
        match state {
            State::Masuk => Some(self.verify),
            State::Diteruskan => Some(self.answer),
            State::Dijawab => Some(self.wait),
            State::Selesai | State::TidakDiproses => None,
        }
    }
}
