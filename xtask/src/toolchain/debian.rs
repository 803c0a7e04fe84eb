//! The toolchain from Debian's packages. `rustc-web` is the compiler that Debian builds for browsers; it comes without
//! a standard library for our target, which is compiled from `rust-web-src`.
//!
//! The work is done in steps that may be interrupted: packages are kept, everything after them is done again, and a
//! stamp that is written last says that the toolchain is whole.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{TARGET, has_target};
use crate::process::{cargo, command, is_installed, output, run};

/// The name under which rustup knows the toolchain.
pub const NAME: &str = "rumah-sikum-wasm";
const HOST: &str = "lib/rustlib/x86_64-unknown-linux-gnu";

/// Whether the toolchain is there and whole.
pub fn is_ready() -> bool {
    cache_folder().is_ok_and(|cache| cache.join("stamp").exists()) && has_target(Some(NAME))
}

/// Whether this machine has what the work needs.
pub fn is_possible() -> bool {
    ["apt-get", "apt-cache", "dpkg", "rustup"].into_iter().all(is_installed) && cfg!(target_arch = "x86_64")
}

/// The toolchain's name; it is made first when it is not there.
pub fn find() -> Result<&'static str> {
    if !is_ready() {
        let cache = cache_folder()?;
        eprintln!("a WASM toolchain from Debian's packages, once, in {}", cache.display());
        make(&cache).with_context(|| {
            format!(
                "no WASM toolchain from Debian's packages; install one with `rustup target add {TARGET}`, \
                 or remove {} and try again",
                cache.display()
            )
        })?;
    }
    Ok(NAME)
}

fn make(cache: &Path) -> Result<()> {
    let (packages, root, stamp) = (cache.join("packages"), cache.join("root"), cache.join("stamp"));
    let usr = root.join("usr");
    // Another clone made it in another folder, or rustup was installed anew: the name is all that is missing.
    if stamp.exists() && link(&usr).is_ok() && has_target(Some(NAME)) {
        return Ok(());
    }
    let _ = fs::remove_file(&stamp);
    fetch(&packages)?;
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(&root)?;
    for package in fs::read_dir(&packages)?.flatten() {
        if package.path().extension().is_some_and(|ending| ending == "deb") {
            output(command("dpkg", &["-x"]).arg(package.path()).arg(&root))?;
        }
    }
    complete_sysroot(&usr)?;
    link(&usr)?;
    compile_standard_library(&cache.join("std"), &usr)?;
    if !has_target(Some(NAME)) {
        bail!("the compiled standard library is not seen by rustc");
    }
    fs::write(stamp, "")?;
    Ok(())
}

/// Makes the toolchain known to rustup.
fn link(usr: &Path) -> Result<()> {
    output(command("rustup", &["toolchain", "link", NAME]).arg(usr)).map(drop)
}

/// Downloads the packages of one version, unless they are there.
fn fetch(folder: &Path) -> Result<()> {
    let version = match candidate("rustc-web") {
        Ok(version) => version,
        Err(_) => {
            eprintln!("  apt-get update");
            output(&mut command("apt-get", &["update"])).context("as root: apt-get update")?;
            candidate("rustc-web")?
        }
    };
    // 1.96.0+dfsg1-1 -> 1.96: the run-time library's package carries it in its name.
    let release: Vec<&str> = version.splitn(3, '.').take(2).collect();
    let library = format!("libstd-rust-web-{}", release.join("."));
    let depends = output(&mut command("apt-cache", &["show", &format!("{library}={version}")]))?;
    let llvm = depends
        .lines()
        .filter_map(|line| line.strip_prefix("Depends:"))
        .flat_map(|line| line.split([',', ' ']))
        .find(|word| word.starts_with("libllvm"))
        .with_context(|| format!("{library} names no libllvm"))?;
    let mut wanted: Vec<String> = ["rustc-web", "libstd-rust-web-dev", "rust-web-src", library.as_str()]
        .iter()
        .map(|name| format!("{name}={version}"))
        .collect();
    wanted.push(llvm.to_owned());

    let complete = folder.join("complete");
    if fs::read_to_string(&complete).is_ok_and(|have| have == wanted.join(" ")) {
        return Ok(());
    }
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder)?;
    eprintln!("  apt-get download {} (about 140 MB)", wanted.join(" "));
    output(command("apt-get", &["download"]).args(&wanted).current_dir(folder))?;
    fs::write(complete, wanted.join(" "))?;
    Ok(())
}

/// The version that apt would install.
fn candidate(package: &str) -> Result<String> {
    let policy = output(command("apt-cache", &["policy", package]).env("LC_ALL", "C"))?;
    let version = policy.lines().find_map(|line| line.trim().strip_prefix("Candidate: "));
    version
        .filter(|version| *version != "(none)")
        .map(str::to_owned)
        .with_context(|| format!("apt knows no package {package}"))
}

/// Debian spreads what rustc expects in one folder; rust-lld and cargo come from the person's own toolchain.
fn complete_sysroot(usr: &Path) -> Result<()> {
    let lib = usr.join("lib");
    let own = PathBuf::from(output(&mut command("rustc", &["--print", "sysroot"]))?);
    for folder in [lib.join("x86_64-linux-gnu"), own.join("lib")] {
        for file in fs::read_dir(&folder)?.flatten() {
            let name = file.file_name();
            let text = name.to_string_lossy();
            // Of the own toolchain only the LLVM that its rust-lld is linked to.
            if text.contains(".so") && (folder.starts_with(usr) || text.starts_with("libLLVM")) {
                let _ = fs::remove_file(lib.join(&name));
                symlink(file.path(), lib.join(&name))?;
            }
        }
    }
    fs::create_dir_all(usr.join(HOST))?;
    output(Command::new("cp").arg("-r").arg(own.join(HOST).join("bin")).arg(usr.join(HOST)))?;
    fs::copy(own.join("bin/cargo"), usr.join("bin/cargo"))?;
    Ok(())
}

fn compile_standard_library(target: &Path, usr: &Path) -> Result<()> {
    eprintln!("  the standard library for {TARGET}");
    let sources = fs::read_dir(usr.join("src"))?
        .flatten()
        .map(|folder| folder.path().join("library/sysroot"))
        .find(|folder| folder.is_dir())
        .context("the package rust-web-src holds no standard library")?;
    let _ = fs::remove_dir_all(target);
    let features = "panic-unwind,compiler-builtins-mem";
    let mut build = cargo(&["build", "--quiet", "--release", "--target", TARGET, "--features", features]);
    build
        .arg("--target-dir")
        .arg(target)
        .current_dir(sources)
        .env("RUSTUP_TOOLCHAIN", NAME)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Cembed-bitcode=yes -Zforce-unstable-if-unmarked")
        .env("CARGO_PROFILE_RELEASE_PANIC", "abort");
    run(&mut build)?;
    let to = usr.join("lib/rustlib").join(TARGET).join("lib");
    fs::create_dir_all(&to)?;
    for file in fs::read_dir(target.join(TARGET).join("release/deps"))?.flatten() {
        if file.path().extension().is_some_and(|ending| ending == "rlib") {
            fs::copy(file.path(), to.join(file.file_name()))?;
        }
    }
    let _ = fs::remove_dir_all(target);
    Ok(())
}

/// Of the person, not of the clone: several clones share it. `RUMAH_SIKUM_CACHE` moves it.
fn cache_folder() -> Result<PathBuf> {
    let from = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = from("RUMAH_SIKUM_CACHE")
        .or_else(|| from("XDG_CACHE_HOME").map(|folder| folder.join("rumah-sikum")))
        .or_else(|| from("HOME").map(|folder| folder.join(".cache").join("rumah-sikum")))
        .context("HOME is not set")?;
    Ok(base.join("wasm-toolchain"))
}
