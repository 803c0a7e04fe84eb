//! What is wrong with a service before it is published. Nobody shall apply for what cannot be filled in or decided.

use std::collections::BTreeSet;

use super::answers::MOST_CHARACTERS;
use super::form::{Field, FieldKind};
use super::key::{Key, Words};
use super::service::{Accompanied, Letter, Own, Service, Stage, StageBy, Way};
use crate::money::Rupiah;
use crate::picture::MOST_BYTES;

/// The most rows of a group.
pub const MOST_ROWS: u8 = 50;

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where: `norm`, `form.produk.isi`, `stages.audit`.
    pub place: String,
    /// What.
    pub fault: Fault,
}

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing stands there, and something must: words, options, requirements, stages.
    Empty,
    /// A key stands twice.
    Twice,
    /// A number that must be one at least is zero, or one is negative.
    TooSmall,
    /// More than can be.
    TooLarge,
    /// The smallest is larger than the largest.
    NoRange,
    /// A group inside a group.
    GroupInGroup,
    /// It names a field or stage that is not there.
    Unknown,
    /// A document is required and no requirement announces it.
    NotAnnounced,
    /// No other stage leads here.
    Unreached,
    /// No end can be reached from here.
    DeadEnd,
    /// Only stages of the office have a promised time.
    NotOurs,
    /// A stage at which the office has to act has a promised time: without one nobody is reminded of it.
    NoPromise,
}

/// Everything that is wrong with a service; it can be published when that is nothing.
pub fn check(service: &Service) -> Vec<Problem> {
    let mut found = Found(Vec::new());
    found.standard(service);
    found.form(service);
    found.requirements(service);
    match &service.way {
        Way::Own(own) => {
            found.own(own);
            found.letter(&own.letter, service);
        }
        Way::Accompanied(accompanied) => found.accompanied(accompanied),
    }
    found.0
}

struct Found(Vec<Problem>);

impl Found {
    fn when(&mut self, wrong: bool, place: impl Into<String>, fault: Fault) {
        if wrong {
            self.0.push(Problem { place: place.into(), fault });
        }
    }

    /// What stands on a letter is asked for, and nothing that only the office may read.
    fn letter(&mut self, letter: &Letter, service: &Service) {
        for key in &letter.facts {
            let field = service.form.fields().find(|field| field.key == *key);
            let shows = |field: &Field| {
                !field.kind.is_sensitive() && !matches!(field.kind, FieldKind::File { .. } | FieldKind::Group { .. })
            };
            self.when(!field.is_some_and(shows), format!("letter.{key}"), Fault::Unknown);
        }
    }

    fn words(&mut self, place: impl Into<String>, words: &Words) {
        self.when(words.is_empty(), place, Fault::Empty);
    }

    fn twice<'k>(&mut self, place: &str, keys: impl Iterator<Item = &'k Key>) {
        let mut seen = BTreeSet::new();
        for key in keys {
            self.when(!seen.insert(key), format!("{place}.{key}"), Fault::Twice);
        }
    }

    fn standard(&mut self, service: &Service) {
        for (place, words) in [
            ("name", &service.name),
            ("summary", &service.summary),
            ("product", &service.product),
            ("complaint", &service.complaint),
            ("facilities", &service.facilities),
            ("competence", &service.competence),
        ] {
            self.words(place, words);
        }
        self.when(service.version == 0, "version", Fault::TooSmall);
        self.when(service.also.iter().any(|word| word.trim().is_empty()), "also", Fault::Empty);
        self.when(service.unconfirmed.iter().any(Words::is_empty), "unconfirmed", Fault::Empty);
        let mut advised = BTreeSet::new();
        for advice in &service.advice {
            let place = format!("advice.{}", advice.business);
            self.when(!advised.insert(advice.business), &place, Fault::Twice);
            self.words(place, &advice.because);
        }
        let procedure = &service.procedure;
        self.when(procedure.is_empty() || procedure.iter().any(Words::is_empty), "procedure", Fault::Empty);
        let basis = &service.legal_basis;
        let untitled = basis.iter().any(|basis| basis.title.trim().is_empty());
        self.when(basis.is_empty() || untitled, "legal_basis", Fault::Empty);
        self.when(service.reasons.is_empty(), "reasons", Fault::Empty);
        self.twice("reasons", service.reasons.iter().map(|reason| &reason.key));
        for reason in &service.reasons {
            self.words(format!("reasons.{}", reason.key), &reason.label);
        }
        self.when(service.retention_months == 0, "retention_months", Fault::TooSmall);
    }

    fn requirements(&mut self, service: &Service) {
        let requirements = &service.requirements;
        self.when(requirements.is_empty(), "requirements", Fault::Empty);
        for (number, requirement) in (1..).zip(requirements) {
            self.words(format!("requirements.{number}"), &requirement.name);
            if let Some(field) = &requirement.field {
                let known = service.form.fields().any(|known| known.key == *field);
                self.when(!known, format!("requirements.{number}"), Fault::Unknown);
            }
        }
        for field in service.form.fields() {
            let announced = requirements.iter().any(|requirement| requirement.field.as_ref() == Some(&field.key));
            let document = matches!(field.kind, FieldKind::File { .. });
            self.when(document && field.required && !announced, format!("form.{}", field.key), Fault::NotAnnounced);
        }
    }

    fn form(&mut self, service: &Service) {
        let sections = &service.form.sections;
        self.when(sections.is_empty(), "form", Fault::Empty);
        self.twice("form", sections.iter().map(|section| &section.key));
        self.twice("form", service.form.fields().map(|field| &field.key));
        for section in sections {
            let place = format!("form.{}", section.key);
            self.words(&place, &section.title);
            self.when(section.fields.is_empty(), place, Fault::Empty);
        }
        for field in service.form.fields() {
            self.field("form", field);
        }
    }

    fn field(&mut self, place: &str, field: &Field) {
        let place = format!("{place}.{}", field.key);
        self.words(&place, &field.label);
        match &field.kind {
            FieldKind::Line { most } | FieldKind::Text { most } => {
                self.when(*most == 0, &place, Fault::TooSmall);
                self.when(usize::from(*most) > MOST_CHARACTERS, &place, Fault::TooLarge);
            }
            FieldKind::Number { least, most, .. } => {
                self.when(*least < 0, &place, Fault::TooSmall);
                self.when(least > most, &place, Fault::NoRange);
            }
            FieldKind::Rupiah { least, most } => {
                self.when(*least < Rupiah::ZERO, &place, Fault::TooSmall);
                self.when(least > most, &place, Fault::NoRange);
                self.when(*most > Rupiah::MAX_TYPED, &place, Fault::TooLarge);
            }
            FieldKind::Choice { options } => {
                self.when(options.is_empty(), &place, Fault::Empty);
                self.twice(&place, options.iter().map(|option| &option.key));
                for option in options {
                    self.words(format!("{place}.{}", option.key), &option.label);
                }
            }
            FieldKind::Group { least, most, fields } => {
                self.when(*most == 0, &place, Fault::TooSmall);
                self.when(*most > MOST_ROWS, &place, Fault::TooLarge);
                self.when(least > most, &place, Fault::NoRange);
                self.when(fields.is_empty(), &place, Fault::Empty);
                self.twice(&place, fields.iter().map(|field| &field.key));
                for inner in fields {
                    let nested = matches!(inner.kind, FieldKind::Group { .. });
                    self.when(nested, format!("{place}.{}", inner.key), Fault::GroupInGroup);
                    self.field(&place, inner);
                }
            }
            FieldKind::File { kinds, most_bytes, most, most_pages } => {
                self.when(kinds.is_empty(), &place, Fault::Empty);
                self.when(*most == 0 || *most_bytes == 0 || *most_pages == 0, &place, Fault::TooSmall);
                self.when(*most_bytes as usize > MOST_BYTES, &place, Fault::TooLarge);
            }
            FieldKind::Date { .. } | FieldKind::Region { .. } | FieldKind::Kbli { .. } => {}
            FieldKind::Nik | FieldKind::Npwp | FieldKind::Nib => {}
        }
    }

    fn own(&mut self, own: &Own) {
        self.when(own.fee < Rupiah::ZERO, "fee", Fault::TooSmall);
        for (place, number) in [
            ("norm", own.norm),
            // Without a round a document that has to be replaced could only be refused.
            ("most_rounds", u16::from(own.most_rounds)),
            ("correction_days", own.correction_days),
            ("resume_days", own.resume_days),
            ("objection_days", own.objection_days),
            ("objection_norm", own.objection_norm.unwrap_or(1)),
            ("validity_months", own.validity_months.unwrap_or(1)),
        ] {
            self.when(number == 0, place, Fault::TooSmall);
        }
    }

    fn accompanied(&mut self, accompanied: &Accompanied) {
        self.words("agency", &accompanied.agency);
        let help = &accompanied.help;
        self.when(help.is_empty() || help.iter().any(Words::is_empty), "help", Fault::Empty);
        let fees = &accompanied.fees;
        self.when(fees.is_empty() || fees.iter().any(|fee| fee.what.is_empty()), "fees", Fault::Empty);
        self.when(fees.iter().any(|fee| fee.amount < Rupiah::ZERO), "fees", Fault::TooSmall);
        self.when(accompanied.validity_months == Some(0), "validity_months", Fault::TooSmall);
        self.twice("duties", accompanied.duties.iter().map(|duty| &duty.key));
        for duty in &accompanied.duties {
            let place = format!("duties.{}", duty.key);
            self.words(&place, &duty.name);
            self.when(duty.every == Some(0), place, Fault::TooSmall);
        }
        let stages = &accompanied.stages;
        self.when(stages.is_empty(), "stages", Fault::Empty);
        self.twice("stages", stages.iter().map(|stage| &stage.key));
        let reached = closure(stages.first().map(|first| &first.key), stages, |from, to| from.next.contains(&to.key));
        let ends = stages.iter().filter(|stage| stage.next.is_empty()).map(|stage| &stage.key);
        let ending = closure(ends, stages, |to, from| from.next.contains(&to.key));
        for stage in stages {
            let place = format!("stages.{}", stage.key);
            self.words(&place, &stage.name);
            self.when(stage.norm == Some(0), &place, Fault::TooSmall);
            self.when(stage.norm.is_some() && stage.by != StageBy::Dinas, &place, Fault::NotOurs);
            let unpromised = stage.by == StageBy::Dinas && !stage.next.is_empty() && stage.norm.is_none();
            self.when(unpromised, &place, Fault::NoPromise);
            let unknown = stage.next.iter().any(|next| !stages.iter().any(|known| known.key == *next));
            self.when(unknown, &place, Fault::Unknown);
            self.when(!reached.contains(&stage.key), &place, Fault::Unreached);
            self.when(!ending.contains(&stage.key), &place, Fault::DeadEnd);
        }
    }
}

/// All stages that are found from some by going on and on to those that follow.
fn closure<'s>(
    first: impl IntoIterator<Item = &'s Key>,
    stages: &'s [Stage],
    follows: impl Fn(&Stage, &Stage) -> bool,
) -> BTreeSet<&'s Key> {
    let mut found: BTreeSet<&Key> = first.into_iter().collect();
    loop {
        let follows_one = |next: &&Stage| stages.iter().any(|one| found.contains(&one.key) && follows(one, next));
        let more: Vec<&Key> = stages.iter().filter(follows_one).map(|stage| &stage.key).collect();
        let before = found.len();
        found.extend(more);
        if found.len() == before {
            return found;
        }
    }
}

#[cfg(test)]
pub(super) mod tests;
