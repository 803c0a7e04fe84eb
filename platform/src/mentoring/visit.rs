//! Reports of visits: written by the mentor, perhaps long after on a bad connection, and answered by the owner.

use domain::account::{Actor, Forbidden};
use domain::mentoring::{Action, AppointmentState, By, Refused, Way};
use domain::time::{Day, Timestamp};
use domain::typed::{Line, Text, Whole};
use uuid::Uuid;

use super::appointment::end;
use super::notices;
use super::plan::{ActionDraft, insert_action, known_service};
use super::row::{CONFIRMED, Mentoring, OBJECTED, append};
use super::take::{MentoringError, take};
use crate::{Platform, args};

/// A visit is reported within so many days.
const OLDEST: i64 = 60;
/// The next one is not farther away. Days.
const FARTHEST: i64 = 400;

/// A report.
#[derive(Debug, Clone)]
pub struct VisitDraft {
    /// The form's token, which becomes the visit's id: however often a draft is sent, it is one visit.
    pub id: Uuid,
    /// The appointment that it was.
    pub appointment: Option<Uuid>,
    /// On which day.
    pub on: Day,
    /// How long. Minutes.
    pub minutes: Whole<5, 600>,
    /// How both met.
    pub way: Way,
    /// Where.
    pub place: Line<120>,
    /// Code of the kecamatan, for planning routes.
    pub kecamatan: Option<String>,
    /// What was seen and said: the owner reads it.
    pub findings: Text<2000>,
    /// What only mentor and coordinator read.
    pub internal: Option<Text<1000>>,
    /// What was agreed.
    pub actions: Vec<ActionDraft>,
    /// When they meet next.
    pub next_on: Option<Day>,
    /// Whether the owner agreed to photographs.
    pub photo_consent: bool,
}

/// Reports a visit. The same report sent again is no error; another one under its token is refused, so that it is not lost.
///
/// # Errors
/// See [`MentoringError`].
pub async fn report_visit(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    draft: &VisitDraft,
) -> Result<(), MentoringError> {
    let account = actor.id().ok_or(Forbidden)?;
    let mut services = Vec::new();
    for action in &draft.actions {
        services.push(known_service(platform, action).await?);
    }
    let mut tx = platform.db.begin().await?;
    let (mut mentoring, parts) = Mentoring::lock(&mut tx, actor, number).await?;
    let sql = "select mentoring_id, visited_on, findings from mentoring_visit where id = $1";
    if let Some((there, on, findings)) = tx.one::<(Uuid, String, String)>(sql, args![draft.id]).await? {
        if there != mentoring.id {
            return Err(MentoringError::NotFound);
        }
        // A page that was kept for where there is no network has the token of the report before.
        let same = on == draft.on.to_string() && findings == draft.findings.as_str();
        return if same { Ok(()) } else { Err(MentoringError::Sent) };
    }
    let today = platform.now().day();
    // A draft may be sent days after the visit: what was agreed then may be over already.
    let next_fits = draft.next_on.is_none_or(|next| next >= draft.on && next.since(draft.on) <= FARTHEST);
    if draft.on > today || today.since(draft.on) > OLDEST || !next_fits {
        return Err(MentoringError::Day);
    }
    let sql = "insert into mentoring_visit (id, mentoring_id, mentor, visited_on, minutes, way, place, kecamatan, findings, \
         internal, next_on, photo_consent, written_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let args = args![
        draft.id,
        mentoring.id,
        account,
        draft.on.to_string(),
        draft.minutes.get(),
        draft.way.as_str(),
        draft.place.as_str(),
        draft.kecamatan.clone(),
        draft.findings.as_str(),
        draft.internal.as_ref().map(|note| note.as_str().to_owned()),
        draft.next_on.map(|day| day.to_string()),
        draft.photo_consent,
        platform.now()
    ];
    tx.run_one(sql, args).await?;
    for (action, service) in draft.actions.iter().zip(services) {
        insert_action(platform, &mut tx, (mentoring.id, Some(draft.id), draft.on), action, service).await?;
    }
    if let Some(appointment) = draft.appointment {
        let sql = "select starts_at from appointment where id = $1 and mentoring_id = $2 and state = 'terjadwal'";
        let found: Option<(i64,)> = tx.one(sql, args![appointment, mentoring.id]).await?;
        // One that lies ahead is still to come.
        if found.is_some_and(|(starts_at,)| Timestamp::from_micros(starts_at).day() <= draft.on) {
            end(&mut tx, appointment, AppointmentState::Selesai).await?;
        }
    }
    take(platform, &mut tx, &mut mentoring, (account, &parts), Action::Visit, "").await?;
    Ok(tx.commit().await?)
}

/// The owner answers a report: it is right, or what is not. What was confirmed stays; what was objected to can be confirmed
/// later.
///
/// # Errors
/// See [`MentoringError`]. The same answer again is no error.
pub async fn answer_visit(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    visit: Uuid,
    objection: Option<&Text<1000>>,
) -> Result<(), MentoringError> {
    let account = actor.id().ok_or(Forbidden)?;
    let mut tx = platform.db.begin().await?;
    let (mut mentoring, parts) = Mentoring::lock(&mut tx, actor, number).await?;
    if !parts.contains(&By::Usaha) {
        return Err(Refused::NotYours.into());
    }
    let sql = "select confirmed_at, objection from mentoring_visit where id = $1 and mentoring_id = $2";
    let found: Option<(Option<i64>, Option<String>)> = tx.one(sql, args![visit, mentoring.id]).await?;
    let (confirmed_at, before) = found.ok_or(MentoringError::NotFound)?;
    match objection {
        None if confirmed_at.is_some() => return Ok(()),
        Some(_) if confirmed_at.is_some() => return Err(MentoringError::Confirmed),
        Some(words) if before.as_deref() == Some(words.as_str()) => return Ok(()),
        Some(words) => {
            let sql = "update mentoring_visit set objection = $2 where id = $1";
            tx.run_one(sql, args![visit, words.as_str()]).await?;
            append(platform, &mut tx, &mut mentoring, (account, By::Usaha), OBJECTED, words.as_str()).await?;
            notices::objected(platform, &mut tx, &mentoring, words.as_str()).await?;
        }
        None => {
            let sql = "update mentoring_visit set confirmed_at = $2, objection = null where id = $1";
            tx.run_one(sql, args![visit, platform.now()]).await?;
            append(platform, &mut tx, &mut mentoring, (account, By::Usaha), CONFIRMED, "").await?;
        }
    }
    Ok(tx.commit().await?)
}
