//! A guest buys: every request that a browser without scripts sends, and what it reads in the answers.

use std::fmt;
use std::io;

use super::client::{Answer, Client, between};

/// Why there is no order.
#[derive(Debug)]
pub enum Refused {
    /// The connection broke.
    Broken(io::Error),
    /// An answer was not the expected one.
    Unexpected(String),
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        Refused::Broken(error)
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::Broken(error) => write!(f, "{error}"),
            Refused::Unexpected(what) => f.write_str(what),
        }
    }
}

/// Buys one piece of a variant as a new guest; answers how many requests that took.
pub fn buy(client: &mut Client, variant: &str) -> Result<usize, Refused> {
    fill_cart(client, variant)?;
    let form = fill_form(client, "Siti Nurjanah")?;
    order(client, &form)?;
    Ok(5)
}

/// Puts one piece of a variant into a new guest's cart.
pub fn fill_cart(client: &mut Client, variant: &str) -> Result<(), Refused> {
    client.forget_cookies();
    let added = client.post("/aksi/keranjang/tambah", &[("varian", variant), ("jumlah", "1")])?;
    leads_to(&added, "/keranjang")?;
    let cart = client.get("/keranjang")?;
    if cart.status == 200 { Ok(()) } else { unexpected(&cart, "/keranjang") }
}

/// The form of the checkout page, filled in by somebody who fetches and pays in cash.
pub fn fill_form(client: &mut Client, buyer: &str) -> Result<Vec<(String, String)>, Refused> {
    let page = client.get("/checkout?kec=ambil")?;
    if page.status != 200 {
        return unexpected(&page, "/checkout");
    }
    let html = page.text();
    let token = between(&html, "name=\"token\" value=\"", "\"").next();
    let Some(token) = token else { return Err(Refused::Unexpected("the checkout page has no token".into())) };
    let mut form: Vec<(String, String)> =
        [("token", token), ("kec", "ambil"), ("nama", buyer), ("hp", "0812 3456 7890")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into();
    let mut shops: Vec<&str> = between(&html, "name=\"terima[", "]").collect();
    shops.dedup();
    for shop in shops {
        form.push((format!("terima[{shop}]"), "ambil_di_toko".into()));
        form.push((format!("bayar[{shop}]"), "tunai".into()));
    }
    Ok(form)
}

/// Orders; answers the confirmation page.
pub fn order(client: &mut Client, form: &[(String, String)]) -> Result<Answer, Refused> {
    let placed = send(client, form)?;
    leads_to(&placed, "/pesanan/terima-kasih")?;
    let page = client.get("/pesanan/terima-kasih")?;
    if page.status == 200 { Ok(page) } else { unexpected(&page, "/pesanan/terima-kasih") }
}

/// Sends the filled form, whatever the answer.
pub fn send(client: &mut Client, form: &[(String, String)]) -> io::Result<Answer> {
    let fields: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    client.post("/aksi/pesan", &fields)
}

fn leads_to(answer: &Answer, path: &str) -> Result<(), Refused> {
    if (300..400).contains(&answer.status) && answer.header("location") == path {
        return Ok(());
    }
    Err(Refused::Unexpected(format!("{} {} instead of {path}", answer.status, answer.header("location"))))
}

fn unexpected<T>(answer: &Answer, path: &str) -> Result<T, Refused> {
    Err(Refused::Unexpected(format!("{path} answered {} {}", answer.status, answer.header("location"))))
}
