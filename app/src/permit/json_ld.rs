//! A service as search engines read it (schema.org).

use domain::permit::service::{Service, Way};
use serde_json::{Value, json};

use crate::site::Site;
use crate::text::Lang;

/// A `GovernmentService`.
pub(super) fn government_service(service: &Service, site: &Site, t: Lang) -> Value {
    let organization = |name: &str| json!({ "@type": "GovernmentOrganization", "name": name });
    let offer = |price: i64, what: &str| json!({ "@type": "Offer", "price": price.to_string(), "priceCurrency": "IDR", "description": what });
    let url = format!("{}/izin/{}", site.public_url, service.slug());
    let (operator, offers, portal) = match &service.way {
        Way::Own(own) => (organization(&site.regency), vec![offer(own.fee.amount(), service.name.get(t))], None),
        Way::Accompanied(permit) => (
            organization(permit.agency.get(t)),
            permit.fees.iter().map(|fee| offer(fee.amount.amount(), fee.what.get(t))).collect(),
            permit.portal.as_deref(),
        ),
    };
    json!({
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": service.name.get(t),
        "description": service.summary.get(t),
        "alternateName": service.also,
        "url": url,
        "serviceOperator": operator,
        "provider": organization(&site.regency),
        "areaServed": { "@type": "AdministrativeArea", "name": site.regency },
        "availableChannel": { "@type": "ServiceChannel", "serviceUrl": portal.unwrap_or(&url) },
        "offers": offers,
    })
}
