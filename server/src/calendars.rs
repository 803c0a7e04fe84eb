//! Files for calendars: all sessions of a class or one of them, public and the same for everybody; and the personal
//! calendar of an account, behind its secret address.

use app::text::Lang;
use app::training::{class_file, feed_file, session_file};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use platform::Platform;
use platform::db::DbError;
use uuid::Uuid;

use crate::router::AppState;

/// The files.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/pelatihan/{slug}/kalender.ics", get(class))
        .route("/pelatihan/{slug}/sesi/{file}", get(session))
        .route("/kalender/{file}", get(feed))
}

async fn class(State(platform): State<Platform>, Path(slug): Path<String>) -> Response {
    answer(&slug, class_file(&platform, &slug, Lang::Id).await)
}

/// `{id}.ics`: the router knows no endings.
async fn session(State(platform): State<Platform>, Path((slug, file)): Path<(String, String)>) -> Response {
    let id = file.strip_suffix(".ics").and_then(|id| Uuid::try_parse(id).ok());
    let Some(id) = id else { return StatusCode::NOT_FOUND.into_response() };
    answer(&slug, session_file(&platform, &slug, id, Lang::Id).await)
}

/// `{name}.ics`, asked for again and again by a calendar that has no cookie. Nobody finds or keeps it but who has the
/// address.
async fn feed(State(platform): State<Platform>, Path(file): Path<String>) -> Response {
    let Some(name) = file.strip_suffix(".ics") else { return StatusCode::NOT_FOUND.into_response() };
    let mut response = answer("kelas-saya", feed_file(&platform, name, Lang::Id).await);
    let headers = response.headers_mut();
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    response
}

fn answer(slug: &str, file: Result<Option<String>, DbError>) -> Response {
    match file {
        Ok(Some(text)) => {
            let headers = [
                (header::CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()),
                // A class that was found has a slug of plain ASCII words.
                (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{slug}.ics\"")),
                (header::CACHE_CONTROL, "no-cache".to_owned()),
            ];
            (headers, text).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(?error, "the calendar of a class cannot be written");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}
