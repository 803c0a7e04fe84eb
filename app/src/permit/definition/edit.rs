//! `/dinas/layanan/{slug}/draf/...`: the questions of one place of a draft as a form.

use std::collections::HashMap;

use domain::permit::service::Service;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::permit::{Draft, DraftError, begin_draft, change_draft, find_draft};
use serde_json::Value;

use super::act::form_at;
use super::item::{answer, text};
use super::part::FORM;
use super::place::{Place, What};
use super::problem::has_rows;
use super::remove::remove_form;
use super::show::{Showing, first_button};
use super::state::seen;
use super::take::{Taking, move_row};
use super::{SEEN, address, definition, draft_of, typed_here};
use crate::action::{Word, done, go_to};
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::permit::already::{ALREADY, what_was_wrong};
use crate::request::{param, query};
use crate::shop::seller::form::Form;
use crate::text::{ConsoleText, KeepText, Lang};
use crate::ui::{Desk, Icon};
use crate::visitor::{Visitor, lang, visitor};

struct Shown {
    slug: String,
    draft: Draft,
    definition: Value,
    place: Place,
    refused: Refused,
}

async fn load(platform: Platform, visitor: Visitor, slug: String, at: String, stored: bool) -> Result<Shown, Missing> {
    let draft = draft_of(&platform, &visitor, &slug).await?;
    let refused = typed_here(&platform, &visitor, &address(&slug, &format!("/draf/{at}"))).await?;
    let refused = if stored { Refused::default() } else { refused };
    let definition = definition(&draft.service);
    let place = Place::find(&definition, &at, visitor.lang).ok_or(Missing::NotFound)?;
    // What somebody else took out meanwhile is shown to who was changing it, as something new.
    let known = !place.is_new() || at.ends_with(super::place::NEW) || !refused.values.is_empty();
    if known { Ok(Shown { slug, draft, definition, place, refused }) } else { Err(Missing::NotFound) }
}

/// `/dinas/layanan/{slug}/draf/{bagian}`, and below `/draf/isian` a section, a field, a field inside a group.
#[component]
pub fn DraftPage() -> impl IntoView {
    let below: Vec<String> =
        ["bagian", "isian", "dalam"].map(param).into_iter().filter(|step| !step.is_empty()).collect();
    let in_form = visitor().path.split('?').next().is_some_and(|path| path.contains("/draf/isian/"));
    let at = if in_form { format!("{FORM}/{}", below.join("/")) } else { below.join("/") };
    let stored = query().get("tersimpan").is_some();
    page(load(expect_context::<Platform>(), visitor(), param("slug"), at, stored), edit_view)
}

fn edit_view(shown: Shown) -> AnyView {
    let t = lang();
    let Shown { slug, draft, definition, place, refused } = shown;
    let showing = Showing { definition: &definition, refused: &refused, t };
    let (rows, plain): (Vec<_>, Vec<_>) =
        place.items(&definition).into_iter().chain(place.settings()).partition(|item| has_rows(item));
    let plain = showing.items(plain, "", &place.object);
    let rows = showing.items(rows, "", &place.object);
    let back_name = match place.what {
        What::Part => draft.service.name.get(t).to_owned(),
        What::Section | What::Field => t.part_form().to_owned(),
        What::Inner => t.inner_fields().to_owned(),
    };
    let here = address(&slug, &format!("/draf/{}", place.at));
    let see = view! { <p><a href=format!("{here}?tersimpan")>{t.see_saved()}</a></p> }.into_html();
    let inner = (place.what == What::Field && text(answer(&place.object, "type")) == "group")
        .then(|| super::form::inner_fields(&slug, draft.revision, &place, t));
    let removal = remove_form(&slug, draft.revision, &place, t);
    view! {
        <Desk title=place.title.clone() lead=place.lead.clone()>
            <a class="back" href=address(&slug, &place.back)><Icon name="chevron-left" class="i i--16"/>{back_name}</a>
            {what_was_wrong(&refused, Some(see))}
            <form class="stack keep__form" method="post" action="/aksi/dinas/layanan/simpan">
                {first_button()}
                <input type="hidden" name="slug" value=slug.clone()/>
                <input type="hidden" name="letak" value=place.at.clone()/>
                <input type="hidden" name="revisi" value=seen(&refused, draft.revision)/>
                {(!plain.is_empty()).then(|| view! { <div class="card stack">{plain}</div> })}
                {rows}
                <div class="savebar"><button class="btn btn--big btn--wide">{t.save()}</button></div>
            </form>
            {inner}
            {removal}
        </Desk>
    }
    .into_html()
}

/// Saves the answers of one place.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/layanan/simpan")]
pub async fn submit_answers(
    slug: String,
    letak: String,
    revisi: i64,
    #[server(default)] isi: HashMap<String, String>,
    #[server(default)] langkah: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let typed = move_row(isi, &langkah);
    let mut form = form_at(&slug, &format!("/draf/{letak}"));
    form.keep(SEEN, &revisi.to_string());
    for (path, value) in &typed {
        form.keep(path, value);
    }
    let draft = match find_draft(&platform, &visitor.actor, &slug).await {
        Ok(Some(draft)) => draft,
        Ok(None) => {
            begin_again(form, &slug, t).await;
            return Ok(());
        }
        Err(DraftError::Forbidden(_)) => {
            form.not_allowed();
            return Ok(());
        }
        Err(error) => {
            form.unavailable(ALREADY, &error).await;
            return Ok(());
        }
    };
    let mut definition = definition(&draft.service);
    let Some(place) = Place::find(&definition, &letak, t) else {
        go_to(&address(&slug, ""));
        return Ok(());
    };
    let mut object = place.object.clone();
    let items = place.items(&definition);
    let mut taking = Taking { typed: &typed, form: &mut form, definition: &definition, t };
    taking.items(items, "", &mut object);
    if answer(&object, "type") == answer(&place.object, "type") {
        taking.items(place.settings(), "", &mut object);
    }
    let key = text(answer(&object, "key"));
    if place.is_taken(&definition, &key) {
        form.wrong("key", t.key_taken(t.q_code()));
    }
    if !form.is_right() {
        form.refuse().await;
        return Ok(());
    }
    let new_type = answer(&object, "type") != answer(&place.object, "type");
    let at = place.put(&mut definition, object);
    match serde_json::from_value::<Service>(definition) {
        Ok(service) => {
            let next = match (place.what, langkah.split_once(' ')) {
                (What::Part, Some((_, row))) => {
                    format!("/draf/{at}#{}", row.rsplit_once('.').map_or(row, |(list, _)| list))
                }
                (What::Part, None) => format!("/draf/{at}"),
                _ if new_type || !langkah.is_empty() => format!("/draf/{at}"),
                _ => place.back.clone(),
            };
            finish(form, &slug, revisi, &service, &address(&slug, &next)).await;
        }
        Err(error) => {
            form.wrong(ALREADY, t.unreadable(&error.to_string()));
            form.refuse().await;
        }
    }
    Ok(())
}

/// Saves a draft and goes on, or shows the form again with what was typed and why it was not saved.
pub(super) async fn finish(mut form: Form, slug: &str, seen: i64, service: &Service, next: &str) {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let message = match change_draft(&platform, &visitor.actor, slug, seen, service).await {
        Ok(()) => return done(Word::Saved, next),
        Err(DraftError::NotFound) => return begin_again(form, slug, t).await,
        Err(DraftError::Forbidden(_)) => return form.not_allowed(),
        Err(DraftError::Saved { by, at }) => t.saved_meanwhile(&by, &at.words(t)),
        Err(DraftError::OtherService) => t.other_service().to_owned(),
        Err(error) => return form.unavailable(ALREADY, &error).await,
    };
    form.wrong(ALREADY, message);
    form.refuse().await;
}

/// The draft is gone while somebody was typing: a new one begins, so that nothing typed is lost.
async fn begin_again(mut form: Form, slug: &str, t: Lang) {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    match begin_draft(&platform, &visitor.actor, slug).await {
        Ok(()) => {
            form.wrong(ALREADY, t.draft_gone());
            form.refuse().await;
        }
        Err(DraftError::Forbidden(_)) => form.not_allowed(),
        Err(DraftError::NotFound) => go_to("/dinas/layanan"),
        Err(error) => form.unavailable(ALREADY, &error).await,
    }
}
