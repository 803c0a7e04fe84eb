//! `/dinas/layanan/{slug}`: a service with its versions, and the draft of the next one.

use domain::account::Capability;
use domain::permit::check::{Problem, check};
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::permit::{Draft, ServiceFile, VersionRow, find_service_file};
use serde_json::Value;

use super::form::hidden;
use super::part::parts;
use super::problem::{explain, is_in};
use super::state::{open_form, since, state_chip};
use super::{address, definition, missing, typed_here};
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::permit::already::what_was_wrong;
use crate::request::param;
use crate::text::{KeepText, Lang};
use crate::ui::{Desk, Icon};
use crate::visitor::{Visitor, lang, visitor};

struct Shown {
    slug: String,
    file: ServiceFile,
    refused: Refused,
}

async fn load(platform: Platform, visitor: Visitor, slug: String) -> Result<Shown, Missing> {
    only(&visitor, Capability::ManageServices)?;
    let file = find_service_file(&platform, &visitor.actor, &slug).await.map_err(missing)?.ok_or(Missing::NotFound)?;
    let refused = typed_here(&platform, &visitor, &address(&slug, "")).await?;
    Ok(Shown { slug, file, refused })
}

/// `/dinas/layanan/{slug}`.
#[component]
pub fn ServiceFilePage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("slug")), |Shown { slug, file, refused }| {
        let t = lang();
        let ServiceFile { newest, open, versions, draft } = file;
        let known = newest.as_ref().or(draft.as_ref().map(|draft| &draft.service));
        let name = known.map(|service| service.name.get(t).to_owned()).filter(|name| !name.trim().is_empty());
        let name = name.unwrap_or_else(|| slug.clone());
        let newest = newest.as_ref().map(definition);
        let work = match draft {
            Some(draft) => draft_view(&slug, draft, newest.as_ref(), versions.first(), t),
            None => begin_form(&slug, t),
        };
        view! {
            <Desk title=name.clone()>
                <div class="row">
                    <a class="back" href="/dinas/layanan"><Icon name="chevron-left" class="i i--16"/>{t.back_to_services()}</a>
                    {state_chip(newest.is_some(), open, t)}
                </div>
                {what_was_wrong(&refused, None)}
                <div class="casefile">
                    <div class="stack">{work}</div>
                    <div class="stack casefile__side">
                        {newest.is_some().then(|| public_card(&slug, &name, open, t))}
                        {versions_view(versions, t)}
                    </div>
                </div>
            </Desk>
        }
    })
}

fn public_card(slug: &str, name: &str, open: bool, t: Lang) -> AnyView {
    view! {
        <section class="card stack stack--2">
            {open.then(|| view! { <a class="more" href=format!("/izin/{slug}")><Icon name="eye"/>{t.see_public()}</a> })}
            <a class="more" href=address(slug, "/definisi.json") download=""><Icon name="download"/>{t.download_json()}</a>
            {open_form(slug, name, open, true, t)}
        </section>
    }
    .into_html()
}

fn versions_view(versions: Vec<VersionRow>, t: Lang) -> AnyView {
    let none = versions.is_empty();
    let rows = versions
        .into_iter()
        .map(|version| {
            view! {
                <li class="event">
                    <p class="strong">{t.version_word(version.version)}</p>
                    <p class="muted small">{since(&version, t)}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="card stack stack--2" aria-labelledby="j-versi">
            <h2 class="h3" id="j-versi">{t.versions()}</h2>
            {none.then(|| view! { <p class="muted">{t.no_versions()}</p> })}
            <ol class="events">{rows}</ol>
        </section>
    }
    .into_html()
}

fn begin_form(slug: &str, t: Lang) -> AnyView {
    view! {
        <form class="card stack" method="post" action="/aksi/dinas/layanan/mulai">
            <input type="hidden" name="slug" value=slug.to_owned()/>
            <h2 class="h3">{t.begin_title()}</h2>
            <p>{t.begin_text()}</p>
            <div><button class="btn"><Icon name="pencil"/>{t.begin()}</button></div>
        </form>
    }
    .into_html()
}

fn draft_view(slug: &str, draft: Draft, newest: Option<&Value>, last: Option<&VersionRow>, t: Lang) -> AnyView {
    let problems = check(&draft.service);
    let definition = definition(&draft.service);
    let version = draft.service.version;
    let overtaken = last.map(|last| last.version).filter(|last| *last >= version);
    let changed: Vec<&str> = newest
        .into_iter()
        .flat_map(|newest| parts(&definition).filter(|part| part.differs(newest, &definition)))
        .map(|part| (part.title)(t))
        .collect();
    let differs = newest.map(|_| match changed.is_empty() {
        true => t.nothing_changed().to_owned(),
        false => t.differs(&changed.join(", ").to_lowercase()),
    });
    view! {
        <section class="card stack" aria-labelledby="j-draf">
            <div>
                <h2 class="h3" id="j-draf">{t.draft_title(version)}</h2>
                <p class="muted">{t.saved_last(&draft.by, &draft.at.words(t))}</p>
                {differs.map(|differs| view! { <p>{differs}</p> })}
            </div>
            {overtaken.map(|newest| go_on_form(slug, draft.revision, newest, t))}
            {parts_view(slug, &definition, newest, &problems, t)}
            <div class="row">
                <a class="btn btn--line" href=address(slug, "/pratinjau")><Icon name="eye"/>{t.preview()}</a>
                <a class="btn btn--quiet" href=address(slug, "/draf/json")><Icon name="file-text"/>{t.part_json()}</a>
                <a class="btn btn--quiet" href=address(slug, "/definisi.json?draf") download=""><Icon name="download"/>{t.download_draft()}</a>
            </div>
        </section>
        {problems_view(slug, &definition, &problems, t)}
        {(problems.is_empty() && overtaken.is_none()).then(|| publish_form(slug, version, draft.revision, t))}
        <details class="card fold">
            <summary>{t.discard_title()}<Icon name="chevron-down"/></summary>
            <form class="stack stack--2" method="post" action="/aksi/dinas/layanan/buang">
                {hidden(slug, draft.revision)}
                <p class="muted">{t.discard_text()}</p>
                <div><button class="btn btn--danger">{t.discard()}</button></div>
            </form>
        </details>
    }
    .into_html()
}

fn parts_view(slug: &str, definition: &Value, newest: Option<&Value>, problems: &[Problem], t: Lang) -> AnyView {
    let rows = parts(definition)
        .map(|part| {
            let changed = newest.is_some_and(|newest| part.differs(newest, definition));
            let wrong = problems.iter().filter(|problem| is_in(part.slug, definition, problem)).count();
            view! {
                <li class="keep__field">
                    <a href=address(slug, &format!("/draf/{}", part.slug))>{(part.title)(t)}</a>
                    <span class="rowset__tools">
                        {changed.then(|| view! { <span class="state state--info">{t.changed()}</span> })}
                        {(wrong > 0).then(|| view! {
                            <span class="state state--stop"><Icon name="circle-alert"/>{wrong}</span>
                        })}
                    </span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="keep__fields" aria-label=t.parts()>{rows}</ul> }.into_html()
}

fn problems_view(slug: &str, definition: &Value, problems: &[Problem], t: Lang) -> AnyView {
    if problems.is_empty() {
        return view! { <p class="note note--ok"><Icon name="circle-check"/><span>{t.no_problems()}</span></p> }
            .into_html();
    }
    let rows = problems
        .iter()
        .map(|problem| {
            let (to, words) = explain(definition, problem, t);
            view! { <li><a href=address(slug, &to)>{words}</a></li> }
        })
        .collect_view();
    view! {
        <section class="note note--warn" aria-labelledby="j-salah">
            <Icon name="triangle-alert"/>
            <div><h2 class="h3" id="j-salah">{t.problems_title(problems.len())}</h2><ul class="lacks">{rows}</ul></div>
        </section>
    }
    .into_html()
}

fn publish_form(slug: &str, version: u32, revision: i64, t: Lang) -> AnyView {
    view! {
        <details class="card fold">
            <summary><Icon name="send"/>{t.publish_title(version)}<Icon name="chevron-down"/></summary>
            <form class="stack stack--2" method="post" action="/aksi/dinas/layanan/terbit">
                {hidden(slug, revision)}
                <input type="hidden" name="versi" value=version/>
                <p>{t.publish_text()}</p>
                <div><button class="btn">{t.publish()}</button></div>
            </form>
        </details>
    }
    .into_html()
}

fn go_on_form(slug: &str, revision: i64, newest: u32, t: Lang) -> AnyView {
    view! {
        <form class="note note--warn" method="post" action="/aksi/dinas/layanan/lanjut">
            {hidden(slug, revision)}
            <Icon name="triangle-alert"/>
            <div class="stack stack--2">
                <p>{t.not_next(newest)}</p>
                <div><button class="btn">{t.go_on_as(newest + 1)}</button></div>
            </div>
        </form>
    }
    .into_html()
}
