//! A PostgreSQL for tests and measurements: the one that `TEST_POSTGRES_URL` names, or a throw-away one from the installed binaries.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::process::{find_program, is_root, output};

/// Runs the cluster, and takes it down when this process has gone, however it went.
const KEEPER: &str = include_str!("postgres.sh");

/// Settings, for the command line that the keeper puts together.
const NOT_DURABLE: &str = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off";

/// What happens to a committed transaction when the machine loses its power.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// It is lost: quicker, and enough for tests.
    None,
    /// It is kept, as PostgreSQL's own settings have it: what measurements need.
    Default,
}

/// A running server; a throw-away one is stopped and removed when dropped.
#[derive(Debug)]
pub struct Postgres {
    /// Where it answers.
    pub url: String,
    keeper: Option<Child>,
}

impl Postgres {
    /// Finds or starts one for tests.
    pub fn for_tests() -> Result<Self> {
        if let Some(url) = std::env::var("TEST_POSTGRES_URL").ok().filter(|url| !url.is_empty()) {
            return Ok(Self { url, keeper: None });
        }
        Self::start(Durability::None)
    }

    /// Starts a throw-away one.
    pub fn start(durability: Durability) -> Result<Self> {
        let Some(binaries) = binaries() else {
            bail!(
                "PostgreSQL is needed: install Debian's package postgresql (no server has to run), \
                 or set TEST_POSTGRES_URL=postgres://user:password@host/database"
            );
        };
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut keeper = keeper(&binaries, port, durability).spawn().context("cannot start PostgreSQL")?;
        let mut said = [0; 6];
        let mut from_keeper = keeper.stdout.take().context("the keeper of PostgreSQL says nothing")?;
        let read = from_keeper.read(&mut said).context("the keeper of PostgreSQL ended")?;
        if !said[..read].starts_with(b"ready") {
            let mut log = String::new();
            let _ = from_keeper.read_to_string(&mut log);
            bail!("PostgreSQL of {} does not start: {}", binaries.display(), log.trim());
        }
        Ok(Self { url: format!("postgres://postgres@127.0.0.1:{port}/postgres"), keeper: Some(keeper) })
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if let Some(mut keeper) = self.keeper.take() {
            if let Some(mut input) = keeper.stdin.take() {
                let _ = input.flush();
            }
            let _ = keeper.wait();
        }
    }
}

/// PostgreSQL refuses to run as root, so root hands it to a user with fewer rights.
fn keeper(binaries: &Path, port: u16, durability: Durability) -> Command {
    let mut command = if is_root() {
        let user = ["postgres", "nobody"].into_iter().find(|user| output(Command::new("id").arg(user)).is_ok());
        let mut command = Command::new("setpriv");
        command.args(["--reuid", user.unwrap_or("nobody"), "--clear-groups"]);
        // The group of the same user: `nobody`'s is called otherwise on some systems.
        if let Ok(group) = output(Command::new("id").args(["-g", user.unwrap_or("nobody")])) {
            command.args(["--regid", &group]);
        }
        command.arg("sh");
        command
    } else {
        Command::new("sh")
    };
    command.args(["-c", KEEPER, "postgres.sh"]).arg(binaries).arg(port.to_string());
    if durability == Durability::None {
        command.arg(NOT_DURABLE);
    }
    command.current_dir("/").stdin(Stdio::piped()).stdout(Stdio::piped());
    command
}

fn binaries() -> Option<PathBuf> {
    if let Some(program) = find_program("initdb") {
        return program.canonicalize().ok()?.parent().map(Path::to_owned);
    }
    let folders = std::fs::read_dir("/usr/lib/postgresql").ok()?.flatten().map(|entry| entry.path().join("bin"));
    let usable = folders.filter(|bin| bin.join("initdb").is_file() && bin.join("pg_ctl").is_file());
    usable.max_by_key(|bin| version(bin))
}

/// `/usr/lib/postgresql/15/bin` -> 15.
fn version(bin: &Path) -> u32 {
    let name = bin.parent().and_then(Path::file_name).and_then(|name| name.to_str());
    name.and_then(|name| name.parse().ok()).unwrap_or(0)
}
