//! A class, or one session of it, as a file for calendars. It holds what everybody may read: never the link of an online
//! class, never a person.

use domain::time::Timestamp;
use domain::training::class::State;
use domain::training::ics::{Event, Method, write};
use platform::Platform;
use platform::db::DbError;
use platform::training::{ClassShown, Session, find_class};
use uuid::Uuid;

use crate::text::{Lang, TrainingText};

/// All sessions of a class; `None` where there is no such class.
///
/// # Errors
/// Only when the database does not answer.
pub async fn class_file(platform: &Platform, slug: &str, t: Lang) -> Result<Option<String>, DbError> {
    let Some(class) = find_class(platform, slug).await? else { return Ok(None) };
    Ok(Some(file(platform, &class, &class.sessions, t).await?))
}

/// One session of a class; `None` where there is none such.
///
/// # Errors
/// Only when the database does not answer.
pub async fn session_file(platform: &Platform, slug: &str, id: Uuid, t: Lang) -> Result<Option<String>, DbError> {
    let Some(class) = find_class(platform, slug).await? else { return Ok(None) };
    let Some(session) = class.sessions.iter().find(|session| session.id == id) else { return Ok(None) };
    Ok(Some(file(platform, &class, std::slice::from_ref(session), t).await?))
}

async fn file(platform: &Platform, class: &ClassShown, sessions: &[Session], t: Lang) -> Result<String, DbError> {
    let reference = platform.reference().await?;
    let place = match &class.venue {
        Some(venue) => format!("{}, {}, {}", venue.name, venue.address, reference.kecamatan_name(&venue.kecamatan)),
        None => t.online().to_owned(),
    };
    let url = format!("{}/pelatihan/{}", platform.public_url, class.slug);
    let method = if class.state == State::Batal { Method::Cancel } else { Method::Publish };
    let events: Vec<Event> = sessions.iter().map(|session| event(class, session, &place, &url, t)).collect();
    // A file says when it was made; by the minute, so that it stays the same while nobody changes anything.
    let now = platform.now().micros();
    Ok(write(&events, method, Timestamp::from_micros(now - now.rem_euclid(60_000_000))))
}

fn event(class: &ClassShown, session: &Session, place: &str, url: &str, t: Lang) -> Event {
    let host = url.split('/').nth(2).unwrap_or_default();
    let mut text = vec![class.course.summary.clone()];
    if !session.topic.is_empty() {
        text.insert(0, session.topic.clone());
    }
    if class.venue.is_none() {
        text.push(t.online_link_sent().to_owned());
    }
    if !class.course.bring.is_empty() {
        text.push(format!("{}: {}", t.bring(), class.course.bring));
    }
    text.push(url.to_owned());
    Event {
        uid: format!("{}@{host}", session.id),
        sequence: session.sequence,
        from: session.starts_at,
        to: session.ends_at,
        title: class.course.title.clone(),
        place: place.to_owned(),
        text: text.join("\n"),
        url: url.to_owned(),
    }
}
