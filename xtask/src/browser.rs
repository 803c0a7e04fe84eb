//! What measuring and testing in a browser needs: Chromium, and npm's packages.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::process::{command, find_program, is_installed, is_root, run};

/// Installs the npm packages of a folder, again when the lock has changed.
pub fn install(folder: &Path) -> Result<()> {
    if !is_installed("npm") {
        bail!("this needs Node.js 20 or newer with npm: nodejs.org, or Debian's packages nodejs and npm");
    }
    let changed = |file: PathBuf| file.metadata().and_then(|meta| meta.modified()).ok();
    // npm writes this file last.
    let installed = changed(folder.join("node_modules").join(".package-lock.json"));
    if installed.is_some() && installed >= changed(folder.join("package-lock.json")) {
        return Ok(());
    }
    run(command("npm", &["ci", "--no-audit", "--no-fund"])
        .current_dir(folder)
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
}

/// The installed Chromium; as root on Debian it is installed when missing.
pub fn chromium() -> Result<PathBuf> {
    if let Some(path) = std::env::var_os("CHROMIUM_PATH") {
        return Ok(path.into());
    }
    let find = || ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(find_program);
    if let Some(found) = find() {
        return Ok(found);
    }
    if is_root() && is_installed("apt-get") {
        run(&mut command("apt-get", &["update"]))?;
        run(command("apt-get", &["install", "--yes", "--no-install-recommends", "chromium"])
            .env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    find().context("this needs Chromium: install Debian's package chromium, or set CHROMIUM_PATH")
}
