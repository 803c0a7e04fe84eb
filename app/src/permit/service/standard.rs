//! The parts of the Standar Pelayanan that are read afterwards, and what is not sure in them.

use domain::permit::key::Words;
use domain::permit::service::{LegalBasis, Service, Way};
use leptos::prelude::*;
use platform::permit::ServiceShown;

use crate::html::IntoHtml;
use crate::permit::facts::{fee, time};
use crate::text::{ComplaintText, Lang, PermitText, duration};
use crate::ui::Icon;

pub(super) fn standard(shown: &ServiceShown, t: Lang) -> AnyView {
    let service = &shown.service;
    let said = |words: &Words| words.get(t).to_owned().into_html();
    let validity = service.validity_months().map_or(t.no_end().to_owned(), |months| duration(months, t));
    let issuer = match &service.way {
        Way::Own(_) => t.the_office().to_owned(),
        Way::Accompanied(permit) => permit.agency.get(t).to_owned(),
    };
    let time = match &service.way {
        Way::Own(own) => t.promised_time(own.norm),
        Way::Accompanied(_) => time(service, t),
    };
    let facts = [
        (t.product(), said(&service.product)),
        (t.time(), time.into_html()),
        (t.fee(), fees(service, t)),
        (t.validity(), validity.into_html()),
        (t.issuer(), issuer.into_html()),
        (t.legal_basis(), legal_basis(&service.legal_basis)),
        (t.complaint(), complaint(service, t)),
        (t.facilities(), said(&service.facilities)),
        (t.competence(), said(&service.competence)),
    ]
    .into_iter()
    .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
    .collect_view();
    let (since, sourced) = (shown.published_at.day().words(t), service.sourced.words(t));
    view! {
        <section aria-labelledby="j-standar">
            <h2 id="j-standar">{t.standard()}</h2>
            <dl class="spec">{facts}</dl>
            <p class="muted small mt-3">{t.version_of(service.version, &since, &sourced)}</p>
        </section>
    }
    .into_html()
}

/// Where to complain, and the way to do it here.
fn complaint(service: &Service, t: Lang) -> AnyView {
    let to = format!("/pengaduan?layanan={}", service.slug());
    view! { {service.complaint.get(t).to_owned()}" "<a href=to>{t.make_complaint()}</a> }.into_html()
}

fn fees(service: &Service, t: Lang) -> AnyView {
    let Way::Accompanied(permit) = &service.way else { return fee(service, t).into_html() };
    let items = permit
        .fees
        .iter()
        .map(|fee| {
            let amount = if fee.amount == Default::default() { t.free().to_owned() } else { fee.amount.to_string() };
            view! { <li><strong>{amount}</strong>"\u{a0}· "{fee.what.get(t).to_owned()}</li> }
        })
        .collect_view();
    view! { <ul>{items}</ul> }.into_html()
}

fn legal_basis(basis: &[LegalBasis]) -> AnyView {
    let items = basis
        .iter()
        .map(|basis| match basis.url.clone() {
            Some(url) => view! { <li><a href=url rel="noopener noreferrer">{basis.title.clone()}</a></li> }.into_html(),
            None => view! { <li>{basis.title.clone()}</li> }.into_html(),
        })
        .collect_view();
    view! { <ul class="stack stack--2">{items}</ul> }.into_html()
}

/// What the office has to confirm: nobody shall rely on it.
pub(super) fn unconfirmed(words: &[Words], t: Lang) -> Option<AnyView> {
    let items = words.iter().map(|words| view! { <li>{words.get(t).to_owned()}</li> }).collect::<Vec<_>>();
    (!items.is_empty()).then(|| {
        view! {
            <div class="note note--warn">
                <Icon name="triangle-alert"/>
                <div><strong>{t.unconfirmed()}</strong><ul class="stack stack--2">{items}</ul></div>
            </div>
        }
        .into_html()
    })
}
