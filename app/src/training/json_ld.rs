//! A class as search engines read it (schema.org).

use domain::time::Timestamp;
use domain::training::class::State;
use platform::training::ClassShown;
use serde_json::{Value, json};

use crate::site::Site;

/// `2026-12-03T09:00:00+07:00`.
fn moment(at: Timestamp) -> String {
    let (hour, minute) = at.clock();
    format!("{}T{hour:02}:{minute:02}:00+07:00", at.day())
}

/// An `Event`.
pub(super) fn event(class: &ClassShown, kecamatan: &str, picture: Option<&str>, site: &Site) -> Value {
    let url = format!("{}/pelatihan/{}", site.public_url, class.slug);
    let (mode, location) = match &class.venue {
        Some(venue) => (
            "OfflineEventAttendanceMode",
            json!({
                "@type": "Place",
                "name": venue.name,
                "address": {
                    "@type": "PostalAddress",
                    "streetAddress": venue.address,
                    "addressLocality": kecamatan,
                    "addressRegion": site.regency,
                    "addressCountry": "ID",
                },
            }),
        ),
        None => ("OnlineEventAttendanceMode", json!({ "@type": "VirtualLocation", "url": url })),
    };
    let status = if class.state == State::Batal { "EventCancelled" } else { "EventScheduled" };
    let left = if class.free() > 0 { "InStock" } else { "SoldOut" };
    let schema = |word: &str| format!("https://schema.org/{word}");
    json!({
        "@context": "https://schema.org",
        "@type": "Event",
        "name": class.course.title,
        "description": class.course.summary,
        "url": url,
        "image": picture.map(|path| format!("{}{path}", site.public_url)),
        "startDate": class.sessions.first().map(|session| moment(session.starts_at)),
        "endDate": class.sessions.last().map(|session| moment(session.ends_at)),
        "eventStatus": schema(status),
        "eventAttendanceMode": schema(mode),
        "location": location,
        "isAccessibleForFree": true,
        "inLanguage": "id",
        "offers": {
            "@type": "Offer",
            "price": "0",
            "priceCurrency": "IDR",
            "availability": schema(left),
            "validFrom": moment(class.opens_at),
            "url": url,
        },
        "performer": { "@type": "Person", "name": class.trainer },
        "organizer": { "@type": "GovernmentOrganization", "name": site.regency, "url": site.public_url },
    })
}
