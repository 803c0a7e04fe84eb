//! The islands: compiled for the browser and given their JavaScript side.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::assets::hash;
use crate::process::{cargo, root, run};
use crate::toolchain;

/// The two files that a page with islands loads.
#[derive(Debug)]
pub struct Islands {
    /// The JavaScript side.
    pub js: Vec<u8>,
    /// The compiled islands.
    pub wasm: Vec<u8>,
}

/// Compiles the crate `frontend` with the given profile.
pub fn build(profile: &str) -> Result<Islands> {
    let toolchain = toolchain::find()?;
    // A folder of its own: two toolchains in one folder would rebuild each other's work.
    let target = root().join("target").join("wasm");
    let mut build = cargo(&["build", "--package", "frontend", "--target", toolchain::TARGET, "--profile", profile]);
    build.arg("--target-dir").arg(&target);
    if let Some(name) = toolchain {
        build.env("RUSTUP_TOOLCHAIN", name);
    }
    run(&mut build)?;
    let compiled = target.join(toolchain::TARGET).join(profile).join("frontend.wasm");
    bind(&compiled, &target)
}

/// Runs wasm-bindgen, unless it has seen this very file before.
fn bind(compiled: &Path, cache: &Path) -> Result<Islands> {
    let bytes = fs::read(compiled).with_context(|| format!("cannot read {}", compiled.display()))?;
    let folder: PathBuf = cache.join("bound").join(hash(&bytes));
    if !folder.join("done").exists() {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder)?;
        Bindgen::new()
            .input_path(compiled)
            .out_name("app")
            .web(true)?
            .typescript(false)
            .omit_default_module_path(true)
            .remove_name_section(true)
            .remove_producers_section(true)
            .generate(&folder)?;
        fs::write(folder.join("done"), "")?;
    }
    Ok(Islands { js: fs::read(folder.join("app.js"))?, wasm: fs::read(folder.join("app_bg.wasm"))? })
}
