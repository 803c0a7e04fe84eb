//! What browsers load, compressed, against its budget.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};

use crate::assets::{Effort, brotli};
use crate::process::root;

/// Brotli bytes allowed, and the files that share them.
const BUDGET: [(&str, usize, &[&str]); 2] =
    [("islands", 100_000, &["app.wasm", "app.js", "islands.js"]), ("style sheet", 30_000, &["app.css"])];

/// Prints the sizes of the built site; fails above the budget.
pub fn size() -> Result<()> {
    let site = root().join("site");
    let manifest = fs::read(site.join("assets.json")).context("nothing is built: run `cargo xtask build`")?;
    let paths: BTreeMap<String, String> = serde_json::from_slice(&manifest)?;
    let mut over = Vec::new();
    println!("{:<12} {:>9} {:>9}", "brotli", "bytes", "allowed");
    for (what, allowed, files) in BUDGET {
        let mut total = 0;
        for name in files {
            let path = paths.get(*name).with_context(|| format!("{name} is not built"))?;
            total += brotli(&fs::read(site.join(&path[1..]))?, Effort::Best)?.len();
        }
        println!("{what:<12} {total:>9} {allowed:>9}");
        if total > allowed {
            over.push(what);
        }
    }
    if !over.is_empty() {
        bail!("over budget: {}", over.join(", "));
    }
    Ok(())
}
