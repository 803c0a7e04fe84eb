//! Serving the site here.

use std::path::{Path, PathBuf};
use std::process::Child;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};

use crate::process::{command, root, run as run_command};
use crate::site;

/// Builds everything and serves until stopped.
pub fn run(release: bool) -> Result<()> {
    let binary = site::build(release)?;
    run_command(&mut command(&binary.to_string_lossy(), &["serve"]))
}

/// Serves, and builds and serves again after every change of a source. A build that fails leaves the last server up.
pub fn dev() -> Result<()> {
    let mut server: Option<Child> = None;
    let mut seen = None;
    loop {
        let newest = sources().iter().filter_map(|path| newest_change(path)).max();
        if newest != seen {
            seen = newest;
            match site::build_files("wasm-dev").and_then(|()| site::build_server(false)) {
                Ok(binary) => {
                    if let Some(mut old) = server.take() {
                        old.kill().and_then(|()| old.wait()).context("cannot stop the old server")?;
                    }
                    server = Some(
                        command(&binary.to_string_lossy(), &["serve"]).spawn().context("cannot start the server")?,
                    );
                }
                Err(error) => eprintln!("xtask: {error:#}\nwaiting for the next change"),
            }
        }
        std::thread::sleep(Duration::from_millis(400));
    }
}

fn sources() -> Vec<PathBuf> {
    ["app", "domain", "frontend", "migrations", "platform", "server", "style", "Cargo.toml"]
        .iter()
        .map(|name| root().join(name))
        .collect()
}

fn newest_change(path: &Path) -> Option<SystemTime> {
    if path.is_dir() {
        std::fs::read_dir(path).ok()?.flatten().filter_map(|entry| newest_change(&entry.path())).max()
    } else {
        path.metadata().ok()?.modified().ok()
    }
}
