//! Saying that one is there.

use domain::time::Timestamp;
use domain::training::attendance::{Way, Window, window};
use domain::training::registration::State;
use thiserror::Error;
use uuid::Uuid;

use super::code::{fits_digits, scanned_session};
use super::session::{NewMark, SessionRow};
use crate::db::DbError;
use crate::rate_limit::{Limit, give_back, take};
use crate::training::participant::Participant;
use crate::training::row::Registration;
use crate::{Platform, args};

/// Six digits have a million values, two of which count: few tries for each registration.
const TRIES: Limit = Limit { tries: 8, seconds: 900 };

/// What shows that somebody is where the code is shown.
#[derive(Debug, Clone, Copy)]
pub enum Proof<'p> {
    /// The digits that they typed.
    Digits(&'p str),
    /// The scan that their device keeps, as [`super::keep_scan`] made it.
    Scan(&'p str),
}

/// Why nothing was written down.
#[derive(Debug, Error)]
pub enum CheckInError {
    /// The session is of another class, or its class does not take place.
    #[error("no such session")]
    NotFound,
    /// They have no seat in this class.
    #[error("no seat")]
    NoSeat,
    /// It opens at that moment.
    #[error("opens at {0:?}")]
    Early(Timestamp),
    /// It is over: only organisers can enter it now.
    #[error("over")]
    Over,
    /// Not the code that is shown.
    #[error("wrong code")]
    Wrong,
    /// Too many codes were tried; so many seconds to wait.
    #[error("wait {0} seconds")]
    Wait(i64),
    /// An organiser has entered that they are not there.
    #[error("entered as absent")]
    Absent,
    /// The database did not answer.
    #[error("check in: database")]
    Db(#[from] DbError),
}

/// Writes down that whoever registered is at a session. Said twice, it is one record, and the first stands.
///
/// # Errors
/// See [`CheckInError`]. What comes too early changes nothing.
pub async fn check_in(
    platform: &Platform,
    participant: &Participant,
    session: Uuid,
    proof: Proof<'_>,
) -> Result<(), CheckInError> {
    let id = participant.registration;
    let key = format!("attend:{id}");
    if let Proof::Digits(_) = proof
        && let Some(wait) = take(platform, &key, TRIES).await?
    {
        return Err(CheckInError::Wait(wait));
    }
    let mut tx = platform.db.begin().await?;
    let registration = Registration::find(&mut tx, id).await?.ok_or(CheckInError::NotFound)?;
    let session = SessionRow::find(&mut tx, session).await?.ok_or(CheckInError::NotFound)?;
    if session.class_id != registration.class_id || !session.state.is_held() {
        return Err(CheckInError::NotFound);
    }
    if registration.state != State::Terdaftar {
        return Err(CheckInError::NoSeat);
    }
    match window(session.span(), platform.attendance_after, platform.now()) {
        Window::Open => {}
        Window::Early(opens_at) => return Err(CheckInError::Early(opens_at)),
        Window::Over => return Err(CheckInError::Over),
    }
    let (way, shown) = match proof {
        Proof::Digits(text) => (Way::Kode, fits_digits(platform, session.id, text)),
        Proof::Scan(scan) => (Way::Qr, scanned_session(platform, scan) == Some(session.id)),
    };
    if !shown {
        return Err(CheckInError::Wrong);
    }
    let mark = NewMark { session: session.id, registration: id, present: true, way, actor: None, note: "" };
    if !mark.write(platform, &mut tx).await? {
        let sql = "select present from attendance where session_id = $1 and registration_id = $2";
        let known: Option<(bool,)> = tx.one(sql, args![session.id, id]).await?;
        if known.is_some_and(|(present,)| !present) {
            return Err(CheckInError::Absent);
        }
    }
    tx.commit().await?;
    if way == Way::Kode {
        // Only what failed counts: a class of several sessions a day is no guessing.
        give_back(platform, &key).await?;
    }
    Ok(())
}
