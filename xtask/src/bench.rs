//! Measuring the built site.

pub mod client;
mod http;
mod lighthouse;
mod load;
mod permits;
mod plan;
mod purchase;
mod register;
mod report;
mod training;

use anyhow::{Result, bail};

/// What `bench` knows.
pub const HELP: &str = "\
cargo xtask bench http [--products N] [--database sqlite|postgres|both] [--seconds S] [--json FILE] [--br]
  requests a second, times and memory of the release build on a new database of N products (5000), on 16 connections
  for S seconds (8) each, after a warm-up; --br asks for compressed pages
cargo xtask bench permits [--cases N] [--database sqlite|postgres|both] [--seconds S] [--json FILE] [--br]
  the same for the officers' inbox and the tracker, with N cases (200,000), four people at a time
cargo xtask bench training [--people N] [--seats N] [--database sqlite|postgres|both] [--seconds S] [--json FILE]
  registration for a class with so many seats (100) opens, and so many people (2,000) send the form at one moment; fails
  when somebody is not answered within S seconds (10), or when seats or places in line are not exactly what they must be
cargo xtask bench lighthouse [--json FILE]
  Lighthouse with its phone profile on home, list and product; needs Node.js and Chromium";

/// Runs what the arguments name.
pub fn bench(arguments: &[String]) -> Result<()> {
    match arguments.split_first() {
        Some((what, rest)) if what == "http" => http::measure(rest),
        Some((what, rest)) if what == "permits" => permits::measure(rest),
        Some((what, rest)) if what == "training" => training::measure(rest),
        Some((what, rest)) if what == "lighthouse" => lighthouse::measure(rest),
        _ => bail!("bench what?\n\n{HELP}"),
    }
}
