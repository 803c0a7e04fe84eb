//! Letters of the office as PDF: A4, in the site's own type, to print, to file for decades (PDF/A-2a) and to be read
//! aloud (PDF/UA-1).
//!
//! A [`Document`] says what a letter holds; [`render`] sets it. The same document gives the same bytes: there is no
//! clock and no randomness in here.

mod certificate;
mod decision;
mod draw;
mod face;
mod flow;
mod lines;
mod marks;
mod ornament;
mod receipt;
mod set;
mod sign_in;
mod words;

use domain::lang::Lang;
use domain::time::Timestamp;
use domain::verify::VerifyCode;

pub use certificate::{Certificate, certificate};
pub use decision::{Decision, Objection, Outcome, decision};
pub use receipt::{Receipt, receipt};
pub use sign_in::{SignIn, sign_in};

/// What a letter holds.
#[derive(Clone, PartialEq, Eq)]
pub struct Document {
    /// The language of all its texts.
    pub lang: Lang,
    /// When it was made: for the file's properties.
    pub created: Timestamp,
    /// Who writes.
    pub letterhead: Letterhead,
    /// The heading, such as `Surat Keterangan UMKM Binaan`.
    pub title: String,
    /// The public number, `IZN-7K4M-92QX-D`; a list has none.
    pub number: Option<String>,
    /// What it says, in the order of reading.
    pub body: Vec<Block>,
    /// Who decided; a receipt has none.
    pub signature: Option<Signature>,
    /// The code for cameras and where it leads.
    pub code: Option<Code>,
    /// One line at the foot of every page, such as where the letter can be verified.
    pub foot: String,
}

/// Only its number: the rest is personal.
impl std::fmt::Debug for Document {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Document").field("number", &self.number).finish_non_exhaustive()
    }
}

/// The office, as at the head of its paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letterhead {
    /// What it belongs to: `Pemerintah Kabupaten Tangerang`.
    pub above: String,
    /// Its name: `Dinas Koperasi dan Usaha Mikro`.
    pub name: String,
    /// Address, telephone, e-mail: a line each.
    pub below: Vec<String>,
}

/// A part of a letter's text.
#[derive(Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading within the text.
    Heading(String),
    /// A paragraph; line ends in it are kept.
    Paragraph(String),
    /// A table of facts.
    Facts(Vec<Fact>),
    /// A numbered list.
    Steps(Vec<String>),
    /// A line in the middle, such as the name on a certificate.
    Centred {
        /// What it says.
        text: String,
        /// Whether it is what the paper is about.
        large: bool,
    },
    /// A list to sign by hand.
    SignIn {
        /// What stands in each column: count, name, where from, signature.
        columns: [String; 4],
        /// Name and where from.
        people: Vec<(String, String)>,
    },
}

/// A line of a table.
#[derive(Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What it is for this letter.
    pub value: String,
}

impl Fact {
    /// A label and its value.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}

/// Who stands for the letter: printed names, nothing more.
///
/// Between position and name 20 mm stay empty, for a hand and a stamp. A certified signature of BSrE, once there is one,
/// is put over the finished bytes as an incremental update and shows itself in that space: [`render`] need not know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// `Tigaraksa, 24 November 2026`.
    pub place_date: String,
    /// The position of who decided.
    pub position: String,
    /// The name of who decided.
    pub name: String,
}

/// A QR code with its words.
#[derive(Clone, PartialEq, Eq)]
pub struct Code {
    /// What cameras read: an address. It is also the link behind the words.
    pub content: String,
    /// What the code is, for who cannot see it.
    pub alt: String,
    /// What to do with it, in bold.
    pub title: String,
    /// The way without a camera: a line each.
    pub lines: Vec<String>,
}

impl Document {
    /// What tells it from others: its title, and its number where it has one.
    fn name(&self, between: &str) -> String {
        let parts = [Some(self.title.as_str()), self.number.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(between)
    }
}

impl Code {
    /// The code of a paper that anybody can verify: its signed address, the page where codes are typed, and its code.
    fn to_verify(seal_link: &str, page: &str, code: &VerifyCode, lang: Lang) -> Self {
        Self {
            content: seal_link.to_owned(),
            alt: format!("{}: {page}, {} {code}", words::code(lang), words::verify_with(lang)),
            title: words::verify_scan(lang).into(),
            lines: vec![page.to_owned(), format!("{} {code}", words::verify_code(lang))],
        }
    }
}

/// The letter could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// The address is too long for a code: more than 2331 bytes.
    #[error("the text is too long for a code")]
    CodeTooLong,
    /// What was drawn is no valid file: a fault of this module, or a text beyond all measure.
    #[error("pdf: {0}")]
    Pdf(String),
}

/// Sets a letter: the bytes of a PDF file.
///
/// Characters that the typeface does not have are shown as a question mark; it has the Latin ones.
///
/// # Errors
/// When the code's content is too long, or the file would not be valid PDF/A-2a and PDF/UA-1.
pub fn render(document: &Document) -> Result<Vec<u8>, DocumentError> {
    let fonts = face::Fonts::load();
    let pages = set::set(document, &fonts)?;
    draw::draw(document, pages, &fonts)
}
