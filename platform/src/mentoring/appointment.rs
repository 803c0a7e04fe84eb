//! When owner and mentor meet: free times, booking one, calling it off.

use domain::account::{Actor, Forbidden};
use domain::mentoring::{AppointmentState, Busy, By, Refused, Slot, Way, free};
use domain::permit::calendar::{Calendar, Off};
use domain::time::{Day, Timestamp};
use domain::typed::Line;
use uuid::Uuid;

use super::deadlines::REMINDER;
use super::hours::{MentorHours, hours_of, hours_within};
use super::notices;
use super::row::{BOOKED, CALLED_OFF, Mentoring, append, taking_part};
use super::take::MentoringError;
use crate::db::{DbError, Sql, Tx};
use crate::notice::{clear_timers, set_timer};
use crate::permit::{calendar, calendar_within};
use crate::{Platform, args};

/// So many appointments of a mentoring lie ahead at most: nobody keeps a mentor for the whole month.
const MOST_AHEAD: i64 = 2;

/// An appointment to be made.
#[derive(Debug, Clone)]
pub struct Booking {
    /// When; one of [`list_slots`].
    pub from: Timestamp,
    /// How.
    pub way: Way,
    /// Where; with [`Way::Daring`] how both are connected.
    pub place: Line<120>,
}

const BUSY: &str = "select starts_at, ends_at from appointment where state = 'terjadwal' and starts_at > $3 \
     and (mentor in ($1, $2) or account_id in ($1, $2))";

/// The times that are free for both sides, in order.
///
/// # Errors
/// See [`MentoringError`].
pub async fn list_slots(platform: &Platform, actor: &Actor, number: &str) -> Result<Vec<Slot>, MentoringError> {
    actor.id().ok_or(Forbidden)?;
    let (mentoring, _) = Mentoring::find(platform, actor, number).await?;
    let Some(mentor) = mentoring.mentor.filter(|_| mentoring.state.meets()) else { return Ok(Vec::new()) };
    let args = args![mentor, mentoring.account_id, from(platform)];
    let busy: Vec<(i64, i64)> = platform.db.all(BUSY, args).await?;
    let (hours, calendar) = (hours_of(platform, mentor).await?, calendar(platform).await?);
    Ok(slots(platform, &hours, &calendar, busy))
}

/// What began so long ago is over.
fn from(platform: &Platform) -> Timestamp {
    platform.now().plus_days(-1)
}

fn slots(platform: &Platform, hours: &MentorHours, calendar: &Calendar, busy: Vec<(i64, i64)>) -> Vec<Slot> {
    let busy: Vec<Busy> = busy.into_iter().map(|(from, to)| Busy { from: from.into(), to: to.into() }).collect();
    let off = |day: Day| {
        let away = hours.away.iter().any(|away| away.from <= day && day <= away.to);
        away || matches!(calendar.off(day), Some(Off::Decreed(_)))
    };
    free(&hours.hours, off, &busy, platform.now())
}

/// Makes an appointment, as the owner or as the mentor. The same form sent again is no error.
///
/// # Errors
/// [`MentoringError::NotFree`] when somebody was faster; see there.
pub async fn book_appointment(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    booking: &Booking,
) -> Result<(), MentoringError> {
    let account = actor.id().ok_or(Forbidden)?;
    let mut tx = platform.db.begin().await?;
    let (mut mentoring, parts) = Mentoring::lock(&mut tx, actor, number).await?;
    let by = taking_part(&parts)?;
    let mentor = mentoring.mentor.filter(|_| mentoring.state.meets()).ok_or(Refused::NotNow)?;
    lock_both(&mut tx, mentor, mentoring.account_id).await?;
    let own = "select count(*), count(case when starts_at = $2 then 1 end) from appointment \
         where mentoring_id = $1 and state = 'terjadwal' and starts_at > $3";
    let (ahead, same): (i64, i64) =
        tx.one(own, args![mentoring.id, booking.from, platform.now()]).await?.unwrap_or_default();
    if same > 0 {
        return Ok(());
    }
    if ahead >= MOST_AHEAD {
        return Err(MentoringError::TooMany);
    }
    let busy: Vec<(i64, i64)> = tx.all(BUSY, args![mentor, mentoring.account_id, from(platform)]).await?;
    let hours = hours_within(platform, &mut tx, mentor).await?;
    let calendar = calendar_within(platform, &mut tx).await?;
    let slot = slots(platform, &hours, &calendar, busy).into_iter().find(|slot| slot.from == booking.from);
    let slot = slot.ok_or(MentoringError::NotFree)?;
    let id = platform.new_id();
    let sql = "insert into appointment (id, mentoring_id, mentor, account_id, starts_at, ends_at, way, place, state, \
         booked_by, booked_at) values ($1, $2, $3, $4, $5, $6, $7, $8, 'terjadwal', $9, $10)";
    let (way, place) = (booking.way.as_str(), booking.place.as_str());
    let args = args![
        id,
        mentoring.id,
        mentor,
        mentoring.account_id,
        slot.from,
        slot.to(),
        way,
        place,
        account,
        platform.now()
    ];
    tx.run_one(sql, args).await?;
    let reminder = slot.from.plus_days(-1);
    if reminder > platform.now() {
        set_timer(platform, &mut tx, REMINDER, id, reminder).await?;
    }
    let when = slot.from.words(domain::lang::Lang::Id);
    append(platform, &mut tx, &mut mentoring, (account, by), BOOKED, &when).await?;
    notices::booked(platform, &mut tx, &mentoring, by, slot.from, place).await?;
    Ok(tx.commit().await?)
}

/// One after the other for each of both people, in one order: the times of two mentors or two owners may meet.
async fn lock_both(tx: &mut Tx, mentor: Uuid, owner: Uuid) -> Result<(), DbError> {
    let sql = Sql::either(
        "select id from account where id in ($1, $2) order by id",
        "select id from account where id in ($1, $2) order by id for no key update",
    );
    tx.all::<(Uuid,)>(sql, args![mentor, owner]).await.map(drop)
}

/// Ends an appointment without a visit: either side calls it off, or, once it has begun, the mentor says that the owner did
/// not come. One that is over already is no error.
///
/// # Errors
/// See [`MentoringError`].
pub async fn end_appointment(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    appointment: Uuid,
    to: AppointmentState,
) -> Result<(), MentoringError> {
    let account = actor.id().ok_or(Forbidden)?;
    let mut tx = platform.db.begin().await?;
    let (mut mentoring, parts) = Mentoring::lock(&mut tx, actor, number).await?;
    let by = taking_part(&parts)?;
    let sql = "select starts_at from appointment where id = $1 and mentoring_id = $2 and state = 'terjadwal'";
    let found: Option<(i64,)> = tx.one(sql, args![appointment, mentoring.id]).await?;
    let Some((starts_at,)) = found else { return Ok(()) };
    let starts_at = Timestamp::from_micros(starts_at);
    let begun = starts_at <= platform.now();
    match to {
        AppointmentState::Batal if !begun => {}
        AppointmentState::TidakHadir if by == By::Pendamping && begun => {}
        _ => return Err(Refused::NotNow.into()),
    }
    end(&mut tx, appointment, to).await?;
    let when = starts_at.words(domain::lang::Lang::Id);
    append(platform, &mut tx, &mut mentoring, (account, by), CALLED_OFF, &when).await?;
    notices::called_off(platform, &mut tx, &mentoring, by, starts_at, to).await?;
    Ok(tx.commit().await?)
}

/// Writes how an appointment ended.
pub(super) async fn end(tx: &mut Tx, appointment: Uuid, to: AppointmentState) -> Result<(), DbError> {
    // The appointment before its timer, as the worker does it.
    tx.run_one("update appointment set state = $2 where id = $1", args![appointment, to.as_str()]).await?;
    clear_timers(tx, appointment).await
}

/// Calls off what lies ahead: the mentoring is over, or somebody else has it. The step's own message says so.
pub(super) async fn call_off_all(tx: &mut Tx, mentoring: &Mentoring) -> Result<(), DbError> {
    let sql = "select id from appointment where mentoring_id = $1 and state = 'terjadwal'";
    let left: Vec<(Uuid,)> = tx.all(sql, args![mentoring.id]).await?;
    for (appointment,) in left {
        end(tx, appointment, AppointmentState::Batal).await?;
    }
    Ok(())
}
