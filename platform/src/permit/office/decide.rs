//! An officer takes a step of a case, or says who does.

use domain::account::{Actor, Capability};
use domain::money::Rupiah;
use domain::number::{Kind, PublicNumber};
use domain::permit::key::Key;
use domain::permit::reason::Reason;
use domain::permit::state::{Action, By, STEPS, State};
use domain::permit::step::Refused;
use domain::time::Day;
use domain::typed::Text;
use uuid::Uuid;

use super::parts;
use crate::db::Tx;
use crate::permit::accompany::Issued;
use crate::permit::calendar::calendar;
use crate::permit::case::{Case, Happened, append, refused};
use crate::permit::letter::make_letter;
use crate::permit::take::{Deed, StepError, attempt, not_moved};
use crate::{Platform, args};

/// Consents to a late second request for correction.
const CONSENT: &str = "izinkan_perbaikan";
/// Somebody works on it from now on.
const ASSIGN: &str = "tugaskan";
/// A visit is planned at most so far ahead. Days.
const VISIT_WITHIN: i64 = 60;

/// A step that an officer takes.
#[derive(Debug, Clone)]
pub struct CaseDeed {
    /// What is done.
    pub action: Action,
    /// How often the case had been moved when the page was shown: with more since, the officer looked at something else.
    pub seen: i64,
    /// Why, where that must be said.
    pub reason: Option<Reason>,
    /// What only the office reads; a visit's report; of an accompanied permit, what the applicant reads.
    pub note: Option<Text<2000>>,
    /// When somebody goes and looks.
    pub visit_on: Option<Day>,
    /// What is paid.
    pub pays: Rupiah,
    /// To which stage an accompanied permit comes.
    pub stage: Option<Key>,
    /// What the other agency issued.
    pub issued: Option<Issued>,
}

impl CaseDeed {
    /// A step without anything.
    pub fn of(action: Action, seen: i64) -> Self {
        Self { action, seen, reason: None, note: None, visit_on: None, pays: Rupiah::ZERO, stage: None, issued: None }
    }
}

/// Takes a step of a case in the office.
///
/// # Errors
/// See [`StepError`]. What was refused is written down in the case; the same officer sending the same step twice is no
/// error.
pub async fn decide_case(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    deed: &CaseDeed,
) -> Result<State, StepError> {
    let (account, parts) = parts(actor)?;
    fit(platform, deed).await?;
    let mut tx = platform.db.begin().await?;
    let mut case = find_and_lock(&mut tx, number).await?;
    if not_moved(&mut tx, &case, deed.seen, Some(account), deed.action).await?.is_none() {
        return Ok(case.state);
    }
    let possible = |by: &&By| STEPS.iter().any(|step| step.action == deed.action && step.by.contains(by));
    let by = parts.iter().find(possible).copied();
    let Some(by) = by else {
        drop(tx);
        refused(platform, case.id, Some(account), "petugas", deed.action.as_str()).await?;
        return Err(StepError::Refused(Refused::NotYours));
    };
    let note = deed.note.as_ref().map(Text::as_str);
    let step = Deed {
        action: deed.action,
        by,
        actor: Some(account),
        reason: deed.reason.as_ref(),
        note,
        visit_on: deed.visit_on,
        pays: deed.pays,
        stage: deed.stage.as_ref(),
        issued: deed.issued.as_ref(),
    };
    let state = attempt(platform, tx, &mut case, step, None).await?;
    // The decision holds whatever becomes of its file, which is made later then.
    if let Err(error) = make_letter(platform, &case.number).await {
        tracing::error!(?error, "the letter of a decision is not made yet");
    }
    Ok(state)
}

/// Whether a step brings what it needs: a visit is on a working day soon, a report and a message say something, and what
/// an agency issued has a number.
async fn fit(platform: &Platform, deed: &CaseDeed) -> Result<(), StepError> {
    match deed.action {
        Action::PlanVisit => {
            let (today, calendar) = (platform.now().day(), calendar(platform).await?);
            let fits = |day: &Day| *day >= today && *day <= today.plus(VISIT_WITHIN) && calendar.off(*day).is_none();
            deed.visit_on.filter(fits).map(drop).ok_or(StepError::VisitDay)
        }
        Action::ReportVisit | Action::Advise if deed.note.is_none() => Err(StepError::NoWords),
        Action::Record if deed.issued.is_none() => Err(StepError::NoPermit),
        _ => Ok(()),
    }
}

/// Locks the case with a number; a draft is nobody's but its applicant's.
pub(in crate::permit) async fn find_and_lock(tx: &mut Tx, number: &str) -> Result<Case, StepError> {
    let number = PublicNumber::parse(Kind::Permit, number).map_err(|_| StepError::NotFound)?;
    let sql = "select id from permit_case where number = $1 and submitted_at is not null";
    let (id,): (Uuid,) = tx.one(sql, args![number.as_str()]).await?.ok_or(StepError::NotFound)?;
    Case::lock(tx, id).await?.ok_or(StepError::NotFound)
}

/// The head consents to another request for correction, late as it is.
///
/// # Errors
/// See [`StepError`].
pub async fn consent_to_correction(platform: &Platform, actor: &Actor, number: &str) -> Result<(), StepError> {
    let head = actor.require(Capability::DecideCases)?;
    let mut tx = platform.db.begin().await?;
    let mut case = find_and_lock(&mut tx, number).await?;
    if case.state != State::Verifikasi {
        return Err(StepError::Refused(Refused::NotNow));
    }
    let happened = Happened::staying(&case, Some(head), By::Penyetuju.as_str(), CONSENT);
    append(platform, &mut tx, &mut case, happened).await?;
    let sql = "update permit_case set consented_round = rounds where id = $1";
    tx.run_one(sql, args![case.id]).await?;
    tx.commit().await?;
    Ok(())
}

/// Gives a case to somebody who works on cases; to oneself, or by a head to anybody.
///
/// # Errors
/// See [`StepError`]; an account that does not work on cases is [`Refused::NotYours`].
pub async fn assign_case(platform: &Platform, actor: &Actor, number: &str, to: Uuid) -> Result<(), StepError> {
    let account = actor.require(Capability::ReadCases)?;
    let mut tx = platform.db.begin().await?;
    let case = find_and_lock(&mut tx, number).await?;
    give(platform, tx, case, actor, account, to).await
}

/// Gives a locked case to somebody who works on cases.
pub(super) async fn give(
    platform: &Platform,
    mut tx: Tx,
    mut case: Case,
    actor: &Actor,
    account: Uuid,
    to: Uuid,
) -> Result<(), StepError> {
    let allowed = actor.may(Capability::DecideCases) || (to == account && actor.may(Capability::ExamineCases));
    let works = "select a.name from account a join account_grant g on g.account_id = a.id where a.id = $1 \
         and a.state = 'active' and g.role = 'petugas' and g.duty in ('verifikator', 'lapangan', 'penyetuju') limit 1";
    let name: Option<(String,)> = tx.one(works, args![to]).await?;
    let Some((name,)) = name.filter(|_| allowed) else { return Err(StepError::Refused(Refused::NotYours)) };
    if !case.state.is_open() {
        return Err(StepError::Refused(Refused::NotNow));
    }
    tx.run_one("update permit_case set assignee = $2 where id = $1", args![case.id, to]).await?;
    let happened =
        Happened { internal_note: Some(&name), ..Happened::staying(&case, Some(account), "petugas", ASSIGN) };
    append(platform, &mut tx, &mut case, happened).await?;
    tx.commit().await?;
    Ok(())
}
