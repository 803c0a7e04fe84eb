//! Lighthouse, with its phone profile, on the release build.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::client::{Client, between};
use crate::browser::{chromium, install};
use crate::process::{command, root, run};
use crate::served::{DEMO, Served};
use crate::site::{self, Purpose};
use crate::step::Steps;

/// Builds, serves a demo market and lets Lighthouse look at home, list and a product.
pub fn measure(arguments: &[String]) -> Result<()> {
    let json = match arguments {
        [] => None,
        [name, file] if name == "--json" => Some(std::path::absolute(Path::new(file))?),
        _ => bail!("unexpected {}\n\n{}", arguments.join(" "), super::HELP),
    };
    let binary = site::build(&mut Steps::new(site::STEPS), Purpose::Release)?;
    let (folder, chromium) = (root().join("end2end").join("lighthouse"), chromium()?);
    install(&folder)?;
    let served = Served::start(&binary, DEMO, None)?;
    let list = Client::new(served.address).get("/produk")?.text();
    let product = between(&list, "href=\"/produk/", "\"").next().context("the product list is empty")?;
    let mut lighthouse = command("node", &["lighthouse.mjs"]);
    lighthouse.current_dir(folder).env("CHROME_PATH", chromium);
    if let Some(file) = json {
        lighthouse.env("JSON", file);
    }
    for path in ["/", "/produk", &format!("/produk/{product}")] {
        lighthouse.arg(format!("http://{}{path}", served.address));
    }
    run(&mut lighthouse)
}
