//! The site folder: everything that browsers load, and the server beside it.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::assets::Site;
use crate::process::{cargo, root, run};
use crate::step::step;
use crate::{css, wasm};

/// Builds the site folder and the server; answers the path of the server's binary.
pub fn build(release: bool) -> Result<PathBuf> {
    build_files("wasm-release")?;
    build_server(release)
}

/// Builds the site folder.
pub fn build_files(wasm_profile: &str) -> Result<()> {
    let islands = step("islands (WASM)", || wasm::build(wasm_profile))?;
    step("styles, icons and static files", || {
        let style = root().join("style");
        let mut site = Site::create()?;
        for file in fs::read_dir(style.join("assets"))?.flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            if !name.starts_with("LICENSE") {
                site.add_hashed(&name, &fs::read(file.path())?)?;
            }
        }
        let font = site.paths.get("plus-jakarta-sans.woff2").context("style/assets holds no font")?.clone();
        site.add_hashed("app.css", css::build(&font)?.as_bytes())?;
        let js = site.add_hashed("app.js", &islands.js)?;
        let wasm = site.add_hashed("app.wasm", &islands.wasm)?;
        let loader = fs::read_to_string(style.join("islands.js"))?;
        site.add_hashed("islands.js", loader.replace("/pkg/app.js", &js).replace("/pkg/app.wasm", &wasm).as_bytes())?;
        for file in fs::read_dir(style.join("static"))?.flatten() {
            site.add_root(&file.file_name().to_string_lossy(), &fs::read(file.path())?)?;
        }
        site.finish().map(drop)
    })
}

/// Builds the server; answers the path of its binary.
pub fn build_server(release: bool) -> Result<PathBuf> {
    step("server", || {
        let mut build = cargo(&["build", "--package", "server"]);
        if release {
            build.arg("--release");
        }
        run(&mut build)?;
        Ok(root().join("target").join(if release { "release" } else { "debug" }).join("rumah-sikum"))
    })
}
