//! `/izin/berkas/{id}`: documents of permit cases. Private: the use case decides who sees one, and nobody keeps it.

use app::Visitor;
use axum::Router;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Extension, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::permit::form::FileKind;
use platform::Platform;
use platform::permit::open_file;
use serde::Deserialize;
use uuid::Uuid;

use crate::private_file::{Kind, show};
use crate::router::AppState;

/// `/izin/berkas/{id}`; stands behind the layer that finds out who is asking.
pub fn routes() -> Router<AppState> {
    Router::new().route("/izin/berkas/{id}", get(document))
}

/// What a link holds besides the document.
#[derive(Deserialize)]
struct Link {
    sampai: i64,
    tanda: String,
}

async fn document(
    State(platform): State<Platform>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
    link: Result<Query<Link>, QueryRejection>,
) -> Response {
    let (Ok(id), Ok(Query(link))) = (Uuid::try_parse(&id), link) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match open_file(&platform, &visitor.actor, &visitor.case_keys, id, link.sampai, &link.tanda).await {
        Ok(Some(opened)) => {
            let kind = match opened.kind {
                FileKind::Foto => Kind::Webp,
                FileKind::Pdf => Kind::Pdf,
            };
            show(kind, &format!("dokumen-{}", &id.simple().to_string()[24..]), opened.bytes)
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(?error, "a document cannot be read");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}
