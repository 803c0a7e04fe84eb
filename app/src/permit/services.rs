//! `/izin`: the services, search, and which one do I need. Everything is a link or a plain GET form.

use std::sync::Arc;

use domain::permit::advice::{Business, recommend};
use domain::permit::find::find;
use domain::permit::key::Words;
use domain::permit::service::Service;
use leptos::prelude::*;
use platform::Platform;
use platform::permit::list_services;

use super::card::card;
use super::facts::{fee, time};
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::request::{Query, query};
use crate::site::site;
use crate::text::{CommonText, Lang, PermitText, business_label};
use crate::ui::{Icon, PageHead, SearchField};
use crate::visitor::lang;

/// What is asked.
struct Asked {
    words: String,
    business: Option<Business>,
}

impl Asked {
    fn read(query: &Query) -> Self {
        let words = query.get("q").unwrap_or_default().trim().chars().take(80).collect();
        Self { words, business: query.get("usaha").and_then(|word| word.parse().ok()) }
    }
}

async fn load(platform: Platform, asked: Asked) -> Result<(Asked, Arc<Vec<Service>>), Missing> {
    Ok((asked, list_services(&platform).await?))
}

/// `/izin`.
#[component]
pub fn ServicesPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), Asked::read(&query())), |(asked, services)| {
        let t = lang();
        let plain = asked.words.is_empty() && asked.business.is_none();
        let words = asked.words.clone();
        view! {
            <PageHead
                title=t.services_title().to_owned()
                description=t.services_description(&site().regency)
                canonical=plain.then(|| "/izin".to_owned())
            />
            <main id="isi" class="wrap">
                <nav class="crumbs" aria-label=t.breadcrumbs()>
                    <a href="/">{t.home()}</a><Icon name="chevron-right"/>
                    <span aria-current="page">{t.permits_title()}</span>
                </nav>
                <div class="title">
                    <div><h1>{t.services_title()}</h1><p class="muted">{t.services_lead()}</p></div>
                    <form class="svc__seek" role="search" action="/izin">
                        <div class="seek"><SearchField label=t.search_services() words=words/></div>
                        <button class="btn">{t.search()}</button>
                    </form>
                </div>
                {asked.words.is_empty().then(|| which_one(&services, asked.business, t))}
                {results(&services, &asked.words, t)}
                <div class="note note--plain mb-12">
                    <Icon name="info"/>
                    <div><strong>{t.others_elsewhere()}</strong><p>{t.others_elsewhere_text()}</p></div>
                </div>
            </main>
        }
    })
}

fn which_one(services: &[Service], chosen: Option<Business>, t: Lang) -> AnyView {
    let chips = Business::ALL
        .iter()
        .map(|business| {
            let to = format!("/izin?usaha={business}#perlu");
            let current = (chosen == Some(*business)).then_some("true");
            view! { <li><a class="chip" href=to aria-current=current>{business_label(*business, t)}</a></li> }
        })
        .collect_view();
    view! {
        <section class="card stack" id="perlu" aria-labelledby="j-perlu">
            <div><h2 id="j-perlu">{t.which_one()}</h2><p class="muted">{t.which_one_hint()}</p></div>
            <ul class="row">{chips}</ul>
            {chosen.map(|business| view! {
                <h3>{t.which_order(business_label(business, t))}</h3>
                <ol class="guide svc__order">
                    {recommend(services, business).into_iter().map(|step| recommended(step, t)).collect_view()}
                </ol>
            })}
        </section>
    }
    .into_html()
}

fn recommended((service, because): (&Service, &Words), t: Lang) -> AnyView {
    view! {
        <li>
            <a class="strong" href=format!("/izin/{}", service.slug())>{service.name.get(t).to_owned()}</a>
            <p>{because.get(t).to_owned()}</p>
            <p class="muted small">{format!("{}\u{a0}· {}", fee(service, t), time(service, t))}</p>
        </li>
    }
    .into_html()
}

fn results(services: &[Service], typed: &str, t: Lang) -> AnyView {
    let found = find(services, typed);
    let nothing = found.services.is_empty();
    let shown: Vec<&Service> = if nothing { services.iter().collect() } else { found.services };
    let count = t.services_count(shown.len());
    let said = match (&found.instead, nothing) {
        (_, true) => Some((t.services_none(typed), t.services_none_hint().to_owned())),
        (Some(meant), _) => Some((t.services_for(meant), t.services_instead(typed))),
        (None, _) if !typed.is_empty() => Some((t.services_for(typed), count.clone())),
        (None, _) => None,
    };
    let (title, hint) = said.unwrap_or((t.all_services().to_owned(), count));
    let cards = shown.into_iter().enumerate().map(|(nth, service)| card(nth, service, t)).collect_view();
    view! {
        <section class="section" aria-labelledby="j-layanan">
            <div class="head">
                <div><h2 id="j-layanan">{title}</h2><p>{hint}</p></div>
                {(!typed.is_empty()).then(|| view! { <a class="head__more" href="/izin">{t.all_services()}<Icon name="chevron-right"/></a> })}
            </div>
            <ul class="classes classes--3">{cards}</ul>
        </section>
    }
    .into_html()
}
