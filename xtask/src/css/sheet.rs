//! Our own style sheets: `style/app.css` and what it imports, in the order of its lines.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

/// `app.css` of the folder with its imports put in. A style sheet of the folder that is imported nowhere is an error:
/// it would do nothing, silently.
pub fn assemble(folder: &Path) -> Result<String> {
    let mut sheet = String::new();
    let mut imported = BTreeSet::from([folder.join("app.css")]);
    for line in read(&folder.join("app.css"))?.lines() {
        let Some(import) = line.trim().strip_prefix("@import \"") else {
            sheet.push_str(line);
            sheet.push('\n');
            continue;
        };
        let (name, layer) = import.split_once('"').with_context(|| format!("style/app.css: unreadable {line:?}"))?;
        let file = folder.join(name);
        let text = read(&file)?;
        match layer.trim().trim_end_matches(';').strip_prefix("layer(").and_then(|rest| rest.strip_suffix(')')) {
            Some(layer) => sheet.push_str(&format!("@layer {layer} {{\n{text}\n}}\n")),
            None => sheet.push_str(&text),
        }
        imported.insert(file);
    }
    let mut sheets = Vec::new();
    style_sheets(folder, &mut sheets)?;
    if let Some(lost) = sheets.iter().find(|file| !imported.contains(*file)) {
        bail!("{} is not imported by style/app.css", lost.display());
    }
    Ok(sheet)
}

/// Checks and minifies a style sheet, and writes newer CSS so that phones of the last years understand it.
pub fn minify(sheet: &str) -> Result<String> {
    let browsers =
        Browsers { chrome: Some(100 << 16), firefox: Some(100 << 16), safari: Some(15 << 16), ..Browsers::default() };
    let targets = Targets::from(browsers);
    let mut parsed = StyleSheet::parse(sheet, ParserOptions::default()).map_err(|error| anyhow::anyhow!("{error}"))?;
    parsed.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|error| anyhow::anyhow!("{error}"))?;
    let printed = parsed.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() });
    Ok(printed.map_err(|error| anyhow::anyhow!("{error}"))?.code)
}

/// Every class that a selector of the sheet names.
pub fn defined_classes(sheet: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for piece in without_text(sheet).split('.').skip(1) {
        let name: String = piece.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
        if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            found.insert(name);
        }
    }
    found
}

/// The sheet without its comments and strings: a dot in a file's name is no class.
fn without_text(sheet: &str) -> String {
    let mut kept = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        kept.push_str(&rest[..at]);
        let end = match &rest[at..] {
            comment if comment.starts_with("/*") => comment.find("*/").map(|end| end + 2),
            slash if slash.starts_with('/') => Some(1),
            text => text[1..].find(&text[..1]).map(|end| end + 2),
        };
        rest = end.map_or("", |end| &rest[at + end..]);
    }
    kept + rest
}

fn style_sheets(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?.flatten() {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("static") {
            style_sheets(&path, found)?;
        } else if path.extension().is_some_and(|ending| ending == "css") {
            found.push(path);
        }
    }
    Ok(())
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::defined_classes;

    #[test]
    fn classes_are_those_of_selectors() {
        let sheet = ".a > .b-c:hover, p.d__e::after { width: .5em; content: \".no\"; src: url(\"x.no\") } /* .no */";
        assert_eq!(defined_classes(sheet).into_iter().collect::<Vec<_>>(), ["a", "b-c", "d__e"]);
    }
}
