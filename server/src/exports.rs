//! What is taken along as a file: a seller's orders, the definition of a service. The use case decides for whom, and
//! nobody keeps them.

use app::Visitor;
use app::permit::{performance_csv, service_json};
use app::shop::shop_orders_csv;
use app::training::participants_table;
use axum::Router;
use axum::extract::{Extension, Path, RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use domain::csv::Csv;
use platform::Platform;
use platform::shop::order::OrdersError;
use platform::training::OrganiseError;

use crate::router::AppState;
use crate::workbook::workbook;

/// The files; they stand behind the layer that finds out who is asking.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/usaha/pesanan.csv", get(orders))
        .route("/dinas/layanan/{slug}/definisi.json", get(definition))
        .route("/dinas/pelatihan/{slug}/peserta.csv", get(participants_csv))
        .route("/dinas/pelatihan/{slug}/peserta.xlsx", get(participants_xlsx))
        .route("/transparansi/data.csv", get(all_figures))
        .route("/transparansi/{slug}/data.csv", get(figures))
}

async fn orders(
    State(platform): State<Platform>,
    Extension(visitor): Extension<Visitor>,
    RawQuery(query): RawQuery,
) -> Response {
    match shop_orders_csv(&platform, &visitor, &query.unwrap_or_default()).await {
        Ok(table) => {
            let name = format!("pesanan-{}.csv", platform.now().day());
            file("text/csv; charset=utf-8", &name, table)
        }
        Err(error) => {
            if let OrdersError::Db(error) = error {
                tracing::error!(?error, "a seller's orders cannot be read");
            }
            // The page says why, or asks to sign in.
            Redirect::to("/usaha/pesanan").into_response()
        }
    }
}

/// `/dinas/pelatihan/{slug}/peserta.csv`: who registered for a class.
async fn participants_csv(
    State(platform): State<Platform>,
    Extension(visitor): Extension<Visitor>,
    Path(slug): Path<String>,
) -> Response {
    match participants(&platform, &visitor, &slug).await {
        Ok(rows) => file("text/csv; charset=utf-8", "peserta.csv", Csv::of(&rows)),
        Err(elsewhere) => elsewhere,
    }
}

/// `/dinas/pelatihan/{slug}/peserta.xlsx`: the same for spreadsheets.
async fn participants_xlsx(
    State(platform): State<Platform>,
    Extension(visitor): Extension<Visitor>,
    Path(slug): Path<String>,
) -> Response {
    let rows = match participants(&platform, &visitor, &slug).await {
        Ok(rows) => rows,
        Err(elsewhere) => return elsewhere,
    };
    match tokio::task::spawn_blocking(move || workbook(&rows)).await {
        Ok(Ok(book)) => file("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "peserta.xlsx", book),
        Ok(Err(error)) => unwritten(&error),
        Err(error) => unwritten(&error),
    }
}

fn unwritten(error: &dyn std::fmt::Debug) -> Response {
    tracing::error!(?error, "a workbook cannot be written");
    Redirect::to("/dinas/pelatihan").into_response()
}

/// The rows, or where to go instead.
async fn participants(platform: &Platform, visitor: &Visitor, slug: &str) -> Result<Vec<Vec<String>>, Response> {
    participants_table(platform, visitor, slug).await.map_err(|error| {
        if let OrganiseError::Db(error) = error {
            tracing::error!(?error, "the participants of a class cannot be read");
        }
        Redirect::to("/dinas/pelatihan").into_response()
    })
}

/// `/dinas/layanan/{slug}/definisi.json`: the newest version, or with `?draf` the next one.
async fn definition(
    State(platform): State<Platform>,
    Extension(visitor): Extension<Visitor>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    match service_json(&platform, &visitor, &slug, query.as_deref() == Some("draf")).await {
        Ok(Some((name, text))) => file("application/json", &name, text),
        Ok(None) => Redirect::to("/dinas/layanan").into_response(),
        Err(error) => {
            tracing::error!(?error, "the definition of a service cannot be read");
            Redirect::to("/dinas/layanan").into_response()
        }
    }
}

async fn all_figures(State(platform): State<Platform>, RawQuery(query): RawQuery) -> Response {
    figures_of(&platform, None, query).await
}

async fn figures(State(platform): State<Platform>, Path(slug): Path<String>, RawQuery(query): RawQuery) -> Response {
    figures_of(&platform, Some(&slug), query).await
}

async fn figures_of(platform: &Platform, slug: Option<&str>, query: Option<String>) -> Response {
    match performance_csv(platform, slug, &query.unwrap_or_default()).await {
        Ok(Some(table)) => {
            let name = format!("transparansi-{}-{}.csv", slug.unwrap_or("semua"), platform.now().day());
            file("text/csv; charset=utf-8", &name, table)
        }
        Ok(None) => Redirect::to("/transparansi").into_response(),
        Err(error) => {
            tracing::error!(?error, "the public figures cannot be counted");
            Redirect::to("/transparansi").into_response()
        }
    }
}

fn file(kind: &str, name: &str, content: impl IntoResponse) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, content).into_response()
}
