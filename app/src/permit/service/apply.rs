//! What decides whether to set out, and how to apply: here for what the office issues, with its help for the rest.

use domain::permit::service::{Accompanied, Service, Way};
use leptos::prelude::*;

use crate::html::IntoHtml;
use crate::permit::facts::{fee, issuer, time};
use crate::text::{AccompanyText, CaseText, Lang, PermitText};
use crate::ui::Icon;

pub(super) fn apply(service: &Service, t: Lang) -> AnyView {
    let how = match &service.way {
        Way::Own(_) => here(&service.slug(), t),
        Way::Accompanied(permit) => with_company(&service.slug(), permit, t),
    };
    view! {
        <aside class="std__side stack" aria-labelledby="j-ajukan">
            {no_money(service, t)}
            <div class="card stack">
                <ul class="facts std__facts">
                    <li><Icon name="clock"/><span>{time(service, t)}</span></li>
                    <li><Icon name="ticket"/><span>{fee(service, t)}</span></li>
                    <li><Icon name="file-text"/><span>{service.product.get(t).to_owned()}</span></li>
                    <li><Icon name="landmark"/><span>{issuer(service, t)}</span></li>
                </ul>
                <hr/>
                <h2 id="j-ajukan">{t.apply_now()}</h2>
                {how}
            </div>
        </aside>
    }
    .into_html()
}

/// Said loudly, against people who ask for money.
fn no_money(service: &Service, t: Lang) -> AnyView {
    let (title, text) = match &service.way {
        Way::Accompanied(permit) if !service.is_free() => {
            (t.help_is_free().to_owned(), t.help_is_free_text(permit.agency.get(t)))
        }
        Way::Own(own) if !service.is_free() => (own.fee.to_string(), t.free_text().to_owned()),
        _ => (format!("{}.", t.free()), t.free_text().to_owned()),
    };
    view! {
        <div class="note note--ok">
            <Icon name="shield-check"/>
            <div><strong class="std__free">{title}</strong><p>{text}</p></div>
        </div>
    }
    .into_html()
}

fn here(slug: &str, t: Lang) -> AnyView {
    view! {
        <a class="btn btn--big" href=format!("/izin/{slug}/ajukan")><Icon name="pencil"/>{t.apply_online()}</a>
        <p class="muted">{t.apply_online_hint()}</p>
        <p class="muted small">{t.apply_counter_too()}</p>
    }
    .into_html()
}

/// The office goes along with it; whoever needs no help goes to the agency alone.
fn with_company(slug: &str, permit: &Accompanied, t: Lang) -> AnyView {
    let portal = permit.portal.clone().map(|portal| {
        let host = portal.trim_start_matches("https://").to_owned();
        view! {
            <a class="btn btn--line" href=portal rel="noopener noreferrer"><Icon name="external-link"/>{t.apply_portal()}</a>
            <p class="muted small">{t.apply_portal_hint(&host)}</p>
        }
    });
    view! {
        <a class="btn btn--big" href=format!("/izin/{slug}/ajukan")><Icon name="users"/>{t.ask_company()}</a>
        <p class="muted">{t.ask_company_hint()}</p>
        {portal}
        <p class="muted small">{t.apply_counter_help()}</p>
    }
    .into_html()
}
