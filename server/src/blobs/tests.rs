//! Both stores keep the same promises; the S3 one against a small server that remembers what it was asked.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use tokio::net::TcpListener;

use super::*;

/// What a request said, as far as S3's rules go.
#[derive(Debug, Clone, PartialEq)]
struct Asked {
    method: Method,
    path: String,
    signed: bool,
}

/// S3 in miniature: keeps what is put, and answers only signed requests.
#[derive(Clone, Default)]
struct Simulator {
    files: Arc<Mutex<HashMap<String, Bytes>>>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Simulator {
    async fn start(&self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let site = Router::new().fallback(answer).with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, site).await });
        format!("http://{address}")
    }
}

const FILE: [(header::HeaderName, &str); 2] =
    [(header::ETAG, "\"1\""), (header::LAST_MODIFIED, "Tue, 24 Nov 2026 02:00:00 GMT")];

async fn answer(
    State(simulator): State<Simulator>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> (StatusCode, [(header::HeaderName, &'static str); 2], Bytes) {
    let path = uri.path().to_owned();
    let signature = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let signed = signature.starts_with("AWS4-HMAC-SHA256 Credential=KUNCI/")
        && signature.contains("/jakarta/s3/aws4_request")
        && signature.contains("SignedHeaders=")
        && signature.contains("Signature=")
        && headers.contains_key("x-amz-date");
    simulator.asked.lock().unwrap().push(Asked { method: method.clone(), path: path.clone(), signed });
    let mut files = simulator.files.lock().unwrap();
    let found = match method {
        _ if !signed => Err(StatusCode::FORBIDDEN),
        Method::PUT => {
            files.insert(path, body);
            Ok(Bytes::new())
        }
        Method::GET => files.get(&path).cloned().ok_or(StatusCode::NOT_FOUND),
        Method::DELETE => files.remove(&path).map(|_| Bytes::new()).ok_or(StatusCode::NOT_FOUND),
        _ => Err(StatusCode::METHOD_NOT_ALLOWED),
    };
    match found {
        Ok(body) => (StatusCode::OK, FILE, body),
        Err(status) => (status, FILE, Bytes::new()),
    }
}

fn bucket(endpoint: String) -> S3 {
    S3 {
        bucket: "foto".into(),
        prefix: "sikum/a".into(),
        endpoint: Some(endpoint),
        region: "jakarta".into(),
        access_key_id: "KUNCI".into(),
        secret_access_key: "rahasia".into(),
    }
}

async fn expect_keeps_files(store: &Blobs) {
    assert_eq!(store.get("picture/a-160.webp").await.unwrap(), None);
    store.put("picture/a-160.webp", b"pertama".to_vec()).await.unwrap();
    store.put("picture/a-160.webp", b"kedua".to_vec()).await.unwrap();
    assert_eq!(store.get("picture/a-160.webp").await.unwrap(), Some(b"kedua".to_vec()));
    for _ in 0..2 {
        store.delete("picture/a-160.webp").await.unwrap();
        assert_eq!(store.get("picture/a-160.webp").await.unwrap(), None);
    }
}

#[tokio::test]
async fn a_folder_keeps_files() {
    let folder = std::env::temp_dir().join(format!("sikum-blobs-{}", std::process::id()));
    expect_keeps_files(&Blobs::open(&Media::Folder(folder.clone())).unwrap()).await;
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn a_bucket_keeps_files_and_every_request_is_signed() {
    let simulator = Simulator::default();
    let endpoint = simulator.start().await;
    expect_keeps_files(&Blobs::open(&Media::S3(bucket(endpoint))).unwrap()).await;
    let asked = simulator.asked.lock().unwrap();
    assert!(asked.iter().all(|asked| asked.signed && asked.path == "/foto/sikum/a/picture/a-160.webp"), "{asked:?}");
    let methods: Vec<&str> = asked.iter().map(|asked| asked.method.as_str()).collect();
    assert_eq!(methods, ["GET", "PUT", "PUT", "GET", "DELETE", "GET", "DELETE", "GET"]);
}

#[tokio::test]
async fn a_bucket_that_refuses_is_an_error_and_not_a_missing_file() {
    let simulator = Simulator::default();
    let endpoint = simulator.start().await;
    let stranger = S3 { access_key_id: "ORANG".into(), ..bucket(endpoint) };
    let store = Blobs::open(&Media::S3(stranger)).unwrap();
    assert!(store.get("a").await.is_err());
    assert!(store.put("a", vec![1]).await.is_err());
    assert!(store.delete("a").await.is_err());
}
