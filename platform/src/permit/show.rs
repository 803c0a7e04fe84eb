//! A case as its applicant sees it: what was typed, what is missing, what the office said, and who looked.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::permit::answers::{Checked, Path, Typed, read};
use domain::permit::form::{Field, Section};
use domain::permit::reason::Reason;
use domain::permit::service::Service;
use domain::permit::state::{Action, By, State};
use domain::permit::verdict::{Correction, Verdict};
use domain::time::{Day, Timestamp};
use sqlx::FromRow;
use uuid::Uuid;

use super::accompany::{Accompaniment, accompaniment};
use super::applicant::Applicant;
use super::case::{Case, correction, course, find_entries, find_verdicts, open_answers};
use super::file::{FileShown, list_files};
use super::mandate::{MandateShown, find_mandate};
use super::objection::{ObjectionShown, find_objection};
use super::office::note_reading;
use super::save::is_in;
use super::services::version_of_case;
use super::survey::is_asked;
use super::track::{Promise, promise};
use crate::db::DbError;
use crate::{Platform, args};

/// A case with everything that its applicant may see.
#[derive(Debug, Clone)]
pub struct CaseShown {
    /// The case.
    pub id: Uuid,
    /// Its number.
    pub number: String,
    /// The version of the service with which it began.
    pub service: Arc<Service>,
    /// Where it is.
    pub state: State,
    /// Who applied.
    pub name: String,
    /// Their number.
    pub phone: String,
    /// What was typed, as it was typed.
    pub typed: Typed,
    /// What that means, and what is missing or wrong.
    pub checked: Checked,
    /// What the office asked to be replaced, while it does.
    pub asked: Vec<Judged>,
    /// The documents.
    pub files: Vec<FileShown>,
    /// The promise; `None` for a draft.
    pub promise: Option<Promise>,
    /// What happened, the latest first.
    pub events: Vec<CaseEvent>,
    /// When it was handed in.
    pub submitted_at: Option<Timestamp>,
    /// The last day of what runs in its state.
    pub last_day: Option<Day>,
    /// When somebody goes and looks.
    pub visit_on: Option<Day>,
    /// The last objection to a refusal.
    pub objection: Option<ObjectionShown>,
    /// Whether the survey is offered: it is decided, and nobody has answered.
    pub surveys: bool,
    /// How far an accompanied permit is; `None` for a service of our own.
    pub accompaniment: Option<Accompaniment>,
    /// How often it was moved.
    pub moves: i64,
    /// The last mandate to act for the applicant.
    pub mandate: Option<MandateShown>,
    /// Whether whoever looks acts for the applicant.
    pub helps: bool,
    /// What would change it: everything in a draft, what is asked for in a correction, else nothing.
    open: Option<Correction>,
    handed_in: Option<Typed>,
}

/// Something that has to be replaced, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// Where it stands.
    pub path: Path,
    /// What is wrong with it.
    pub reason: Reason,
}

/// Something that happened.
#[derive(Debug, Clone, FromRow)]
pub struct CaseEvent {
    /// When, micro-seconds UTC.
    pub at: i64,
    /// In which part: a word of [`domain::permit::state::By`], or `petugas`.
    pub by_role: String,
    /// The name of the account that acted, for whoever may know.
    pub name: Option<String>,
    /// What: a word of [`domain::permit::state::Action`], or another.
    pub action: String,
    /// Before.
    pub from_state: Option<String>,
    /// After.
    pub to_state: String,
    /// What the applicant reads.
    pub public_text: Option<String>,
    /// What only the office reads.
    pub internal_note: Option<String>,
}

impl CaseEvent {
    /// Who handed the case in for the applicant, and in which part, if this is what happened.
    pub fn sent_by(&self) -> Option<(&str, By)> {
        let part = self.by_role.parse().ok().filter(|part| matches!(part, By::Pendamping | By::Loket))?;
        let action: Action = self.action.parse().ok()?;
        matches!(action, Action::Submit | Action::Resubmit).then_some((self.name.as_deref()?, part))
    }
}

impl CaseShown {
    /// Whether the applicant may change what stands at a path.
    pub fn may_change(&self, path: &Path) -> bool {
        match (self.state, &self.open) {
            (State::Draf | State::Didampingi, _) => true,
            (_, Some(open)) => open.reopens(path),
            (_, None) => false,
        }
    }

    /// Whether the applicant may change a field, or something in its rows.
    pub fn may_change_in(&self, field: &Field) -> bool {
        let path = Path::of(&field.key);
        self.may_change(&path) || self.asked.iter().any(|judged| judged.path.is_within(&path))
    }

    /// Puts what somebody typed into a section and could not save in the place of what is stored, to be shown.
    pub fn show_unsaved(&mut self, section: &Section, texts: BTreeMap<Path, String>) {
        let mut shown = std::mem::take(&mut self.typed.texts);
        let may_change = |path: &Path| is_in(section, path) && self.may_change(path);
        shown.retain(|path, _| !may_change(path));
        shown.extend(texts.into_iter().filter(|(path, _)| may_change(path)));
        self.typed.texts = shown;
    }

    /// What was asked for and is as it was.
    pub fn unchanged(&self) -> Vec<Path> {
        match (&self.open, &self.handed_in) {
            (Some(open), Some(handed_in)) => open.unchanged(handed_in, &self.typed),
            _ => Vec::new(),
        }
    }

    /// Whether it can be handed in now.
    pub fn is_ready(&self) -> bool {
        let changed = self.state != State::Didampingi || self.handed_in.as_ref() != Some(&self.typed);
        self.state.is_open_for_changes() && changed && self.checked.is_complete() && self.unchanged().is_empty()
    }
}

#[derive(FromRow)]
struct Row {
    number: String,
    service: String,
    version: i64,
    #[sqlx(try_from = "String")]
    state: State,
    name: String,
    phone: String,
    answers: Vec<u8>,
    handed_in: Option<Vec<u8>>,
    submitted_at: Option<i64>,
    last_day: Option<String>,
    visit_on: Option<String>,
    surveyed: bool,
    moves: i64,
    stage: Option<String>,
    stage_at: Option<i64>,
}

/// Everything about a case that its applicant may see.
///
/// # Errors
/// Only when the database does not answer, or holds what this version cannot read.
pub async fn show_case(platform: &Platform, applicant: &Applicant) -> Result<Option<CaseShown>, DbError> {
    let sql = "select number, service, version, state, name, phone, answers, handed_in, submitted_at, last_day, \
         visit_on, surveyed, moves, stage, stage_at from permit_case where id = $1";
    if let (true, Some(helper)) = (applicant.helps(), applicant.account) {
        note_help(platform, applicant, helper).await?;
    }
    let Some(row) = platform.db.one::<Row>(sql, args![applicant.case]).await? else { return Ok(None) };
    let service = version_of_case(platform, &row.service, row.version).await?;
    let typed = open_answers(platform, applicant.case, &row.answers)?;
    let handed_in = row.handed_in.map(|sealed| open_answers(platform, applicant.case, &sealed)).transpose()?;
    let entries = find_entries(platform, applicant.case).await?;
    let open = matches!(row.state, State::PerluPerbaikan | State::Dihentikan);
    let verdicts = if open { find_verdicts(platform, applicant.case).await? } else { Default::default() };
    let asked = verdicts.0.iter().filter_map(|(path, verdict)| match verdict {
        Verdict::Replace { reason, .. } => Some(Judged { path: path.clone(), reason: reason.clone() }),
        _ => None,
    });
    Ok(Some(CaseShown {
        id: applicant.case,
        number: row.number,
        state: row.state,
        name: row.name,
        phone: row.phone,
        checked: read(&service.form, &typed, platform.now().day()),
        asked: asked.collect(),
        files: list_files(platform, applicant.case).await?,
        promise: promise(platform, course(&service, entries, row.stage.as_deref().zip(row.stage_at))).await?,
        accompaniment: accompaniment(platform, &service, applicant.case).await?,
        events: public_events(platform, applicant.case).await?,
        submitted_at: row.submitted_at.map(Timestamp::from_micros),
        last_day: row.last_day.as_deref().and_then(Day::parse),
        visit_on: row.visit_on.as_deref().and_then(Day::parse),
        objection: find_objection(platform, applicant.case).await?,
        surveys: is_asked(row.state) && !row.surveyed,
        moves: row.moves,
        mandate: find_mandate(platform, applicant.case).await?,
        helps: applicant.helps(),
        open: open.then(|| correction(&verdicts)),
        service,
        typed,
        handed_in,
    }))
}

/// Whoever acts for the applicant reads what is typed: the applicant sees that.
async fn note_help(platform: &Platform, applicant: &Applicant, helper: Uuid) -> Result<(), DbError> {
    let mut tx = platform.db.begin().await?;
    let Some(mut case) = Case::lock(&mut tx, applicant.case).await? else { return Ok(()) };
    note_reading(platform, &mut tx, &mut case, helper, applicant.by().as_str()).await?;
    tx.commit().await
}

/// What happened in a case, the latest first.
pub(super) async fn list_events(platform: &Platform, case: Uuid) -> Result<Vec<CaseEvent>, DbError> {
    let sql = "select e.at, e.by_role, a.name, e.action, e.from_state, e.to_state, e.public_text, e.internal_note \
         from case_event e left join account a on a.id = e.actor where e.case_id = $1 order by e.seq desc limit 300";
    platform.db.all(sql, args![case]).await
}

/// The same without what only the office reads.
async fn public_events(platform: &Platform, case: Uuid) -> Result<Vec<CaseEvent>, DbError> {
    let mut events = list_events(platform, case).await?;
    events.iter_mut().for_each(|event| event.internal_note = None);
    Ok(events)
}

/// A case in the list of an account's own.
#[derive(Debug, Clone, FromRow)]
pub struct OwnCase {
    /// Its number.
    pub number: String,
    /// The slug of its service.
    pub service: String,
    /// What it is about: the business or the brand.
    pub subject: String,
    /// Where it is.
    #[sqlx(try_from = "String")]
    pub state: State,
    /// When something was last done, micro-seconds UTC.
    pub updated_at: i64,
}

/// The cases of an account, the latest first.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_own_cases(platform: &Platform, account: Uuid) -> Result<Vec<OwnCase>, DbError> {
    let sql = "select number, service, subject, state, updated_at from permit_case where account_id = $1 \
         order by created_at desc, id desc limit 50";
    platform.db.all(sql, args![account]).await
}
