//! Finding a service by the words that people use for it.

use super::service::Service;
use crate::search::{closest, normalise};

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<'s> {
    /// The services, in their order.
    pub services: Vec<&'s Service>,
    /// What was searched for instead, when something was mistyped.
    pub instead: Option<String>,
}

/// The services that have every word, whole or in part, in their name, their product, or what people call them. A word
/// that none has is taken for the one most like it.
pub fn find<'s>(services: &'s [Service], typed: &str) -> Found<'s> {
    let texts: Vec<String> = services.iter().map(text).collect();
    let typed = normalise(typed);
    let meant: Vec<&str> = typed
        .split_whitespace()
        .map(|word| match texts.iter().any(|text| text.contains(word)) {
            true => word,
            false => closest(word, texts.iter().flat_map(|text| text.split(' '))).unwrap_or(word),
        })
        .collect();
    let has_all = |text: &String| meant.iter().all(|word| text.contains(word));
    let services = services.iter().zip(&texts).filter(|(_, text)| has_all(text)).map(|(service, _)| service).collect();
    let meant = meant.join(" ");
    Found { services, instead: (meant != typed).then_some(meant) }
}

fn text(service: &Service) -> String {
    let (name, product) = (&service.name, &service.product);
    normalise(&format!("{} {} {} {} {}", name.id, name.en, product.id, product.en, service.also.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::permit::answers::tests::{key, words};
    use crate::permit::check::tests::{own, service};
    use crate::permit::service::Way;

    #[test]
    fn a_service_is_found_by_what_people_call_it() {
        let named = |code: &str, name: &str, also: &[&str]| Service {
            code: key(code),
            name: words(name),
            also: also.iter().map(|word| (*word).to_owned()).collect(),
            ..service(Way::Own(own()))
        };
        let services = [named("pirt", "SPP-IRT", &["pirt", "P-IRT"]), named("merek", "Merek dagang", &[])];
        let found = |typed: &str| {
            let found = find(&services, typed);
            let codes: Vec<&str> = found.services.iter().map(|service| service.code.as_str()).collect();
            (codes.join(" "), found.instead)
        };
        let straight = |codes: &str| (codes.to_owned(), None);
        for typed in ["pirt", "P-IRT", "spp irt", "PIRT ", "irt"] {
            assert_eq!(found(typed), straight("pirt"), "{typed}");
        }
        assert_eq!(found("dagang merek"), straight("merek"));
        assert_eq!(found("pirt dagang"), straight(""));
        assert_eq!(found(""), straight("pirt merek"));
        assert_eq!(found("merrek"), ("merek".to_owned(), Some("merek".to_owned())));
        assert_eq!(found("xqzwv"), straight(""));
    }
}
