//! The islands: compiled for the browser and given their JavaScript side.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::assets::hash;
use crate::process::{cargo, root, run};
use crate::{islands, toolchain};

/// One profile for every purpose: what is tried out and tested is what is shipped, and it takes no longer.
const PROFILE: &str = "wasm-release";

/// The two files that a page with islands loads.
#[derive(Debug)]
pub struct Islands {
    /// The JavaScript side.
    pub js: Vec<u8>,
    /// The compiled islands.
    pub wasm: Vec<u8>,
}

/// Compiles the crate `frontend`.
pub fn build() -> Result<Islands> {
    let toolchain = toolchain::find()?;
    // A folder of its own: two toolchains in one folder would rebuild each other's work.
    let target = root().join("target").join("wasm");
    let mut build = cargo(&["build", "--package", "frontend", "--target", toolchain::TARGET, "--profile", PROFILE]);
    build.arg("--target-dir").arg(&target);
    if let Some(name) = toolchain {
        build.env("RUSTUP_TOOLCHAIN", name);
    }
    run(&mut build)?;
    let compiled = target.join(toolchain::TARGET).join(PROFILE).join("frontend.wasm");
    let files = bind(&compiled, &target.join("bound"))?;
    islands::check(&String::from_utf8_lossy(&files.js))?;
    Ok(files)
}

/// Runs wasm-bindgen, unless the last run was for this very file.
fn bind(compiled: &Path, folder: &Path) -> Result<Islands> {
    let bytes = fs::read(compiled).with_context(|| format!("cannot read {}", compiled.display()))?;
    let (stamp, bound_for) = (folder.join("stamp"), hash(&bytes));
    if fs::read_to_string(&stamp).is_ok_and(|stamp| stamp == bound_for) {
        return read(folder);
    }
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder)?;
    Bindgen::new()
        .input_path(compiled)
        .out_name("app")
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)
        .context("wasm-bindgen: is wasm-bindgen-cli-support the same release as wasm-bindgen?")?;
    let files = read(folder)?;
    // The stamp comes last: without it the work is done again.
    fs::write(stamp, bound_for)?;
    Ok(files)
}

fn read(folder: &Path) -> Result<Islands> {
    // Inline scripts of a crate would be files of their own, which nobody serves.
    anyhow::ensure!(!folder.join("snippets").exists(), "a crate of the islands brings JavaScript of its own");
    Ok(Islands { js: fs::read(folder.join("app.js"))?, wasm: fs::read(folder.join("app_bg.wasm"))? })
}
