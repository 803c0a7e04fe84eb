//! A toolchain that can compile for the browser: the person's own if it has the target, else rustup adds the target,
//! else (an office without rustup's server) one is put together from Debian's packages, without installing them.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::process::{cargo, command, is_installed, output, run};
use crate::step::step;

/// The target of the islands.
pub const TARGET: &str = "wasm32-unknown-unknown";
/// The name under which rustup knows the toolchain made from Debian's packages.
const LINKED: &str = "rumah-sikum-wasm";
const PACKAGES: [&str; 4] = ["rustc-web", "libstd-rust-web-dev", "rust-web-src", "libllvm22"];

/// The name of a toolchain that has the target; `None` is the default one.
pub fn find() -> Result<Option<&'static str>> {
    if has_target(None) {
        return Ok(None);
    }
    if has_target(Some(LINKED)) {
        return Ok(Some(LINKED));
    }
    if is_installed("rustup") && output(&mut command("rustup", &["target", "add", TARGET])).is_ok() && has_target(None)
    {
        return Ok(None);
    }
    if !is_installed("apt-get") || !is_installed("rustup") {
        bail!("this machine cannot compile for the browser: run `rustup target add {TARGET}` and try again");
    }
    step("WASM toolchain from Debian's packages (once, about a minute)", from_debian)?;
    if !has_target(Some(LINKED)) {
        bail!("the toolchain from Debian's packages does not work; run `rustup target add {TARGET}` instead");
    }
    Ok(Some(LINKED))
}

fn has_target(toolchain: Option<&str>) -> bool {
    let mut rustc = command("rustc", &["--print", "target-libdir", "--target", TARGET]);
    rustc.env_remove("RUSTUP_TOOLCHAIN");
    if let Some(name) = toolchain {
        rustc.env("RUSTUP_TOOLCHAIN", name);
    }
    output(&mut rustc).is_ok_and(|folder| {
        fs::read_dir(folder).is_ok_and(|mut files| {
            files.any(|file| file.is_ok_and(|file| file.file_name().to_string_lossy().starts_with("libstd-")))
        })
    })
}

fn from_debian() -> Result<()> {
    let cache = cache_folder()?;
    let root = cache.join("root");
    let _ = fs::remove_dir_all(&cache);
    fs::create_dir_all(&root)?;
    if output(&mut command("apt-cache", &["show", PACKAGES[0]])).is_err() {
        output(&mut command("apt-get", &["update"])).context("Debian's package lists are needed")?;
    }
    output(command("apt-get", &["download"]).args(PACKAGES).current_dir(&cache))
        .with_context(|| format!("run `rustup target add {TARGET}` where rustup's server can be reached"))?;
    // The run-time library's package carries the compiler's version in its name.
    let dev = package_file(&cache, "libstd-rust-web-dev_")?;
    let depends = output(command("dpkg-deb", &["--field"]).arg(&dev).arg("Depends"))?;
    let library = depends
        .split([',', ' ', '('])
        .find(|word| word.starts_with("libstd-rust-web-"))
        .context("libstd-rust-web-dev depends on no libstd-rust-web")?;
    output(command("apt-get", &["download", library]).current_dir(&cache))?;
    for package in fs::read_dir(&cache)?.flatten().filter(|file| file.path().extension().is_some_and(|e| e == "deb")) {
        output(command("dpkg", &["-x"]).arg(package.path()).arg(&root))?;
    }
    let usr = root.join("usr");
    link_into_sysroot(&usr)?;
    output(command("rustup", &["toolchain", "link", LINKED]).arg(&usr))?;
    compile_std(&cache, &usr)
}

/// Debian spreads what rustc expects in one folder; rust-lld and cargo come from the person's toolchain.
fn link_into_sysroot(usr: &Path) -> Result<()> {
    let lib = usr.join("lib");
    for file in fs::read_dir(lib.join("x86_64-linux-gnu"))?.flatten() {
        if file.file_name().to_string_lossy().contains(".so") {
            relink(&file.path(), &lib.join(file.file_name()))?;
        }
    }
    let own = PathBuf::from(output(command("rustc", &["--print", "sysroot"]).env_remove("RUSTUP_TOOLCHAIN"))?);
    let host = "lib/rustlib/x86_64-unknown-linux-gnu";
    fs::create_dir_all(usr.join(host))?;
    output(command("cp", &["-r"]).arg(own.join(host).join("bin")).arg(usr.join(host)))?;
    for file in fs::read_dir(own.join("lib"))?.flatten() {
        if file.file_name().to_string_lossy().starts_with("libLLVM") {
            relink(&file.path(), &lib.join(file.file_name()))?;
        }
    }
    fs::copy(own.join("bin/cargo"), usr.join("bin/cargo"))?;
    Ok(())
}

fn compile_std(cache: &Path, usr: &Path) -> Result<()> {
    let sources = fs::read_dir(usr.join("src"))?
        .flatten()
        .map(|folder| folder.path().join("library/sysroot"))
        .find(|folder| folder.is_dir())
        .context("the package rust-web-src holds no standard library")?;
    let built = cache.join("std");
    let features = "panic-unwind,compiler-builtins-mem";
    let mut build =
        cargo(&["build", "--quiet", "--release", "--target", TARGET, "--features", features, "--target-dir"]);
    build
        .arg(&built)
        .current_dir(sources)
        .env("RUSTUP_TOOLCHAIN", LINKED)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Cembed-bitcode=yes -Zforce-unstable-if-unmarked")
        .env("CARGO_PROFILE_RELEASE_PANIC", "abort");
    run(&mut build)?;
    let to = usr.join("lib/rustlib").join(TARGET).join("lib");
    fs::create_dir_all(&to)?;
    for file in fs::read_dir(built.join(TARGET).join("release/deps"))?.flatten() {
        if file.path().extension().is_some_and(|extension| extension == "rlib") {
            fs::copy(file.path(), to.join(file.file_name()))?;
        }
    }
    Ok(())
}

fn cache_folder() -> Result<PathBuf> {
    let base = match std::env::var_os("XDG_CACHE_HOME") {
        Some(folder) => PathBuf::from(folder),
        None => PathBuf::from(std::env::var_os("HOME").context("HOME is not set")?).join(".cache"),
    };
    Ok(base.join("rumah-sikum").join("wasm-toolchain"))
}

fn package_file(folder: &Path, prefix: &str) -> Result<PathBuf> {
    fs::read_dir(folder)?
        .flatten()
        .map(|file| file.path())
        .find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(prefix)))
        .with_context(|| format!("no package {prefix}* was fetched"))
}

fn relink(to: &Path, from: &Path) -> Result<()> {
    let _ = fs::remove_file(from);
    Ok(symlink(to, from)?)
}
