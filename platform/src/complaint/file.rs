//! Making a complaint, with an account or without.

use domain::account::Actor;
use domain::complaint::{By, Privacy, State, Story, Subject};
use domain::number::{Kind, PublicNumber};
use domain::phone::Phone;
use domain::typed::Line;
use thiserror::Error;
use uuid::Uuid;

use super::attached::attach;
use super::complainant::give_key;
use super::deadlines::set_timers;
use super::notices;
use super::row::{Complaint, Contact, Happened, Told, append, close};
use super::shop::find_shop;
use super::take::due_of;
use crate::db::{DbError, Tx};
use crate::permit::{find_applicant, find_service_version};
use crate::{Platform, args, secret};

/// The action of the first event.
const FILED: &str = "adukan";

/// What a complaint is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A service of the office, by its slug.
    Service(String),
    /// A permit case, by its number; `keys` are what the device holds.
    Case {
        /// The number.
        number: String,
        /// What shows that it is theirs, where the account does not.
        keys: Vec<String>,
    },
    /// A shop or an order, as people name it.
    Shop(Option<Line<120>>),
    /// Something else.
    Other,
}

impl About {
    /// Its kind.
    pub fn subject(&self) -> Subject {
        match self {
            About::Service(_) => Subject::Layanan,
            About::Case { .. } => Subject::Izin,
            About::Shop(_) => Subject::Toko,
            About::Other => Subject::Lain,
        }
    }
}

/// A complaint as it is made.
#[derive(Debug, Clone)]
pub struct Filing {
    /// The form's own secret: the same form sent twice is one complaint. What was attached to it comes with the complaint.
    pub token: String,
    /// What it is about.
    pub about: About,
    /// What happened.
    pub story: Story,
    /// Who may know who complains.
    pub privacy: Privacy,
    /// Who complains; not kept of an anonymous complaint.
    pub contact: Option<(Line<80>, Phone)>,
}

/// A complaint that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// Its number.
    pub number: String,
    /// Lets its holder read and reply.
    pub secret: String,
    /// For the same by number.
    pub pin: String,
}

/// Why no complaint was made.
#[derive(Debug, Error)]
pub enum FileError {
    /// There is no such service.
    #[error("no such service")]
    NoService,
    /// Not a permit case of whoever complains: whether there is one is nobody's business.
    #[error("no such case of theirs")]
    NotTheirCase,
    /// A permit case names its applicant.
    #[error("a complaint about a case cannot be anonymous")]
    NotAnonymous,
    /// Neither anonymous nor with name and phone.
    #[error("name and phone are missing")]
    NoContact,
    /// The database did not answer.
    #[error("make a complaint: database")]
    Db(#[from] DbError),
}

/// Makes a complaint.
///
/// # Errors
/// See [`FileError`]. Sending the same form again is no error and answers the first result.
pub async fn file_complaint(platform: &Platform, actor: &Actor, filing: &Filing) -> Result<Filed, FileError> {
    match file_once(platform, actor, filing).await {
        // The same form arrived twice at the same moment: the other one was first.
        Err(FileError::Db(error)) if error.is_duplicate("complaint", "token") => {
            find_filed(platform, filing).await?.ok_or(FileError::Db(error))
        }
        result => result,
    }
}

fn stored(token: &str) -> String {
    secret::derive(token, "token")
}

/// Secret and PIN follow from the form's token, so that a repeat answers the same and neither is stored.
fn filed(number: String, token: &str) -> Filed {
    let secret = secret::derive(token, "complaint");
    Filed { number, pin: secret::pin_of(&secret), secret }
}

async fn find_filed(platform: &Platform, filing: &Filing) -> Result<Option<Filed>, DbError> {
    let sql = "select number from complaint where token = $1";
    let found: Option<(String,)> = platform.db.one(sql, args![stored(&filing.token)]).await?;
    Ok(found.map(|(number,)| filed(number, &filing.token)))
}

async fn file_once(platform: &Platform, actor: &Actor, filing: &Filing) -> Result<Filed, FileError> {
    if let Some(filed) = find_filed(platform, filing).await? {
        return Ok(filed);
    }
    let subject = filing.about.subject();
    if !filing.privacy.goes_with(subject) {
        return Err(FileError::NotAnonymous);
    }
    let contact = match (&filing.contact, filing.privacy.keeps_contact()) {
        (Some((name, phone)), true) => {
            Some(Contact { name: name.as_str().to_owned(), phone: phone.as_str().to_owned() })
        }
        (None, true) => return Err(FileError::NoContact),
        (_, false) => None,
    };
    let (service, case, about) = find_about(platform, actor, &filing.about).await?;
    let (id, now) = (platform.new_id(), platform.now());
    let number = PublicNumber::new(Kind::Complaint, u64::from_le_bytes(platform.random()));
    let filed = filed(number.to_string(), &filing.token);
    let account = if filing.privacy.keeps_contact() { actor.id() } else { None };
    let told = Told { text: filing.story.as_str().to_owned(), about };
    let mut tx = platform.db.begin().await?;
    let due = due_of(platform, &mut tx, State::Masuk).await?;
    let shop = match &filing.about {
        About::Shop(Some(words)) => find_shop(&mut tx, words.as_str()).await?,
        _ => None,
    };
    let sql = "insert into complaint (id, number, token, state, subject, service, case_id, privacy, account_id, told, \
         pin_hash, filed_at, since_at, due_at, updated_at, usaha_id) \
         values ($1, $2, $3, 'masuk', $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, $11, $13)";
    let args = args![
        id,
        number.as_str(),
        stored(&filing.token),
        subject.as_str(),
        service,
        case,
        filing.privacy.as_str(),
        account,
        close(platform, id, &told),
        secret::pin_hash(id, &filed.pin),
        now,
        due,
        shop
    ];
    tx.run(sql, args).await?;
    give_key(&mut tx, id, &filed.secret).await?;
    if let Some(contact) = &contact {
        let sql = "insert into complaint_contact (complaint_id, sealed) values ($1, $2)";
        tx.run(sql, args![id, close(platform, id, contact)]).await?;
    }
    attach(platform, &mut tx, &filing.token, (id, None), !filing.privacy.keeps_contact()).await?;
    let mut complaint = Complaint::lock(&mut tx, id).await?.ok_or(DbError::Lost { touched: 0 })?;
    begin(platform, &mut tx, &mut complaint, &filed).await?;
    tx.commit().await?;
    Ok(filed)
}

async fn begin(platform: &Platform, tx: &mut Tx, complaint: &mut Complaint, filed: &Filed) -> Result<(), DbError> {
    let happened = Happened { at: platform.now(), actor: None, part: By::Pelapor.as_str(), action: FILED, from: None };
    append(tx, complaint, happened).await?;
    set_timers(platform, tx, complaint).await?;
    notices::received(platform, tx, complaint, &filed.pin).await
}

/// Service, case, and what was typed about a shop.
async fn find_about(
    platform: &Platform,
    actor: &Actor,
    about: &About,
) -> Result<(Option<String>, Option<Uuid>, String), FileError> {
    match about {
        About::Service(slug) => {
            find_service_version(platform, slug, 1).await?.ok_or(FileError::NoService)?;
            Ok((Some(slug.clone()), None, String::new()))
        }
        About::Case { number, keys } => {
            let applicant = find_applicant(platform, actor, keys, number).await?.ok_or(FileError::NotTheirCase)?;
            // Whoever helps the applicant complains for themselves, about something else.
            if applicant.helps() {
                return Err(FileError::NotTheirCase);
            }
            let number = PublicNumber::parse(Kind::Permit, number).map_err(|_| FileError::NotTheirCase)?;
            // A draft is nobody's work yet, and may be thrown away.
            let sql = "select id, service from permit_case where number = $1 and submitted_at is not null";
            let found: Option<(Uuid, String)> = platform.db.one(sql, args![number.as_str()]).await?;
            let (case, service) = found.ok_or(FileError::NotTheirCase)?;
            Ok((Some(service), Some(case), String::new()))
        }
        About::Shop(words) => {
            let words = words.as_ref().map(|words| words.as_str().to_owned()).unwrap_or_default();
            Ok((None, None, words))
        }
        About::Other => Ok((None, None, String::new())),
    }
}
