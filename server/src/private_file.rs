//! A file that only some may see: shown, never kept by anybody, and nothing in it runs.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

/// What such a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A picture that we coded ourselves.
    Webp,
    /// A PDF as it was uploaded.
    Pdf,
}

/// Shows a file under a name without an ending.
pub fn show(kind: Kind, name: &str, bytes: Vec<u8>) -> Response {
    // A sandboxed PDF is not shown by browsers: their viewers, which run nothing of ours, count as plug-ins.
    let (mime, ending, policy) = match kind {
        Kind::Webp => ("image/webp", "webp", "default-src 'none'; sandbox"),
        Kind::Pdf => ("application/pdf", "pdf", "default-src 'none'; frame-ancestors 'self'"),
    };
    let name = format!("inline; filename=\"{name}.{ending}\"");
    let name = HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("inline"));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(mime)),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy)),
        (header::X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    (headers, bytes).into_response()
}
