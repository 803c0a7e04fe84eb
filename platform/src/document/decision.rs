//! The letter of a decision: what was granted and until when, or what was refused, why, and how to object.

use domain::lang::Lang;
use domain::permit::service::LetterForm;
use domain::time::{Day, Timestamp};
use domain::verify::VerifyCode;
use domain::verify::seal::PaperKind;

use super::{Block, Code, Document, Fact, Letterhead, Signature, words};

/// What a decision says.
#[derive(Clone, PartialEq, Eq)]
pub struct Decision {
    /// The language of the letter.
    pub lang: Lang,
    /// The office.
    pub letterhead: Letterhead,
    /// The letter's own number, or the case's.
    pub number: String,
    /// The case's number, where the letter has its own.
    pub case_number: Option<String>,
    /// The service that was applied for.
    pub service: String,
    /// Whom the letter is for.
    pub holder: String,
    /// Which business.
    pub business: Option<String>,
    /// Further facts, such as address or NIB.
    pub facts: Vec<Fact>,
    /// When the case was handed in.
    pub handed_in: Timestamp,
    /// When it was decided; also the file's date.
    pub issued: Timestamp,
    /// What was decided.
    pub outcome: Outcome,
    /// The letter's own text, below the facts: a paragraph each.
    pub paragraphs: Vec<String>,
    /// Laws and regulations, a line each.
    pub legal_basis: Vec<String>,
    /// Who decided.
    pub signature: Signature,
    /// Under which code anybody finds the letter.
    pub code: VerifyCode,
    /// The page where codes are typed, `https://host/verifikasi`.
    pub verify_url: String,
    /// The signed address: [`crate::signing::SigningKeys::seal_link`].
    pub seal_link: String,
}

/// Only its number: the rest is personal.
impl std::fmt::Debug for Decision {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Decision").field("number", &self.number).finish_non_exhaustive()
    }
}

/// What was decided.
#[derive(Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is granted.
    Granted {
        /// The heading of the letter, the service's product: `Surat Keterangan UMKM Binaan`.
        title: String,
        /// How the letter speaks.
        form: LetterForm,
        /// The last day on which it is valid; nothing when it has no end.
        until: Option<Day>,
    },
    /// It is refused.
    Refused {
        /// Why, a paragraph each.
        reason: Vec<String>,
        /// How to object.
        objection: Objection,
    },
}

/// How to object to a refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// The last day for it.
    pub until: Day,
    /// How and where, a step each.
    pub steps: Vec<String>,
}

impl Outcome {
    /// The kind of paper, for its seal.
    pub fn paper_kind(&self) -> PaperKind {
        match self {
            Outcome::Granted { form: LetterForm::Statement, .. } => PaperKind::Statement,
            Outcome::Granted { form: LetterForm::Recommendation, .. } => PaperKind::Recommendation,
            Outcome::Granted { form: LetterForm::Decision, .. } => PaperKind::Decision,
            Outcome::Refused { .. } => PaperKind::Refusal,
        }
    }

    fn title(&self, lang: Lang) -> String {
        match self {
            Outcome::Granted { title, .. } => title.clone(),
            Outcome::Refused { .. } => words::refusal_title(lang).into(),
        }
    }

    fn intro(&self, lang: Lang) -> &'static str {
        match self {
            Outcome::Granted { form: LetterForm::Statement, .. } => words::granted_intro(lang),
            Outcome::Granted { form: LetterForm::Recommendation, .. } => words::recommended_intro(lang),
            Outcome::Granted { form: LetterForm::Decision, .. } => words::decided_intro(lang),
            Outcome::Refused { .. } => words::refused_intro(lang),
        }
    }
}

/// The document of a decision.
pub fn decision(decision: &Decision) -> Document {
    let lang = decision.lang;
    let mut body = vec![Block::Paragraph(decision.outcome.intro(lang).into()), Block::Facts(facts(decision))];
    if let Outcome::Refused { reason, objection } = &decision.outcome {
        body.push(Block::Heading(words::reason(lang).into()));
        body.extend(reason.iter().cloned().map(Block::Paragraph));
        body.extend(decision.paragraphs.iter().cloned().map(Block::Paragraph));
        body.push(Block::Heading(words::objection(lang).into()));
        let until = objection.until.words(lang);
        let text = format!("{} {until}. {}", words::objection_until(lang), words::objection_free(lang));
        body.extend([Block::Paragraph(text), Block::Steps(objection.steps.clone())]);
    } else {
        body.extend(decision.paragraphs.iter().cloned().map(Block::Paragraph));
    }
    if !decision.legal_basis.is_empty() {
        body.push(Block::Heading(words::legal_basis(lang).into()));
        body.push(Block::Steps(decision.legal_basis.clone()));
    }
    Document {
        lang,
        created: decision.issued,
        letterhead: decision.letterhead.clone(),
        title: decision.outcome.title(lang),
        number: Some(decision.number.clone()),
        body,
        signature: Some(decision.signature.clone()),
        code: Some(Code::to_verify(&decision.seal_link, &decision.verify_url, &decision.code, lang)),
        foot: words::verify_at(&decision.verify_url, &decision.code, lang),
    }
}

fn facts(decision: &Decision) -> Vec<Fact> {
    let lang = decision.lang;
    let mut facts = vec![Fact::new(words::holder(lang), &decision.holder)];
    facts.extend(decision.business.iter().map(|business| Fact::new(words::business(lang), business)));
    facts.extend(decision.facts.iter().cloned());
    // Many letters are called as the service is.
    if decision.service != decision.outcome.title(lang) {
        facts.push(Fact::new(words::service(lang), &decision.service));
    }
    facts.extend(decision.case_number.iter().map(|number| Fact::new(words::case_number(lang), number)));
    facts.push(Fact::new(words::handed_in(lang), decision.handed_in.day().words(lang)));
    let issued = decision.issued.day().words(lang);
    match &decision.outcome {
        Outcome::Granted { until, .. } => {
            let until = until.map_or(words::valid_always(lang).to_owned(), |day| day.words(lang));
            facts.extend([Fact::new(words::issued(lang), issued), Fact::new(words::valid(lang), until)]);
        }
        Outcome::Refused { .. } => facts.push(Fact::new(words::decided(lang), issued)),
    }
    facts
}
