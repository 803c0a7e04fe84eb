//! What all server functions behind plain HTML forms share: post, do, redirect, get.

use http::header::{HeaderValue, LOCATION, SET_COOKIE};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

/// Sends the browser on with GET (303), so that reloading the next page repeats nothing.
pub fn go_to(path: &str) {
    let response = expect_context::<ResponseOptions>();
    response.set_status(http::StatusCode::SEE_OTHER);
    // What cannot stand in a header leads home.
    response.insert_header(LOCATION, HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/")));
}

/// A path on this site, for going back; anything else leads home.
pub fn local_path(path: &str) -> &str {
    if path.starts_with('/') && !path.starts_with("//") && !path.contains('\\') { path } else { "/" }
}

/// Keeps a value in the browser. Only HTTPS may carry it where the site is served over HTTPS.
pub fn set_cookie(name: &str, value: &str, seconds: i64) {
    let secure = crate::site::site().public_url.starts_with("https:");
    let prefix = if secure { "__Host-" } else { "" };
    let ending = if secure { "; Secure" } else { "" };
    let text = format!("{prefix}{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{ending}");
    if let Ok(value) = HeaderValue::from_str(&text) {
        expect_context::<ResponseOptions>().append_header(SET_COOKIE, value);
    }
}

#[cfg(test)]
mod tests {
    use super::local_path;

    #[test]
    fn only_paths_of_this_site_are_gone_back_to() {
        for (given, expected) in [
            ("/produk?q=a", "/produk?q=a"),
            ("//evil.example", "/"),
            ("https://evil.example", "/"),
            ("/\\evil", "/"),
            ("", "/"),
        ] {
            assert_eq!(local_path(given), expected);
        }
    }
}
