//! The attendance list of a session (*daftar hadir*), to be signed by hand.

use domain::lang::Lang;
use domain::time::Timestamp;

use super::{Block, Document, Fact, Letterhead, Signature, words};

/// What an attendance list says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    /// The language of the paper.
    pub lang: Lang,
    /// The office.
    pub letterhead: Letterhead,
    /// The title of the course.
    pub course: String,
    /// Which session, and when.
    pub session: String,
    /// Where it is.
    pub place: String,
    /// Who has a seat: name and kecamatan.
    pub people: Vec<(String, String)>,
    /// When it was printed; also the file's date.
    pub printed: Timestamp,
    /// Who teaches, and signs below.
    pub signature: Signature,
}

/// The document of an attendance list.
pub fn sign_in(list: &SignIn) -> Document {
    let lang = list.lang;
    let columns =
        [words::count(lang), words::holder(lang), words::kecamatan(lang), words::signature(lang)].map(str::to_owned);
    Document {
        lang,
        created: list.printed,
        letterhead: list.letterhead.clone(),
        title: words::sign_in_title(lang).into(),
        number: None,
        body: vec![
            Block::Facts(vec![
                Fact::new(words::class(lang), &list.course),
                Fact::new(words::session(lang), &list.session),
                Fact::new(words::place(lang), &list.place),
                Fact::new(words::participants(lang), list.people.len().to_string()),
            ]),
            Block::SignIn { columns, people: list.people.clone() },
        ],
        signature: Some(list.signature.clone()),
        code: None,
        foot: format!("{} {}. {}", words::printed(lang), list.printed.words(lang), words::keep_private(lang)),
    }
}
