//! A built server on a database of its own in a temporary folder, to be measured.

use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::bench::client::Client;
use crate::process::{root, run};

/// The usual demo without orders.
pub const DEMO: &[&str] = &["--orders", "0", "--cases", "0"];

/// A running server. Dropped, it is stopped and its folder removed.
#[derive(Debug)]
pub struct Served {
    /// Where it answers.
    pub address: SocketAddr,
    process: Option<Child>,
    folder: PathBuf,
}

impl Served {
    /// Fills a database with what `seed` asks for, and serves it. `database` is a URL; without one it is a SQLite file.
    pub fn start(binary: &Path, seed: &[&str], database: Option<&str>) -> Result<Self> {
        let folder = std::env::temp_dir().join(format!("rumah-sikum-measured-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder)?;
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let mut served = Self { address, process: None, folder };
        let file = format!("sqlite://{}", served.folder.join("measured.db").display());
        let url = database.unwrap_or(&file);
        // What goes wrong is told on the terminal.
        run(served.command(binary, url).arg("seed").args(seed).stderr(Stdio::inherit()))?;
        served.process = Some(served.command(binary, url).arg("serve").spawn().context("cannot start the server")?);
        served.wait()?;
        Ok(served)
    }

    fn command(&self, binary: &Path, url: &str) -> Command {
        let log = fs::File::create(self.folder.join("server.log")).map_or(Stdio::null(), Stdio::from);
        let mut command = Command::new(binary);
        command.env("DATABASE_URL", url).env("LISTEN_ADDR", self.address.to_string()).env("DEMO", "0");
        command.env("MEDIA_DIR", self.folder.join("media")).env("SITE_DIR", root().join("site"));
        command.env("DATA_KEY", "5a".repeat(32)).env("SIGNING_KEY", "6b".repeat(32));
        // Who measures says of each visitor where they come from, as a proxy does.
        command.env("TRUSTED_PROXY", "1");
        command.env_remove("ENVIRONMENT").env_remove("PUBLIC_URL").env("RUST_LOG", "error").stderr(log);
        command
    }

    fn wait(&mut self) -> Result<()> {
        for _ in 0..300 {
            if Client::new(self.address).get("/readyz").is_ok_and(|answer| answer.status == 200) {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        let log = fs::read_to_string(self.folder.join("server.log")).unwrap_or_default();
        bail!("the server does not get ready: {log}")
    }

    /// The most memory it has used so far, in bytes; 0 where the system does not tell.
    pub fn most_memory(&self) -> u64 {
        let process = self.process.as_ref().map_or(0, Child::id);
        let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
        line.and_then(|number| number.parse::<u64>().ok()).unwrap_or(0) * 1024
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        if let Some(mut process) = self.process.take() {
            // In order, so that what it measured of itself is written; and surely.
            let _ = Command::new("kill").arg(process.id().to_string()).status();
            std::thread::sleep(Duration::from_millis(300));
            let _ = process.kill();
            let _ = process.wait();
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}
