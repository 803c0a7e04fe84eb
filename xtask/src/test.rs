//! Every check, in the order in which it fails fastest.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::postgres::Postgres;
use crate::process::{cargo, command, find_program, is_installed, is_root, output, root, run};
use crate::step::step;
use crate::{site, size};

/// Runs the named parts, or all of them: `lint`, `rust`, `e2e`.
pub fn test(parts: &[String]) -> Result<()> {
    if let Some(unknown) = parts.iter().find(|part| !["lint", "rust", "e2e"].contains(&part.as_str())) {
        bail!("unknown part {unknown:?}: expected lint, rust or e2e");
    }
    let wanted = |part: &str| parts.is_empty() || parts.iter().any(|given| given == part);
    if wanted("lint") {
        step("format", || run(&mut cargo(&["fmt", "--all", "--check"])))?;
        step("clippy", clippy)?;
    }
    if wanted("rust") {
        step("Rust tests on SQLite and PostgreSQL", rust_tests)?;
    }
    if wanted("e2e") {
        let server = site::build(false)?;
        step("size", size::size)?;
        step("browser stories", || stories(&server))?;
    }
    Ok(())
}

fn clippy() -> Result<()> {
    let deny = ["--", "-D", "warnings"];
    run(cargo(&["clippy", "--workspace", "--all-targets"]).args(deny))?;
    // The islands' half of app, as the browser's build sees it.
    run(cargo(&["clippy", "--package", "frontend"]).args(deny))
}

fn rust_tests() -> Result<()> {
    let postgres = Postgres::start()?;
    let mut tests = if is_installed("cargo-nextest") {
        cargo(&["nextest", "run", "--workspace", "--no-fail-fast"])
    } else {
        cargo(&["test", "--workspace"])
    };
    run(tests.env("TEST_POSTGRES_URL", &postgres.url))
}

fn stories(server: &PathBuf) -> Result<()> {
    let folder = root().join("end2end");
    if !is_installed("npm") {
        bail!(
            "the browser stories need Node.js with npm: install it from nodejs.org or Debian's packages nodejs and npm"
        );
    }
    let lock = folder.join("package-lock.json");
    let installed = folder.join("node_modules").join(".package-lock.json");
    let changed = |file: &PathBuf| file.metadata().and_then(|meta| meta.modified()).ok();
    if changed(&installed) < changed(&lock) {
        let install = ["ci", "--no-audit", "--no-fund"];
        run(command("npm", &install).current_dir(&folder).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))?;
    }
    let chromium = chromium()?;
    run(command("npx", &["playwright", "test"])
        .current_dir(&folder)
        .env("CHROMIUM_PATH", chromium)
        .env("SERVER_BINARY", server)
        .env("SITE_DIR", root().join("site")))
}

/// The installed Chromium; as root on Debian it is installed when missing.
fn chromium() -> Result<PathBuf> {
    let find = || {
        std::env::var_os("CHROMIUM_PATH")
            .map(PathBuf::from)
            .or_else(|| ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(find_program))
    };
    if let Some(found) = find() {
        return Ok(found);
    }
    if is_root() && is_installed("apt-get") {
        output(&mut command("apt-get", &["update"]))?;
        output(&mut command("apt-get", &["install", "--yes", "--no-install-recommends", "chromium"]))?;
    }
    find().context("the browser stories need Chromium: install Debian's package chromium, or set CHROMIUM_PATH")
}
