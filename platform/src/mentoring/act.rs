//! The steps that people take on the page of a mentoring.

use domain::account::{Actor, Forbidden};
use domain::mentoring::{Action, By, State};
use domain::time::Day;
use domain::typed::{Line, Text};
use uuid::Uuid;

use super::appointment::call_off_all;
use super::notices;
use super::row::Mentoring;
use super::take::{MentoringError, take};
use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// A plan lasts so long at most. Days.
const LONGEST: i64 = 400;

/// A step, with what comes with it.
#[derive(Debug, Clone)]
pub struct MentoringDeed {
    /// What is done; visits have their own way ([`super::report_visit`]).
    pub action: Action,
    /// How often the mentoring had been moved when its page was shown.
    pub seen: i64,
    /// What is said: why, or what came of it.
    pub words: Option<Text<2000>>,
    /// Who shall have it.
    pub mentor: Option<Uuid>,
    /// The last day of the plan that is proposed.
    pub ends_on: Option<Day>,
    /// Where each goal is now, when it is evaluated.
    pub after: Vec<(Uuid, Line<80>)>,
}

/// Takes a step. The same form sent again is no error; answers where the mentoring is.
///
/// # Errors
/// See [`MentoringError`].
pub async fn move_mentoring(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    deed: &MentoringDeed,
) -> Result<State, MentoringError> {
    let account = actor.id().ok_or(Forbidden)?;
    let mut tx = platform.db.begin().await?;
    let (mut mentoring, parts) = Mentoring::lock(&mut tx, actor, number).await?;
    if deed.action == Action::Visit {
        return Err(MentoringError::NotFound);
    }
    if mentoring.moves != deed.seen {
        if was_done(&mut tx, &mentoring, (account, &parts), deed).await? {
            return Ok(mentoring.state);
        }
        // What an owner answers is the plan or the result that was shown.
        if parts.contains(&By::Usaha) && deed.action != Action::Stop {
            return Err(MentoringError::Changed);
        }
    }
    prepare(platform, &mut tx, &mut mentoring, (account, &parts), deed).await?;
    let words = deed.words.as_ref().map_or("", Text::as_str);
    take(platform, &mut tx, &mut mentoring, (account, &parts), deed.action, words).await?;
    keep(platform, &mut tx, &mentoring, deed).await?;
    tx.commit().await?;
    Ok(mentoring.state)
}

/// Whether the last that happened is the same step by the same person, after the page was shown. With another mentor, day
/// or other words it is not the same.
async fn was_done(
    tx: &mut Tx,
    mentoring: &Mentoring,
    (account, parts): (Uuid, &[By]),
    deed: &MentoringDeed,
) -> Result<bool, DbError> {
    let sql = "select e.actor, e.action, e.note, m.ends_on from mentoring_event e join mentoring m \
         on m.id = e.mentoring_id where m.id = $1 order by e.seq desc limit 1";
    let last: Option<(Uuid, String, String, Option<String>)> = tx.one(sql, args![mentoring.id]).await?;
    let Some((actor, action, note, ends_on)) = last else { return Ok(false) };
    let alike = match deed.action {
        Action::Assign => mentoring.mentor == wanted((account, parts), deed),
        Action::Propose => ends_on == deed.ends_on.map(|day| day.to_string()),
        _ => true,
    };
    let words = deed.words.as_ref().map_or("", Text::as_str);
    let same = actor == account && action == deed.action.as_str() && note == words && alike;
    Ok(same && mentoring.moves == deed.seen + 1)
}

/// Who shall have it. A mentor takes for themselves only.
fn wanted((account, parts): (Uuid, &[By]), deed: &MentoringDeed) -> Option<Uuid> {
    if parts.contains(&By::Koordinator) { deed.mentor } else { Some(account) }
}

/// What has to be known before the step is judged, and who has to be told: the new mentor.
async fn prepare(
    platform: &Platform,
    tx: &mut Tx,
    mentoring: &mut Mentoring,
    (account, parts): (Uuid, &[By]),
    deed: &MentoringDeed,
) -> Result<(), MentoringError> {
    let today = platform.now().day();
    match deed.action {
        Action::Assign => {
            let mentor = wanted((account, parts), deed).ok_or(MentoringError::NoMentor)?;
            let sql = "select count(*) from account a join account_grant g on g.account_id = a.id \
                 where a.id = $1 and a.state = 'active' and g.role = 'pendamping'";
            let found: Option<(i64,)> = tx.one(sql, args![mentor]).await?;
            if mentor == mentoring.account_id || found.is_none_or(|(count,)| count == 0) {
                return Err(MentoringError::NoMentor);
            }
            if mentoring.mentor != Some(mentor) && mentoring.state.is_open() {
                // The other one's appointments are not theirs to keep.
                call_off_all(tx, mentoring).await?;
                notices::handed_over(platform, tx, mentoring).await?;
                mentoring.mentor = Some(mentor);
                let sql = "update mentoring set mentor = $2 where id = $1";
                tx.run_one(sql, args![mentoring.id, mentor]).await?;
            }
            Ok(())
        }
        Action::Propose => {
            let fits = deed.ends_on.is_some_and(|day| day > today && day.since(today) <= LONGEST);
            if fits { Ok(()) } else { Err(MentoringError::Day) }
        }
        _ => Ok(()),
    }
}

/// What the step leaves in the mentoring.
async fn keep(platform: &Platform, tx: &mut Tx, mentoring: &Mentoring, deed: &MentoringDeed) -> Result<(), DbError> {
    let (id, now) = (mentoring.id, platform.now());
    match deed.action {
        Action::Propose => {
            let ends_on = deed.ends_on.map(|day| day.to_string());
            let sql = "update mentoring set proposed_at = $2, ends_on = $3 where id = $1";
            tx.run_one(sql, args![id, now, ends_on]).await
        }
        Action::Object => tx.run_one("update mentoring set proposed_at = null where id = $1", args![id]).await,
        Action::Agree => tx.run_one("update mentoring set agreed_at = $2 where id = $1", args![id, now]).await,
        Action::Evaluate => {
            for (goal, after) in &deed.after {
                let sql = "update mentoring_goal set value_after = $3 where id = $2 and mentoring_id = $1";
                tx.run(sql, args![id, *goal, after.as_str()]).await?;
            }
            let words = deed.words.as_ref().map_or("", Text::as_str);
            tx.run_one("update mentoring set evaluation = $2 where id = $1", args![id, words]).await
        }
        _ => Ok(()),
    }
}
