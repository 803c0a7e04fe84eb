//! The table of days off: whoever keeps the services keeps it, since the decree changes during a year.

use domain::account::{Actor, Capability, Forbidden};
use domain::permit::calendar::OffDay;
use domain::time::Day;
use thiserror::Error;

use super::calendar::{DAYS, Row};
use crate::db::{DbError, Sql, Tx};
use crate::{Platform, args};

/// Why the table was not changed.
#[derive(Debug, Error)]
pub enum HolidayError {
    /// Not this person's to do.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The day is in the table, under this name.
    #[error("the day is {0} already")]
    Taken(String),
    /// The day to change is not in the table any more.
    #[error("no such day")]
    NotFound,
    /// The database did not answer.
    #[error("days off: database")]
    Db(#[from] DbError),
}

/// All days off, in order.
///
/// # Errors
/// See [`HolidayError`].
pub async fn list_holidays(platform: &Platform, actor: &Actor) -> Result<Vec<(Day, OffDay)>, HolidayError> {
    actor.require(Capability::ManageServices)?;
    let rows: Vec<Row> = platform.db.all(DAYS, args![]).await?;
    Ok(rows.into_iter().filter_map(Row::read).collect())
}

/// Adds a day off.
///
/// # Errors
/// See [`HolidayError`]. The same sent twice is no error.
pub async fn add_holiday(platform: &Platform, actor: &Actor, day: Day, off: &OffDay) -> Result<(), HolidayError> {
    actor.require(Capability::ManageServices)?;
    let mut tx = platform.db.begin().await?;
    insert(&mut tx, day, off).await?;
    tx.commit().await?;
    platform.memory.calendar.clear();
    Ok(())
}

/// Changes a day off, which may become another day.
///
/// # Errors
/// See [`HolidayError`]. The same sent twice is no error.
pub async fn change_holiday(
    platform: &Platform,
    actor: &Actor,
    before: Day,
    day: Day,
    off: &OffDay,
) -> Result<(), HolidayError> {
    actor.require(Capability::ManageServices)?;
    let mut tx = platform.db.begin().await?;
    let gone = tx.run("delete from holiday where day = $1", args![before.to_string()]).await?;
    insert(&mut tx, day, off).await?;
    // One that is to be another day may be gone: this very form has moved it.
    if gone == 0 && day == before {
        return Err(HolidayError::NotFound);
    }
    tx.commit().await?;
    platform.memory.calendar.clear();
    Ok(())
}

/// Takes a day out of the table.
///
/// # Errors
/// See [`HolidayError`]. Doing it twice is no error.
pub async fn remove_holiday(platform: &Platform, actor: &Actor, day: Day) -> Result<(), HolidayError> {
    actor.require(Capability::ManageServices)?;
    platform.db.run("delete from holiday where day = $1", args![day.to_string()]).await?;
    platform.memory.calendar.clear();
    Ok(())
}

/// Writes the days of a decree: new ones are added, those that are there get its kind and name. Others stay.
///
/// # Errors
/// See [`HolidayError`].
pub async fn import_holidays(platform: &Platform, actor: &Actor, days: &[(Day, OffDay)]) -> Result<(), HolidayError> {
    actor.require(Capability::ManageServices)?;
    let mut tx = platform.db.begin().await?;
    for (day, off) in days {
        let sql = "insert into holiday (day, kind, name) values ($1, $2, $3) \
             on conflict (day) do update set kind = excluded.kind, name = excluded.name";
        tx.run(sql, args![day.to_string(), off.kind.as_str(), &off.name]).await?;
    }
    tx.commit().await?;
    platform.memory.calendar.clear();
    Ok(())
}

/// Adds a day that is not there, or is there as the same.
async fn insert(tx: &mut Tx, day: Day, off: &OffDay) -> Result<(), HolidayError> {
    let sql = "insert into holiday (day, kind, name) values ($1, $2, $3) on conflict (day) do nothing";
    if tx.run(sql, args![day.to_string(), off.kind.as_str(), &off.name]).await? > 0 {
        return Ok(());
    }
    let known = "select day, kind, name from holiday where day = $1";
    let known = Sql::either(known, "select day, kind, name from holiday where day = $1 for share");
    match tx.one::<Row>(known, args![day.to_string()]).await?.and_then(Row::read) {
        Some((_, known)) if known != *off => Err(HolidayError::Taken(known.name)),
        _ => Ok(()),
    }
}
