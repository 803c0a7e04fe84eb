//! Public pictures. A picture never changes under its name, so browsers keep it for ever.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use platform::Platform;
use platform::picture::{WIDTHS, key};
use uuid::Uuid;

use crate::router::AppState;

/// `/media/{picture}-{width}.webp`.
pub fn routes() -> Router<AppState> {
    Router::new().route("/media/{file}", get(picture))
}

async fn picture(State(platform): State<Platform>, Path(file): Path<String>) -> Response {
    let Some(key) = parse(&file) else { return StatusCode::NOT_FOUND.into_response() };
    match platform.blobs.get(&key).await {
        Ok(Some(bytes)) => {
            let headers =
                [(header::CONTENT_TYPE, "image/webp"), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
            (headers, bytes).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(%error, "a picture cannot be read");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// Only well-formed names reach the store.
fn parse(file: &str) -> Option<String> {
    let (id, width) = file.strip_suffix(".webp")?.split_once('-')?;
    let width = width.parse().ok().filter(|width| WIDTHS.contains(width))?;
    Some(key(Uuid::try_parse(id).ok()?, width))
}
