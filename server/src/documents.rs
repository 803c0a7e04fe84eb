//! Files of permit cases, complaints and classes: documents that were handed in, letters, receipts,
//! certificates, materials. Private: the use cases decide who sees one,
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
use platform::mentoring::open_visit_photo;
use platform::paper::PaperError;
use platform::permit::{find_applicant, open_file, open_letter, open_receipt};
use platform::training::{open_certificate, open_material, print_sheet};
use platform::verify::{About, PaperShown, Standing, check_paper};
use serde::Deserialize;
use serde_json::{Value, json};
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
        .route("/pelatihan/pendaftaran/{nomor}/sertifikat", get(certificate))
        .route("/pelatihan/bahan/{id}", get(material))
        .route("/pendampingan/foto/{id}", get(visit_photo))
        .route("/dinas/pelatihan/{slug}/hadir/{sesi}/daftar.pdf", get(attendance_list))
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

async fn certificate(
    State(platform): State<Platform>,
    Extension(visitor): Extension<Visitor>,
    Path(number): Path<String>,
) -> Response {
    let file = open_certificate(&platform, &visitor.actor, &visitor.class_keys, &number).await;
    shown(file, &format!("sertifikat-{number}"))
}

async fn material(
    State(platform): State<Platform>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
) -> Response {
    let Ok(id) = Uuid::try_parse(&id) else { return StatusCode::NOT_FOUND.into_response() };
    opened_or_not(open_material(&platform, &visitor.actor, &visitor.class_keys, id).await, "bahan", id)
}

async fn visit_photo(
    State(platform): State<Platform>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
) -> Response {
    let Ok(id) = Uuid::try_parse(&id) else { return StatusCode::NOT_FOUND.into_response() };
    opened_or_not(open_visit_photo(&platform, &visitor.actor, id).await, "kunjungan", id)
}

async fn attendance_list(
    State(platform): State<Platform>,
    Extension(visitor): Extension<Visitor>,
    Path((slug, session)): Path<(String, String)>,
) -> Response {
    let Ok(session) = Uuid::try_parse(&session) else { return StatusCode::NOT_FOUND.into_response() };
    shown(print_sheet(&platform, &visitor.actor, &slug, session, visitor.lang).await, &format!("daftar-hadir-{slug}"))
}

fn shown(file: Result<Option<Vec<u8>>, PaperError>, name: &str) -> Response {
    match file {
        Ok(Some(bytes)) => show(Kind::Pdf, name, bytes),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(?error, "a paper cannot be read");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// Whether a paper is genuine and holds, for machines: what the page says.
async fn check(State(platform): State<Platform>, Path(code): Path<String>) -> Response {
    match check_paper(&platform, &code, None).await {
        Ok(Some(paper)) => Json(paper_json(&paper)).into_response(),
        Ok(None) => (StatusCode::NOT_FOUND, Json(json!({ "asli": false }))).into_response(),
        Err(error) => {
            tracing::error!(?error, "a paper cannot be checked");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

fn paper_json(paper: &PaperShown) -> Value {
    let mut said = json!({
        "asli": true, "keadaan": paper.standing.as_str(), "nomor": paper.number, "jenis": paper.kind.as_str(),
        "pemegang": paper.holder, "terbit": paper.issued.to_string(),
        "dicabut": match &paper.standing {
            Standing::Revoked(day) => Some(day.to_string()),
            _ => None,
        },
        "diganti": match &paper.standing {
            Standing::Replaced(newer) => Some(newer.as_str()),
            _ => None,
        },
    });
    let about = match &paper.about {
        About::Decision { service, subject, until } => json!({
            "layanan": service.id, "usaha": subject, "berlaku_sampai": until.map(|day| day.to_string()),
        }),
        About::Class { title, first, last, minutes } => json!({
            "pelatihan": title, "mulai": first.to_string(), "selesai": last.to_string(), "menit": minutes,
        }),
    };
    if let (Value::Object(said), Value::Object(about)) = (&mut said, about) {
        said.extend(about);
    }
    said
}

/// The public keys, for whoever checks papers without a network.
async fn public_keys(State(platform): State<Platform>) -> Response {
    Json(platform.paper.keys.public_keys()).into_response()
}
