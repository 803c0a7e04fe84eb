//! What HTTP promises about files and pages.

use std::fs;

use platform::testing::Kind;

use crate::process::Process;

const HASHED: &str = "/pkg/app.0123456789abcdef.css";

/// A server whose site has a style sheet with its compressed copies.
fn with_files() -> Process {
    let process = Process::start(Kind::Sqlite);
    let file = process.folder.join("site").join(&HASHED[1..]);
    fs::write(&file, "plain".repeat(100)).unwrap();
    fs::write(file.with_extension("css.br"), "brotli").unwrap();
    fs::write(file.with_extension("css.gz"), "gzip").unwrap();
    fs::write(process.folder.join("site").join("favicon.svg"), "<svg/>").unwrap();
    process.serving()
}

#[test]
fn files_come_compressed_as_the_browser_can_take_them() {
    let process = with_files();
    for (accept, coding, body) in
        [("gzip, deflate, br, zstd", "br", "brotli"), ("gzip", "gzip", "gzip"), ("identity", "", "plain")]
    {
        let mut client = process.client();
        client.headers = format!("Accept-Encoding: {accept}\r\n");
        let file = client.get(HASHED).unwrap();
        assert_eq!(
            (file.status, file.header("content-encoding"), file.header("content-type")),
            (200, coding, "text/css")
        );
        assert!(file.text().starts_with(body), "{accept}");
        assert!(file.header("vary").contains("accept-encoding"), "{}", file.head);
    }
}

#[test]
fn hashed_files_are_kept_for_ever_and_others_are_asked_for_again() {
    let process = with_files();
    let mut client = process.client();
    let hashed = client.get(HASHED).unwrap();
    assert_eq!(hashed.header("cache-control"), "public, max-age=31536000, immutable");
    let named = client.get("/favicon.svg").unwrap();
    assert_eq!(named.header("cache-control"), "no-cache");
    let modified = named.header("last-modified").to_owned();
    assert!(!modified.is_empty());
    client.headers = format!("If-Modified-Since: {modified}\r\n");
    let again = client.get("/favicon.svg").unwrap();
    assert_eq!((again.status, again.body.len()), (304, 0));
    client.headers.clear();
    let unknown = client.get("/pkg/app.ffffffffffffffff.css").unwrap();
    assert_eq!((unknown.status, unknown.header("cache-control")), (404, "no-cache"));
}

#[test]
fn pages_are_compressed_on_the_way_and_never_kept() {
    let process = with_files();
    let mut client = process.client();
    let plain = client.get("/produk").unwrap();
    assert_eq!((plain.header("content-encoding"), plain.header("cache-control")), ("", "private, no-cache"));
    client.headers = "Accept-Encoding: gzip, br\r\n".to_owned();
    let packed = client.get("/produk").unwrap();
    assert_eq!(packed.header("content-encoding"), "br");
    assert!(packed.header("vary").contains("accept-encoding"), "{}", packed.head);
    assert!(packed.body.len() * 5 < plain.body.len(), "{} of {}", packed.body.len(), plain.body.len());
    let picture =
        plain.text().split_once("/media/").and_then(|(_, rest)| rest.split_once(".webp")).unwrap().0.to_owned();
    let picture = client.get(&format!("/media/{picture}.webp")).unwrap();
    assert_eq!((picture.status, picture.header("content-encoding")), (200, ""));
    assert_eq!(picture.header("cache-control"), "public, max-age=31536000, immutable");
}

#[test]
fn asking_for_the_head_answers_the_head() {
    let process = with_files();
    let mut client = process.client();
    for (path, status) in
        [("/", 200), ("/produk", 200), (HASHED, 200), ("/healthz", 200), ("/robots.txt", 200), ("/nowhere", 404)]
    {
        let head = client.send("HEAD", path, None).unwrap();
        assert_eq!((head.status, head.body.len()), (status, 0), "{path}");
        assert_eq!(head.header("content-type"), client.get(path).unwrap().header("content-type"), "{path}");
    }
}

#[test]
fn every_answer_has_an_id_that_the_log_has_too() {
    let process = with_files();
    let mut client = process.client();
    let page = client.get("/produk").unwrap();
    let id = page.header("x-request-id");
    assert_eq!(id.len(), 36);
    assert!(process.log().contains(id), "{}", process.log());
    assert_ne!(client.get("/produk").unwrap().header("x-request-id"), id);
}
