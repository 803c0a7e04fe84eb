//! Which one do I need: the services that a kind of business needs, in the order in which it gets them.

use serde::{Deserialize, Serialize};

use super::key::Words;
use super::service::Service;
use crate::words;

words! {
    /// What somebody makes or sells.
    pub enum Business {
        /// Food made at home.
        Food = "makanan",
        /// Drinks.
        Drinks = "minuman",
        /// Crafts, batik, clothes, bags.
        Craft = "kerajinan",
        /// Work for others: sewing, repairs.
        Services = "jasa",
        /// Goods that others make.
        Trade = "dagang",
    }
}

/// That a kind of business needs a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// Who.
    pub business: Business,
    /// Why.
    pub because: Words,
}

/// The services that a business needs, each with the reason. Their order is that of the services: what others ask for
/// comes first.
pub fn recommend<'s>(
    services: impl IntoIterator<Item = &'s Service>,
    business: Business,
) -> Vec<(&'s Service, &'s Words)> {
    let reason = |service: &'s Service| service.advice.iter().find(|advice| advice.business == business);
    services.into_iter().filter_map(|service| Some((service, &reason(service)?.because))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::permit::answers::tests::{key, words};
    use crate::permit::check::tests::{own, service};
    use crate::permit::service::Way;

    #[test]
    fn a_business_gets_what_it_needs_in_order_with_the_reason() {
        let needed_by = |code: &str, businesses: &[(Business, &str)]| Service {
            code: key(code),
            advice: businesses
                .iter()
                .map(|(business, because)| Advice { business: *business, because: words(because) })
                .collect(),
            ..service(Way::Own(own()))
        };
        let services = [
            needed_by("nib", &[(Business::Food, "dasar"), (Business::Trade, "wajib")]),
            needed_by("merek", &[]),
            needed_by("pirt", &[(Business::Food, "pangan")]),
        ];
        let found = |business| -> Vec<(&str, &str)> {
            let found = recommend(&services, business);
            found.iter().map(|(service, because)| (service.code.as_str(), because.id.as_str())).collect()
        };
        assert_eq!(found(Business::Food), [("nib", "dasar"), ("pirt", "pangan")]);
        assert_eq!(found(Business::Trade), [("nib", "wajib")]);
        assert_eq!(found(Business::Craft), []);
    }
}
