//! The style sheet: our own files of `style/`, and Tailwind's utilities for the classes that the pages use.
//!
//! A class in a page that is neither defined in `style/` nor a utility fails the build: it would do nothing, silently.

mod sheet;
mod source;

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result, bail};
use encre_css::Config;

use crate::process::{root, rust_files};

/// Builds the minified style sheet. Paths such as `/pkg/font.woff2` in it are still the plain ones.
pub fn build() -> Result<String> {
    let style = root().join("style");
    let own = sheet::assemble(&style)?;
    let defined = sheet::defined_classes(&own);
    let config = Config::from_file(style.join("tailwind.toml")).context("style/tailwind.toml")?;

    let mut words = BTreeSet::new();
    let mut unknown = Vec::new();
    for file in rust_files(&root().join("app").join("src"))? {
        let text = fs::read_to_string(&file)?;
        words.extend(source::words(&text));
        for used in source::used_classes(&text) {
            if !defined.contains(&used.name) && !is_utility(&used.name, &config) {
                let shown = file.strip_prefix(root()).unwrap_or(&file).display();
                unknown.push(format!("  {shown}:{}: {}", used.line, used.name));
            }
            words.insert(used.name);
        }
    }
    if !unknown.is_empty() {
        bail!("these classes are neither in style/ nor utilities of style/tailwind.toml:\n{}", unknown.join("\n"));
    }
    sheet::minify(&format!("{own}\n@layer utilities {{\n{}\n}}\n", utilities(&words, &defined, &config)))
}

/// The rules of the utilities among the words. Words that we define ourselves are ours, even when Tailwind knows them.
fn utilities(words: &BTreeSet<String>, defined: &BTreeSet<String>, config: &Config) -> String {
    encre_css::generate(words.iter().map(String::as_str).filter(|word| !defined.contains(*word)), config)
}

fn is_utility(name: &str, config: &Config) -> bool {
    encre_css::utils::check_selectors(name, config).is_empty()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use encre_css::Config;

    use super::{is_utility, utilities};
    use crate::process::root;

    fn config() -> Config {
        Config::from_file(root().join("style/tailwind.toml")).unwrap()
    }

    fn rule(class: &str) -> String {
        let css = utilities(&BTreeSet::from([class.to_owned()]), &BTreeSet::new(), &config());
        css.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn utilities_speak_with_our_tokens() {
        for (class, declaration) in [
            ("bg-surface", "background-color: var(--surface);"),
            ("text-muted", "color: var(--muted);"),
            ("border-line", "border-color: var(--line);"),
            ("text-14", "font-size: var(--f14);"),
            ("gap-4", "gap: 1rem;"),
            ("rounded", "border-radius: var(--r-control);"),
            ("rounded-card", "border-radius: var(--r-card);"),
            ("rounded-full", "border-radius: 9999px;"),
            ("shadow", "box-shadow: var(--shadow);"),
            ("size-6", "width: 1.5rem; height: 1.5rem;"),
            ("size-[44px]", "width: 44px; height: 44px;"),
            ("size-full", "width: 100%; height: 100%;"),
            ("max-w-[40rem]", "max-width: 40rem;"),
            ("lg:grid-cols-3", "@media (width >= 960px)"),
            ("sm:flex", "@media (width >= 620px)"),
            ("has-[:checked]:bg-brand-tint", ":has(:checked)"),
            ("group-hover:underline", ".group:hover"),
            ("dark:bg-paper", "prefers-color-scheme: dark"),
        ] {
            assert!(rule(class).contains(declaration), "{class}: {}", rule(class));
            assert!(is_utility(class, &config()), "{class}");
        }
    }

    #[test]
    fn what_tailwind_does_not_know_is_no_utility() {
        for class in ["bg-surfce", "text-15px", "grid-colls-3", "xl2:flex", "good__name", "rounded-crd"] {
            assert!(!is_utility(class, &config()), "{class}");
        }
    }

    #[test]
    fn nothing_is_reset_behind_our_back() {
        assert_eq!(rule("no-utility"), "");
    }

    #[test]
    fn wider_screens_win_over_narrower_ones() {
        let words = ["lg:hidden", "md:hidden", "sm:hidden", "hidden"].map(str::to_owned);
        let css = utilities(&BTreeSet::from(words), &BTreeSet::new(), &config());
        let at = |text: &str| css.find(text).unwrap_or_else(|| panic!("{text} is missing in {css}"));
        assert!(at(".hidden") < at("620px") && at("620px") < at("720px") && at("720px") < at("960px"));
    }
}
