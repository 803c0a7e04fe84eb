//! Files for calendars: all sessions of a class, or one of them. Public, the same for everybody.

use app::text::Lang;
use app::training::{class_file, session_file};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
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
