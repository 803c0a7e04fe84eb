//! The sheet of a session, for organisers: who was there, entered from the list on paper, and corrected.

use domain::account::{Actor, Capability};
use domain::training::attendance::{Way, Window, window};
use domain::training::class::Refused;
use domain::training::registration::{By, State};
use domain::typed::Line;
use sqlx::FromRow;
use uuid::Uuid;

use super::session::{Mark, MarkRow, NewMark, SessionRow};
use crate::db::{DbError, Tx};
use crate::training::OrganiseError;
use crate::training::class::{ClassShown, Session, load_class};
use crate::training::events::{ATTENDANCE, Happened, append};
use crate::{Platform, args};

/// A session, with everybody who has a seat.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Its class.
    pub class: ClassShown,
    /// The session.
    pub session: Session,
    /// Which of the class it is, counted from one.
    pub nth: usize,
    /// Whether those who are there can say so now.
    pub window: Window,
    /// Who has a seat, by name.
    pub people: Vec<SheetPerson>,
}

/// Somebody on the sheet.
#[derive(Debug, Clone)]
pub struct SheetPerson {
    /// The number of the registration.
    pub number: String,
    /// Their name.
    pub name: String,
    /// The code of their kecamatan.
    pub kecamatan: String,
    /// What is known.
    pub mark: Option<Mark>,
}

impl Sheet {
    /// How many are known to be there.
    pub fn present(&self) -> usize {
        self.people.iter().filter(|person| person.mark.as_ref().is_some_and(|mark| mark.present)).count()
    }
}

#[derive(FromRow)]
struct Row {
    number: String,
    name: String,
    kecamatan: String,
    #[sqlx(flatten)]
    mark: MarkRow,
}

impl From<Row> for SheetPerson {
    fn from(row: Row) -> Self {
        SheetPerson { number: row.number, name: row.name, kecamatan: row.kecamatan, mark: row.mark.into() }
    }
}

/// The sheet of a session of the class at an address.
///
/// # Errors
/// See [`OrganiseError`].
pub async fn find_sheet(platform: &Platform, actor: &Actor, slug: &str, session: Uuid) -> Result<Sheet, OrganiseError> {
    actor.require(Capability::OrganiseTraining)?;
    let class = load_class(platform, slug).await?.ok_or(OrganiseError::NotFound)?;
    let index = class.sessions.iter().position(|known| known.id == session).ok_or(OrganiseError::NotFound)?;
    let session = class.sessions[index].clone();
    let sql = "select r.number, r.name, r.kecamatan, a.present, a.way, a.at, a.note from registration r \
         left join attendance a on a.session_id = $2 and a.registration_id = r.id \
         where r.class_id = $1 and (r.state = 'terdaftar' or a.present is not null) order by lower(r.name), r.entry";
    let people: Vec<Row> = platform.db.all(sql, args![class.id, session.id]).await?;
    Ok(Sheet {
        window: window(session.span(), platform.attendance_after, platform.now()),
        people: people.into_iter().map(Into::into).collect(),
        nth: index + 1,
        session,
        class,
    })
}

/// A line of the list on paper.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The number of the registration.
    pub number: String,
    /// Whether they were there.
    pub present: bool,
    /// Why not, where it is known.
    pub note: Option<Line<160>>,
}

/// Enters what is on paper; answers how many lines were new. What is known already stands: whoever scanned the code while
/// the paper went round has one record.
///
/// # Errors
/// See [`OrganiseError`]. Before half an hour before the session nothing is entered.
pub async fn enter_attendance(
    platform: &Platform,
    actor: &Actor,
    session: Uuid,
    entries: &[Entry],
) -> Result<usize, OrganiseError> {
    let officer = actor.require(Capability::OrganiseTraining)?;
    let mut tx = platform.db.begin().await?;
    let session = open_session(platform, &mut tx, session).await?;
    let mut new = 0;
    for entry in entries {
        // Whoever gave the seat back since the sheet was shown is on it no more.
        let Some(registration) = find_seat(&mut tx, &session, &entry.number).await? else { continue };
        let note = entry.note.as_ref().map_or("", Line::as_str);
        let mark = new_mark(session.id, registration, entry.present, officer, note);
        new += usize::from(mark.write(platform, &mut tx).await?);
    }
    tx.commit().await?;
    Ok(new)
}

/// Says of somebody what was recorded wrongly, with a reason that they can read.
///
/// # Errors
/// See [`OrganiseError`].
pub async fn correct_attendance(
    platform: &Platform,
    actor: &Actor,
    session: Uuid,
    number: &str,
    present: bool,
    reason: &Line<160>,
) -> Result<(), OrganiseError> {
    let officer = actor.require(Capability::OrganiseTraining)?;
    let mut tx = platform.db.begin().await?;
    let session = open_session(platform, &mut tx, session).await?;
    let registration = find_seat(&mut tx, &session, number).await?.ok_or(OrganiseError::NotFound)?;
    let mark = new_mark(session.id, registration, present, officer, reason.as_str());
    if !mark.write(platform, &mut tx).await? {
        let sql = "update attendance set present = $3, way = $4, at = $5, actor = $6, note = $7 \
             where session_id = $1 and registration_id = $2";
        let (way, now) = (Way::Daftar.as_str(), platform.now());
        tx.run_one(sql, args![session.id, registration, present, way, now, officer, reason.as_str()]).await?;
    }
    let (by, state) = (By::Petugas, State::Terdaftar);
    let happened = Happened { by, actor: Some(officer), action: ATTENDANCE, state, note: reason.as_str() };
    append(platform, &mut tx, registration, happened).await?;
    tx.commit().await?;
    Ok(())
}

fn new_mark(session: Uuid, registration: Uuid, present: bool, officer: Uuid, note: &str) -> NewMark<'_> {
    NewMark { session, registration, present, way: Way::Daftar, actor: Some(officer), note }
}

/// A session of which attendance can be entered.
async fn open_session(platform: &Platform, tx: &mut Tx, id: Uuid) -> Result<SessionRow, OrganiseError> {
    let session = SessionRow::find(tx, id).await?.ok_or(OrganiseError::NotFound)?;
    let early = matches!(window(session.span(), platform.attendance_after, platform.now()), Window::Early(_));
    if early || !session.state.is_held() {
        return Err(OrganiseError::Refused(Refused::NotNow));
    }
    Ok(session)
}

/// Who has a seat in the class of a session.
async fn find_seat(tx: &mut Tx, session: &SessionRow, number: &str) -> Result<Option<Uuid>, DbError> {
    let sql = "select id from registration where number = $1 and class_id = $2 and state = 'terdaftar'";
    let found: Option<(Uuid,)> = tx.one(sql, args![number, session.class_id]).await?;
    Ok(found.map(|(id,)| id))
}
