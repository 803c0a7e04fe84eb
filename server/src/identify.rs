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
use platform::db::DbError;
use platform::shop::cart::{find_cart, find_own_cart};
use uuid::Uuid;

use crate::router::AppState;

/// Puts a [`Visitor`] into the request. A guest without cookies costs no query.
pub async fn identify(
    State(state): State<AppState>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    mut request: Request,
    next: Next,
) -> Response {
    let headers = request.headers();
    let https = state.public_url.starts_with("https:");
    let cookie = |name: &str| app::find_cookie(headers, name, https).map(str::to_owned);
    let lang = match cookie("bahasa").as_deref() {
        Some("en") => Lang::En,
        _ => Lang::Id,
    };
    let mut unknown = false;
    let session = cookie("sesi");
    let signed = match &session {
        Some(token) => found(find_session(&state.platform, token).await, &mut unknown),
        None => None,
    };
    let must_set_up = signed.as_ref().is_some_and(|signed| signed.must_set_up);
    let (actor, name) = signed.map_or((Actor::Guest, None), |signed| (signed.actor, Some(signed.name)));
    let cart = match (actor.id(), cookie("keranjang")) {
        (Some(account), _) => found(find_own_cart(&state.platform, account).await, &mut unknown),
        (None, Some(token)) => found(find_cart(&state.platform, &token).await, &mut unknown),
        (None, None) => None,
    };
    let (cart, cart_count) = cart.map_or((None, 0), |(cart, count)| (Some(cart), count));
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    let visitor = Visitor {
        actor,
        name,
        must_set_up,
        session,
        user_agent: agent.to_owned(),
        lang,
        cart,
        cart_count,
        typed: cookie("isian").and_then(|id| Uuid::try_parse(&id).ok()),
        said: cookie("kabar"),
        order_secret: cookie("kunci"),
        tracked: cookie("lacak"),
        case_keys: keys(cookie("izin")),
        complaint_keys: keys(cookie("pengaduan")),
        class_keys: keys(cookie("kelas")),
        ip: forwarded_for(&state, headers).unwrap_or_else(|| peer.ip().to_string()),
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

/// The keys that a cookie holds.
fn keys(cookie: Option<String>) -> Vec<String> {
    cookie.iter().flat_map(|keys| keys.split('.')).map(str::to_owned).collect()
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

/// What was found; nothing, with a line in the log, when the database did not answer: who is asking is unknown then.
fn found<T>(result: Result<Option<T>, DbError>, unknown: &mut bool) -> Option<T> {
    result.unwrap_or_else(|error| {
        tracing::error!(?error, "session or cart cannot be read");
        *unknown = true;
        None
    })
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
