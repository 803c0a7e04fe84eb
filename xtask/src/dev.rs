//! Serving while the sources change.

use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};

use crate::process::{command, root};
use crate::site;
use crate::step::Steps;

/// Serves, and builds and serves again after every change of a source. A build that fails leaves the last server up.
pub fn dev() -> Result<()> {
    let mut server: Option<Child> = None;
    let mut built = None;
    loop {
        let newest = sources().iter().filter_map(|path| newest_change(path)).max();
        if newest != built {
            built = newest;
            match site::build(&mut Steps::new(site::STEPS), false) {
                Ok(binary) => {
                    if let Some(mut old) = server.take() {
                        stop(&mut old)?;
                    }
                    let mut serve = command(&binary.to_string_lossy(), &["serve"]);
                    server = Some(serve.spawn().context("cannot start the server")?);
                }
                Err(error) => eprintln!("xtask: {error:#}\nwaiting for the next change"),
            }
        }
        std::thread::sleep(Duration::from_millis(400));
    }
}

/// Asks for an orderly end, and insists when it does not come: open pages keep connections.
fn stop(server: &mut Child) -> Result<()> {
    let _ = Command::new("kill").arg(server.id().to_string()).status();
    for _ in 0..20 {
        if server.try_wait().context("cannot see the old server")?.is_some() {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    server.kill().and_then(|()| server.wait()).map(drop).context("cannot stop the old server")
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
