//! The diagnosis and the plan: written by the mentor until both sides agree, and what becomes of the agreed actions.

use domain::account::{Actor, Forbidden};
use domain::mentoring::{Area, By, MOST_LINES, Priority, Refused, Side, State};
use domain::time::Day;
use domain::typed::Line;
use uuid::Uuid;

use super::row::{DONE, Mentoring, UNDONE, append, taking_part};
use super::take::MentoringError;
use crate::db::Tx;
use crate::permit::find_service;
use crate::{Platform, args};

/// An agreed action is due within so many days.
const FARTHEST: i64 = 400;
/// In place of a service: the classes of `/pelatihan`.
const CLASSES: &str = "pelatihan";

/// Something that was found out about a business.
#[derive(Debug, Clone)]
pub struct FindingDraft {
    /// In which part of it.
    pub area: Area,
    /// What.
    pub finding: Line<200>,
    /// How pressing it is.
    pub priority: Priority,
    /// By what one sees it.
    pub evidence: Option<Line<200>>,
}

/// Something that shall be reached.
#[derive(Debug, Clone)]
pub struct GoalDraft {
    /// What.
    pub goal: Line<160>,
    /// By what one sees it.
    pub indicator: Line<120>,
    /// Where it is now.
    pub before: Line<80>,
    /// Where it shall be.
    pub target: Line<80>,
}

/// Something that somebody does.
#[derive(Debug, Clone)]
pub struct ActionDraft {
    /// What.
    pub what: Line<160>,
    /// Who.
    pub side: Side,
    /// Until when.
    pub due: Day,
    /// The service of the office with which it is done, or `pelatihan`.
    pub service: Option<String>,
}

/// Which part of the plan a line is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanLine {
    /// What was found out.
    Finding,
    /// What shall be reached.
    Goal,
    /// What is done.
    Action,
}

/// Adds something that was found out.
///
/// # Errors
/// See [`MentoringError`].
pub async fn add_finding(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    draft: &FindingDraft,
) -> Result<(), MentoringError> {
    let (mut tx, mentoring) = begin(platform, actor, number).await?;
    let sql = "insert into mentoring_finding (id, mentoring_id, area, finding, priority, evidence, found_at) \
         select $1, m.id, $3, $4, $5, $6, $7 from mentoring m where m.id = $2 \
         and (select count(*) from mentoring_finding f where f.mentoring_id = m.id) < $8";
    let args = args![
        platform.new_id(),
        mentoring.id,
        draft.area.as_str(),
        draft.finding.as_str(),
        draft.priority.as_str(),
        draft.evidence.as_ref().map_or("", Line::as_str),
        platform.now(),
        MOST_LINES
    ];
    added(tx.run(sql, args).await?)?;
    Ok(tx.commit().await?)
}

/// Adds a goal.
///
/// # Errors
/// See [`MentoringError`].
pub async fn add_goal(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    draft: &GoalDraft,
) -> Result<(), MentoringError> {
    let (mut tx, mentoring) = begin(platform, actor, number).await?;
    let sql = "insert into mentoring_goal (id, mentoring_id, goal, indicator, value_before, value_target, set_at) \
         select $1, m.id, $3, $4, $5, $6, $7 from mentoring m where m.id = $2 \
         and (select count(*) from mentoring_goal g where g.mentoring_id = m.id) < $8";
    let args = args![
        platform.new_id(),
        mentoring.id,
        draft.goal.as_str(),
        draft.indicator.as_str(),
        draft.before.as_str(),
        draft.target.as_str(),
        platform.now(),
        MOST_LINES
    ];
    added(tx.run(sql, args).await?)?;
    Ok(tx.commit().await?)
}

/// Adds an action to the plan.
///
/// # Errors
/// See [`MentoringError`].
pub async fn add_action(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    draft: &ActionDraft,
) -> Result<(), MentoringError> {
    let service = known_service(platform, draft).await?;
    let (mut tx, mentoring) = begin(platform, actor, number).await?;
    let today = platform.now().day();
    insert_action(platform, &mut tx, (mentoring.id, None, today), draft, service).await?;
    Ok(tx.commit().await?)
}

/// The service of an action, where there is such a one.
pub(super) async fn known_service(platform: &Platform, draft: &ActionDraft) -> Result<Option<String>, MentoringError> {
    Ok(match &draft.service {
        Some(slug) if slug == CLASSES || find_service(platform, slug).await?.is_some() => Some(slug.clone()),
        _ => None,
    })
}

/// Writes an action that belongs to the plan, or to what was agreed at a visit on a day: it is not due before that.
pub(super) async fn insert_action(
    platform: &Platform,
    tx: &mut Tx,
    (mentoring, visit, on): (Uuid, Option<Uuid>, Day),
    draft: &ActionDraft,
    service: Option<String>,
) -> Result<(), MentoringError> {
    if draft.due < on || draft.due.since(on) > FARTHEST {
        return Err(MentoringError::Day);
    }
    let sql = "insert into mentoring_action (id, mentoring_id, visit_id, what, side, due_on, service, set_at) \
         select $1, m.id, $3, $4, $5, $6, $7, $8 from mentoring m where m.id = $2 \
         and (select count(*) from mentoring_action a where a.mentoring_id = m.id and a.done_at is null) < $9";
    let args = args![
        platform.new_id(),
        mentoring,
        visit,
        draft.what.as_str(),
        draft.side.as_str(),
        draft.due.to_string(),
        service,
        platform.now(),
        MOST_LINES
    ];
    added(tx.run(sql, args).await?)
}

fn added(rows: u64) -> Result<(), MentoringError> {
    if rows == 0 { Err(MentoringError::TooMany) } else { Ok(()) }
}

/// Removes a line of the plan; one that is not there is no error.
///
/// # Errors
/// See [`MentoringError`].
pub async fn remove_line(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    line: PlanLine,
    id: Uuid,
) -> Result<(), MentoringError> {
    let (mut tx, mentoring) = begin(platform, actor, number).await?;
    let sql = match line {
        PlanLine::Finding => "delete from mentoring_finding where mentoring_id = $1 and id = $2",
        PlanLine::Goal => "delete from mentoring_goal where mentoring_id = $1 and id = $2",
        PlanLine::Action => "delete from mentoring_action where mentoring_id = $1 and id = $2 and visit_id is null",
    };
    tx.run(sql, args![mentoring.id, id]).await?;
    Ok(tx.commit().await?)
}

/// Locks a mentoring whose plan its mentor may write. A plan that lay before the owner does so no more: it is another one
/// now, and `moves` says so to a page that still shows the old one.
async fn begin(platform: &Platform, actor: &Actor, number: &str) -> Result<(Tx, Mentoring), MentoringError> {
    actor.id().ok_or(Forbidden)?;
    let mut tx = platform.db.begin().await?;
    let (mentoring, parts) = Mentoring::lock(&mut tx, actor, number).await?;
    if !parts.contains(&By::Pendamping) {
        return Err(Refused::NotYours.into());
    }
    if mentoring.state != State::Diagnosis {
        return Err(Refused::NotNow.into());
    }
    if mentoring.proposed_at.is_some() {
        tx.run_one("update mentoring set proposed_at = null where id = $1", args![mentoring.id]).await?;
    }
    Ok((tx, mentoring))
}

/// Says that an agreed action is done, or that it is not after all: an owner of their own, the mentor of each.
///
/// # Errors
/// See [`MentoringError`]. What is so already is no error.
pub async fn finish_action(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    action: Uuid,
    done: bool,
) -> Result<(), MentoringError> {
    let account = actor.id().ok_or(Forbidden)?;
    let mut tx = platform.db.begin().await?;
    let (mut mentoring, parts) = Mentoring::lock(&mut tx, actor, number).await?;
    let by = taking_part(&parts)?;
    if !mentoring.state.runs() {
        return Err(Refused::NotNow.into());
    }
    let sql = "select what, side, done_at from mentoring_action where id = $1 and mentoring_id = $2";
    let found: Option<(String, String, Option<i64>)> = tx.one(sql, args![action, mentoring.id]).await?;
    let (what, side, done_at) = found.ok_or(MentoringError::NotFound)?;
    if by == By::Usaha && side != Side::Usaha.as_str() {
        return Err(Refused::NotYours.into());
    }
    if done_at.is_some() == done {
        return Ok(());
    }
    let at = done.then(|| platform.now());
    tx.run_one("update mentoring_action set done_at = $2 where id = $1", args![action, at]).await?;
    append(platform, &mut tx, &mut mentoring, (account, by), if done { DONE } else { UNDONE }, &what).await?;
    Ok(tx.commit().await?)
}
