//! The receipt of an application (*tanda terima permohonan*).

use domain::lang::Lang;
use domain::time::{Day, Timestamp};

use super::{Block, Code, Document, Fact, Letterhead, words};

/// What a receipt says.
#[derive(Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The applicant's language.
    pub lang: Lang,
    /// The office.
    pub letterhead: Letterhead,
    /// The service that is applied for.
    pub service: String,
    /// The case's number.
    pub number: String,
    /// Who applies.
    pub applicant: String,
    /// For which business.
    pub business: Option<String>,
    /// When everything was there; also the file's date.
    pub handed_in: Timestamp,
    /// The promised day; nothing while the clock has not begun.
    pub due: Option<Day>,
    /// Why that day, in words: `5 hari kerja, tanpa libur 18-24 Maret`.
    pub due_words: Option<String>,
    /// What it costs, in words; nothing is said when there is no text.
    pub fee: Option<String>,
    /// What comes next, in order.
    pub next: Vec<String>,
    /// The address of the tracker, `https://host/lacak`.
    pub track_url: String,
    /// The six digits that give the right to act. The receipt is for the applicant alone: it is neither sent to a third
    /// party nor shown to officers.
    pub pin: Option<String>,
}

/// Without the PIN, and without names.
impl std::fmt::Debug for Receipt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Receipt").field("number", &self.number).finish_non_exhaustive()
    }
}

/// The document of a receipt. Its code leads to the tracker and is not signed: a receipt proves nothing to others.
pub fn receipt(receipt: &Receipt) -> Document {
    let lang = receipt.lang;
    let mut facts =
        vec![Fact::new(words::service(lang), &receipt.service), Fact::new(words::applicant(lang), &receipt.applicant)];
    facts.extend(receipt.business.iter().map(|business| Fact::new(words::business(lang), business)));
    facts.push(Fact::new(words::handed_in(lang), receipt.handed_in.words(lang)));
    facts.push(Fact::new(words::promised(lang), promise(receipt)));
    facts.extend(receipt.fee.iter().map(|fee| Fact::new(words::fee(lang), fee)));
    facts.extend(receipt.pin.iter().map(|pin| Fact::new(words::pin(lang), pin)));

    let mut body = vec![Block::Paragraph(words::receipt_intro(lang).into()), Block::Facts(facts)];
    if receipt.pin.is_some() {
        body.push(Block::Paragraph(words::pin_note(lang).into()));
    }
    if !receipt.next.is_empty() {
        body.extend([Block::Heading(words::next(lang).into()), Block::Steps(receipt.next.clone())]);
    }
    body.push(Block::Heading(words::track(lang).into()));
    body.push(Block::Paragraph(words::track_how(lang).into()));
    Document {
        lang,
        created: receipt.handed_in,
        letterhead: receipt.letterhead.clone(),
        title: words::receipt_title(lang).into(),
        number: Some(receipt.number.clone()),
        body,
        signature: None,
        code: Some(Code {
            content: receipt.track_url.clone(),
            alt: format!("{}: {}", words::code(lang), receipt.track_url),
            title: words::track_scan(lang).into(),
            lines: vec![receipt.track_url.clone(), receipt.number.clone()],
        }),
        foot: words::receipt_foot(lang).into(),
    }
}

/// `Rabu, 30 Desember 2026 (3 hari kerja)`.
fn promise(receipt: &Receipt) -> String {
    let Some(due) = receipt.due else { return words::not_promised(receipt.lang).into() };
    let weekday = domain::time::weekdays(receipt.lang)[due.weekday()];
    let why = receipt.due_words.iter().map(|words| format!(" ({words})"));
    format!("{weekday}, {}{}", due.words(receipt.lang), why.collect::<String>())
}
