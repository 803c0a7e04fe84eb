//! A registration as whoever registered reads it.

use domain::account::Actor;
use domain::time::Timestamp;
use domain::training::class::State as ClassState;
use domain::training::registration::{PassedOver, State};
use sqlx::FromRow;

use super::attendance::{OwnAttendance, attended, list_own_attendance};
use super::certificate::{OwnAward, own_award};
use super::class::{ClassShown, find_class};
use super::events::{ATTENDANCE, CERTIFICATE, SKIPPED};
use super::participant::{Participant, only_own};
use super::row::POSITION;
use crate::db::{DbError, Select};
use crate::{Platform, args};

/// One's own registration.
#[derive(Debug, Clone)]
pub struct RegistrationShown {
    /// Its number.
    pub number: String,
    /// Where it is.
    pub state: State,
    /// Whose it is.
    pub name: String,
    /// How they are reached.
    pub phone: String,
    /// The class.
    pub class: ClassShown,
    /// Where an online class meets: for those who have a seat.
    pub link: Option<String>,
    /// The place on the waiting list, counted from one.
    pub position: Option<i64>,
    /// Until when the offered seat is kept.
    pub offer_until: Option<Timestamp>,
    /// When and why others went first, the last time first.
    pub passed_over: Vec<(Timestamp, PassedOver)>,
    /// What the office said with its last step.
    pub reason: Option<String>,
    /// Its sessions, and whether they were there.
    pub attendance: Vec<OwnAttendance>,
    /// Their certificate, or what they lack for one; `None` where they have no seat, or the course gives none.
    pub award: Option<OwnAward>,
    /// Since when it is where it is.
    pub since_at: Timestamp,
}

impl RegistrationShown {
    /// At how many sessions they were.
    pub fn attended(&self) -> i64 {
        attended(&self.attendance)
    }
}

#[derive(FromRow)]
struct Row {
    number: String,
    #[sqlx(try_from = "String")]
    state: State,
    name: String,
    phone: String,
    entry: i64,
    offer_until: Option<i64>,
    since_at: i64,
    slug: String,
    link: String,
}

/// What whoever registered may read.
///
/// # Errors
/// Only when the database does not answer.
pub async fn show_registration(
    platform: &Platform,
    participant: &Participant,
) -> Result<Option<RegistrationShown>, DbError> {
    let id = participant.registration;
    let sql = "select r.number, r.state, r.name, r.phone, r.entry, r.offer_until, r.since_at, c.slug, c.link \
         from registration r join class c on c.id = r.class_id where r.id = $1";
    let Some(row) = platform.db.one::<Row>(sql, args![id]).await? else { return Ok(None) };
    let Some(class) = find_class(platform, &row.slug).await? else { return Ok(None) };
    let sql = "select at, action, by_part, note from registration_event where registration_id = $1 and note <> '' \
         order by seq desc limit 20";
    let said: Vec<(i64, String, String, String)> = platform.db.all(sql, args![id]).await?;
    let skipped = |(at, action, _, note): &(i64, String, String, String)| {
        let why = PassedOver::parse(note).filter(|_| action == SKIPPED)?;
        Some((Timestamp::from_micros(*at), why))
    };
    let passed_over = said.iter().filter_map(skipped).collect();
    let of_the_seat = |action: &str| ![ATTENDANCE, CERTIFICATE].contains(&action);
    let reason =
        said.into_iter().find(|(_, action, by, _)| by == "petugas" && of_the_seat(action)).map(|(_, _, _, note)| note);
    let position = match row.state {
        State::DaftarTunggu => platform.db.one::<(i64,)>(POSITION, args![class.id, row.entry]).await?,
        _ => None,
    };
    let attendance = list_own_attendance(platform, id, &class.sessions).await?;
    let award = if row.state == State::Terdaftar && class.course.certificate {
        Some(own_award(platform, id, &class, &attendance).await?)
    } else {
        None
    };
    Ok(Some(RegistrationShown {
        link: Some(row.link).filter(|link| row.state == State::Terdaftar && !link.is_empty()),
        number: row.number,
        state: row.state,
        name: row.name,
        phone: row.phone,
        class,
        position: position.map(|(nth,)| nth),
        offer_until: row.offer_until.map(Into::into),
        passed_over,
        reason,
        attendance,
        award,
        since_at: row.since_at.into(),
    }))
}

/// A registration in a list of one's own.
#[derive(Debug, Clone, FromRow)]
pub struct OwnRegistration {
    /// Its number.
    pub number: String,
    /// Where it is.
    #[sqlx(try_from = "String")]
    pub state: State,
    /// The title of the class.
    pub title: String,
    /// `/pelatihan/{slug}`.
    pub slug: String,
    /// Where the class is.
    #[sqlx(try_from = "String")]
    pub class_state: ClassState,
    /// When its first session begins.
    #[sqlx(try_from = "i64")]
    pub starts_at: Timestamp,
    /// Until when the offered seat is kept.
    pub offer_until: Option<i64>,
}

/// The registrations of an account and those whose keys a device holds, the next class first, then what was.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_own_registrations(
    platform: &Platform,
    actor: &Actor,
    keys: &[String],
) -> Result<Vec<OwnRegistration>, DbError> {
    let mut select = Select::new(
        "select r.number, r.state, k.title, c.slug, c.state as class_state, c.starts_at, r.offer_until \
         from registration r join class c on c.id = r.class_id join course k on k.id = c.course_id where",
    );
    only_own(&mut select, platform, actor, keys);
    select.push("order by c.starts_at desc limit 50");
    let mut found: Vec<OwnRegistration> = select.all(&platform.db).await?;
    let now = platform.now();
    found.sort_by_key(|own| (own.starts_at < now, (own.starts_at.micros() - now.micros()).abs(), own.number.clone()));
    Ok(found)
}
