//! What is compiled for the browser: the islands, and what reads codes; each gets its JavaScript side.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::assets::hash;
use crate::process::{cargo, root, run};
use crate::{islands, toolchain};

/// One profile for every purpose: what is tried out and tested is what is shipped, and it takes no longer.
const PROFILE: &str = "wasm-release";
/// What wasm-bindgen calls its files.
const NAME: &str = "bound";

/// The two files of a crate that a browser loads.
#[derive(Debug)]
pub struct Bound {
    /// The JavaScript side.
    pub js: Vec<u8>,
    /// The compiled crate.
    pub wasm: Vec<u8>,
}

/// What browsers load as WASM.
#[derive(Debug)]
pub struct Compiled {
    /// For every page with islands: the crate `frontend`.
    pub islands: Bound,
    /// For who scans a code where the browser cannot read it: the crate `scanner`.
    pub scanner: Bound,
}

/// Compiles the crates `frontend` and `scanner`.
pub fn build() -> Result<Compiled> {
    let toolchain = toolchain::find()?;
    // A folder of its own: two toolchains in one folder would rebuild each other's work.
    let target = root().join("target").join("wasm");
    let mut build = cargo(&["build", "--package", "frontend", "--package", "scanner"]);
    build.args(["--target", toolchain::TARGET, "--profile", PROFILE]).arg("--target-dir").arg(&target);
    if let Some(name) = toolchain {
        build.env("RUSTUP_TOOLCHAIN", name);
    }
    run(&mut build)?;
    let bound = |krate: &str| {
        let compiled = target.join(toolchain::TARGET).join(PROFILE).join(krate).with_extension("wasm");
        bind(&compiled, &target.join("bound").join(krate))
    };
    let files = Compiled { islands: bound("frontend")?, scanner: bound("scanner")? };
    islands::check(&String::from_utf8_lossy(&files.islands.js))?;
    Ok(files)
}

/// Runs wasm-bindgen, unless the last run was for this very file.
fn bind(compiled: &Path, folder: &Path) -> Result<Bound> {
    let bytes = fs::read(compiled).with_context(|| format!("cannot read {}", compiled.display()))?;
    let (stamp, bound_for) = (folder.join("stamp"), hash(&bytes));
    if fs::read_to_string(&stamp).is_ok_and(|stamp| stamp == bound_for) {
        return read(folder);
    }
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder)?;
    Bindgen::new()
        .input_path(compiled)
        .out_name(NAME)
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

fn read(folder: &Path) -> Result<Bound> {
    // Inline scripts of a crate would be files of their own, which nobody serves.
    anyhow::ensure!(!folder.join("snippets").exists(), "a crate for the browser brings JavaScript of its own");
    Ok(Bound {
        js: fs::read(folder.join(format!("{NAME}.js")))?,
        wasm: fs::read(folder.join(format!("{NAME}_bg.wasm")))?,
    })
}
