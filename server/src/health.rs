//! For the machines that watch this machine.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;

use crate::router::AppState;

/// `/healthz` (the process lives) and `/readyz` (it takes requests: the database answers, and it is not stopping).
pub fn routes() -> Router<AppState> {
    Router::new().route("/healthz", get(async || "ok")).route("/readyz", get(ready))
}

async fn ready(State(state): State<AppState>) -> (StatusCode, &'static str) {
    if state.stop.has_begun() {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping");
    }
    match state.platform.db.ping().await {
        Ok(()) => (StatusCode::OK, "ready"),
        Err(error) => {
            tracing::error!(?error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer")
        }
    }
}
