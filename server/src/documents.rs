//! Files of permit cases and complaints: documents that were handed in, letters, receipts. Private: the use cases decide who sees one,
//! and nobody keeps it.

use app::Visitor;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Extension, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use domain::permit::form::FileKind;
use platform::Platform;
use platform::attachment::Opened;
use platform::complaint::open_complaint_file;
use platform::permit::{LetterError, Standing, check_letter, find_applicant, open_file, open_letter, open_receipt};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use crate::private_file::{Kind, show};
use crate::router::AppState;

/// Stands behind the layer that finds out who is asking.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/izin/berkas/{id}", get(document))
        .route("/pengaduan/berkas/{id}", get(of_a_complaint))
        .route("/izin/kasus/{nomor}/surat", get(letter))
        .route("/izin/kasus/{nomor}/tanda-terima", get(a_receipt))
        .route("/verifikasi/{kode}/data.json", get(check))
        .route("/verifikasi/kunci.json", get(public_keys))
}

/// What a link holds besides the document.
#[derive(Deserialize)]
struct Link {
    sampai: i64,
    tanda: String,
}

/// Which file is asked for, and with which link; none for an address that is not one of ours.
fn asked(id: &str, link: Result<Query<Link>, QueryRejection>) -> Option<(Uuid, Link)> {
    Uuid::try_parse(id).ok().zip(link.ok().map(|Query(link)| link))
}

async fn document(
    State(platform): State<Platform>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
    link: Result<Query<Link>, QueryRejection>,
) -> Response {
    let Some((id, link)) = asked(&id, link) else { return StatusCode::NOT_FOUND.into_response() };
    let opened = open_file(&platform, &visitor.actor, &visitor.case_keys, id, link.sampai, &link.tanda).await;
    opened_or_not(opened, "dokumen", id)
}

async fn of_a_complaint(
    State(platform): State<Platform>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
    link: Result<Query<Link>, QueryRejection>,
) -> Response {
    let Some((id, link)) = asked(&id, link) else { return StatusCode::NOT_FOUND.into_response() };
    let keys = &visitor.complaint_keys;
    let opened = open_complaint_file(&platform, &visitor.actor, keys, id, link.sampai, &link.tanda).await;
    opened_or_not(opened, "lampiran", id)
}

/// The file under a name that says nothing.
fn opened_or_not(opened: Result<Option<Opened>, impl std::fmt::Debug>, name: &str, id: Uuid) -> Response {
    let opened = match opened {
        Ok(Some(opened)) => opened,
        Ok(None) => return StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(?error, "a file cannot be read: {name}");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    };
    let kind = match opened.kind {
        FileKind::Foto => Kind::Webp,
        FileKind::Pdf => Kind::Pdf,
    };
    show(kind, &format!("{name}-{}", &id.simple().to_string()[24..]), opened.bytes)
}

async fn letter(
    State(platform): State<Platform>,
    Extension(visitor): Extension<Visitor>,
    Path(number): Path<String>,
) -> Response {
    shown(open_letter(&platform, &visitor.actor, &visitor.case_keys, &number).await, &format!("surat-{number}"))
}

async fn a_receipt(
    State(platform): State<Platform>,
    Extension(visitor): Extension<Visitor>,
    Path(number): Path<String>,
) -> Response {
    let applicant = match find_applicant(&platform, &visitor.actor, &visitor.case_keys, &number).await {
        Ok(Some(applicant)) => applicant,
        Ok(None) => return StatusCode::NOT_FOUND.into_response(),
        Err(error) => return shown(Err(error.into()), ""),
    };
    shown(open_receipt(&platform, &applicant, visitor.lang).await, &format!("tanda-terima-{number}"))
}

fn shown(file: Result<Option<Vec<u8>>, LetterError>, name: &str) -> Response {
    match file {
        Ok(Some(bytes)) => show(Kind::Pdf, name, bytes),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(?error, "a letter cannot be read");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// Whether a letter is genuine and holds, for machines: what the page says.
async fn check(State(platform): State<Platform>, Path(code): Path<String>) -> Response {
    match check_letter(&platform, &code, None).await {
        Ok(Some(letter)) => {
            let until = letter.until.map(|day| day.to_string());
            let revoked = match letter.standing {
                Standing::Revoked(day) => Some(day.to_string()),
                _ => None,
            };
            Json(json!({
                "asli": true, "keadaan": letter.standing.as_str(), "nomor": letter.number, "jenis": letter.kind.as_str(),
                "layanan": letter.service.id, "pemegang": letter.holder, "usaha": letter.subject,
                "terbit": letter.issued.to_string(), "berlaku_sampai": until, "dicabut": revoked,
            }))
            .into_response()
        }
        Ok(None) => (StatusCode::NOT_FOUND, Json(json!({ "asli": false }))).into_response(),
        Err(error) => {
            tracing::error!(?error, "a letter cannot be checked");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// The public keys, for whoever checks letters without a network.
async fn public_keys(State(platform): State<Platform>) -> Response {
    Json(platform.paper.keys.public_keys()).into_response()
}
