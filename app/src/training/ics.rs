//! Classes as files for calendars. What is public holds what everybody may read; the personal calendar holds the sessions
//! of one account. None holds the link of an online class, or a person.

use domain::time::Timestamp;
use domain::training::class::State;
use domain::training::ics::{Event, Method, write};
use platform::Platform;
use platform::db::DbError;
use platform::reference::Reference;
use platform::training::{ClassShown, FeedSession, Session, find_class, list_feed};
use uuid::Uuid;

use crate::text::{Lang, TrainingText};

/// All sessions of a class; `None` where there is no such class.
///
/// # Errors
/// Only when the database does not answer.
pub async fn class_file(platform: &Platform, slug: &str, t: Lang) -> Result<Option<String>, DbError> {
    let Some(class) = find_class(platform, slug).await? else { return Ok(None) };
    Ok(Some(public_file(platform, &class, &class.sessions, t).await?))
}

/// One session of a class; `None` where there is none such.
///
/// # Errors
/// Only when the database does not answer.
pub async fn session_file(platform: &Platform, slug: &str, id: Uuid, t: Lang) -> Result<Option<String>, DbError> {
    let Some(class) = find_class(platform, slug).await? else { return Ok(None) };
    let Some(session) = class.sessions.iter().find(|session| session.id == id) else { return Ok(None) };
    Ok(Some(public_file(platform, &class, std::slice::from_ref(session), t).await?))
}

/// The personal calendar at an address; `None` where there is none such.
///
/// # Errors
/// Only when the database does not answer.
pub async fn feed_file(platform: &Platform, name: &str, t: Lang) -> Result<Option<String>, DbError> {
    let Some(sessions) = list_feed(platform, name).await? else { return Ok(None) };
    Ok(Some(file(platform, &sessions, Method::Publish, t).await?))
}

async fn public_file(
    platform: &Platform,
    class: &ClassShown,
    sessions: &[Session],
    t: Lang,
) -> Result<String, DbError> {
    let method = if class.state == State::Batal { Method::Cancel } else { Method::Publish };
    let venue = class.venue.as_ref();
    let of_class = |session: &Session| FeedSession {
        session: session.clone(),
        slug: class.slug.clone(),
        state: class.state,
        title: class.course.title.clone(),
        summary: class.course.summary.clone(),
        bring: class.course.bring.clone(),
        venue: venue.map(|venue| venue.name.clone()),
        address: venue.map(|venue| venue.address.clone()),
        kecamatan: venue.map(|venue| venue.kecamatan.clone()),
    };
    let sessions: Vec<FeedSession> = sessions.iter().map(of_class).collect();
    file(platform, &sessions, method, t).await
}

async fn file(platform: &Platform, sessions: &[FeedSession], method: Method, t: Lang) -> Result<String, DbError> {
    let reference = platform.reference().await?;
    let event = |session: &FeedSession| event(session, reference, &platform.public_url, t);
    let events: Vec<Event> = sessions.iter().map(event).collect();
    // A file says when it was made; by the minute, so that it stays the same while nobody changes anything.
    let now = platform.now().micros();
    Ok(write(&events, method, Timestamp::from_micros(now - now.rem_euclid(60_000_000))))
}

fn event(shown: &FeedSession, reference: &Reference, site: &str, t: Lang) -> Event {
    let session = &shown.session;
    let url = format!("{site}/pelatihan/{}", shown.slug);
    let host = url.split('/').nth(2).unwrap_or_default();
    let mut text = vec![shown.summary.clone()];
    if !session.topic.is_empty() {
        text.insert(0, session.topic.clone());
    }
    let place = match (&shown.venue, &shown.address, &shown.kecamatan) {
        (Some(name), Some(address), Some(kecamatan)) => {
            format!("{name}, {address}, {}", reference.kecamatan_name(kecamatan))
        }
        _ => {
            text.push(t.online_link_sent().to_owned());
            t.online().to_owned()
        }
    };
    if !shown.bring.is_empty() {
        text.push(format!("{}: {}", t.bring(), shown.bring));
    }
    text.push(url.clone());
    Event {
        uid: format!("{}@{host}", session.id),
        sequence: session.sequence,
        cancelled: shown.state == State::Batal,
        from: session.starts_at,
        to: session.ends_at,
        title: shown.title.clone(),
        place,
        text: text.join("\n"),
        url,
    }
}
