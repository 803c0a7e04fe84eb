//! A service of the office, as data: its Standar Pelayanan (UU 25/2009, Pasal 21), its form, and how its cases go. It
//! is stored as JSON and has versions: a case keeps the one with which it began.
//!
//! Days, fees and validity differ from regency to regency and change: they are never in the code.

use serde::{Deserialize, Serialize};

use super::advice::Advice;
use super::form::{Choice, Form};
use super::key::{Key, Words};
use crate::money::Rupiah;
use crate::shop::badge;
use crate::time::Day;
use crate::words;

/// One version of a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// Its name in addresses, the same in all versions.
    pub code: Key,
    /// 1, 2, 3, ...
    pub version: u32,
    /// What people call it.
    pub name: Words,
    /// What it is for and for whom, in a sentence.
    pub summary: Words,
    /// What people call it besides, to find it by: `pirt`, `izin rumahan`.
    #[serde(default)]
    pub also: Vec<String>,
    /// Who needs it, and why.
    #[serde(default)]
    pub advice: Vec<Advice>,
    /// The day on which all of this was last compared with its sources.
    #[serde(with = "crate::time::iso")]
    pub sourced: Day,
    /// What the office still has to confirm, because no source says it or only an unofficial one; shown to everybody.
    #[serde(default)]
    pub unconfirmed: Vec<Words>,
    /// Produk layanan: what the applicant gets.
    pub product: Words,
    /// Persyaratan: what is needed.
    pub requirements: Vec<Requirement>,
    /// Sistem, mekanisme, prosedur: what happens, step by step.
    pub procedure: Vec<Words>,
    /// Dasar hukum.
    pub legal_basis: Vec<LegalBasis>,
    /// Penanganan pengaduan: where to complain, and what happens then.
    pub complaint: Words,
    /// Sarana dan prasarana.
    pub facilities: Words,
    /// Kompetensi pelaksana.
    pub competence: Words,
    /// What is asked and uploaded.
    pub form: Form,
    /// The codes of reasons for corrections and refusals, as they are counted and published.
    pub reasons: Vec<Choice>,
    /// For how many months documents are kept after the case is closed.
    pub retention_months: u16,
    /// How its cases go.
    #[serde(flatten)]
    pub way: Way,
}

impl Service {
    /// Its name in addresses: `rekomendasi-merek`.
    pub fn slug(&self) -> String {
        self.code.as_str().replace('_', "-")
    }

    /// How it goes, where another agency decides.
    pub const fn accompanied(&self) -> Option<&Accompanied> {
        match &self.way {
            Way::Own(_) => None,
            Way::Accompanied(permit) => Some(permit),
        }
    }

    /// For how long what is issued is valid. Months; `None` when it does not end or only the document says so.
    pub const fn validity_months(&self) -> Option<u16> {
        match &self.way {
            Way::Own(own) => own.validity_months,
            Way::Accompanied(accompanied) => accompanied.validity_months,
        }
    }

    /// Whether nobody has to pay anything.
    pub fn is_free(&self) -> bool {
        match &self.way {
            Way::Own(own) => own.fee == Rupiah::ZERO,
            Way::Accompanied(accompanied) => accompanied.fees.iter().all(|fee| fee.amount == Rupiah::ZERO),
        }
    }
}

/// Something that is needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requirement {
    /// What.
    pub name: Words,
    /// What a good one looks like; may be empty.
    #[serde(default)]
    pub explanation: Words,
    /// The picture of a good one, by its name in the store.
    #[serde(default)]
    pub example: Option<String>,
    /// The field that asks for it; `None` for a condition that nothing has to be handed in for.
    #[serde(default)]
    pub field: Option<Key>,
}

/// A rule that the service rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalBasis {
    /// `Peraturan Bupati Nomor ... Tahun ...`.
    pub title: String,
    /// Where it can be read.
    #[serde(default)]
    pub url: Option<String>,
}

/// Who decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Way {
    /// Layanan sendiri: the office decides and issues.
    Own(Own),
    /// Izin luar yang didampingi: another agency decides; the office helps and keeps track.
    Accompanied(Accompanied),
}

/// How a case of an own service goes ([`super::state::STEPS`]).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Own {
    /// Jangka waktu: the promised time. Working days.
    pub norm: u16,
    /// Biaya; zero is said loudly.
    pub fee: Rupiah,
    /// Whether somebody has to go and look.
    pub visit: Visit,
    /// How often the applicant can be asked to correct something.
    pub most_rounds: u8,
    /// How long the applicant has for a correction. Calendar days.
    pub correction_days: u16,
    /// For how long a stopped case can be taken up again. Calendar days.
    pub resume_days: u16,
    /// For how long a refusal can be objected to. Calendar days.
    pub objection_days: u16,
    /// The promised time for the answer to an objection. Working days; `None` where nothing is promised.
    #[serde(default)]
    pub objection_norm: Option<u16>,
    /// For how long what is issued is valid. Months; `None` when it does not end.
    pub validity_months: Option<u16>,
    /// What is issued.
    #[serde(default)]
    pub letter: Letter,
}

/// The letter that an own service issues.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Letter {
    /// How it speaks.
    #[serde(default)]
    pub form: LetterForm,
    /// Which answers stand on it, in this order. Anybody who holds the paper reads them.
    #[serde(default)]
    pub facts: Vec<Key>,
    /// What it says below them; may be empty.
    #[serde(default)]
    pub text: Words,
}

words! {
    /// How a letter speaks.
    #[derive(Default)]
    pub enum LetterForm {
        /// *Surat keterangan*: it states.
        #[default]
        Statement = "keterangan",
        /// *Surat rekomendasi*: it recommends.
        Recommendation = "rekomendasi",
        /// *Surat keputusan*: it decides.
        Decision = "keputusan",
    }
}

impl Own {
    /// The last day of what is issued on a day.
    pub fn valid_until(&self, issued: Day) -> Option<Day> {
        self.validity_months.map(|months| issued.plus_months(months))
    }
}

words! {
    /// Whether a service needs a visit.
    pub enum Visit {
        /// Nothing is issued without.
        Needed = "wajib",
        /// Only if the verifikator wants to see it.
        OnDemand = "bila_perlu",
    }
}

/// A permit of another agency. We are not connected to any of them: stages, number and proof are entered by people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accompanied {
    /// Who decides.
    pub agency: Words,
    /// Where it is applied for.
    #[serde(default)]
    pub portal: Option<String>,
    /// The kind of its number, and of the badge that it becomes; `None` if it is none that we know.
    #[serde(default)]
    pub number: Option<badge::Kind>,
    /// What the agency takes for it, from the least; our help is free.
    pub fees: Vec<Fee>,
    /// How long the agency takes; empty where no source says it.
    #[serde(default)]
    pub time: Words,
    /// What the office does for the applicant.
    pub help: Vec<Words>,
    /// For how long it is valid. Months; `None` when it does not end or only the document says so.
    pub validity_months: Option<u16>,
    /// From the first, at which a case begins, to those that nothing follows.
    pub stages: Vec<Stage>,
    /// What the holder has to do after it is issued.
    pub duties: Vec<Duty>,
}

impl Accompanied {
    /// The stage with this name.
    pub fn stage(&self, key: &str) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.key.as_str() == key)
    }

    /// The stages that can follow one, in the order of the definition.
    pub fn following<'a>(&'a self, stage: &'a Stage) -> impl Iterator<Item = &'a Stage> {
        self.stages.iter().filter(|next| stage.next.contains(&next.key))
    }
}

/// What an agency takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fee {
    /// How much.
    pub amount: Rupiah,
    /// What for, or for whom.
    pub what: Words,
}

/// A stage of an accompanied permit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// Its name.
    pub key: Key,
    /// What people read.
    pub name: Words,
    /// Who has to act.
    pub by: StageBy,
    /// The promised time of a stage of ours. Working days; our clock covers no other.
    #[serde(default)]
    pub norm: Option<u16>,
    /// The stages that can follow; none for an end.
    #[serde(default)]
    pub next: Vec<Key>,
}

words! {
    /// Who has to act at a stage.
    pub enum StageBy {
        /// The office.
        Dinas = "dinas",
        /// The applicant.
        Pemohon = "pemohon",
        /// The agency that decides, or another.
        Lembaga = "lembaga",
    }
}

/// What the holder of an issued permit has to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    /// Its name.
    pub key: Key,
    /// What people read.
    pub name: Words,
    /// By when. Months after the day of issue.
    pub months: u16,
    /// How often again. Months; `None` for once.
    #[serde(default)]
    pub every: Option<u16>,
}

impl Duty {
    /// The last day for doing it, for the first time (0) or again; `None` when it is done once.
    pub fn due(&self, issued: Day, again: u16) -> Option<Day> {
        let later = match (again, self.every) {
            (0, _) => 0,
            (again, Some(every)) => every.checked_mul(again)?,
            (_, None) => return None,
        };
        self.months.checked_add(later).map(|months| issued.plus_months(months))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::permit::check::tests::own;

    #[test]
    fn a_duty_comes_once_or_again_and_again() {
        let day = |text| Day::parse(text).unwrap();
        let duty = |every| Duty { key: Key::parse("pkp").unwrap(), name: Words::default(), months: 3, every };
        let issued = day("2026-11-30");
        assert_eq!(duty(None).due(issued, 0), Some(day("2027-02-28")));
        assert_eq!(duty(None).due(issued, 1), None);
        assert_eq!(duty(Some(12)).due(issued, 2), Some(day("2029-02-28")));
        assert_eq!(duty(Some(u16::MAX)).due(issued, 2), None);
    }

    #[test]
    fn what_is_issued_ends_on_the_same_date() {
        let issued = Day::parse("2026-11-24").unwrap();
        let until = |validity_months| Own { validity_months, ..own() }.valid_until(issued).map(|day| day.to_string());
        assert_eq!((until(Some(24)).as_deref(), until(None)), (Some("2028-11-24"), None));
    }
}
