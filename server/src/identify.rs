//! Finds out who is asking, once per request, before a page or server function runs.

use std::net::SocketAddr;

use app::Visitor;
use app::text::Lang;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use domain::account::Actor;
use platform::account::find_session;
use platform::shop::cart::find_cart;
use uuid::Uuid;

use crate::router::AppState;

/// Puts a [`Visitor`] into the request. A guest without cookies costs no query.
pub async fn identify(
    State(state): State<AppState>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    mut request: Request,
    next: Next,
) -> Response {
    let lang = match cookie(request.headers(), "bahasa") {
        Some("en") => Lang::En,
        _ => Lang::Id,
    };
    let token = cookie(request.headers(), "keranjang").map(str::to_owned);
    let mut unknown = false;
    let (cart, cart_count) = match token {
        Some(token) => find_cart(&state.platform, &token).await.unwrap_or_else(|error| {
            tracing::error!(?error, "the cart cannot be read");
            unknown = true;
            None
        }),
        None => None,
    }
    .map_or((None, 0), |(cart, count)| (Some(cart), count));
    let session = cookie(request.headers(), "sesi").map(str::to_owned);
    let signed = match &session {
        Some(token) => find_session(&state.platform, token).await.unwrap_or_else(|error| {
            tracing::error!(?error, "the session cannot be read");
            unknown = true;
            None
        }),
        None => None,
    };
    let (actor, name) = signed.map_or((Actor::Guest, None), |signed| (signed.actor, Some(signed.name)));
    let agent = request.headers().get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    let visitor = Visitor {
        actor,
        name,
        session,
        user_agent: agent.to_owned(),
        lang,
        cart,
        cart_count,
        typed: cookie(request.headers(), "isian").and_then(|id| Uuid::try_parse(id).ok()),
        said: cookie(request.headers(), "kabar").map(str::to_owned),
        order_secret: cookie(request.headers(), "kunci").map(str::to_owned),
        tracked: cookie(request.headers(), "lacak").map(str::to_owned),
        ip: forwarded_for(&state, request.headers()).unwrap_or_else(|| peer.ip().to_string()),
        path: request.uri().path_and_query().map(|path| path.as_str().to_owned()).unwrap_or_default(),
        unknown,
    };
    // Pages say so themselves. A form must not be carried out as if somebody else had sent it.
    if unknown && request.method() == Method::POST {
        return Redirect::to(&app::disturbed(came_from(request.headers()))).into_response();
    }
    request.extensions_mut().insert(visitor);
    next.run(request).await
}

/// The path of the page whose form was sent; the first one when the browser does not say.
fn came_from(headers: &HeaderMap) -> &str {
    let referer = headers.get(header::REFERER).and_then(|referer| referer.to_str().ok()).unwrap_or_default();
    let after_scheme = referer.find("://").map_or("", |at| &referer[at + 3..]);
    after_scheme.find('/').map_or("/", |at| &after_scheme[at..])
}

/// Where the visitor comes from, as our own proxy says: what stands before the last address anybody could have written.
fn forwarded_for(state: &AppState, headers: &HeaderMap) -> Option<String> {
    let line = headers.get_all("x-forwarded-for").iter().next_back().filter(|_| state.trusted_proxy)?;
    line.to_str().ok()?.rsplit(',').next().map(|address| address.trim().to_owned())
}

fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key.strip_prefix("__Host-").unwrap_or(key) == name).then_some(value))
        .filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;

    use super::came_from;

    #[test]
    fn a_form_leads_back_to_its_page() {
        for (referer, expected) in [
            ("https://sikum.go.id/checkout?kec=ambil", "/checkout?kec=ambil"),
            ("http://127.0.0.1:3000/", "/"),
            ("https://sikum.go.id", "/"),
            ("nonsense", "/"),
        ] {
            assert_eq!(
                came_from(&HeaderMap::from_iter([("referer".parse().unwrap(), referer.parse().unwrap())])),
                expected
            );
        }
        assert_eq!(came_from(&HeaderMap::new()), "/");
    }
}
