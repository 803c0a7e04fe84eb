//! Taking a step of a case: one function for applicant, office and date, so that every step has one meaning.

use domain::account::Forbidden;
use domain::identifier::NumberError;
use domain::money::Rupiah;
use domain::permit::clock::{self, Entry, Pace};
use domain::permit::key::Key;
use domain::permit::reason::Reason;
use domain::permit::service::{Own, Way};
use domain::permit::state::{Action, By, State};
use domain::permit::step::{Refused, next};
use domain::permit::verdict::NoCorrection;
use domain::shop::badge::{Kind, ValidityError};
use domain::time::{Day, Timestamp};
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

use super::accompany::{self, Issued};
use super::calendar::calendar_within;
use super::case::{Case, Happened, Known, With, append, facts, keep_words, refused, seal_answers};
use super::deadlines::set_timers;
use super::{letter, notices, objection, outcome};
use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// Why a step was not taken. Nothing changed.
#[derive(Debug, Error)]
pub enum StepError {
    /// Not this person's to do.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The mandate with which they acted does not hold any more.
    #[error("the mandate is over")]
    MandateOver,
    /// There is no such case.
    #[error("no such case")]
    NotFound,
    /// The rules are against it.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// Something was done to the case since the page was shown.
    #[error("somebody was faster")]
    Already(Option<LastMove>),
    /// There is nothing to ask for, or not everything is judged yet.
    #[error(transparent)]
    NoCorrection(#[from] NoCorrection),
    /// The day of a visit is missing, or no working day to come.
    #[error("not a day for a visit")]
    VisitDay,
    /// What was seen on a visit, or what the applicant is told, must be said.
    #[error("no words")]
    NoWords,
    /// What the other agency issued is missing.
    #[error("no permit")]
    NoPermit,
    /// The number of what it issued has another shape.
    #[error("the number of a permit: {1}")]
    Number(Kind, NumberError),
    /// The last day of what it issued is missing or over.
    #[error(transparent)]
    Validity(#[from] ValidityError),
    /// It cannot be issued on a day to come.
    #[error("issued on a day to come")]
    IssuedDay,
    /// The product is not one of the applicant's shop that the number can be for.
    #[error("no such product of the applicant")]
    NoProduct,
    /// The database did not answer.
    #[error("a step of a case: database")]
    Db(#[from] DbError),
}

/// Who moved a case last.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct LastMove {
    /// When, micro-seconds UTC.
    pub at: i64,
    /// Their name; `None` for a guest or a date.
    pub name: Option<String>,
    /// As an account.
    pub actor: Option<Uuid>,
    /// What they did.
    pub action: String,
}

/// A step, with everything that comes with it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Deed<'d> {
    /// What is done.
    pub action: Action,
    /// In which part.
    pub by: By,
    /// With which account.
    pub actor: Option<Uuid>,
    /// Why.
    pub reason: Option<&'d Reason>,
    /// What only the office reads; of an objection, what the applicant writes; of an accompanied permit, what the
    /// applicant reads.
    pub note: Option<&'d str>,
    /// When somebody goes and looks.
    pub visit_on: Option<Day>,
    /// What is paid.
    pub pays: Rupiah,
    /// To which stage an accompanied permit comes.
    pub stage: Option<&'d Key>,
    /// What the other agency issued.
    pub issued: Option<&'d Issued>,
}

impl<'d> Deed<'d> {
    /// A step without anything.
    pub fn of(action: Action, by: By, actor: Option<Uuid>) -> Self {
        Self {
            action,
            by,
            actor,
            reason: None,
            note: None,
            visit_on: None,
            pays: Rupiah::ZERO,
            stage: None,
            issued: None,
        }
    }
}

/// Takes a step of a locked case: state, event, clock, timers and messages, all in the caller's transaction.
pub(super) async fn take(
    platform: &Platform,
    tx: &mut Tx,
    case: &mut Case,
    deed: Deed<'_>,
    secret: Option<&str>,
) -> Result<State, StepError> {
    let with = With { by: deed.by, actor: deed.actor, reason: deed.reason, pays: deed.pays, stage: deed.stage };
    let known = facts(platform, tx, case, with).await?;
    let (from, to) = (case.state, next(case.state, deed.action, deed.by, &known.facts)?);
    if deed.action == Action::AskCorrection {
        known.verdicts.correction(&known.handed_in)?;
    }
    let service = known.service.clone();
    case.state = to;
    hand_over(platform, tx, case, deed.action, &known).await?;
    note(tx, case, &deed, platform.now()).await?;
    let mut recorded = None;
    match &service.way {
        Way::Own(own) => move_clock(platform, tx, case, deed.action, own, known.entries).await?,
        Way::Accompanied(permit) => {
            accompany::move_on(platform, tx, case, permit, &deed).await?;
            if let (Some(issued), Some(officer)) = (deed.issued, deed.actor) {
                recorded = Some(accompany::record(platform, tx, case, permit, issued, officer).await?);
            }
        }
    }
    let text = deed.reason.map(|reason| reason.text.as_str());
    let (public_text, internal_note) = match deed.action {
        // What the applicant writes is sealed with the objection: an event stays for ever.
        Action::Object => (None, None),
        Action::Advance | Action::Advise => (deed.note, None),
        Action::Record => (recorded.as_deref(), None),
        action if action.tells_colleagues() => (None, text.or(deed.note)),
        _ => (text, deed.note),
    };
    // A stage is written down with the step that led there.
    let stage = case.stage.clone().filter(|_| matches!(deed.action, Action::Submit | Action::Advance));
    let code = deed.reason.map(|reason| reason.code.as_str().to_owned()).or(stage);
    let happened = Happened {
        from: Some(from),
        to,
        public_text,
        internal_note,
        reason_code: code.as_deref(),
        ..Happened::staying(case, deed.actor, deed.by.as_str(), deed.action.as_str())
    };
    append(platform, tx, case, happened).await?;
    if let Way::Own(own) = &service.way {
        objection::keep(platform, tx, case, own, &deed).await?;
        if from != to && (to.pace() == Some(Pace::Stopped) || from == State::Ditolak) {
            outcome::keep(platform, tx, case, own.norm).await?;
        }
        letter::decide(platform, tx, case, own, &deed).await?;
    }
    set_timers(platform, tx, case).await?;
    notices::moved(platform, tx, case, &service, deed, secret).await?;
    Ok(to)
}

/// Takes a step and makes it so; what the rules are against is rolled back and written down in the case.
pub(super) async fn attempt(
    platform: &Platform,
    mut tx: Tx,
    case: &mut Case,
    deed: Deed<'_>,
    secret: Option<&str>,
) -> Result<State, StepError> {
    match take(platform, &mut tx, case, deed, secret).await {
        Ok(state) => {
            tx.commit().await?;
            Ok(state)
        }
        Err(error) => {
            drop(tx);
            if matches!(error, StepError::Refused(_)) {
                refused(platform, case.id, deed.actor, deed.by.as_str(), deed.action.as_str()).await?;
            }
            Err(error)
        }
    }
}

/// What the applicant hands in becomes what the office sees; what was replaced is judged anew.
async fn hand_over(
    platform: &Platform,
    tx: &mut Tx,
    case: &mut Case,
    action: Action,
    known: &Known<'_>,
) -> Result<(), DbError> {
    let handed_in = match action {
        Action::Submit => known.answers.clone(),
        // Nothing of what is accompanied was refused: everything may be mended.
        Action::Resubmit if case.state == State::Didampingi => known.answers.clone(),
        Action::Resubmit | Action::Resume => {
            let correction = known.correction();
            for path in correction.open() {
                let sql = "delete from case_verdict where case_id = $1 and (path = $2 or path like $2 || '.%')";
                tx.run(sql, args![case.id, path.as_str()]).await?;
            }
            correction.apply(&known.handed_in, &known.answers)
        }
        _ => return Ok(()),
    };
    let sealed = seal_answers(platform, case.id, &handed_in);
    let sql = "update permit_case set answers = $2, handed_in = $2 where id = $1";
    tx.run_one(sql, args![case.id, sealed.clone()]).await?;
    (case.answers, case.handed_in) = (sealed.clone(), Some(sealed));
    keep_words(tx, case).await
}

/// Keeps what a step brings besides the state.
async fn note(tx: &mut Tx, case: &mut Case, deed: &Deed<'_>, now: Timestamp) -> Result<(), DbError> {
    let (sql, value) = match deed.action {
        Action::Submit => ("update permit_case set submitted_at = $2 where id = $1", now.into()),
        // Whoever examined it may do so again, but nobody has to.
        Action::Grant => ("update permit_case set assignee = $2 where id = $1", None::<Uuid>.into()),
        Action::TakeUp => ("update permit_case set assignee = $2 where id = $1", deed.actor.into()),
        Action::AskCorrection => {
            case.rounds += 1;
            ("update permit_case set rounds = $2 where id = $1", case.rounds.into())
        }
        Action::PlanVisit => {
            let day = deed.visit_on.map(|day| day.to_string());
            ("update permit_case set visit_on = $2 where id = $1", day.into())
        }
        Action::ReportVisit => ("update permit_case set visited_at = $2 where id = $1", now.into()),
        Action::Pay => {
            case.paid += deed.pays.amount();
            ("update permit_case set paid = $2 where id = $1", case.paid.into())
        }
        Action::Approve | Action::Refuse | Action::GiveUp => {
            ("update permit_case set decided_at = $2 where id = $1", now.into())
        }
        _ => return Ok(()),
    };
    tx.run_one(sql, vec![case.id.into(), value]).await
}

/// The state, the promise, and the last day of what begins to run.
async fn move_clock(
    platform: &Platform,
    tx: &mut Tx,
    case: &mut Case,
    action: Action,
    own: &Own,
    mut entries: Vec<Entry>,
) -> Result<(), DbError> {
    let now = platform.now();
    entries.push(Entry { at: now, state: case.state });
    let due = match case.state.pace() {
        Some(Pace::Running) => {
            clock::read(&entries, own.norm, &*calendar_within(platform, tx).await?, now).map(|read| read.due)
        }
        _ => None,
    };
    let last = match case.state {
        State::PerluPerbaikan => Some(clock::last_day(now, own.correction_days)),
        State::Dihentikan => Some(clock::last_day(now, own.resume_days)),
        // An objection leaves the refusal, and its time, as they are.
        State::Ditolak if matches!(action, Action::Object | Action::Dismiss) => case.last_day(),
        State::Ditolak => Some(clock::last_day(now, own.objection_days)),
        State::Terbit => own.valid_until(now.day()),
        _ => None,
    };
    case.last_day = last.map(|day| day.to_string());
    case.due_at = due.map(Timestamp::micros);
    case.moves += 1;
    let sql =
        "update permit_case set state = $2, due_at = $3, last_day = $4, moves = $5, updated_at = $6 where id = $1";
    tx.run_one(sql, args![case.id, case.state.as_str(), due, case.last_day.clone(), case.moves, now]).await
}

/// Refuses a step on a case that was moved since its page was shown; `None` when the same person sent the same twice.
pub(super) async fn not_moved(
    tx: &mut Tx,
    case: &Case,
    seen: i64,
    actor: Option<Uuid>,
    action: Action,
) -> Result<Option<()>, StepError> {
    if case.moves == seen {
        return Ok(Some(()));
    }
    let sql = "select e.at, a.name, e.actor, e.action from case_event e left join account a on a.id = e.actor \
         where e.case_id = $1 and (e.from_state <> e.to_state or e.action in ('keberatan', 'tolak_keberatan', 'kirim_ulang', 'maju', 'pesan', 'catat_izin')) \
         order by e.seq desc limit 1";
    let last: Option<LastMove> = tx.one(sql, args![case.id]).await?;
    let twice = |last: &LastMove| last.actor == actor && last.action == action.as_str() && case.moves == seen + 1;
    if last.as_ref().is_some_and(twice) { Ok(None) } else { Err(StepError::Already(last)) }
}
