//! `/metrics` for Prometheus: what the process did and what is waiting. Counts only, never a word that a person typed:
//! a route is labelled by its pattern, everything unknown by `-`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use platform::{Platform, backlog, secret};

use crate::router::AppState;

/// Upper ends of the histogram. Micro-seconds.
const BUCKETS: [u64; 9] = [1_000, 2_500, 5_000, 10_000, 25_000, 100_000, 500_000, 2_500_000, 10_000_000];

/// Who may read `/metrics`.
#[derive(Clone, PartialEq, Eq)]
pub enum Readers {
    /// Who sends this token: `Authorization: Bearer ...`.
    Token(String),
    /// Everybody on this machine.
    ThisMachine,
    /// Nobody.
    Nobody,
}

impl std::fmt::Debug for Readers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Readers::Token(_) => "Token(...)",
            Readers::ThisMachine => "ThisMachine",
            Readers::Nobody => "Nobody",
        })
    }
}

/// Counts of answered requests.
#[derive(Debug, Default)]
pub struct Metrics {
    routes: Mutex<BTreeMap<Key, Series>>,
    in_flight: AtomicI64,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    route: String,
    method: &'static str,
    /// The first digit of the status.
    class: u16,
}

#[derive(Debug, Default)]
struct Series {
    count: u64,
    micros: u64,
    /// Requests up to each end of [`BUCKETS`], not added up.
    buckets: [u64; BUCKETS.len()],
}

/// A request that is being answered; dropped, also when the visitor has gone, it is not in flight any more.
#[derive(Debug)]
pub struct InFlight<'m>(&'m Metrics);

impl Drop for InFlight<'_> {
    fn drop(&mut self) {
        self.0.in_flight.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Metrics {
    /// A request has begun.
    pub fn begin(&self) -> InFlight<'_> {
        self.in_flight.fetch_add(1, Ordering::Relaxed);
        InFlight(self)
    }

    /// A request was answered.
    pub fn answered(&self, method: &Method, route: String, status: u16, took: Duration) {
        let key = Key { route, method: name(method), class: status / 100 };
        let micros = took.as_micros() as u64;
        let mut routes = self.routes.lock().unwrap_or_else(PoisonError::into_inner);
        let series = routes.entry(key).or_default();
        series.count += 1;
        series.micros += micros;
        if let Some(bucket) = BUCKETS.iter().position(|end| micros <= *end) {
            series.buckets[bucket] += 1;
        }
    }

    fn write(&self, text: &mut String) {
        let routes = self.routes.lock().unwrap_or_else(PoisonError::into_inner);
        head(text, "sikum_http_requests_total", "counter", "Requests answered.");
        for (key, series) in routes.iter() {
            let _ = writeln!(text, "sikum_http_requests_total{{{key}}} {}", series.count);
        }
        head(text, "sikum_http_request_seconds", "histogram", "Time until an answer begins.");
        for (key, series) in routes.iter() {
            let mut sum = 0;
            for (end, count) in BUCKETS.iter().zip(series.buckets) {
                sum += count;
                let _ = writeln!(text, "sikum_http_request_seconds_bucket{{{key},le=\"{}\"}} {sum}", seconds(*end));
            }
            let _ = writeln!(text, "sikum_http_request_seconds_bucket{{{key},le=\"+Inf\"}} {}", series.count);
            let _ = writeln!(text, "sikum_http_request_seconds_sum{{{key}}} {}", seconds(series.micros));
            let _ = writeln!(text, "sikum_http_request_seconds_count{{{key}}} {}", series.count);
        }
        gauge(text, "sikum_http_in_flight", "Requests being answered.", self.in_flight.load(Ordering::Relaxed));
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "route=\"{}\",method=\"{}\",status=\"{}xx\"", self.route, self.method, self.class)
    }
}

/// Anybody can make up a method: only those that are used get a label.
fn name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    }
}

fn seconds(micros: u64) -> f64 {
    micros as f64 / 1e6
}

fn head(text: &mut String, name: &str, kind: &str, help: &str) {
    let _ = writeln!(text, "# HELP {name} {help}\n# TYPE {name} {kind}");
}

fn gauge(text: &mut String, name: &str, help: &str, value: i64) {
    head(text, name, "gauge", help);
    let _ = writeln!(text, "{name} {value}");
}

/// `/metrics`.
pub fn routes() -> Router<AppState> {
    Router::new().route("/metrics", get(show))
}

async fn show(
    State(state): State<AppState>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
) -> Response {
    if !may_read(&state.metrics_readers, peer, &headers) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let mut text = String::new();
    state.metrics.write(&mut text);
    gauge(&mut text, "sikum_live_pages", "Open pages of cases that are told what happens.", state.pages.count() as i64);
    write_database(&state.platform, &mut text).await;
    write_process(&mut text);
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response()
}

fn may_read(readers: &Readers, peer: SocketAddr, headers: &HeaderMap) -> bool {
    match readers {
        Readers::Token(token) => {
            let sent = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
            // Hashes are compared: how long that takes says nothing about the token.
            sent.and_then(|sent| sent.strip_prefix("Bearer "))
                .is_some_and(|sent| secret::hash(sent) == secret::hash(token))
        }
        Readers::ThisMachine => peer.ip().is_loopback(),
        Readers::Nobody => false,
    }
}

async fn write_database(platform: &Platform, text: &mut String) {
    head(text, "sikum_database_connections", "gauge", "Open connections, and how many of them are idle.");
    for pool in platform.db.pools() {
        let (name, busy) = (pool.name, pool.open.saturating_sub(pool.idle));
        let _ = writeln!(text, "sikum_database_connections{{pool=\"{name}\",state=\"idle\"}} {}", pool.idle);
        let _ = writeln!(text, "sikum_database_connections{{pool=\"{name}\",state=\"busy\"}} {busy}");
    }
    let found = backlog::find(platform).await;
    gauge(text, "sikum_database_up", "Whether the database answers.", i64::from(found.is_ok()));
    let Ok(found) = found else { return };
    gauge(text, "sikum_outbox_waiting", "Messages not sent yet.", found.messages_waiting);
    gauge(text, "sikum_outbox_failed", "Messages of the last week that could not be sent.", found.messages_failed);
    gauge(text, "sikum_pictures_pending", "Uploaded pictures not yet made smaller.", found.pictures_pending);
    gauge(
        text,
        "sikum_deadlines_overdue",
        "Deadlines that the worker should have carried out.",
        found.deadlines_overdue,
    );
}

/// What Linux says about this process; elsewhere nothing.
fn write_process(text: &mut String) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB"));
    if let Some(kilobytes) = resident.and_then(|number| number.parse::<i64>().ok()) {
        gauge(text, "process_resident_memory_bytes", "Memory in use.", kilobytes * 1024);
    }
    if let Ok(open) = std::fs::read_dir("/proc/self/fd") {
        gauge(text, "process_open_fds", "Open files and connections.", open.count() as i64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(metrics: &Metrics) -> String {
        let mut text = String::new();
        metrics.write(&mut text);
        text
    }

    #[test]
    fn requests_are_counted_by_route_method_and_class() {
        let metrics = Metrics::default();
        let answered = |method: Method, status, micros| {
            metrics.answered(&method, "/produk/{slug}".into(), status, Duration::from_micros(micros));
        };
        answered(Method::GET, 200, 900);
        answered(Method::GET, 200, 1_500);
        answered(Method::GET, 200, 60_000_000);
        answered(Method::GET, 404, 10);
        answered(Method::from_bytes(b"MADEUP").unwrap(), 405, 10);
        let text = written(&metrics);
        for line in [
            "sikum_http_requests_total{route=\"/produk/{slug}\",method=\"GET\",status=\"2xx\"} 3",
            "sikum_http_requests_total{route=\"/produk/{slug}\",method=\"GET\",status=\"4xx\"} 1",
            "sikum_http_requests_total{route=\"/produk/{slug}\",method=\"other\",status=\"4xx\"} 1",
            "sikum_http_request_seconds_bucket{route=\"/produk/{slug}\",method=\"GET\",status=\"2xx\",le=\"0.001\"} 1",
            "sikum_http_request_seconds_bucket{route=\"/produk/{slug}\",method=\"GET\",status=\"2xx\",le=\"0.0025\"} 2",
            "sikum_http_request_seconds_bucket{route=\"/produk/{slug}\",method=\"GET\",status=\"2xx\",le=\"10\"} 2",
            "sikum_http_request_seconds_bucket{route=\"/produk/{slug}\",method=\"GET\",status=\"2xx\",le=\"+Inf\"} 3",
            "sikum_http_request_seconds_sum{route=\"/produk/{slug}\",method=\"GET\",status=\"2xx\"} 60.0024",
        ] {
            assert!(text.lines().any(|written| written == line), "{line} is missing in\n{text}");
        }
    }

    #[test]
    fn a_request_that_is_dropped_is_not_in_flight_any_more() {
        let metrics = Metrics::default();
        let first = metrics.begin();
        assert!(written(&metrics).contains("sikum_http_in_flight 1\n"));
        drop(first);
        assert!(written(&metrics).contains("sikum_http_in_flight 0\n"));
    }

    #[test]
    fn only_those_who_may_read() {
        let (here, there) = ("127.0.0.1:9".parse().unwrap(), "10.0.0.9:9".parse().unwrap());
        let with = |text: &str| HeaderMap::from_iter([(header::AUTHORIZATION, text.parse().unwrap())]);
        let none = HeaderMap::new();
        assert!(may_read(&Readers::ThisMachine, here, &none));
        assert!(!may_read(&Readers::ThisMachine, there, &none));
        assert!(!may_read(&Readers::Nobody, here, &none));
        let token = Readers::Token("rahasia".into());
        assert!(may_read(&token, there, &with("Bearer rahasia")));
        for refused in [none, with("Bearer salah"), with("rahasia"), with("Bearer ")] {
            assert!(!may_read(&token, here, &refused), "{refused:?}");
        }
    }
}
