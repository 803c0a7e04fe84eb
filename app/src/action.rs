//! What all server functions behind plain HTML forms share: post, do, redirect, get.

use http::header::{ACCEPT, COOKIE, HeaderMap, HeaderName, HeaderValue, LOCATION, SET_COOKIE};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use platform::Platform;
use platform::db::DbError;
use platform::flash::{self, Refused};
use uuid::Uuid;

use crate::sending::NEXT_PAGE;
use crate::visitor::with_visitor;

/// Sends the browser on with GET (303), so that reloading the next page repeats nothing. An island's call is not sent
/// on: it gets the answer of its server function, and one that sends a form the address.
pub fn go_to(path: &str) {
    // What cannot stand in a header leads home.
    let path = HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/"));
    let asked = with_context::<http::request::Parts, _>(|parts| parts.headers.contains_key(NEXT_PAGE));
    if asked.unwrap_or(false) {
        expect_context::<ResponseOptions>().insert_header(HeaderName::from_static(NEXT_PAGE), path);
    } else if is_form_post() {
        let response = expect_context::<ResponseOptions>();
        response.set_status(http::StatusCode::SEE_OTHER);
        response.insert_header(LOCATION, path);
    }
}

/// A path on this site, for going back; anything else leads home.
pub fn local_path(path: &str) -> &str {
    // Browsers read a backslash as a slash and leave tabs out.
    let strange = path.contains(|c: char| c == '\\' || c.is_control());
    if path.starts_with('/') && !path.starts_with("//") && !strange { path } else { "/" }
}

/// A text as a value in the query of an address.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => escaped.push(byte as char),
            b' ' => escaped.push('+'),
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}

/// Keeps a value in the browser. Only HTTPS may carry it where the site is served over HTTPS.
pub fn set_cookie(name: &str, value: &str, seconds: i64) {
    let secure = is_https();
    let prefix = if secure { "__Host-" } else { "" };
    let ending = if secure { "; Secure" } else { "" };
    let text = format!("{prefix}{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{ending}");
    if let Ok(value) = HeaderValue::from_str(&text) {
        expect_context::<ResponseOptions>().append_header(SET_COOKIE, value);
    }
}

fn is_https() -> bool {
    crate::site::site().public_url.starts_with("https:")
}

/// A value that this site keeps in the browser. Over HTTPS only one with the prefix counts: browsers take it from
/// nobody but us.
pub fn find_cookie<'h>(headers: &'h HeaderMap, name: &str, https: bool) -> Option<&'h str> {
    let prefix = if https { "__Host-" } else { "" };
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key.strip_prefix(prefix) == Some(name)).then_some(value))
        .filter(|value| !value.is_empty())
}

/// As [`find_cookie`], of this request.
pub fn cookie(name: &str) -> Option<String> {
    let https = is_https();
    with_context::<http::request::Parts, _>(|parts| find_cookie(&parts.headers, name, https).map(str::to_owned))
        .flatten()
}

/// Whether a browser sent a plain form, rather than an island calling.
fn is_form_post() -> bool {
    with_context::<http::request::Parts, _>(|parts| {
        parts
            .headers
            .get(ACCEPT)
            .and_then(|accept| accept.to_str().ok())
            .is_some_and(|accept| accept.contains("text/html"))
    })
    .unwrap_or(false)
}

/// The cookie that carries a short word to the next page.
const SAID: &str = "kabar";

/// What the next page says first, once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// Changes are saved.
    Saved,
    /// It worked.
    Done,
    /// It is on its way.
    Sent,
    /// It is gone.
    Removed,
    /// It was done before: the form came twice.
    Already,
}

impl Word {
    const ALL: [Word; 5] = [Word::Saved, Word::Done, Word::Sent, Word::Removed, Word::Already];

    const fn as_str(self) -> &'static str {
        match self {
            Word::Saved => "tersimpan",
            Word::Done => "berhasil",
            Word::Sent => "terkirim",
            Word::Removed => "terhapus",
            Word::Already => "sudah",
        }
    }

    /// Reads what the cookie carries.
    pub fn parse(text: &str) -> Option<Self> {
        Word::ALL.into_iter().find(|word| word.as_str() == text)
    }
}

/// Sends the browser on after something worked; the next page with a [`crate::ui::Said`] says so. What a refused form
/// kept is forgotten.
pub fn done(word: Word, path: &str) {
    set_cookie(SAID, word.as_str(), 60);
    forget_refused();
    go_to(path);
}

/// Takes the word that was carried here: it is said once.
pub fn take_word() -> Option<Word> {
    let word = with_visitor(|visitor| visitor.said.as_deref().and_then(Word::parse)).flatten()?;
    set_cookie(SAID, "", 0);
    Some(word)
}

/// The cookie that remembers a refused form.
const TYPED: &str = "isian";

/// Sends the browser back to a form with what was typed and what was wrong. When even that cannot be kept, a page says
/// so, and leads back to the form as soon as it can.
pub async fn refuse(form: &str, values: &[(&str, &str)], errors: Vec<(&str, String)>, back: &str) {
    let platform = expect_context::<Platform>();
    let refused = Refused {
        form: form.to_owned(),
        values: values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        errors: errors.into_iter().map(|(name, error)| (name.to_owned(), error)).collect(),
    };
    match flash::keep(&platform, &refused).await {
        Ok(id) => set_cookie(TYPED, &id.simple().to_string(), flash::KEPT),
        Err(error) => {
            leptos::logging::error!("a refused form cannot be kept: {error:?}");
            return go_to(&disturbed(back));
        }
    }
    go_to(back);
}

/// The page that says that nothing can be changed now; it leads to `back` as soon as it can.
pub fn disturbed(back: &str) -> String {
    format!("/gangguan?kembali={}", escape(back))
}

/// Forgets the refused form: it went through.
pub fn forget_refused() {
    if with_visitor(|visitor| visitor.typed).flatten().is_some() {
        set_cookie(TYPED, "", 0);
    }
}

/// What was typed and wrong when this form was sent last; empty for a fresh form.
pub async fn recall(platform: &Platform, typed: Option<Uuid>, form: &str) -> Result<Refused, DbError> {
    match typed {
        Some(id) => Ok(flash::recall(platform, id, form).await?.unwrap_or_default()),
        None => Ok(Refused::default()),
    }
}

#[cfg(test)]
mod tests {
    use super::{find_cookie, local_path};
    use http::HeaderMap;

    #[test]
    fn over_https_only_cookies_that_nobody_else_can_set_are_read() {
        let mut headers = HeaderMap::new();
        headers.insert("cookie", "sesi=theirs; __Host-sesi=ours; kosong=".parse().unwrap());
        assert_eq!(find_cookie(&headers, "sesi", true), Some("ours"));
        assert_eq!(find_cookie(&headers, "sesi", false), Some("theirs"));
        assert_eq!(find_cookie(&headers, "kosong", false), None);
    }

    #[test]
    fn only_paths_of_this_site_are_gone_back_to() {
        for (given, expected) in [
            ("/produk?q=a", "/produk?q=a"),
            ("//evil.example", "/"),
            ("https://evil.example", "/"),
            ("/\\evil", "/"),
            ("/\t/evil.example", "/"),
            ("", "/"),
        ] {
            assert_eq!(local_path(given), expected);
        }
    }
}
