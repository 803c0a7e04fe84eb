//! The style sheet: our parts from `style/`, and Tailwind's utilities for the classes that the pages use.
//!
//! A class in a `class=` attribute that is neither defined in `style/` nor a utility fails the build: it would do
//! nothing, silently.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use encre_css::Config;
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

use crate::process::root;

/// Builds the minified style sheet; `font` is the public path of the font file.
pub fn build(font: &str) -> Result<String> {
    let style = root().join("style");
    let mut sheet = String::from("@layer tokens, base, parts, pages, utilities;\n");
    for (layer, files) in [
        ("tokens", vec![style.join("tokens.css")]),
        ("base", vec![style.join("base.css")]),
        ("parts", css_files(&style.join("parts"))?),
        ("pages", css_files(&style.join("pages"))?),
    ] {
        for file in files {
            let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
            sheet.push_str(&format!("@layer {layer} {{\n{text}\n}}\n"));
        }
    }
    let config = Config::from_file(style.join("tailwind.toml")).context("style/tailwind.toml")?;
    let used = used_classes(&root().join("app").join("src"))?;
    let defined = defined_classes(&sheet);
    check(&used, &defined, &config)?;
    let utilities: Vec<&str> =
        used.iter().map(|class| class.name.as_str()).filter(|name| !defined.contains(*name)).collect();
    sheet.push_str(&format!("@layer utilities {{\n{}\n}}\n", encre_css::generate(utilities, &config)));
    sheet.push_str(&fs::read_to_string(style.join("font.css"))?.replace("/pkg/plus-jakarta-sans.woff2", font));
    minify(&sheet)
}

fn minify(sheet: &str) -> Result<String> {
    let browsers =
        Browsers { chrome: Some(100 << 16), firefox: Some(100 << 16), safari: Some(15 << 16), ..Browsers::default() };
    let targets = Targets::from(browsers);
    let mut parsed = StyleSheet::parse(sheet, ParserOptions::default()).map_err(|error| anyhow::anyhow!("{error}"))?;
    parsed.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|error| anyhow::anyhow!("{error}"))?;
    let printed = parsed.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() });
    Ok(printed.map_err(|error| anyhow::anyhow!("{error}"))?.code)
}

/// A class where it is used.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Used {
    name: String,
    place: String,
}

fn check(used: &BTreeSet<Used>, defined: &BTreeSet<String>, config: &Config) -> Result<()> {
    let unknown: Vec<String> = used
        .iter()
        .filter(|class| !defined.contains(&class.name))
        .filter(|class| encre_css::generate([class.name.as_str()], config).trim().is_empty())
        .map(|class| format!("  {}: {}", class.place, class.name))
        .collect();
    if !unknown.is_empty() {
        bail!("these classes are neither in style/ nor utilities:\n{}", unknown.join("\n"));
    }
    Ok(())
}

/// Every class that a selector in our own style sheets names.
fn defined_classes(sheet: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for piece in sheet.split('.').skip(1) {
        let name: String = piece.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
        if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            found.insert(name);
        }
    }
    found
}

/// Every class in a `class=` attribute: of the literal that follows, or of the literals of a `{...}` expression on the
/// same line. Pieces with `{` inside are put together at run time and are not checked.
fn used_classes(folder: &Path) -> Result<BTreeSet<Used>> {
    let mut found = BTreeSet::new();
    for file in rust_files(folder)? {
        let text = fs::read_to_string(&file)?;
        let shown = file.strip_prefix(root()).unwrap_or(&file).display().to_string();
        for (number, line) in text.lines().enumerate() {
            for attribute in line.split("class=").skip(1) {
                let literals: Vec<&str> = if attribute.starts_with('"') {
                    attribute.split('"').skip(1).take(1).collect()
                } else if attribute.starts_with('{') {
                    attribute.split('}').next().unwrap_or_default().split('"').skip(1).step_by(2).collect()
                } else {
                    Vec::new()
                };
                for name in
                    literals.iter().flat_map(|literal| literal.split_whitespace()).filter(|name| !name.contains('{'))
                {
                    found.insert(Used { name: name.to_owned(), place: format!("{shown}:{}", number + 1) });
                }
            }
        }
    }
    Ok(found)
}

fn rust_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)?.flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    Ok(files)
}

fn css_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .flatten()
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "css"))
        .collect();
    files.sort();
    Ok(files)
}
