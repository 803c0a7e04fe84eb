//! Taking a step of a complaint: one function for whoever complained, the office and the date.

use domain::account::Forbidden;
use domain::complaint::{Action, By, Facts, Refused, State, next};
use domain::permit::clock::{self, Entry, Reading};
use domain::permit::state::State as CaseState;
use domain::time::Timestamp;
use thiserror::Error;
use uuid::Uuid;

use super::attached::attach;
use super::deadlines::set_timers;
use super::notices;
use super::row::{Complaint, Happened, MessageKind, add_message, append};
use super::shop::{find_shop, has_decided};
use crate::db::{DbError, Tx};
use crate::permit::{LastMove, calendar_within};
use crate::{Platform, args};

/// Why a step was not taken. Nothing changed.
#[derive(Debug, Error)]
pub enum ComplaintError {
    /// Not this person's to do.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such complaint, or it is not this person's to see.
    #[error("no such complaint")]
    NotFound,
    /// The rules are against it.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// Something was done to the complaint since the page was shown.
    #[error("somebody was faster")]
    Already(Option<LastMove>),
    /// Something has to be said with this step.
    #[error("no words")]
    NoWords,
    /// No shop is found by what was typed, or more than one.
    #[error("no such shop")]
    NoShop,
    /// The database did not answer.
    #[error("a step of a complaint: database")]
    Db(#[from] DbError),
}

/// A step, with everything that comes with it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Deed<'d> {
    /// What is done.
    pub action: Action,
    /// In which part.
    pub by: By,
    /// With which account; never that of whoever complained.
    pub actor: Option<Uuid>,
    /// What is said: an answer, a reply, a reason, a note.
    pub text: Option<&'d str>,
    /// Who shall answer it.
    pub handler: Option<Uuid>,
    /// The officer whom it is about.
    pub about_officer: Option<Uuid>,
    /// Its number at LAPOR.
    pub lapor: Option<&'d str>,
    /// The shop that it is about, as somebody names it.
    pub shop: Option<&'d str>,
    /// The token of the form with which files came.
    pub files: Option<&'d str>,
}

impl Deed<'_> {
    /// A step without anything.
    pub fn of(action: Action, by: By, actor: Option<Uuid>) -> Self {
        Self { action, by, actor, text: None, handler: None, about_officer: None, lapor: None, shop: None, files: None }
    }
}

/// Takes a step of a locked complaint: state, event, promise, timers and messages, all in the caller's transaction.
pub(super) async fn take(
    platform: &Platform,
    tx: &mut Tx,
    complaint: &mut Complaint,
    deed: Deed<'_>,
) -> Result<State, ComplaintError> {
    // Nobody gets out of having a part by naming another shop.
    let mut involved = match deed.actor {
        Some(actor) => is_involved(tx, complaint, actor).await?,
        None => false,
    };
    // Known before anything is decided: nobody gives a complaint about themselves to a friend.
    if deed.action == Action::Forward {
        complaint.about_officer = deed.about_officer;
        if let Some(words) = deed.shop {
            complaint.usaha_id = Some(find_shop(tx, words).await?.ok_or(ComplaintError::NoShop)?);
        }
    }
    if let Some(actor) = deed.actor.filter(|_| deed.action == Action::Forward) {
        involved |= is_involved(tx, complaint, actor).await?;
    }
    let (from, at) = (complaint.state, platform.now());
    let to = next(from, deed.action, deed.by, Facts { involved })?;
    if deed.action == Action::Forward {
        give_to(tx, complaint, deed.handler).await?;
    }
    say(platform, tx, complaint, &deed, at).await?;
    move_on(platform, tx, complaint, &deed, to).await?;
    let (part, action) = (deed.by.as_str(), deed.action.as_str());
    append(tx, complaint, Happened { at, actor: deed.actor, part, action, from: Some(from) }).await?;
    if from != to {
        set_timers(platform, tx, complaint).await?;
    }
    notices::moved(platform, tx, complaint, deed.action).await?;
    Ok(to)
}

/// Gives the complaint to an officer who had no part in what it is about.
async fn give_to(tx: &mut Tx, complaint: &mut Complaint, handler: Option<Uuid>) -> Result<(), ComplaintError> {
    let handler = handler.ok_or(Refused::WrongHandler)?;
    let sql = "select count(*) from account a where a.id = $1 and a.state = 'active' and exists (select 1 \
         from account_grant g where g.account_id = a.id and g.role = 'petugas' and g.duty <> '')";
    let officer: Option<(i64,)> = tx.one(sql, args![handler]).await?;
    if officer.is_none_or(|(count,)| count == 0) || is_involved(tx, complaint, handler).await? {
        return Err(Refused::WrongHandler.into());
    }
    complaint.handler = Some(handler);
    Ok(())
}

/// Keeps what is said with a step.
async fn say(
    platform: &Platform,
    tx: &mut Tx,
    complaint: &mut Complaint,
    deed: &Deed<'_>,
    at: Timestamp,
) -> Result<(), ComplaintError> {
    if deed.lapor.is_some() {
        complaint.lapor = deed.lapor.map(str::to_owned);
    }
    let (kind, actor) = match deed.action {
        Action::Answer => (MessageKind::Answer, deed.actor),
        Action::Decline => (MessageKind::Reason, deed.actor),
        Action::Note => (MessageKind::Note, deed.actor),
        Action::Reply => (MessageKind::Reply, None),
        // Whoever gives it on may say why, for the office only.
        Action::Forward if deed.text.is_some() => (MessageKind::Note, deed.actor),
        Action::Lapor if deed.lapor.is_none() => return Err(ComplaintError::NoWords),
        _ => return Ok(()),
    };
    let text = deed.text.ok_or(ComplaintError::NoWords)?;
    let message = add_message(platform, tx, complaint, (kind, actor, at), text).await?;
    if let Some(token) = deed.files {
        let anonymous = !complaint.privacy.keeps_contact();
        attach(platform, tx, token, (complaint.id, Some(message)), anonymous).await?;
    }
    Ok(())
}

/// The state, and what is promised in it. A promise that was broken and not told yet is counted.
async fn move_on(
    platform: &Platform,
    tx: &mut Tx,
    complaint: &mut Complaint,
    deed: &Deed<'_>,
    to: State,
) -> Result<(), DbError> {
    let (now, from) = (platform.now(), complaint.state);
    if from != to {
        let broken = from.waits_for_office() && complaint.due_at.is_some_and(|due| due < now.micros());
        complaint.late += i64::from(broken && complaint.counted == 0);
        complaint.counted = 0;
        complaint.state = to;
        complaint.since_at = now.micros();
        complaint.due_at = due_of(platform, tx, to).await?.map(Timestamp::micros);
    }
    if deed.action == Action::Answer {
        complaint.answered_at.get_or_insert(now.micros());
    }
    complaint.moves += 1;
    let ended = (!to.is_open()).then_some(now);
    let sql = "update complaint set state = $2, since_at = $3, due_at = $4, counted = $5, late = $6, answered_at = $7, \
         ended_at = coalesce(ended_at, $8), moves = $9, handler = $10, about_officer = $11, lapor = $12, \
         updated_at = $13, usaha_id = $14 where id = $1";
    let args = args![
        complaint.id,
        to.as_str(),
        complaint.since_at,
        complaint.due_at,
        complaint.counted,
        complaint.late,
        complaint.answered_at,
        ended,
        complaint.moves,
        complaint.handler,
        complaint.about_officer,
        complaint.lapor.clone(),
        now,
        complaint.usaha_id
    ];
    tx.run_one(sql, args).await
}

/// When what begins now in a state is due; `None` where it is over.
pub(super) async fn due_of(platform: &Platform, tx: &mut Tx, state: State) -> Result<Option<Timestamp>, DbError> {
    let Some(days) = platform.office.complaints.of(state) else { return Ok(None) };
    let (calendar, now) = (calendar_within(platform, tx).await?, platform.now());
    Ok(reading(now, days, &calendar, now).map(|reading| reading.due))
}

/// The clock of what began at a moment and may take so many working days: the same as that of permit cases.
pub(super) fn reading(
    since: Timestamp,
    days: u16,
    calendar: &domain::permit::calendar::Calendar,
    now: Timestamp,
) -> Option<Reading> {
    clock::read(&[Entry { at: since, state: CaseState::Diajukan }], days, calendar, now)
}

/// Whether an officer complains, is complained about, has worked on the case that it is about, or has decided about the
/// shop.
pub(super) async fn is_involved(tx: &mut Tx, complaint: &Complaint, account: Uuid) -> Result<bool, DbError> {
    if complaint.about_officer == Some(account) || complaint.account_id == Some(account) {
        return Ok(true);
    }
    if let Some(shop) = complaint.usaha_id
        && has_decided(tx, shop, account).await?
    {
        return Ok(true);
    }
    if complaint.case_id.is_none() {
        return Ok(false);
    }
    // Reading alone is no work, and neither is what the rules refused.
    let sql = "select (select count(*) from case_event where case_id = $1 and actor = $2 \
         and action not in ('baca', 'baca_nik', 'ditolak_sistem')) \
         + (select count(*) from permit_case where id = $1 and (assignee = $2 or account_id = $2))";
    let found: Option<(i64,)> = tx.one(sql, args![complaint.case_id, account]).await?;
    Ok(found.is_some_and(|(count,)| count > 0))
}

/// Refuses a step of an officer on a complaint that was moved since its page was shown; `None` when the same person sent
/// the same twice.
pub(super) async fn not_moved(
    tx: &mut Tx,
    complaint: &Complaint,
    seen: i64,
    actor: Uuid,
    action: Action,
) -> Result<Option<()>, ComplaintError> {
    if complaint.moves == seen {
        return Ok(Some(()));
    }
    let last = last_move(tx, complaint).await?;
    let twice =
        |last: &LastMove| last.actor == Some(actor) && last.action == action.as_str() && complaint.moves == seen + 1;
    if last.as_ref().is_some_and(twice) { Ok(None) } else { Err(ComplaintError::Already(last)) }
}

/// What was done last, reading aside.
pub(super) async fn last_move(tx: &mut Tx, complaint: &Complaint) -> Result<Option<LastMove>, DbError> {
    let sql = "select e.at, a.name, e.actor, e.action from complaint_event e left join account a on a.id = e.actor \
         where e.complaint_id = $1 and e.action not in ('baca', 'baca_pelapor', 'baca_berkas', 'lewat_waktu', 'masa_simpan') \
         order by e.seq desc limit 1";
    tx.one(sql, args![complaint.id]).await
}
