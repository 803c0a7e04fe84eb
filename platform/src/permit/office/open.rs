//! A case as the office sees it. That somebody looked is written down.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::account::{Actor, Capability};
use domain::money::Rupiah;
use domain::permit::answers::{Path, Typed};
use domain::permit::clock::{self, Reading};
use domain::permit::service::Service;
use domain::permit::state::{Action, By, State};
use domain::permit::step::allowed;
use domain::permit::verdict::Verdicts;
use domain::time::{Day, Timestamp};
use sqlx::FromRow;
use uuid::Uuid;

use super::decide::find_and_lock;
use super::parts;
use crate::db::{DbError, Tx};
use crate::permit::accompany::{Accompaniment, accompaniment};
use crate::permit::calendar::calendar_within;
use crate::permit::case::{Case, Happened, Known, With, append, course, facts};
use crate::permit::file::{FileShown, list_files, list_photos};
use crate::permit::objection::{ObjectionShown, find_objection};
use crate::permit::show::{CaseEvent, list_events};
use crate::permit::take::StepError;
use crate::{Platform, args};

/// Looking at a case: once in so long it is written down for each person. Seconds.
const READ_ONCE: i64 = 3600;
/// The event of looking.
const READ: &str = "baca";
/// The event of looking at a NIK or NPWP.
const READ_SENSITIVE: &str = "baca_nik";

/// A case with everything that the office may see.
#[derive(Debug, Clone)]
pub struct CaseFile {
    /// Its number.
    pub number: String,
    /// The version of the service with which it began.
    pub service: Arc<Service>,
    /// Where it is.
    pub state: State,
    /// The business or brand it is about; may be empty.
    pub subject: String,
    /// Who applied.
    pub name: String,
    /// Their number.
    pub phone: String,
    /// What was handed in; what is sensitive is masked.
    pub handed_in: Typed,
    /// Where something is masked.
    pub masked: Vec<Path>,
    /// What was said about it.
    pub verdicts: Verdicts,
    /// The documents by their id.
    pub files: BTreeMap<Uuid, FileShown>,
    /// The photographs of visits.
    pub photos: Vec<FileShown>,
    /// What the clock shows.
    pub reading: Option<Reading>,
    /// What happened, the latest first.
    pub events: Vec<CaseEvent>,
    /// The last objection to a refusal.
    pub objection: Option<ObjectionShown>,
    /// How far an accompanied permit is; `None` for a service of our own.
    pub accompaniment: Option<Accompaniment>,
    /// The stage where it is, by its key.
    pub stage: Option<String>,
    /// The applicant's products that a number of an accompanied permit can be for.
    pub products: Vec<(Uuid, String)>,
    /// What this officer can do now.
    pub allowed: Vec<Action>,
    /// Whether another request for correction needs the head's consent.
    pub needs_consent: bool,
    /// How often the applicant was asked to correct something.
    pub rounds: i64,
    /// What is missing of the fee.
    pub owed: Rupiah,
    /// Who works on it.
    pub assignee: Option<(Uuid, String)>,
    /// When it was handed in.
    pub submitted_at: Option<Timestamp>,
    /// The last day of what runs in its state.
    pub last_day: Option<Day>,
    /// When somebody goes and looks.
    pub visit_on: Option<Day>,
    /// How often it was moved: a form carries it.
    pub moves: i64,
    /// Who could work on it, for a head who gives it to somebody.
    pub colleagues: Vec<(Uuid, String)>,
}

#[derive(FromRow)]
struct Extra {
    subject: String,
    submitted_at: Option<i64>,
    visit_on: Option<String>,
    assignee: Option<Uuid>,
    assignee_name: Option<String>,
}

/// What somebody can choose from.
struct Lists {
    colleagues: Vec<(Uuid, String)>,
    products: Vec<(Uuid, String)>,
}

/// Opens a case.
///
/// # Errors
/// See [`StepError`].
pub async fn open_case(platform: &Platform, actor: &Actor, number: &str) -> Result<CaseFile, StepError> {
    let (account, parts) = parts(actor)?;
    let mut tx = platform.db.begin().await?;
    let mut case = find_and_lock(&mut tx, number).await?;
    note_reading(platform, &mut tx, &mut case, account, "petugas").await?;
    let mut can = Vec::new();
    let mut known = None;
    // Somebody without a part of their own looks as the counter does.
    let parts = if parts.is_empty() { vec![By::Loket] } else { parts };
    for by in parts {
        let with = With { by, actor: Some(account), reason: None, pays: Rupiah::ZERO, stage: None };
        let found = facts(platform, &mut tx, &case, with).await?;
        if by.is_office() {
            // What is paid is said with the step.
            let paid = domain::permit::step::Facts { owed: Rupiah::ZERO, ..found.facts };
            let facts = if case.state == State::MenungguBayar { &paid } else { &found.facts };
            can.extend(allowed(case.state, by, facts));
        }
        known = Some(found);
    }
    let known = known.ok_or(StepError::NotFound)?;
    let calendar = calendar_within(platform, &mut tx).await?;
    let course = course(&known.service, known.entries.clone(), case.stage());
    let reading = course.and_then(|course| clock::read(&course.entries, course.norm, &calendar, platform.now()));
    let products = if case.state.is_accompanied() { products(&mut tx, &case).await? } else { Vec::new() };
    let sql = "select c.subject, c.submitted_at, c.visit_on, c.assignee, a.name as assignee_name from permit_case c \
         left join account a on a.id = c.assignee where c.id = $1";
    let extra: Extra = tx.one(sql, args![case.id]).await?.ok_or(StepError::NotFound)?;
    let colleagues = if actor.may(Capability::DecideCases) { tx.all(COLLEAGUES, args![]).await? } else { Vec::new() };
    tx.commit().await?;
    Ok(show(platform, case, known, reading, extra, can, Lists { colleagues, products }).await?)
}

#[allow(clippy::too_many_arguments)] // a page of an officer shows all these
async fn show(
    platform: &Platform,
    case: Case,
    known: Known<'_>,
    reading: Option<Reading>,
    extra: Extra,
    allowed: Vec<Action>,
    lists: Lists,
) -> Result<CaseFile, DbError> {
    let files = list_files(platform, case.id).await?;
    let (handed_in, masked) = mask(known.handed_in.clone(), &known.service);
    let facts = &known.facts;
    Ok(CaseFile {
        needs_consent: facts.rounds > 0 && facts.late && !facts.head_consents,
        owed: facts.owed,
        last_day: case.last_day(),
        photos: list_photos(platform, case.id).await?,
        files: files.into_iter().map(|file| (file.id, file)).collect(),
        events: list_events(platform, case.id).await?,
        objection: find_objection(platform, case.id).await?,
        accompaniment: accompaniment(platform, &known.service, case.id).await?,
        subject: extra.subject,
        number: case.number,
        state: case.state,
        name: case.name,
        phone: case.phone,
        rounds: case.rounds,
        moves: case.moves,
        verdicts: known.verdicts,
        service: known.service,
        assignee: extra.assignee.zip(extra.assignee_name),
        submitted_at: extra.submitted_at.map(Timestamp::from_micros),
        visit_on: extra.visit_on.as_deref().and_then(Day::parse),
        handed_in,
        masked,
        reading,
        allowed,
        colleagues: lists.colleagues,
        products: lists.products,
        stage: case.stage,
    })
}

/// First and last four digits are enough to compare with a photograph.
fn mask(mut typed: Typed, service: &Service) -> (Typed, Vec<Path>) {
    let mut masked = Vec::new();
    for (path, text) in &mut typed.texts {
        if service.form.at(path).is_some_and(|field| field.kind.is_sensitive()) {
            let digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
            let shown = |at: usize| at < 4 || at + 4 >= digits.len();
            *text = digits.iter().enumerate().map(|(at, digit)| if shown(at) { *digit } else { '•' }).collect();
            masked.push(path.clone());
        }
    }
    (typed, masked)
}

/// Writes down that somebody looked at a case, once in so long.
pub(in crate::permit) async fn note_reading(
    platform: &Platform,
    tx: &mut Tx,
    case: &mut Case,
    account: Uuid,
    by: &str,
) -> Result<(), DbError> {
    let sql = "select count(*) from case_event where case_id = $1 and actor = $2 and action = $3 and at > $4";
    let since = platform.now().plus_seconds(-READ_ONCE);
    let lately: Option<(i64,)> = tx.one(sql, args![case.id, account, READ, since]).await?;
    if lately.is_some_and(|(count,)| count > 0) {
        return Ok(());
    }
    let happened = Happened::staying(case, Some(account), by, READ);
    append(platform, tx, case, happened).await
}

/// The foods of the applicant's shop.
async fn products(tx: &mut Tx, case: &Case) -> Result<Vec<(Uuid, String)>, DbError> {
    let sql = "select p.id, p.name from product p join usaha u on u.id = p.usaha_id join category c on c.slug = p.category \
         where u.owner_id = $1 and p.state <> 'archived' and c.food order by p.name limit 100";
    tx.all(sql, args![case.account_id]).await
}

/// Everybody who works on cases.
pub(super) const COLLEAGUES: &str = "select a.id, a.name from account a where a.state = 'active' and exists (select 1 from account_grant g \
         where g.account_id = a.id and g.role = 'petugas' and g.duty in ('verifikator', 'lapangan', 'penyetuju')) \
         order by a.name";

/// What was typed at a place that is masked; each look is written down. Only for whoever examines or decides.
///
/// # Errors
/// See [`StepError`].
pub async fn show_sensitive(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    path: &Path,
) -> Result<String, StepError> {
    let account = actor.require(Capability::ExamineCases).or_else(|_| actor.require(Capability::DecideCases))?;
    let mut tx = platform.db.begin().await?;
    let mut case = find_and_lock(&mut tx, number).await?;
    let typed = crate::permit::case::handed_in(platform, &case)?;
    let text = typed.texts.get(path).cloned().ok_or(StepError::NotFound)?;
    let happened = Happened {
        internal_note: Some(path.as_str()),
        ..Happened::staying(&case, Some(account), "petugas", READ_SENSITIVE)
    };
    append(platform, &mut tx, &mut case, happened).await?;
    tx.commit().await?;
    Ok(text)
}
