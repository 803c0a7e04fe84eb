//! What browsers load, compressed, against its budget.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use crate::assets::{Effort, brotli};
use crate::bench::client::{Client, between};
use crate::process::root;
use crate::served::{DEMO, Served};

/// Islands together, what reads codes (loaded only by who scans one), and the style sheet. Bytes of brotli.
const ISLANDS: usize = 100_000;
const SCANNER: usize = 38_000;
const STYLE: usize = 30_000;
/// The list's HTML and its style sheet. Bytes of brotli.
const LIST: usize = 40_000;
/// Everything that a phone loads for the first view of the list. Bytes, and requests.
const FIRST_VIEW: usize = 300_000;
const REQUESTS: usize = 15;
/// Pictures of the first view: three rows of two. Those further down wait until they are scrolled near.
const IN_VIEW: usize = 6;
/// The width in which such a phone takes a picture: 46 % of 390 pixels, twice as dense.
const PICTURE: &str = "640w";

/// Whose pages need no script: they must not bring the islands.
const WITHOUT_ISLANDS: [&str; 8] =
    ["/", "/produk", "/kecamatan", "/keranjang", "/lacak", "/masuk", "/pelatihan", "/izin"];

/// Budgets, and what is over them.
struct Budget {
    over: Vec<&'static str>,
}

impl Budget {
    fn line(&mut self, what: &'static str, found: usize, allowed: usize) {
        println!("{what:<32} {found:>9} {allowed:>9}");
        if found > allowed {
            self.over.push(what);
        }
    }
}

/// Prints the sizes of the built site, as the server sends it; fails above the budget.
pub fn size(server: &Path) -> Result<()> {
    let mut budget = Budget { over: Vec::new() };
    println!("{:<32} {:>9} {:>9}", "bytes of brotli", "found", "allowed");
    budget.line("islands", built(&["app.wasm", "app.js", "islands.js"])?, ISLANDS);
    budget.line("scanner of codes", built(&["scanner.wasm", "scanner.js"])?, SCANNER);
    let style = built(&["app.css"])?;
    budget.line("style sheet", style, STYLE);

    let served = Served::start(server, DEMO, None)?;
    let mut plain = Client::new(served.address);
    let mut client = Client::new(served.address);
    client.headers = "Accept-Encoding: br\r\n".to_owned();
    let html = plain.get("/produk")?.text();
    let list = client.get("/produk")?.body.len();
    budget.line("product list: HTML and style", list + style, LIST);
    let parts = first_view(&html);
    let mut bytes = list + style;
    for part in parts.iter().filter(|part| !part.ends_with(".css")) {
        let answer = client.get(part)?;
        ensure!(answer.status == 200, "{part} of the product list answers {}", answer.status);
        bytes += answer.body.len();
    }
    budget.line("product list: first view", bytes, FIRST_VIEW);
    budget.line("product list: requests", parts.len() + 1, REQUESTS);
    for path in WITHOUT_ISLANDS {
        let html = plain.get(path)?.text();
        ensure!(!html.contains("/pkg/islands"), "{path} loads the islands, but has none");
    }
    let product = between(&html, "href=\"/produk/", "\"").next().context("the product list is empty")?;
    ensure!(plain.get(&format!("/produk/{product}"))?.text().contains("/pkg/islands"), "a product page has no island");
    if !budget.over.is_empty() {
        bail!("over budget: {}", budget.over.join(", "));
    }
    Ok(())
}

/// The best compression of built files together.
fn built(files: &[&str]) -> Result<usize> {
    let site = root().join("site");
    let manifest = fs::read(site.join("assets.json")).context("nothing is built: run `cargo xtask build`")?;
    let paths: BTreeMap<String, String> = serde_json::from_slice(&manifest)?;
    let mut total = 0;
    for name in files {
        let path = paths.get(*name).with_context(|| format!("{name} is not built"))?;
        total += brotli(&fs::read(site.join(&path[1..]))?, Effort::Best)?.len();
    }
    Ok(total)
}

/// What a phone loads besides the HTML before anybody scrolls: links of the head, icons, scripts and pictures.
fn first_view(html: &str) -> BTreeSet<String> {
    let mut parts = BTreeSet::new();
    for tag in between(html, "<link ", ">").filter(|tag| !tag.contains("canonical")) {
        parts.extend(between(tag, "href=\"", "\"").map(str::to_owned));
    }
    parts.extend(between(html, "<use href=\"", "#").map(str::to_owned));
    for tag in between(html, "<script ", ">") {
        parts.extend(between(tag, "src=\"", "\"").map(str::to_owned));
    }
    let pictures: Vec<&str> = between(html, "<img ", ">").collect();
    let now = pictures.iter().filter(|tag| !tag.contains("loading=\"lazy\""));
    for tag in now.chain(pictures.iter().take(IN_VIEW)) {
        let sizes = between(tag, "srcset=\"", "\"").next().unwrap_or_default();
        let fitting = sizes.split(", ").find_map(|size| size.strip_suffix(PICTURE));
        parts.extend(fitting.map(|path| path.trim().to_owned()));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::first_view;

    #[test]
    fn the_first_view_is_read_from_the_page() {
        let picture = |id: usize, lazy: bool| {
            let lazy = if lazy { " loading=\"lazy\"" } else { "" };
            format!("<img src=\"/m/{id}-320.webp\" srcset=\"/m/{id}-320.webp 320w, /m/{id}-640.webp 640w\"{lazy}>")
        };
        let pictures: String = (0..10).map(|id| picture(id, id > 3)).collect();
        let html = format!(
            "<link rel=\"stylesheet\" href=\"/pkg/app.css\"><link rel=\"canonical\" href=\"https://a/produk\">\
             <svg><use href=\"/pkg/icons.svg#x\"></use></svg><svg><use href=\"/pkg/icons.svg#y\"></use></svg>\
             {pictures}<script>1</script>"
        );
        let found: Vec<String> = first_view(&html).into_iter().collect();
        let expected = ["/m/0", "/m/1", "/m/2", "/m/3", "/m/4", "/m/5"].map(|id| format!("{id}-640.webp"));
        assert_eq!(found[..6], expected);
        assert_eq!(found[6..], ["/pkg/app.css", "/pkg/icons.svg"]);
    }
}
