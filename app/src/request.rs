//! What the address of this request says.

use leptos::prelude::*;

/// The parts of the path that the page's pattern names; the server's router fills them in.
#[derive(Debug, Clone, Default)]
pub struct Params(pub Vec<(String, String)>);

/// The part of the path that the page's pattern gives this name; empty where it has none.
pub fn param(name: &str) -> String {
    use_context::<Params>()
        .and_then(|params| params.0.into_iter().find(|(key, _)| key == name))
        .map(|(_, value)| value)
        .unwrap_or_default()
}

/// The query of this request.
pub fn query() -> Query {
    with_context::<http::request::Parts, _>(|parts| Query::parse(parts.uri.query().unwrap_or_default()))
        .unwrap_or_default()
}

/// Names and values behind the `?` of an address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// Reads `q=kue+%26+kopi&kec=36.03.20`.
    pub fn parse(text: &str) -> Self {
        Self(form_urlencoded::parse(text.as_bytes()).into_owned().collect())
    }

    /// The first value with this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Every value with this name.
    pub fn all<'q>(&'q self, name: &'q str) -> impl Iterator<Item = &'q str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}
