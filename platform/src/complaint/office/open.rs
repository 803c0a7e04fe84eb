//! Looking at a complaint: all of it, but not who complains in secret, and everybody who looks is kept.

use domain::account::{Actor, Capability};
use domain::complaint::{Action, Facts, Privacy, Refused, State, Subject, allowed};
use domain::permit::clock::Reading;
use domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use super::enter;
use crate::complaint::attached::{AttachedFile, attached, of};
use crate::complaint::row::{Complaint, Contact, Happened, MessageKind, append, case_number, messages};
use crate::complaint::take::{ComplaintError, is_involved, reading};
use crate::db::{DbError, Tx};
use crate::permit::calendar_within;
use crate::{Platform, args};

/// Whoever looks again within this time is written down once. Seconds.
const READ_ONCE: i64 = 3600;
/// Somebody looked.
const READ: &str = "baca";
/// Somebody looked at who complains in secret.
const READ_COMPLAINANT: &str = "baca_pelapor";

/// A complaint as the office sees it.
#[derive(Debug, Clone)]
pub struct ComplaintFile {
    /// Its number.
    pub number: String,
    /// Where it is.
    pub state: State,
    /// What it is about.
    pub subject: Subject,
    /// The service, by its slug.
    pub service: Option<String>,
    /// The permit case, by its number; of a secret complaint only with [`show_complainant`], as it names its applicant.
    pub case: Option<String>,
    /// The shop or order, as it was typed; may be empty.
    pub about: String,
    /// The shop, by slug and name, where it is known.
    pub shop: Option<(String, String)>,
    /// What happened; empty when it is forgotten.
    pub text: String,
    /// What came with it; nothing of a secret complaint for who may not see whose it is.
    pub files: Vec<AttachedFile>,
    /// Whether the time is over for which its words are kept.
    pub forgotten: bool,
    /// Who may know who complains.
    pub privacy: Privacy,
    /// Who complains, when that is no secret.
    pub contact: Option<Contact>,
    /// Whether this officer may see who complains in secret.
    pub may_show: bool,
    /// Its number at LAPOR.
    pub lapor: Option<String>,
    /// When it came.
    pub filed_at: Timestamp,
    /// What is left of the promise; `None` where the office has nothing to do.
    pub reading: Option<Reading>,
    /// The end of what runs now.
    pub due: Option<Timestamp>,
    /// How many promises were not kept.
    pub late: i64,
    /// Who answers it.
    pub handler: Option<(Uuid, String)>,
    /// The officer whom it is about.
    pub about_officer: Option<(Uuid, String)>,
    /// What was written.
    pub messages: Vec<OfficeMessage>,
    /// What happened, the latest first.
    pub events: Vec<ComplaintEvent>,
    /// What this officer can do now.
    pub allowed: Vec<Action>,
    /// Whether this officer had a part in what it is about, and so may not act.
    pub involved: bool,
    /// To whom it can be given, for who verifies.
    pub handlers: Vec<(Uuid, String)>,
    /// All officers, for who verifies: it may be about one of them.
    pub officers: Vec<(Uuid, String)>,
    /// How often it was moved: a form carries it.
    pub moves: i64,
}

/// Something that was written.
#[derive(Debug, Clone)]
pub struct OfficeMessage {
    /// When.
    pub at: Timestamp,
    /// What it is.
    pub kind: MessageKind,
    /// Which officer wrote it; `None` for whoever complained.
    pub name: Option<String>,
    /// The words.
    pub text: String,
    /// What came with it.
    pub files: Vec<AttachedFile>,
}

/// Something that happened.
#[derive(Debug, Clone, FromRow)]
pub struct ComplaintEvent {
    /// When, micro-seconds UTC.
    pub at: i64,
    /// Which officer; `None` for whoever complained and for a date.
    pub name: Option<String>,
    /// In which part.
    pub by_part: String,
    /// What.
    pub action: String,
    /// The state before.
    pub from_state: Option<String>,
    /// The state after.
    pub to_state: String,
}

/// Opens a complaint.
///
/// # Errors
/// See [`ComplaintError`].
pub async fn open_complaint(platform: &Platform, actor: &Actor, number: &str) -> Result<ComplaintFile, ComplaintError> {
    let mut tx = platform.db.begin().await?;
    let (mut complaint, account, parts) = enter(&mut tx, actor, number).await?;
    note_reading(platform, &mut tx, &mut complaint, account, parts[0].as_str()).await?;
    let involved = is_involved(&mut tx, &complaint, account).await?;
    let mut can: Vec<Action> = parts.iter().flat_map(|by| allowed(complaint.state, *by, Facts { involved })).collect();
    can.sort_unstable();
    can.dedup();
    let contact = if complaint.privacy == Privacy::Biasa { complaint.contact(platform, &mut tx).await? } else { None };
    let officers = if actor.may(Capability::VerifyComplaints) { officers(&mut tx).await? } else { Vec::new() };
    let mut handlers = Vec::new();
    if can.contains(&Action::Forward) {
        for (id, name) in &officers {
            if !is_involved(&mut tx, &complaint, *id).await? {
                handlers.push((*id, name.clone()));
            }
        }
    }
    let (calendar, now) = (calendar_within(platform, &mut tx).await?, platform.now());
    let handler = named(&mut tx, complaint.handler).await?;
    let sql = "select slug, name from usaha where id = $1";
    let shop: Option<(String, String)> = tx.one(sql, args![complaint.usaha_id]).await?;
    let about_officer = named(&mut tx, complaint.about_officer).await?;
    tx.commit().await?;
    let days = platform.office.complaints.of(complaint.state).filter(|_| complaint.state.waits_for_office());
    let told = complaint.told(platform)?;
    let secret = complaint.privacy == Privacy::Rahasia;
    let files = if secret && involved { Vec::new() } else { attached(platform, complaint.id).await? };
    let message = |message: crate::complaint::row::Message| OfficeMessage {
        at: message.at.into(),
        kind: message.kind,
        name: message.name,
        files: of(&files, Some(message.id)),
        text: message.text,
    };
    Ok(ComplaintFile {
        case: if secret { None } else { case_number(platform, complaint.case_id).await? },
        messages: messages(platform, complaint.id).await?.into_iter().map(message).collect(),
        events: events(platform, complaint.id).await?,
        reading: days.and_then(|days| reading(complaint.since_at.into(), days, &calendar, now)),
        may_show: secret && !involved && complaint.forgotten_at.is_none(),
        files: of(&files, None),
        forgotten: complaint.forgotten_at.is_some(),
        shop,
        number: complaint.number,
        state: complaint.state,
        subject: complaint.subject,
        service: complaint.service,
        about: told.about,
        text: told.text,
        privacy: complaint.privacy,
        contact,
        lapor: complaint.lapor,
        filed_at: complaint.filed_at.into(),
        due: complaint.due_at.map(Timestamp::from_micros),
        late: complaint.late,
        handler,
        about_officer,
        allowed: can,
        involved,
        handlers,
        officers,
        moves: complaint.moves,
    })
}

/// Who complains in secret, with the permit case that would name them; each look is written down. Only for who verifies
/// and who answers, and had no part in what it is about.
///
/// # Errors
/// See [`ComplaintError`].
pub async fn show_complainant(
    platform: &Platform,
    actor: &Actor,
    number: &str,
) -> Result<(Contact, Option<String>), ComplaintError> {
    let mut tx = platform.db.begin().await?;
    let (mut complaint, account, parts) = enter(&mut tx, actor, number).await?;
    if is_involved(&mut tx, &complaint, account).await? {
        return Err(Refused::Involved.into());
    }
    let contact = complaint.contact(platform, &mut tx).await?.ok_or(ComplaintError::NotFound)?;
    let (at, from) = (platform.now(), Some(complaint.state));
    let happened = Happened { at, actor: Some(account), part: parts[0].as_str(), action: READ_COMPLAINANT, from };
    append(&mut tx, &mut complaint, happened).await?;
    tx.commit().await?;
    Ok((contact, case_number(platform, complaint.case_id).await?))
}

async fn note_reading(
    platform: &Platform,
    tx: &mut Tx,
    complaint: &mut Complaint,
    account: Uuid,
    part: &str,
) -> Result<(), DbError> {
    let sql = "select count(*) from complaint_event where complaint_id = $1 and actor = $2 and action = $3 and at > $4";
    let since = platform.now().plus_seconds(-READ_ONCE);
    let lately: Option<(i64,)> = tx.one(sql, args![complaint.id, account, READ, since]).await?;
    if lately.is_some_and(|(count,)| count > 0) {
        return Ok(());
    }
    let (at, from) = (platform.now(), Some(complaint.state));
    append(tx, complaint, Happened { at, actor: Some(account), part, action: READ, from }).await
}

/// Everybody who works in the office with a duty.
async fn officers(tx: &mut Tx) -> Result<Vec<(Uuid, String)>, DbError> {
    let sql = "select a.id, a.name from account a where a.state = 'active' and exists (select 1 from account_grant g \
         where g.account_id = a.id and g.role = 'petugas' and g.duty <> '') order by a.name, a.id";
    tx.all(sql, args![]).await
}

async fn named(tx: &mut Tx, account: Option<Uuid>) -> Result<Option<(Uuid, String)>, DbError> {
    tx.one("select id, name from account where id = $1", args![account]).await
}

async fn events(platform: &Platform, id: Uuid) -> Result<Vec<ComplaintEvent>, DbError> {
    let sql = "select e.at, a.name, e.by_part, e.action, e.from_state, e.to_state from complaint_event e \
         left join account a on a.id = e.actor where e.complaint_id = $1 order by e.seq desc";
    platform.db.all(sql, args![id]).await
}
