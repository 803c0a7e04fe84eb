//! The filter of the catalogue as an address, and back.

use domain::money::Rupiah;
use domain::region::RegionCode;
use platform::shop::catalogue::{Cursor, Filter, From, Sort};

use crate::action::escape;
use crate::request::Query;

/// Reads a filter; what cannot be read is left out, a shared link still shows something.
pub fn read(query: &Query) -> (Filter, From) {
    let word = |name: &str| query.get(name).filter(|value| !value.trim().is_empty());
    let price = |name: &str| word(name).and_then(|value| Rupiah::parse(value).ok());
    let filter = Filter {
        words: word("q").map(|words| words.trim().chars().take(80).collect()).unwrap_or_default(),
        category: word("kategori").map(str::to_owned),
        kecamatan: query.all("kec").filter_map(|code| RegionCode::parse(code).ok()).take(29).collect(),
        price_min: price("min"),
        price_max: price("maks"),
        available: word("ada").is_some(),
        halal: word("halal").is_some(),
        pirt: word("pirt").is_some(),
        nib: word("nib").is_some(),
        sort: word("urut").map(Sort::parse).unwrap_or_default(),
    };
    let cursor = |name: &str| word(name).and_then(Cursor::parse);
    let from = match (cursor("sesudah"), cursor("sebelum")) {
        (Some(cursor), _) => From::After(cursor),
        (None, Some(cursor)) => From::Before(cursor),
        (None, None) => From::Start,
    };
    (filter, from)
}

/// The address of a filter's first page.
pub fn address(filter: &Filter) -> String {
    let mut query = Vec::new();
    let mut add = |name: &str, value: String| query.push(format!("{name}={value}"));
    if !filter.words.is_empty() {
        add("q", escape(&filter.words));
    }
    if let Some(category) = &filter.category {
        add("kategori", escape(category));
    }
    for code in &filter.kecamatan {
        add("kec", code.as_str().to_owned());
    }
    if let Some(price) = filter.price_min {
        add("min", price.amount().to_string());
    }
    if let Some(price) = filter.price_max {
        add("maks", price.amount().to_string());
    }
    for (on, name) in [(filter.available, "ada"), (filter.halal, "halal"), (filter.pirt, "pirt"), (filter.nib, "nib")] {
        if on {
            add(name, "1".to_owned());
        }
    }
    if filter.sort != Sort::default() {
        add("urut", filter.sort.as_str().to_owned());
    }
    if query.is_empty() { "/produk".to_owned() } else { format!("/produk?{}", query.join("&")) }
}

/// The address of another page of the same list.
pub fn address_from(filter: &Filter, name: &str, cursor: Cursor) -> String {
    let base = address(filter);
    let joint = if base.contains('?') { '&' } else { '?' };
    format!("{base}{joint}{name}={cursor}")
}

#[cfg(test)]
mod tests {
    use super::{address, read};
    use crate::request::Query;

    #[test]
    fn an_address_is_read_back() {
        let address_of = |query: &str| address(&read(&Query::parse(query)).0);
        let query = "q=kue+%26+kopi&kategori=keripik&kec=36.03.20&kec=36.03.08&maks=60000&ada=1&urut=murah";
        assert_eq!(address_of(query), format!("/produk?{query}"));
        assert_eq!(address_of("maks=60.000&kec=x&urut=?&q=+"), "/produk?maks=60000");
    }
}
