//! The facts that decide whether somebody sets out: how long, how much, from whom.

use domain::permit::service::{Service, Way};

use crate::text::{Lang, PermitText};

/// How long it takes, in few words.
pub(super) fn time(service: &Service, t: Lang) -> String {
    match &service.way {
        Way::Own(own) => t.working_days(own.norm),
        Way::Accompanied(accompanied) if accompanied.time.is_empty() => t.time_of_agency(accompanied.agency.get(t)),
        Way::Accompanied(accompanied) => accompanied.time.get(t).to_owned(),
    }
}

/// What it costs, in few words.
pub(super) fn fee(service: &Service, t: Lang) -> String {
    let least = match &service.way {
        Way::Own(own) => Some(own.fee),
        Way::Accompanied(accompanied) => accompanied.fees.iter().map(|fee| fee.amount).min(),
    };
    match least {
        Some(fee) if !service.is_free() => t.fee_from(fee),
        _ => t.free().to_owned(),
    }
}

/// Who issues it.
pub(super) fn issuer(service: &Service, t: Lang) -> String {
    match &service.way {
        Way::Own(_) => t.issued_by_office().to_owned(),
        Way::Accompanied(accompanied) => t.issued_by(accompanied.agency.get(t)),
    }
}
