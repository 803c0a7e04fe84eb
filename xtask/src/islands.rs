//! Every island that a page can show must be in the WASM: the linker drops, silently, what nobody references.

use std::fs;

use anyhow::{Result, bail};

use crate::process::{root, rust_files};

/// Compares the islands of `app` with the functions that the JavaScript side exports.
pub fn check(js: &str) -> Result<()> {
    let mut missing = Vec::new();
    for file in rust_files(&root().join("app").join("src"))? {
        missing.extend(names(&fs::read_to_string(file)?).into_iter().filter(|name| !is_exported(name, js)));
    }
    if !missing.is_empty() {
        bail!("these islands are not in the WASM; does frontend/src/lib.rs use app? {}", missing.join(", "));
    }
    Ok(())
}

/// The names behind `#[island]`.
fn names(source: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut lines = source.lines().map(str::trim_start);
    while let Some(line) = lines.next() {
        if !line.starts_with("#[island") {
            continue;
        }
        let function = std::iter::once(line).chain(lines.by_ref()).find_map(|line| line.split_once("fn "));
        if let Some((_, after)) = function {
            names.push(after.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    names
}

/// Leptos adds a number to an island's name: `Gallery_11589806802858798504`.
fn is_exported(name: &str, js: &str) -> bool {
    js.split("export function ").skip(1).any(|function| {
        let rest = function.strip_prefix(name).and_then(|rest| rest.strip_prefix('_'));
        rest.is_some_and(|rest| rest.split('(').next().is_some_and(|number| number.parse::<u64>().is_ok()))
    })
}

#[cfg(test)]
mod tests {
    use super::{is_exported, names};

    #[test]
    fn islands_are_found_by_their_attribute() {
        let source = "/// Uses #[island].\n#[island]\n/// Pictures.\npub fn Gallery(a: u8) {}\n#[component]\nfn No() {}\n\
                      #[island(transparent)] pub fn Cart() {}";
        assert_eq!(names(source), ["Gallery", "Cart"]);
    }

    #[test]
    fn only_the_same_island_counts() {
        let js = "export function Gallery_115898(a) {}\nexport function hydrate() {}";
        assert!(is_exported("Gallery", js));
        for other in ["Gal", "hydrate", "Cart"] {
            assert!(!is_exported(other, js), "{other}");
        }
    }
}
