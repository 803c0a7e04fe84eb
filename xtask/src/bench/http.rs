//! Requests a second of the whole site: release build, a new database, and everything over HTTP.

use std::net::SocketAddr;

use anyhow::{Result, ensure};

use super::client::{Client, between, encode};
use super::load::{self, Measured};
use super::plan::{Outcome, Plan};
use super::purchase;
use super::report::Wanted;

/// Visitors at a time.
const VISITORS: usize = 16;

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

/// Measures with 5,000 products.
pub fn measure(arguments: &[String]) -> Result<()> {
    let plan = Plan::parse(arguments, "products", 5_000, 8)?;
    let amount = plan.amount.to_string();
    plan.carry_out(&["--orders", "0", "--cases", "0", "--products", &amount], |served, tell| {
        Visits::new(served.address, &plan)?.all().for_each(tell);
        Ok(())
    })
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
    fn all(&self) -> impl Iterator<Item = Outcome> {
        let pages = [
            ("home", Wanted::Nothing, vec!["/".to_owned()]),
            ("list", Wanted::PerSecond(2_500.0), self.lists.clone()),
            ("product", Wanted::PerSecond(3_500.0), self.products.clone()),
            ("search", Wanted::PerSecond(800.0), self.searches.clone()),
        ];
        let measured = pages.into_iter().map(|(what, wanted, paths)| (what, wanted, self.pages(&paths)));
        measured.chain(std::iter::once_with(move || ("checkout", Wanted::PerSecond(200.0), self.checkouts())))
    }

    fn pages(&self, paths: &[String]) -> Measured {
        load::measure(self.address, VISITORS, self.seconds, |client, nth| {
            client.headers = self.headers.to_owned();
            let path = &paths[nth % paths.len()];
            let answer = client.get(path).map_err(|error| format!("{path}: {error}"))?;
            if answer.status == 200 { Ok(1) } else { Err(format!("{path}: {}", answer.status)) }
        })
    }

    fn checkouts(&self) -> Measured {
        load::measure(self.address, VISITORS, self.seconds, |client, nth| {
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

    use super::searches;

    #[test]
    fn every_search_comes_and_one_in_ten_is_mistyped() {
        let searches = searches();
        let typos = searches.iter().filter(|path| super::TYPOS.iter().any(|typo| path.ends_with(&format!("={typo}"))));
        assert_eq!((typos.count(), searches.len()), (23, 231));
        assert_eq!(searches.iter().collect::<HashSet<_>>().len(), 16 + 16 * 12 + 8);
    }
}
