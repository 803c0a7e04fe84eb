//! One's own attendance: what is known of every session, and where it can be said now.

use std::collections::HashMap;

use domain::account::Actor;
use domain::time::Timestamp;
use domain::training::attendance::{Window, window};
use domain::training::clash::Span;
use sqlx::FromRow;
use uuid::Uuid;

use super::session::{Mark, MarkRow};
use crate::db::{DbError, Select};
use crate::training::class::Session;
use crate::training::participant::only_own;
use crate::{Platform, args};

/// A session of one's class, and whether one was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnAttendance {
    /// The session.
    pub session: Uuid,
    /// From when to when.
    pub span: Span,
    /// Whether attendance can be said now.
    pub window: Window,
    /// What is known.
    pub mark: Option<Mark>,
}

/// At how many of their sessions somebody was.
pub(in crate::training) fn attended(sessions: &[OwnAttendance]) -> i64 {
    sessions.iter().filter(|own| own.mark.as_ref().is_some_and(|mark| mark.present)).count() as i64
}

#[derive(FromRow)]
struct Row {
    session_id: Uuid,
    #[sqlx(flatten)]
    mark: MarkRow,
}

/// Every session of a registration's class, as they are given.
pub(in crate::training) async fn list_own_attendance(
    platform: &Platform,
    registration: Uuid,
    sessions: &[Session],
) -> Result<Vec<OwnAttendance>, DbError> {
    let sql = "select session_id, present, way, at, note from attendance where registration_id = $1";
    let rows: Vec<Row> = platform.db.all(sql, args![registration]).await?;
    let mut marks: HashMap<Uuid, Mark> =
        rows.into_iter().filter_map(|row| Some((row.session_id, Option::from(row.mark)?))).collect();
    let own = |session: &Session| OwnAttendance {
        session: session.id,
        span: session.span(),
        window: window(session.span(), platform.attendance_after, platform.now()),
        mark: marks.remove(&session.id),
    };
    Ok(sessions.iter().map(own).collect())
}

/// A session at which somebody can say now that they are there.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct OpenSession {
    /// The session.
    pub session: Uuid,
    /// The number of the registration.
    pub number: String,
    /// Whose it is.
    pub name: String,
    /// The title of the class.
    pub title: String,
    /// When it begins.
    #[sqlx(try_from = "i64")]
    pub starts_at: Timestamp,
    /// When it is over.
    #[sqlx(try_from = "i64")]
    pub ends_at: Timestamp,
    /// Whether they are known to be there, or not to be; `None` when nothing is known.
    pub present: Option<bool>,
}

/// The sessions that are open now, of the registrations of an account and of those whose keys a device holds.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_open_sessions(
    platform: &Platform,
    actor: &Actor,
    keys: &[String],
) -> Result<Vec<OpenSession>, DbError> {
    let now = platform.now();
    let mut select = Select::new(
        "select s.id as session, r.number, r.name, k.title, s.starts_at, s.ends_at, a.present \
         from registration r join class c on c.id = r.class_id join course k on k.id = c.course_id \
         join class_session s on s.class_id = c.id \
         left join attendance a on a.session_id = s.id and a.registration_id = r.id \
         where r.state = 'terdaftar' and c.state not in ('draf', 'batal')",
    );
    // Wide enough for every session that can be open; the window itself decides below.
    select.bind("and s.starts_at < ?", now.plus_hours(1));
    select.bind("and s.ends_at > ? and", now.plus_seconds(-60 * platform.attendance_after));
    only_own(&mut select, platform, actor, keys);
    select.push("order by s.starts_at, s.id, r.number");
    let mut found: Vec<OpenSession> = select.all(&platform.db).await?;
    found.retain(|open| {
        let span = Span { from: open.starts_at, to: open.ends_at };
        window(span, platform.attendance_after, now) == Window::Open
    });
    Ok(found)
}
