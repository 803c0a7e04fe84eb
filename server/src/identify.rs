//! Finds out who is asking, once per request, before a page or server function runs.

use app::Visitor;
use app::text::Lang;
use axum::extract::{Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::Response;
use domain::account::Actor;

use crate::router::AppState;

/// Puts a [`Visitor`] into the request. A guest without cookies costs no query.
pub async fn identify(State(_state): State<AppState>, mut request: Request, next: Next) -> Response {
    let lang = match cookie(&request, "bahasa") {
        Some("en") => Lang::En,
        _ => Lang::Id,
    };
    let path = request.uri().path_and_query().map(|path| path.as_str().to_owned()).unwrap_or_default();
    let visitor = Visitor { actor: Actor::Guest, name: None, lang, cart: None, cart_count: 0, path };
    request.extensions_mut().insert(visitor);
    next.run(request).await
}

fn cookie<'r>(request: &'r Request, name: &str) -> Option<&'r str> {
    request
        .headers()
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key.strip_prefix("__Host-").unwrap_or(key) == name).then_some(value))
}
