//! The filter of the classes as an address, and back.

use domain::region::RegionCode;
use platform::training::Filter;

use crate::action::escape;
use crate::request::Query;

/// Reads a filter; what cannot be read is left out, a shared link still shows something.
pub(super) fn read(query: &Query) -> Filter {
    fn words<T: std::str::FromStr + PartialEq>(query: &Query, name: &str) -> Vec<T> {
        let mut found = Vec::new();
        for word in query.all(name).filter_map(|word| word.parse().ok()) {
            if !found.contains(&word) {
                found.push(word);
            }
        }
        found
    }
    let word = |name: &str| query.get(name).map(str::trim).filter(|value| !value.is_empty());
    let kecamatan = query.all("kec").filter_map(|code| RegionCode::parse(code).ok()).take(29);
    Filter {
        words: word("q").map(|words| words.chars().take(80).collect()).unwrap_or_default(),
        category: word("bidang").map(str::to_owned),
        when: words(query, "kapan"),
        seats: words(query, "kursi"),
        place: words(query, "tempat"),
        kecamatan: kecamatan.map(|code| code.as_str().to_owned()).collect(),
        beginner: word("pemula").is_some(),
        order: word("urut").and_then(|word| word.parse().ok()),
    }
}

/// The address of a filter.
pub(super) fn address(filter: &Filter) -> String {
    let mut query = Vec::new();
    let mut add = |name: &str, value: &str| query.push(format!("{name}={}", escape(value)));
    if !filter.words.is_empty() {
        add("q", &filter.words);
    }
    filter.category.iter().for_each(|slug| add("bidang", slug));
    filter.when.iter().for_each(|when| add("kapan", when.as_str()));
    filter.seats.iter().for_each(|seats| add("kursi", seats.as_str()));
    filter.place.iter().for_each(|place| add("tempat", place.as_str()));
    filter.kecamatan.iter().for_each(|code| add("kec", code));
    if filter.beginner {
        add("pemula", "1");
    }
    filter.order.iter().for_each(|order| add("urut", order.as_str()));
    if query.is_empty() { "/pelatihan".to_owned() } else { format!("/pelatihan?{}", query.join("&")) }
}

/// The same without what is ticked: words, category and order stay.
pub(super) fn cleared(filter: &Filter) -> Filter {
    Filter { words: filter.words.clone(), category: filter.category.clone(), order: filter.order, ..Filter::default() }
}

#[cfg(test)]
mod tests {
    use super::{address, read};
    use crate::request::Query;

    #[test]
    fn an_address_is_read_back() {
        let address_of = |query: &str| address(&read(&Query::parse(query)));
        let query = "q=kue+%26+kopi&bidang=ekspor&kapan=pekan&kursi=ada&kursi=antre&tempat=daring&kec=36.03.17&pemula=1&urut=kursi";
        assert_eq!(address_of(query), format!("/pelatihan?{query}"));
        assert_eq!(address_of("kapan=kemarin&kursi=ada&kursi=ada&kec=x&q=+"), "/pelatihan?kursi=ada");
    }
}
