//! Serving while the sources change.

use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};

use crate::process::{command, root};
use crate::site::{self, Purpose};
use crate::step::Steps;

/// Serves, and builds and serves again after every change of a source. A build that fails leaves the last server up.
pub fn dev() -> Result<()> {
    let mut server: Option<Child> = None;
    let mut built = None;
    loop {
        let newest = sources().iter().filter_map(|path| newest_change(path)).max();
        if newest != built {
            built = newest;
            match site::build(&mut Steps::new(site::STEPS), Purpose::Development) {
                Ok(binary) => {
                    if let Some(mut old) = server.take() {
                        stop(&mut old)?;
                    }
                    let mut serve = command(&binary.to_string_lossy(), &["serve"]);
                    server = Some(serve.spawn().context("cannot start the server")?);
                    tell_open_pages()?;
                }
                Err(error) => eprintln!("xtask: {error:#}\nwaiting for the next change"),
            }
        }
        std::thread::sleep(Duration::from_millis(400));
    }
}

/// Once the new server answers, open pages learn that there is a new build.
fn tell_open_pages() -> Result<()> {
    let address = std::env::var("LISTEN_ADDR").unwrap_or_else(|_| "127.0.0.1:3000".to_owned());
    for _ in 0..200 {
        if TcpStream::connect(&address).is_ok() {
            break;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_micros();
    Ok(std::fs::write(root().join("site").join(site::DEV_BUILD), now.to_string())?)
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
