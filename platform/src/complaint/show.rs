//! A complaint as whoever made it sees it.

use domain::complaint::{Privacy, State, Subject};
use domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use super::attached::{AttachedFile, attached, of};
use super::complainant::Complainant;
use super::row::{Complaint, MessageKind, case_number, messages};
use crate::db::DbError;
use crate::{Platform, args};

/// A complaint.
#[derive(Debug, Clone)]
pub struct ComplaintShown {
    /// Its number.
    pub number: String,
    /// Where it is.
    pub state: State,
    /// What it is about.
    pub subject: Subject,
    /// The service, by its slug.
    pub service: Option<String>,
    /// The permit case, by its number.
    pub case: Option<String>,
    /// The shop or order, as it was typed; may be empty.
    pub about: String,
    /// What happened.
    pub text: String,
    /// What came with it.
    pub files: Vec<AttachedFile>,
    /// Who may know who complains.
    pub privacy: Privacy,
    /// Its number at LAPOR.
    pub lapor: Option<String>,
    /// When it was made.
    pub filed_at: Timestamp,
    /// The end of what runs now.
    pub due: Option<Timestamp>,
    /// What was written since, notes of the office left out.
    pub messages: Vec<ShownMessage>,
    /// What was done and when, in order: action and state after it.
    pub steps: Vec<(Timestamp, String, State)>,
}

/// Something that was written.
#[derive(Debug, Clone)]
pub struct ShownMessage {
    /// When.
    pub at: Timestamp,
    /// What it is.
    pub kind: MessageKind,
    /// The words.
    pub text: String,
    /// What came with it.
    pub files: Vec<AttachedFile>,
}

#[derive(FromRow)]
struct StepRow {
    at: i64,
    action: String,
    #[sqlx(try_from = "String")]
    to_state: State,
}

/// The complaint of whoever made it.
///
/// # Errors
/// Only when the database does not answer.
pub async fn show_complaint(platform: &Platform, complainant: &Complainant) -> Result<Option<ComplaintShown>, DbError> {
    let Some(complaint) = Complaint::find(platform, complainant.complaint).await? else { return Ok(None) };
    let told = complaint.told(platform)?;
    let sql = "select at, action, to_state from complaint_event where complaint_id = $1 \
         and (from_state is null or from_state <> to_state) order by seq";
    let steps: Vec<StepRow> = platform.db.all(sql, args![complaint.id]).await?;
    let files = attached(platform, complaint.id).await?;
    let written = messages(platform, complaint.id).await?;
    let written = written.into_iter().filter(|message| message.kind != MessageKind::Note);
    Ok(Some(ComplaintShown {
        case: case_number(platform, complaint.case_id).await?,
        number: complaint.number,
        state: complaint.state,
        subject: complaint.subject,
        service: complaint.service,
        about: told.about,
        text: told.text,
        files: of(&files, None),
        privacy: complaint.privacy,
        lapor: complaint.lapor,
        filed_at: complaint.filed_at.into(),
        due: complaint.due_at.map(Timestamp::from_micros),
        messages: written
            .map(|message| ShownMessage {
                at: message.at.into(),
                kind: message.kind,
                text: message.text,
                files: of(&files, Some(message.id)),
            })
            .collect(),
        steps: steps.into_iter().map(|step| (step.at.into(), step.action, step.to_state)).collect(),
    }))
}

/// One of the complaints that an account made.
#[derive(Debug, Clone, FromRow)]
pub struct OwnComplaint {
    /// Its number.
    pub number: String,
    /// Where it is.
    #[sqlx(try_from = "String")]
    pub state: State,
    /// What it is about.
    #[sqlx(try_from = "String")]
    pub subject: Subject,
    /// The service, by its slug.
    pub service: Option<String>,
    /// When something was last done, micro-seconds UTC.
    pub updated_at: i64,
}

/// The complaints of an account, the latest first. Of an anonymous one no account is kept, so it is not among them.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_own_complaints(platform: &Platform, account: Uuid) -> Result<Vec<OwnComplaint>, DbError> {
    let sql = "select number, state, subject, service, updated_at from complaint where account_id = $1 \
         order by filed_at desc, id desc limit 50";
    platform.db.all(sql, args![account]).await
}
