//! The browser stories of `end2end`.

use std::path::Path;

use anyhow::Result;

use super::count::Count;
use crate::browser::{chromium, install};
use crate::process::{command, root};

/// Runs the stories against the built server.
pub fn tell(server: &Path, count: &mut Count) -> Result<()> {
    let folder = root().join("end2end");
    let chromium = chromium()?;
    install(&folder)?;
    let mut playwright = command("npx", &["playwright", "test"]);
    playwright
        .current_dir(&folder)
        .env("CHROMIUM_PATH", chromium)
        .env("SERVER_BINARY", server)
        .env("SITE_DIR", root().join("site"));
    count.run(playwright)
}
