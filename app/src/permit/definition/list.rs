//! `/dinas/layanan`: all services, and beginning one from another office's definition.

use domain::account::Capability;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::permit::{DraftError, ServiceRow, import_draft, list_service_desk, read_definition};

use super::json::{json_error, json_field};
use super::state::{open_form, since, state_chip};
use super::{AT, FORM, address, missing, typed_here};
use crate::action::{Word, done};
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::permit::already::{ALREADY, what_was_wrong};
use crate::shop::seller::form::Form;
use crate::text::{CalendarText, KeepText, Lang};
use crate::ui::{Desk, Icon};
use crate::visitor::{Visitor, lang, visitor};

const HERE: &str = "/dinas/layanan";

async fn load(platform: Platform, visitor: Visitor) -> Result<(Vec<ServiceRow>, Refused), Missing> {
    only(&visitor, Capability::ManageServices)?;
    let services = list_service_desk(&platform, &visitor.actor).await.map_err(missing)?;
    Ok((services, typed_here(&platform, &visitor, HERE).await?))
}

/// `/dinas/layanan`.
#[component]
pub fn ServicesDeskPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |(services, refused)| {
        let t = lang();
        let rows = services.into_iter().map(|service| row(service, t)).collect_view();
        view! {
            <Desk title=t.room_services().to_owned() lead=t.desk_lead()>
                {what_was_wrong(&refused, None)}
                <table class="cases cases--4 keep" role="table">
                    <caption class="vh">{t.room_services()}</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th role="columnheader" scope="col">{t.col_state()}</th>
                            <th role="columnheader" scope="col">{t.col_service()}</th>
                            <th role="columnheader" scope="col">{t.col_version()}</th>
                            <th role="columnheader" scope="col">{t.col_act()}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
                {import_form(&refused, t)}
                <div><a class="btn btn--line" href="/dinas/kalender"><Icon name="calendar-days"/>{t.calendar_title()}</a></div>
            </Desk>
        }
    })
}

fn row(service: ServiceRow, t: Lang) -> AnyView {
    let name = service.name.get(t).to_owned();
    let name = if name.trim().is_empty() { service.slug.clone() } else { name };
    let draft = service.draft.as_ref().map(|(by, at)| view! { <span>{t.draft_by(by, &at.words(t))}</span> });
    let version = service.newest.as_ref().map(|newest| {
        view! {
            <span class="strong">{t.version_word(newest.version)}</span>
            <span class="keep__since">{since(newest, t)}</span>
        }
    });
    let published = service.newest.is_some();
    let button = published.then(|| open_form(&service.slug, &name, service.open, false, t));
    view! {
        <tr role="row">
            <td role="cell" class="c-sla">{state_chip(published, service.open, t)}</td>
            <td role="cell" class="c-who"><a href=address(&service.slug, "")>{name}</a>{draft}</td>
            <td role="cell" class="c-lay">{version}</td>
            <td role="cell">{button}</td>
        </tr>
    }
    .into_html()
}

fn import_form(refused: &Refused, t: Lang) -> AnyView {
    let open = !refused.errors.is_empty();
    view! {
        <details class="card fold" open=open>
            <summary><Icon name="plus"/>{t.new_service()}<Icon name="chevron-down"/></summary>
            <form class="stack" method="post" action="/aksi/dinas/layanan/impor">
                <p class="muted">{t.new_service_text()}</p>
                {json_field(refused, String::new(), t)}
                <div><button class="btn">{t.begin_from_json()}</button></div>
            </form>
        </details>
    }
    .into_html()
}

/// Begins a service that is new here, from its definition.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/layanan/impor")]
pub async fn submit_import(#[server(default)] definisi: String) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let mut form = Form::new(FORM, HERE);
    form.keep(AT, HERE);
    form.keep("definisi", &definisi);
    let service = match read_definition(&definisi) {
        Ok(service) => service,
        Err(error) => {
            form.wrong("definisi", json_error(&error, &definisi, t));
            form.refuse().await;
            return Ok(());
        }
    };
    match import_draft(&platform, &visitor.actor, &service).await {
        Ok(()) => done(Word::Done, &address(&service.slug(), "")),
        Err(DraftError::Forbidden(_)) => form.not_allowed(),
        Err(DraftError::OtherService) => {
            form.wrong("definisi", t.other_service());
            form.refuse().await;
        }
        Err(error) => form.unavailable(ALREADY, &error).await,
    }
    Ok(())
}
