//! Requests a second of the whole site: release build, a new database, and everything over HTTP.

use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;

use super::client::{Client, between, encode};
use super::load::{self, CONNECTIONS, Measured};
use super::purchase;
use super::report::{self, Line};
use crate::postgres::{Durability, Postgres};
use crate::served::Served;
use crate::site::{self, Purpose};
use crate::step::Steps;

/// What is typed most: goods, shops and places, alone and together.
const WORDS: [&str; 16] = [
    "keripik", "kopi", "batik", "sambal", "kerupuk", "tas", "anyaman", "kue", "madu", "dodol", "sandal", "pisang",
    "kacang", "katering", "tanaman", "legok",
];
/// What is added to it.
const PLACES: [&str; 12] = [
    "legok",
    "curug",
    "mauk",
    "cisoka",
    "kronjo",
    "balaraja",
    "tigaraksa",
    "pakuhaji",
    "manis",
    "pedas",
    "asin",
    "ibu",
];
/// One of ten is mistyped.
const TYPOS: [&str; 8] = ["kripik", "sambel", "rengginag", "krupuk", "kopii", "anyamn", "batiq", "sendal"];

/// What is measured.
#[derive(Debug)]
pub struct Plan {
    products: u32,
    databases: Vec<&'static str>,
    seconds: u64,
    json: Option<PathBuf>,
    brotli: bool,
}

impl Plan {
    /// Reads the arguments.
    pub fn parse(arguments: &[String]) -> Result<Self> {
        let mut plan =
            Self { products: 5_000, databases: vec!["sqlite", "postgres"], seconds: 8, json: None, brotli: false };
        let mut rest = arguments.iter();
        while let Some(name) = rest.next() {
            let mut value = || rest.next().with_context(|| format!("{name} needs a value\n\n{}", super::HELP));
            match name.as_str() {
                "--products" => plan.products = value()?.replace('_', "").parse().context("--products: a number")?,
                "--seconds" => plan.seconds = value()?.parse().context("--seconds: a number")?,
                "--json" => plan.json = Some(value()?.into()),
                "--br" => plan.brotli = true,
                "--database" => {
                    plan.databases = match value()?.as_str() {
                        "sqlite" => vec!["sqlite"],
                        "postgres" => vec!["postgres"],
                        "both" => vec!["sqlite", "postgres"],
                        other => bail!("--database {other}: sqlite, postgres or both"),
                    }
                }
                other => bail!("unknown {other}\n\n{}", super::HELP),
            }
        }
        ensure!(plan.products >= 1_000 && plan.seconds >= 1, "at least 1,000 products and one second");
        Ok(plan)
    }
}

/// Builds, fills, serves, measures and prints.
pub fn measure(plan: &Plan) -> Result<()> {
    let binary = site::build(&mut Steps::new(site::STEPS), Purpose::Release)?;
    let mut lines = Vec::new();
    for database in &plan.databases {
        let postgres = match *database {
            "postgres" => Some(Postgres::start(Durability::Default)?),
            _ => None,
        };
        let served = Served::start(&binary, plan.products, postgres.as_ref().map(|server| server.url.as_str()))?;
        report::head();
        for (what, wanted, measured) in Visits::new(served.address, plan)?.all(database) {
            let line = Line { database, what, wanted, measured, memory: served.most_memory() };
            line.print();
            lines.push(line);
        }
        println!();
    }
    if let Some(file) = &plan.json {
        let all = json!({
            "products": plan.products,
            "connections": CONNECTIONS,
            "brotli": plan.brotli,
            "measured": lines.iter().map(Line::json).collect::<Vec<_>>(),
        });
        fs::write(file, serde_json::to_vec_pretty(&all)?)
            .with_context(|| format!("cannot write {}", file.display()))?;
    }
    let errors: usize = lines.iter().map(|line| line.measured.errors).sum();
    ensure!(errors == 0, "{errors} requests were not answered as they should be");
    Ok(())
}

/// What is asked for.
struct Visits {
    address: SocketAddr,
    seconds: u64,
    headers: &'static str,
    lists: Vec<String>,
    products: Vec<String>,
    searches: Vec<String>,
    /// Variants that can be bought.
    variants: Vec<String>,
}

impl Visits {
    /// Walks through the catalogue to find what there is.
    fn new(address: SocketAddr, plan: &Plan) -> Result<Self> {
        let mut client = Client::new(address);
        let (mut lists, mut products, mut variants) = (Vec::new(), Vec::new(), Vec::new());
        // From several starts, so that both ends of the catalogue and its categories are seen.
        let starts =
            ["", "?urut=baru", "?urut=murah", "?kategori=makanan-ringan", "?kategori=keripik", "?kategori=jasa"];
        for start in starts {
            let mut path = Some(format!("/produk{start}"));
            for _ in 0..12 {
                let Some(list) = path.take() else { break };
                let html = client.get(&list)?.text();
                products.extend(between(&html, "href=\"/produk/", "\"").map(|slug| format!("/produk/{slug}")));
                path = between(&html, "href=\"", "\"")
                    .find(|to| to.contains("sesudah="))
                    .map(|to| to.replace("&amp;", "&"));
                lists.push(list);
            }
        }
        products.sort();
        products.dedup();
        for product in &products {
            let html = client.get(product)?.text();
            let choices = between(&html, "name=\"varian\"", ">").filter(|choice| !choice.contains("disabled"));
            variants.extend(choices.filter_map(|choice| between(choice, "value=\"", "\"").next()).map(str::to_owned));
        }
        ensure!(
            lists.len() > 30 && products.len() > 300 && variants.len() > 300,
            "the catalogue is too small to measure"
        );
        let headers = if plan.brotli { "Accept-Encoding: br\r\n" } else { "" };
        Ok(Self { address, seconds: plan.seconds, headers, lists, products, searches: searches(), variants })
    }

    /// Measures everything, lazily: each line is printed when it is there.
    fn all(&self, database: &str) -> impl Iterator<Item = (&'static str, f64, Measured)> {
        let orders = if database == "sqlite" { 300.0 } else { 200.0 };
        let pages = [
            ("home", 0.0, vec!["/".to_owned()]),
            ("list", 2_500.0, self.lists.clone()),
            ("product", 3_500.0, self.products.clone()),
            ("search", 800.0, self.searches.clone()),
        ];
        let measured = pages.into_iter().map(|(what, wanted, paths)| (what, wanted, self.pages(&paths)));
        measured.chain(std::iter::once_with(move || ("checkout", orders, self.checkouts())))
    }

    fn pages(&self, paths: &[String]) -> Measured {
        load::measure(self.address, self.seconds, |client, nth| {
            client.headers = self.headers.to_owned();
            let path = &paths[nth % paths.len()];
            let answer = client.get(path).map_err(|error| format!("{path}: {error}"))?;
            if answer.status == 200 { Ok(1) } else { Err(format!("{path}: {}", answer.status)) }
        })
    }

    fn checkouts(&self) -> Measured {
        load::measure(self.address, self.seconds, |client, nth| {
            client.headers = self.headers.to_owned();
            let variant = &self.variants[nth % self.variants.len()];
            purchase::buy(client, variant).map_err(|refused| refused.to_string())
        })
    }
}

/// Single words, pairs, and one mistyped among ten.
fn searches() -> Vec<String> {
    let pairs = WORDS.iter().flat_map(|word| PLACES.iter().map(move |place| format!("{word} {place}")));
    let mut words: Vec<String> = WORDS.iter().map(|word| (*word).to_owned()).chain(pairs).collect();
    let correct = words.len();
    words.extend((0..correct / 9).map(|nth| TYPOS[nth % TYPOS.len()].to_owned()));
    // In an order that mixes them, and is the same every time.
    let length = words.len();
    let step = (length / 3..).find(|step| gcd(*step, length) == 1).unwrap_or(1);
    (0..length).map(|nth| format!("/produk?{}", encode(&[("q", &words[nth * step % length])]))).collect()
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{Plan, searches};

    #[test]
    fn every_search_comes_and_one_in_ten_is_mistyped() {
        let searches = searches();
        let typos = searches.iter().filter(|path| super::TYPOS.iter().any(|typo| path.ends_with(&format!("={typo}"))));
        assert_eq!((typos.count(), searches.len()), (23, 231));
        assert_eq!(searches.iter().collect::<HashSet<_>>().len(), 16 + 16 * 12 + 8);
    }

    #[test]
    fn a_wrong_plan_is_refused() {
        for wrong in [&["--products"][..], &["--products", "many"], &["--database", "mysql"], &["--fast"]] {
            let arguments: Vec<String> = wrong.iter().map(|word| (*word).to_owned()).collect();
            assert!(Plan::parse(&arguments).is_err(), "{wrong:?}");
        }
    }
}
