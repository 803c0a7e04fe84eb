//! Mentoring (pendampingan): somebody looks at a business together with its owner, they agree on a plan, carry it out and
//! see what came of it. The cycle follows SKKNI M.70PEN00.009.1 (its wording is not verified).

mod slot;
mod step;
#[cfg(test)]
mod tests;

use crate::words;

pub use self::slot::{AHEAD_DAYS, Busy, Hours, SLOT_MINUTES, Slot, free};
pub use self::step::{Facts, Refused, STEPS, Step, allowed, next};

words! {
    /// Where a mentoring is.
    pub enum State {
        /// An owner asks for it; nobody has it yet.
        Diajukan = "diajukan",
        /// A mentor looks into the business and writes a plan.
        Diagnosis = "diagnosis",
        /// Both sides agreed on the plan.
        Disepakati = "rencana_disepakati",
        /// The plan is carried out.
        Berjalan = "berjalan",
        /// The mentor wrote down what came of it; the owner has to confirm that.
        Evaluasi = "evaluasi",
        /// The owner confirmed it.
        Selesai = "selesai",
        /// It ended before its end; a reason says why.
        Dihentikan = "dihentikan",
    }
}

impl State {
    /// Whether something can still happen.
    pub const fn is_open(self) -> bool {
        !matches!(self, State::Selesai | State::Dihentikan)
    }

    /// Whether the plan is agreed upon and not evaluated yet.
    pub const fn runs(self) -> bool {
        matches!(self, State::Disepakati | State::Berjalan)
    }

    /// Whether somebody has it and can meet the owner.
    pub const fn meets(self) -> bool {
        matches!(self, State::Diagnosis | State::Disepakati | State::Berjalan)
    }
}

words! {
    /// In which part somebody acts.
    pub enum By {
        /// The owner of the business.
        Usaha = "usaha",
        /// The mentor who has it.
        Pendamping = "pendamping",
        /// Whoever gives mentorings to mentors.
        Koordinator = "koordinator",
    }
}

words! {
    /// What is done.
    pub enum Action {
        /// Give it to a mentor, or to another one.
        Assign = "tugaskan",
        /// Lay the plan before the owner.
        Propose = "usulkan",
        /// Agree to the plan.
        Agree = "setujui",
        /// Ask for another plan.
        Object = "minta_ubah",
        /// Report a visit.
        Visit = "kunjungan",
        /// Write down what came of it.
        Evaluate = "evaluasi",
        /// Confirm what came of it.
        Confirm = "konfirmasi",
        /// Go on instead: something is left to be done.
        Resume = "lanjutkan",
        /// End it before its end.
        Stop = "hentikan",
    }
}

words! {
    /// The part of a business that somebody looks into.
    pub enum Area {
        /// How it makes what it sells.
        Produksi = "produksi",
        /// How it finds buyers.
        Pemasaran = "pemasaran",
        /// Money and books.
        Keuangan = "keuangan",
        /// Permits and papers.
        Legalitas = "legalitas",
        /// Its people.
        Sdm = "sdm",
        /// What it does online.
        Digital = "digital",
    }
}

words! {
    /// How pressing a finding is.
    pub enum Priority {
        /// First.
        Tinggi = "tinggi",
        /// Next.
        Sedang = "sedang",
        /// When there is time.
        Rendah = "rendah",
    }
}

words! {
    /// Who does what was agreed.
    pub enum Side {
        /// The owner.
        Usaha = "usaha",
        /// The mentor.
        Pendamping = "pendamping",
    }
}

words! {
    /// How people meet.
    pub enum Way {
        /// At a place.
        Tempat = "tempat",
        /// By telephone or on a screen.
        Daring = "daring",
    }
}

words! {
    /// Where an appointment is.
    pub enum AppointmentState {
        /// It is fixed.
        Terjadwal = "terjadwal",
        /// A visit was reported for it.
        Selesai = "selesai",
        /// One side called it off.
        Batal = "batal",
        /// The owner did not come.
        TidakHadir = "tidak_hadir",
    }
}

/// So many photographs at most belong to a visit.
pub const MOST_PHOTOS: u8 = 6;
/// The largest of them: what a telephone takes. Bytes.
pub const PHOTO_BYTES: u32 = 10 * 1024 * 1024;
/// So many findings, goals and open agreed actions at most has a mentoring each: more is no plan.
pub const MOST_LINES: i64 = 20;
/// So many open mentorings a business has at most at one time.
pub const MOST_OPEN: i64 = 2;
