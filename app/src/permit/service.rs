//! `/izin/{slug}`: the Standar Pelayanan of a service, and how to apply for it now.

mod accompanied;
mod apply;
mod standard;

use domain::permit::key::Words;
use domain::permit::service::Requirement;
use leptos::prelude::*;
use platform::Platform;
use platform::permit::{ServiceShown, find_service};

use self::accompanied::{duties, help, stages};
use self::apply::apply;
use self::standard::{standard, unconfirmed};
use super::json_ld::government_service;
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::request::param;
use crate::site::site;
use crate::text::{CommonText, Lang, PermitText};
use crate::ui::{Icon, JsonLd, PageHead};
use crate::visitor::lang;

async fn load(platform: Platform, slug: String) -> Result<ServiceShown, Missing> {
    find_service(&platform, &slug).await?.ok_or(Missing::NotFound)
}

/// `/izin/{slug}`.
#[component]
pub fn ServicePage() -> impl IntoView {
    page(load(expect_context::<Platform>(), param("slug")), |shown| {
        let t = lang();
        let service = &shown.service;
        let name = service.name.get(t).to_owned();
        view! {
            <PageHead
                title=name.clone()
                description=service.summary.get(t).to_owned()
                canonical=Some(format!("/izin/{}", service.slug()))
            />
            <JsonLd data=government_service(service, &site(), t)/>
            <main id="isi" class="wrap">
                <nav class="crumbs" aria-label=t.breadcrumbs()>
                    <a href="/">{t.home()}</a><Icon name="chevron-right"/>
                    <a href="/izin">{t.permits_title()}</a><Icon name="chevron-right"/>
                    <span aria-current="page">{name}</span>
                </nav>
                {service_view(&shown, t)}
            </main>
        }
    })
}

/// Everything that is said about a service; its name is the page's heading.
pub(super) fn service_view(shown: &ServiceShown, t: Lang) -> AnyView {
    let service = &shown.service;
    let permit = service.accompanied();
    view! {
        <div class="std">
            <div class="std__top">
                <h1>{service.name.get(t).to_owned()}</h1>
                <p class="hero__lead">{service.summary.get(t).to_owned()}</p>
            </div>
            {apply(service, t)}
            <div class="std__main stack stack--6">
                {requirements(&service.requirements, t)}
                {steps(&service.procedure, t)}
                {permit.map(|permit| view! { {help(permit, t)} {stages(permit, t)} {duties(permit, t)} })}
                {standard(shown, t)}
                {unconfirmed(&service.unconfirmed, t)}
            </div>
        </div>
    }
    .into_html()
}

fn requirements(requirements: &[Requirement], t: Lang) -> AnyView {
    let items = requirements
        .iter()
        .map(|requirement| {
            let explanation = (!requirement.explanation.is_empty())
                .then(|| view! { <p class="muted">{requirement.explanation.get(t).to_owned()}</p> });
            view! {
                <li>
                    <Icon name="circle-check"/>
                    <div><strong>{requirement.name.get(t).to_owned()}</strong>{explanation}</div>
                </li>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="j-syarat">
            <h2 id="j-syarat">{t.requirements()}</h2>
            <ul class="ticks">{items}</ul>
        </section>
    }
    .into_html()
}

fn steps(procedure: &[Words], t: Lang) -> AnyView {
    let items = procedure.iter().map(|step| view! { <li>{step.get(t).to_owned()}</li> }).collect_view();
    view! {
        <section aria-labelledby="j-langkah">
            <h2 id="j-langkah">{t.steps()}</h2>
            <ol class="guide std__steps">{items}</ol>
        </section>
    }
    .into_html()
}
