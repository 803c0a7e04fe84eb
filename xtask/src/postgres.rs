//! A PostgreSQL for the tests: the one that `TEST_POSTGRES_URL` names, or a throw-away one from the installed binaries.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{find_program, is_root, output};

/// A running server; a throw-away one is stopped and removed when dropped.
#[derive(Debug)]
pub struct Postgres {
    /// Where it answers.
    pub url: String,
    throw_away: Option<(PathBuf, PathBuf)>,
}

impl Postgres {
    /// Finds or starts one.
    pub fn start() -> Result<Self> {
        if let Ok(url) = std::env::var("TEST_POSTGRES_URL") {
            return Ok(Self { url, throw_away: None });
        }
        let Some(binaries) = binaries() else {
            bail!("the tests need PostgreSQL: install Debian's package postgresql, or set TEST_POSTGRES_URL");
        };
        let data = std::env::temp_dir().join(format!("rumah-sikum-postgres-{}", std::process::id()));
        let _ = fs::remove_dir_all(&data);
        fs::create_dir_all(&data)?;
        if is_root() {
            output(Command::new("chown").arg("nobody").arg(&data))?;
        }
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let cluster = data.join("cluster");
        let postgres = Self {
            url: format!("postgres://postgres@127.0.0.1:{port}/postgres"),
            throw_away: Some((binaries.clone(), data.clone())),
        };
        output(
            as_nobody(&binaries.join("initdb"))
                .args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync", "-D"])
                .arg(&cluster),
        )?;
        // Nothing here has to survive a crash.
        let options = format!(
            "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={} -c fsync=off \
             -c synchronous_commit=off -c full_page_writes=off -c max_connections=300",
            data.display()
        );
        output(
            as_nobody(&binaries.join("pg_ctl"))
                .args(["start", "--wait", "--silent", "-l"])
                .arg(data.join("log"))
                .arg("-D")
                .arg(&cluster)
                .args(["-o", &options])
                .stdout(std::process::Stdio::null()),
        )
        .with_context(|| fs::read_to_string(data.join("log")).unwrap_or_default())?;
        Ok(postgres)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if let Some((binaries, data)) = &self.throw_away {
            let stopped = output(
                as_nobody(&binaries.join("pg_ctl"))
                    .args(["stop", "--mode=immediate", "--silent", "-D"])
                    .arg(data.join("cluster")),
            );
            if let Err(error) = stopped {
                eprintln!("xtask: {error:#}");
            }
            let _ = fs::remove_dir_all(data);
        }
    }
}

/// PostgreSQL refuses to run as root.
fn as_nobody(program: &Path) -> Command {
    let mut command = if is_root() {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    command.current_dir("/");
    command
}

fn binaries() -> Option<PathBuf> {
    if let Some(program) = find_program("initdb") {
        return program.canonicalize().ok()?.parent().map(Path::to_owned);
    }
    let mut versions: Vec<PathBuf> =
        fs::read_dir("/usr/lib/postgresql").ok()?.flatten().map(|e| e.path().join("bin")).collect();
    versions.retain(|folder| folder.join("initdb").is_file() && folder.join("pg_ctl").is_file());
    versions.sort();
    versions.pop()
}
