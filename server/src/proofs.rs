//! `/bukti/{id}`: pictures of bank transfers. Private: the use case decides who sees one, and nobody keeps it.

use app::Visitor;
use axum::Router;
use axum::extract::{Extension, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use platform::Platform;
use platform::shop::proof::open_proof;
use uuid::Uuid;

use crate::private_file::{Kind, show};
use crate::router::AppState;

/// `/bukti/{id}`; stands behind the layer that finds out who is asking.
pub fn routes() -> Router<AppState> {
    Router::new().route("/bukti/{id}", get(proof))
}

async fn proof(
    State(platform): State<Platform>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
) -> Response {
    let Ok(id) = Uuid::try_parse(&id) else { return StatusCode::NOT_FOUND.into_response() };
    match open_proof(&platform, &visitor.actor, visitor.order_secret.as_deref(), id).await {
        Ok(Some(bytes)) => show(Kind::Webp, &format!("bukti-{}", &id.simple().to_string()[24..]), bytes),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(?error, "a proof cannot be read");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}
