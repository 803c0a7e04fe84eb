//! `/usaha/pesanan.csv`: a seller's orders to take along. The use case decides whose they are, and nobody keeps them.

use app::Visitor;
use app::shop::shop_orders_csv;
use axum::Router;
use axum::extract::{Extension, RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use platform::Platform;
use platform::shop::order::OrdersError;

use crate::router::AppState;

/// `/usaha/pesanan.csv`; stands behind the layer that finds out who is asking.
pub fn routes() -> Router<AppState> {
    Router::new().route("/usaha/pesanan.csv", get(orders))
}

async fn orders(
    State(platform): State<Platform>,
    Extension(visitor): Extension<Visitor>,
    RawQuery(query): RawQuery,
) -> Response {
    match shop_orders_csv(&platform, &visitor, &query.unwrap_or_default()).await {
        Ok(table) => {
            let name = format!("attachment; filename=\"pesanan-{}.csv\"", platform.now().day());
            let headers = [
                (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
                (header::CONTENT_DISPOSITION, name),
                (header::CACHE_CONTROL, "no-store".to_owned()),
            ];
            (headers, table).into_response()
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
