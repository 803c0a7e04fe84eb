//! The certificate of a class (*sertifikat pelatihan*).

use domain::lang::Lang;
use domain::time::{Day, Timestamp, length_words};
use domain::verify::VerifyCode;

use super::{Block, Code, Document, Fact, Letterhead, Signature, words};

/// What a certificate says.
#[derive(Clone, PartialEq, Eq)]
pub struct Certificate {
    /// The language of the paper.
    pub lang: Lang,
    /// The office.
    pub letterhead: Letterhead,
    /// Its number, `SRT-7K4M-92QX-D`.
    pub number: String,
    /// Whose it is.
    pub holder: String,
    /// The title of the course.
    pub course: String,
    /// The day of the first session.
    pub first: Day,
    /// The day of the last one.
    pub last: Day,
    /// How long all sessions are together. Minutes.
    pub minutes: i64,
    /// At how many sessions they were.
    pub attended: i64,
    /// How many there were.
    pub sessions: i64,
    /// Who taught.
    pub trainer: String,
    /// When it was issued; also the file's date.
    pub issued: Timestamp,
    /// Who issued it.
    pub signature: Signature,
    /// Under which code anybody finds it.
    pub code: VerifyCode,
    /// The page where codes are typed, `https://host/verifikasi`.
    pub verify_url: String,
    /// The signed address: [`crate::signing::SigningKeys::seal_link`].
    pub seal_link: String,
}

/// Only its number: the rest is personal.
impl std::fmt::Debug for Certificate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Certificate").field("number", &self.number).finish_non_exhaustive()
    }
}

/// The document of a certificate.
pub fn certificate(certificate: &Certificate) -> Document {
    let lang = certificate.lang;
    let centred = |text: &str, large: bool| Block::Centred { text: text.to_owned(), large };
    Document {
        lang,
        created: certificate.issued,
        letterhead: certificate.letterhead.clone(),
        title: words::certificate_title(lang).into(),
        number: Some(certificate.number.clone()),
        body: vec![
            centred(words::certificate_given(lang), false),
            centred(&certificate.holder, true),
            centred(words::certificate_for(lang), false),
            centred(&certificate.course, true),
            Block::Facts(facts(certificate)),
        ],
        signature: Some(certificate.signature.clone()),
        code: Some(Code::to_verify(&certificate.seal_link, &certificate.verify_url, &certificate.code, lang)),
        foot: words::verify_at(&certificate.verify_url, &certificate.code, lang),
    }
}

fn facts(certificate: &Certificate) -> Vec<Fact> {
    let Certificate { lang, first, last, minutes, attended, sessions, trainer, .. } = certificate;
    let lang = *lang;
    let days = match first == last {
        true => first.words(lang),
        false => format!("{} {} {}", first.words(lang), words::until_day(lang), last.words(lang)),
    };
    let taken = match lang {
        Lang::Id => format!("{attended} dari {sessions} {}", words::sessions(lang)),
        Lang::En => format!("{attended} of {sessions} {}", words::sessions(lang)),
    };
    vec![
        Fact::new(words::certificate_days(lang), days),
        Fact::new(words::certificate_length(lang), length_words(*minutes, lang)),
        Fact::new(words::certificate_attended(lang), taken),
        Fact::new(words::trainer(lang), trainer),
        Fact::new(words::issued(lang), certificate.issued.day().words(lang)),
    ]
}
