//! The built files: hashed ones under `/pkg` are kept by browsers for ever, the others are asked for again.

use std::collections::HashMap;
use std::path::Path;

use axum::Router;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderValue, VARY};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use tower_http::services::{ServeDir, ServeFile};

use crate::router::AppState;

/// Reads the build's manifest and routes its files: `/pkg/...` and the few at the root (favicon, manifest, worker).
///
/// # Errors
/// When the folder is not there or was not written by `cargo xtask build`.
pub fn open(folder: &Path) -> Result<Router<AppState>, String> {
    let manifest = folder.join("assets.json");
    let unreadable = |error: &dyn std::fmt::Display| {
        format!("cannot read {}: {error}; run `cargo xtask build`, or set SITE_DIR", manifest.display())
    };
    let text = std::fs::read_to_string(&manifest).map_err(|error| unreadable(&error))?;
    let paths: HashMap<String, String> = serde_json::from_str(&text).map_err(|error| unreadable(&error))?;
    app::assets::register(paths);
    let hashed = ServeDir::new(folder.join("pkg")).precompressed_br().precompressed_gzip();
    let mut router = Router::new().nest_service("/pkg", hashed);
    for entry in std::fs::read_dir(folder).map_err(|error| unreadable(&error))?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let internal = name == "assets.json" || name.ends_with(".br") || name.ends_with(".gz");
        if entry.path().is_file() && !internal {
            let file = ServeFile::new(entry.path()).precompressed_br().precompressed_gzip();
            router = router.route_service(&format!("/{name}"), file);
        }
    }
    Ok(router.layer(from_fn(keep)))
}

async fn keep(request: Request, next: Next) -> Response {
    let hashed = request.uri().path().starts_with("/pkg/");
    let policy = policy(request.uri().path());
    let mut response = next.run(request).await;
    let value =
        if hashed && response.status().is_success() { "public, max-age=31536000, immutable" } else { "no-cache" };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(value));
    // A shared cache must not hand a compressed copy to somebody who cannot read it.
    response.headers_mut().insert(VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(policy) = policy {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    }
    response
}

/// What files may load that load something; the others may nothing.
fn policy(path: &str) -> Option<&'static str> {
    match path {
        // What the worker fetches for pages counts as its own.
        "/sw.js" => Some("default-src 'none'; connect-src 'self'"),
        // The page for when there is no network.
        page if page.ends_with(".html") => {
            Some("default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'")
        }
        _ => None,
    }
}
