//! One line per request, with an id that the response carries too. Never a query string: people type into it.

use std::sync::Arc;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;
use tracing_subscriber::EnvFilter;

use crate::metrics::Metrics;

/// Starts logging: `RUST_LOG` sets the level, `LOG_FORMAT=json` the form.
pub fn init() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let _ = match std::env::var("LOG_FORMAT").as_deref() {
        Ok("json") => log.json().try_init(),
        _ => log.try_init(),
    };
}

/// Logs and counts a request when it is answered.
pub async fn log(State(metrics): State<Arc<Metrics>>, request: Request, next: Next) -> Response {
    let _in_flight = metrics.begin();
    let id = uuid::Uuid::from_u128(rand::random());
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("-", |path| path.as_str()).to_owned();
    let started = tokio::time::Instant::now(); // a stopwatch, not a time
    let span = tracing::info_span!("request", %id);
    let mut response = next.run(request).instrument(span.clone()).await;
    let _in = span.enter();
    let status = response.status().as_u16();
    let took = started.elapsed();
    let micros = took.as_micros() as u64;
    match status {
        500.. => tracing::error!(%method, route, status, micros, "answered"),
        _ if method != Method::GET => tracing::info!(%method, route, status, micros, "answered"),
        // Reading is most of the traffic and the least of the news.
        _ => tracing::debug!(%method, route, status, micros, "answered"),
    }
    metrics.answered(&method, route, status, took);
    if let Ok(value) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert(HeaderName::from_static("x-request-id"), value);
    }
    response
}
