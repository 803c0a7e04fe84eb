//! The services that a new site starts with.

use domain::permit::service::Service;

use super::publish;
use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// Their definitions, in the order in which a business gets them. What the office changes later are new versions.
const SERVICES: [&str; 6] = [
    include_str!("services/nib.json"),
    include_str!("services/binaan.json"),
    include_str!("services/pirt.json"),
    include_str!("services/halal.json"),
    include_str!("services/rekomendasi_merek.json"),
    include_str!("services/merek.json"),
];

/// Writes them into a database without services.
pub(crate) async fn load_services(platform: &Platform, tx: &mut Tx) -> Result<(), DbError> {
    for (position, text) in (1_i64..).zip(SERVICES) {
        let service: Service = serde_json::from_str(text).expect("the services compiled in can be read");
        let sql = "insert into service (slug, position, state) values ($1, $2, 'buka')";
        tx.run(sql, args![service.slug(), position]).await?;
        publish::insert(platform, tx, &service, None).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::permit::advice::{Business, recommend};
    use domain::permit::check::check;
    use domain::permit::find::find;
    use domain::permit::key::Words;
    use domain::permit::service::Way;
    use serde_json::Value;

    use super::*;

    fn services() -> Vec<Service> {
        SERVICES.iter().map(|text| serde_json::from_str(text).unwrap()).collect()
    }

    /// Whether everything of one value is in another: fields with default values may come on top.
    fn assert_within(one: &Value, other: &Value, place: &str) {
        match (one, other) {
            (Value::Object(one), Value::Object(other)) => {
                for (key, value) in one {
                    assert_within(value, other.get(key).unwrap_or(&Value::Null), &format!("{place}.{key}"));
                }
            }
            (Value::Array(one), Value::Array(other)) => {
                assert_eq!(one.len(), other.len(), "{place}");
                for (nth, (one, other)) in one.iter().zip(other).enumerate() {
                    assert_within(one, other, &format!("{place}.{nth}"));
                }
            }
            _ => assert_eq!(one, other, "{place}"),
        }
    }

    /// All words of a definition, with their places.
    fn all_words(value: &Value, place: &str, found: &mut Vec<(String, Words)>) {
        match value {
            Value::Object(fields) if fields.contains_key("id") => {
                found.push((place.to_owned(), serde_json::from_value(value.clone()).unwrap()));
            }
            Value::Object(fields) => {
                fields.iter().for_each(|(key, value)| all_words(value, &format!("{place}.{key}"), found))
            }
            Value::Array(items) => items.iter().for_each(|item| all_words(item, place, found)),
            _ => {}
        }
    }

    #[test]
    fn every_definition_can_be_published() {
        for service in services() {
            assert_eq!(check(&service), [], "{}", service.code);
            assert_eq!(service.version, 1);
        }
    }

    #[test]
    fn a_definition_comes_back_as_it_was_written() {
        for (text, service) in SERVICES.iter().zip(services()) {
            let again = serde_json::to_string(&service).unwrap();
            assert_eq!(serde_json::from_str::<Service>(&again).unwrap(), service);
            // Nothing in the file is misspelt: a field that no version reads would be lost here.
            let (file, again): (Value, Value) =
                (serde_json::from_str(text).unwrap(), serde_json::from_str(&again).unwrap());
            assert_within(&file, &again, service.code.as_str());
        }
    }

    #[test]
    fn every_word_is_there_in_both_languages() {
        for text in SERVICES {
            let mut words = Vec::new();
            all_words(&serde_json::from_str(text).unwrap(), "", &mut words);
            assert!(words.len() > 40);
            for (place, words) in words {
                assert!(!words.id.trim().is_empty() && !words.en.trim().is_empty(), "{place}: {words:?}");
            }
        }
    }

    #[test]
    fn what_no_source_says_is_marked() {
        for service in services() {
            // Days of the regency are proposals until the office has confirmed them.
            let days = match &service.way {
                Way::Own(own) => own.norm,
                Way::Accompanied(permit) => permit.stages.iter().find_map(|stage| stage.norm).unwrap(),
            };
            let marked = service.unconfirmed.iter().any(|words| words.id.contains(&format!("{days} hari kerja")));
            assert!(marked, "{}", service.code);
        }
    }

    #[test]
    fn people_find_them_by_their_own_words() {
        let services = services();
        for (typed, expected) in [
            ("pirt", "pirt"),
            ("P-IRT", "pirt"),
            ("izin rumahan", "pirt"),
            ("halal", "halal"),
            ("hallal", "halal"),
            ("merek", "rekomendasi_merek merek"),
            ("merk", "rekomendasi_merek merek"),
            ("binaan", "binaan"),
            ("nomor induk", "nib"),
            ("oss", "nib"),
            ("trademark", "rekomendasi_merek merek"),
            ("xqzwv", ""),
        ] {
            let found = find(&services, typed).services;
            let codes: Vec<&str> = found.iter().map(|service| service.code.as_str()).collect();
            assert_eq!(codes.join(" "), expected, "{typed}");
        }
    }

    #[test]
    fn every_business_begins_with_the_nib() {
        let services = services();
        let needs = |business| -> Vec<&str> {
            recommend(&services, business).iter().map(|(service, _)| service.code.as_str()).collect()
        };
        assert_eq!(needs(Business::Food), ["nib", "binaan", "pirt", "halal", "rekomendasi_merek", "merek"]);
        assert_eq!(needs(Business::Drinks), ["nib", "binaan", "pirt", "halal", "rekomendasi_merek", "merek"]);
        assert_eq!(needs(Business::Craft), ["nib", "binaan", "rekomendasi_merek", "merek"]);
        assert_eq!(needs(Business::Services), ["nib", "binaan", "rekomendasi_merek", "merek"]);
        assert_eq!(needs(Business::Trade), ["nib", "binaan"]);
    }

    #[test]
    fn addresses_are_their_own() {
        let slugs: BTreeSet<String> = services().iter().map(Service::slug).collect();
        assert_eq!(slugs.len(), SERVICES.len());
        assert!(slugs.contains("rekomendasi-merek"));
    }
}
