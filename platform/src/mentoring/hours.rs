//! When a mentor can be met: hours of the week, and days on which they cannot.

use domain::account::{Actor, Capability};
use domain::mentoring::Hours;
use domain::time::Day;
use sqlx::FromRow;
use uuid::Uuid;

use super::take::MentoringError;
use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// So many days off lie ahead at most.
const MOST_AWAY: i64 = 30;
/// One lasts so long at most. Days.
const LONGEST: i64 = 120;

/// Days on which a mentor cannot be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Away {
    /// Which.
    pub id: Uuid,
    /// The first day.
    pub from: Day,
    /// The last.
    pub to: Day,
}

/// What a mentor said about their time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MentorHours {
    /// In order of the week.
    pub hours: Vec<Hours>,
    /// Those that are not over, in order.
    pub away: Vec<Away>,
}

#[derive(FromRow)]
struct HoursRow {
    weekday: i64,
    from_minute: i64,
    to_minute: i64,
}

const HOURS: &str = "select weekday, from_minute, to_minute from mentor_hours where mentor = $1 order by 1, 2";
const AWAY: &str = "select id, from_day, to_day from mentor_away where mentor = $1 and to_day >= $2 order by 2, 3";

fn read(hours: Vec<HoursRow>, away: Vec<(Uuid, String, String)>) -> MentorHours {
    let hours = hours.into_iter().filter_map(|row| {
        Hours::new(row.weekday.try_into().ok()?, row.from_minute.try_into().ok()?, row.to_minute.try_into().ok()?)
    });
    let away = away.into_iter().filter_map(|(id, from, to)| {
        let (from, to) = (Day::parse(&from)?, Day::parse(&to)?);
        Some(Away { id, from, to })
    });
    MentorHours { hours: hours.collect(), away: away.collect() }
}

/// A mentor's own hours and days off.
///
/// # Errors
/// See [`MentoringError`].
pub async fn find_hours(platform: &Platform, actor: &Actor) -> Result<MentorHours, MentoringError> {
    Ok(hours_of(platform, actor.require(Capability::Mentor)?).await?)
}

/// Those of a mentor.
pub(super) async fn hours_of(platform: &Platform, mentor: Uuid) -> Result<MentorHours, DbError> {
    let hours = platform.db.all(HOURS, args![mentor]).await?;
    Ok(read(hours, platform.db.all(AWAY, args![mentor, platform.now().day().to_string()]).await?))
}

/// As [`hours_of`], within a transaction.
pub(super) async fn hours_within(platform: &Platform, tx: &mut Tx, mentor: Uuid) -> Result<MentorHours, DbError> {
    let hours = tx.all(HOURS, args![mentor]).await?;
    Ok(read(hours, tx.all(AWAY, args![mentor, platform.now().day().to_string()]).await?))
}

/// Sets all hours of the week anew. Appointments that were made stay.
///
/// # Errors
/// See [`MentoringError`].
pub async fn set_hours(platform: &Platform, actor: &Actor, hours: &[Hours]) -> Result<(), MentoringError> {
    let mentor = actor.require(Capability::Mentor)?;
    let mut tx = platform.db.begin().await?;
    tx.run("delete from mentor_hours where mentor = $1", args![mentor]).await?;
    for hours in hours {
        let sql = "insert into mentor_hours (mentor, weekday, from_minute, to_minute) values ($1, $2, $3, $4) \
             on conflict (mentor, weekday, from_minute) do nothing";
        let (weekday, from, to) = (i64::from(hours.weekday), i64::from(hours.from), i64::from(hours.to));
        tx.run(sql, args![mentor, weekday, from, to]).await?;
    }
    Ok(tx.commit().await?)
}

/// Adds days off. Appointments that were made stay: the mentor calls them off, so that the owners are told.
///
/// # Errors
/// See [`MentoringError`].
pub async fn add_away(platform: &Platform, actor: &Actor, from: Day, to: Day) -> Result<(), MentoringError> {
    let mentor = actor.require(Capability::Mentor)?;
    let today = platform.now().day();
    if to < from || to < today || to.since(from) > LONGEST {
        return Err(MentoringError::Day);
    }
    let sql = "insert into mentor_away (id, mentor, from_day, to_day) select $1, a.id, $3, $4 from account a \
         where a.id = $2 and (select count(*) from mentor_away w where w.mentor = a.id and w.to_day >= $5) < $6";
    let args = args![platform.new_id(), mentor, from.to_string(), to.to_string(), today.to_string(), MOST_AWAY];
    if platform.db.run(sql, args).await? == 0 { Err(MentoringError::TooMany) } else { Ok(()) }
}

/// Removes days off; those that are not there are no error.
///
/// # Errors
/// See [`MentoringError`].
pub async fn remove_away(platform: &Platform, actor: &Actor, id: Uuid) -> Result<(), MentoringError> {
    let mentor = actor.require(Capability::Mentor)?;
    platform.db.run("delete from mentor_away where id = $1 and mentor = $2", args![id, mentor]).await?;
    Ok(())
}
