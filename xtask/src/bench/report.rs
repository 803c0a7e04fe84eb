//! What was measured, for people and for machines.

use serde_json::{Value, json};

use super::load::Measured;

/// What is wanted of a measurement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Wanted {
    /// Nothing was promised.
    Nothing,
    /// So many jobs a second.
    PerSecond(f64),
    /// So many milli-seconds for 99 of 100.
    Within(f64),
    /// So many seconds for all of them together.
    All(f64),
}

impl std::fmt::Display for Wanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Wanted::Nothing => f.pad("-"),
            Wanted::PerSecond(wanted) => f.pad(&format!("{wanted}/s")),
            Wanted::All(wanted) => f.pad(&format!("all {wanted} s")),
            Wanted::Within(wanted) => f.pad(&format!("p99 {wanted}")),
        }
    }
}

/// One measurement, and what is wanted of it.
#[derive(Debug)]
pub struct Line {
    /// `sqlite` or `postgres`.
    pub database: &'static str,
    /// What was done.
    pub what: &'static str,
    /// What is wanted of it.
    pub wanted: Wanted,
    /// What was measured.
    pub measured: Measured,
    /// The most memory of the server so far, bytes.
    pub memory: u64,
}

/// Prints the head of the table.
pub fn head() {
    println!(
        "{:<9} {:<9} {:>9} {:>9} {:>9} {:>9} {:>9} {:>7} {:>9} {:>9}",
        "database", "what", "per s", "wanted", "p50 ms", "p99 ms", "max ms", "errors", "KB each", "RSS MB"
    );
}

impl Line {
    /// Prints the line of the table.
    pub fn print(&self) {
        let Self { measured, .. } = self;
        println!(
            "{:<9} {:<9} {:>9.0} {:>9} {:>9.2} {:>9.2} {:>9.2} {:>7} {:>9.1} {:>9.1}",
            self.database,
            self.what,
            measured.per_second(),
            self.wanted,
            measured.time(0.5),
            measured.time(0.99),
            measured.time(1.0),
            measured.errors,
            measured.bytes as f64 / measured.requests.max(1) as f64 / 1000.0,
            self.memory as f64 / 1e6,
        );
        if let Some(error) = &measured.first_error {
            println!("          first error: {error}");
        }
    }

    /// The same for machines.
    pub fn json(&self) -> Value {
        let Self { measured, .. } = self;
        json!({
            "database": self.database,
            "what": self.what,
            "per_second": measured.per_second(),
            "wanted": self.wanted.to_string(),
            "p50_ms": measured.time(0.5),
            "p99_ms": measured.time(0.99),
            "max_ms": measured.time(1.0),
            "done": measured.done,
            "requests": measured.requests,
            "bytes": measured.bytes,
            "errors": measured.errors,
            "seconds": measured.seconds,
            "server_rss_bytes": self.memory,
        })
    }
}
