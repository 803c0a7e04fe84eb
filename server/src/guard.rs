//! Protection that every request passes through.

use axum::extract::{Request, State};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Lets a changing request through only when it comes from our own pages (cross-site request forgery).
/// Browsers send `Sec-Fetch-Site`; older ones at least `Origin`. A request with neither is no browser's and carries
/// no visitor's cookies, so it may pass.
pub async fn same_origin(request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) || is_ours(request.headers()) {
        return next.run(request).await;
    }
    (StatusCode::FORBIDDEN, "Permintaan ini tidak datang dari situs kami. / This request did not come from our site.")
        .into_response()
}

fn is_ours(headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text(HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    match text(header::ORIGIN) {
        Some(origin) => {
            let host = origin.split_once("://").map(|(_, host)| host);
            host.is_some() && host == text(header::HOST)
        }
        None => true,
    }
}

/// Whether the site is served over HTTPS: then browsers are told to insist on it.
#[derive(Debug, Clone, Copy)]
pub struct Https(pub bool);

/// Headers that make a browser careful. A page brings its own content policy with its nonce; everything else gets
/// the strictest.
pub async fn safe_headers(State(https): State<Https>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let set = |headers: &mut HeaderMap, name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    // A page is this visitor's, and prices and stock move: it is asked for again.
    set(headers, header::CACHE_CONTROL, "private, no-cache");
    set(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(headers, header::REFERRER_POLICY, "same-origin");
    set(headers, header::X_FRAME_OPTIONS, "DENY");
    set(headers, HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    // A page that scans says that it may use the camera.
    let policy = "camera=(), geolocation=(), microphone=(), payment=()";
    set(headers, HeaderName::from_static("permissions-policy"), policy);
    if https.0 {
        set(headers, header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
    set(headers, header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'");
    response
}

#[cfg(test)]
mod tests {
    use super::is_ours;
    use axum::http::HeaderMap;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn only_our_own_pages_may_change_anything() {
        for (given, expected) in [
            (vec![("sec-fetch-site", "same-origin")], true),
            (vec![("sec-fetch-site", "none")], true),
            (vec![("sec-fetch-site", "cross-site")], false),
            (vec![("sec-fetch-site", "same-site")], false),
            (vec![("origin", "https://sikum.go.id"), ("host", "sikum.go.id")], true),
            (vec![("origin", "https://evil.example"), ("host", "sikum.go.id")], false),
            (vec![("origin", "null"), ("host", "sikum.go.id")], false),
            (vec![("host", "sikum.go.id")], true),
        ] {
            assert_eq!(is_ours(&headers(&given)), expected, "{given:?}");
        }
    }
}
