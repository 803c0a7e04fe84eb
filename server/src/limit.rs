//! How much may be sent. A form without files is small; only the endpoints that take files take more, and read it
//! piece by piece.

use app::UPLOADS;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::{BodyExt, Limited};

/// Without files. Bytes.
const FORM: usize = 256 * 1024;
/// With files: a product's eight pictures of 10 MB. Bytes.
const FILES: usize = 84 * 1024 * 1024;
/// The page that says that it was too much.
const TOO_LARGE: &str = "/terlalu-besar";

/// Lets a request through whose body is not larger than its endpoint takes; otherwise a page says so.
pub async fn limit(request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let takes_files = UPLOADS.contains(&request.uri().path());
    if takes_files && !is_multipart(request.headers()) {
        return (StatusCode::UNSUPPORTED_MEDIA_TYPE, "multipart/form-data").into_response();
    }
    let most = if takes_files { FILES } else { FORM };
    if announced(request.headers()).is_some_and(|length| length > most) {
        return too_large(request).await;
    }
    next.run(request.map(|body| Body::new(Limited::new(body, most)))).await
}

fn announced(headers: &HeaderMap) -> Option<usize> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

fn is_multipart(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.starts_with("multipart/form-data") && kind.contains("boundary=")
}

/// Sends a browser on to the page that says it. A browser listens only when it could send everything, so what it sends
/// is read and thrown away, up to a bound.
async fn too_large(request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let mut body = Limited::new(body, FILES);
    while let Some(Ok(_)) = body.frame().await {}
    let accept = parts.headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    if accept.contains("text/html") {
        return (StatusCode::SEE_OTHER, [(header::LOCATION, TOO_LARGE)]).into_response();
    }
    StatusCode::PAYLOAD_TOO_LARGE.into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::Router;
    use axum::body::Bytes;
    use axum::middleware::from_fn;
    use axum::routing::post;
    use tower::ServiceExt;

    async fn send(path: &str, kind: &str, length: usize) -> (StatusCode, String) {
        answer(path, kind, length, "*/*").await
    }

    async fn answer(path: &str, kind: &str, length: usize, accept: &str) -> (StatusCode, String) {
        let site = Router::new()
            .route("/aksi/masuk", post(|body: Bytes| async move { body.len().to_string() }))
            .route(UPLOADS[0], post(|body: Body| async move { body.collect().await.map(|_| "taken").unwrap_or("cut") }))
            .layer(from_fn(limit));
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, kind)
            .header(header::CONTENT_LENGTH, length)
            .header(header::ACCEPT, accept)
            .body(Body::from(vec![b'a'; length]))
            .unwrap();
        let response = site.oneshot(request).await.unwrap();
        let status = response.status();
        let text = response.into_body().collect().await.unwrap().to_bytes();
        (status, String::from_utf8_lossy(&text).into_owned())
    }

    const FILE: &str = "multipart/form-data; boundary=x";

    #[tokio::test]
    async fn only_uploads_may_be_large() {
        let form = "application/x-www-form-urlencoded";
        assert_eq!(send("/aksi/masuk", form, FORM).await, (StatusCode::OK, FORM.to_string()));
        assert_eq!(send("/aksi/masuk", form, FORM + 1).await.0, StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(answer("/aksi/masuk", form, FORM + 1, "text/html").await.0, StatusCode::SEE_OTHER);
        assert_eq!(send(UPLOADS[0], FILE, FORM + 1).await, (StatusCode::OK, "taken".into()));
        assert_eq!(send(UPLOADS[0], FILE, FILES + 1).await.0, StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(send(UPLOADS[0], form, 10).await.0, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
}
