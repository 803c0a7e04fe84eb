//! The site folder: everything that browsers load. The server stands beside it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::assets::{Effort, Site};
use crate::process::{cargo, root, run};
use crate::step::Steps;
use crate::{css, wasm};

/// How many steps [`build_files`] takes.
pub const FILE_STEPS: usize = 2;
/// How many steps [`build`] takes.
pub const STEPS: usize = FILE_STEPS + 1;

/// What a build is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To be looked at while the sources change: pages load themselves again.
    Development,
    /// To be used and tested on this machine.
    Local,
    /// For everybody: the fastest server and the smallest files.
    Release,
}

/// The file that changes when a new build is served; only in development.
pub const DEV_BUILD: &str = "dev-build";

/// Builds the site folder and the server; answers the path of the server's binary.
pub fn build(steps: &mut Steps, purpose: Purpose) -> Result<PathBuf> {
    build_files(steps, purpose)?;
    steps.step("server", || server(purpose))
}

/// Builds the site folder.
pub fn build_files(steps: &mut Steps, purpose: Purpose) -> Result<()> {
    let compiled = steps.step("islands and scanner (WASM)", wasm::build)?;
    steps.step("styles, icons and static files", || write(&compiled, purpose))
}

fn write(compiled: &wasm::Compiled, purpose: Purpose) -> Result<()> {
    let style = root().join("style");
    let mut site = Site::create(if purpose == Purpose::Release { Effort::Best } else { Effort::Quick })?;
    // A file comes after those whose paths it names.
    for (name, file) in files(&style.join("assets"))? {
        if !name.starts_with("LICENSE") {
            site.add_hashed(&name, &fs::read(file)?)?;
        }
    }
    if purpose == Purpose::Development {
        site.add_hashed("dev-reload.js", &fs::read(style.join("dev-reload.js"))?)?;
        site.add_root(DEV_BUILD, b"")?;
    }
    site.add_hashed("app.css", site.with_hashed_paths(&css::build()?).as_bytes())?;
    site.add_hashed("app.js", &compiled.islands.js)?;
    site.add_hashed("app.wasm", &compiled.islands.wasm)?;
    site.add_hashed("scanner.js", &compiled.scanner.js)?;
    site.add_hashed("scanner.wasm", &compiled.scanner.wasm)?;
    for name in ["islands.js", "offline.html"] {
        let text = fs::read_to_string(style.join(name)).with_context(|| format!("style/{name}"))?;
        site.add_hashed(name, site.with_hashed_paths(&text).as_bytes())?;
    }
    for (name, file) in files(&style.join("static"))? {
        let content = fs::read(file)?;
        // Texts may name hashed files; pictures are taken as they are.
        match std::str::from_utf8(&content) {
            Ok(text) => site.add_root(&name, site.with_hashed_paths(text).as_bytes())?,
            Err(_) => site.add_root(&name, &content)?,
        }
    }
    site.finish()
}

/// Builds the server; answers the path of its binary.
pub fn server(purpose: Purpose) -> Result<PathBuf> {
    let mut build = cargo(&["build", "--package", "server"]);
    if purpose == Purpose::Release {
        build.arg("--release");
    }
    run(&mut build)?;
    Ok(binary(purpose))
}

/// Where the server's binary is once it is built.
pub fn binary(purpose: Purpose) -> PathBuf {
    let folder = if purpose == Purpose::Release { "release" } else { "debug" };
    root().join("target").join(folder).join("rumah-sikum")
}

/// The files of a folder with their names, in an order that does not depend on the disk.
fn files(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?.flatten() {
        if entry.path().is_file() {
            files.push((entry.file_name().to_string_lossy().into_owned(), entry.path()));
        }
    }
    files.sort();
    Ok(files)
}
