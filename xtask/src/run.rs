//! Serving the site here.

use anyhow::{Context, Result};

use crate::process::command;
use crate::site::{self, Purpose};
use crate::step::Steps;

/// Builds everything and serves until stopped.
pub fn run(purpose: Purpose) -> Result<()> {
    let mut steps = Steps::new(site::STEPS);
    let binary = site::build(&mut steps, purpose)?;
    become_server(&binary.to_string_lossy(), &["serve".to_owned()])
}

/// Builds the server and passes the arguments to `rumah-sikum seed`; `--release` in front builds the fast server.
pub fn seed(arguments: &[String]) -> Result<()> {
    let (purpose, arguments) = match arguments {
        [first, rest @ ..] if first == "--release" => (Purpose::Release, rest),
        all => (Purpose::Local, all),
    };
    let binary = Steps::new(1).step("server", || site::server(purpose))?;
    let arguments: Vec<String> = ["seed".to_owned()].into_iter().chain(arguments.iter().cloned()).collect();
    become_server(&binary.to_string_lossy(), &arguments)
}

/// Takes this process's place, so that Ctrl-C reaches the server and its orderly end is waited for.
#[cfg(unix)]
fn become_server(binary: &str, arguments: &[String]) -> Result<()> {
    use std::os::unix::process::CommandExt;
    let error = command(binary, &[]).args(arguments).exec();
    Err(error).with_context(|| format!("cannot start {binary}"))
}

#[cfg(not(unix))]
fn become_server(binary: &str, arguments: &[String]) -> Result<()> {
    crate::process::run(command(binary, &[]).args(arguments)).context("the server stopped")
}
