//! A toolchain that can compile for the browser: the person's own if it has the target, else rustup adds the target,
//! else (an office without rustup's server) one is put together from Debian's packages, without installing them.

mod debian;

use std::fs;

use anyhow::{Result, bail};

use crate::process::{command, is_installed, output};

/// The target of the islands.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The name of a toolchain that has the target; `None` is the default one.
pub fn find() -> Result<Option<&'static str>> {
    // For those who want to try or to prepare the way without rustup's server.
    if std::env::var_os("WASM_TOOLCHAIN").is_some_and(|wanted| wanted == "debian") {
        return debian::find().map(Some);
    }
    if has_target(None) {
        return Ok(None);
    }
    if debian::is_ready() {
        return Ok(Some(debian::NAME));
    }
    if is_installed("rustup") {
        eprintln!("rustup target add {TARGET}");
        match output(&mut command("rustup", &["target", "add", TARGET])) {
            Ok(_) if has_target(None) => return Ok(None),
            Ok(_) => eprintln!("rustup added the target, but rustc does not see it"),
            Err(error) => eprintln!("{error:#}"),
        }
    }
    if !debian::is_possible() {
        bail!(
            "this machine cannot compile for the browser yet. Either let rustup reach its server and run \
             `rustup target add {TARGET}`, or use Debian 12 or newer (amd64) with rustup, apt-get and dpkg"
        );
    }
    debian::find().map(Some)
}

/// Whether a toolchain has the target's standard library.
fn has_target(toolchain: Option<&str>) -> bool {
    let mut rustc = command("rustc", &["--print", "target-libdir", "--target", TARGET]);
    if let Some(name) = toolchain {
        rustc.env("RUSTUP_TOOLCHAIN", name);
    }
    // rustup's carries a hash in its name, the one that we compile does not.
    let is_std = |name: &str| name == "libstd.rlib" || name.starts_with("libstd-");
    output(&mut rustc).is_ok_and(|folder| {
        let files = fs::read_dir(folder).into_iter().flatten().flatten();
        files.into_iter().any(|file| is_std(&file.file_name().to_string_lossy()))
    })
}
