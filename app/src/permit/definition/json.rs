//! A definition as JSON: how one office gives a service to another, and the way to change what no form holds.

use domain::account::Capability;
use domain::permit::service::Service;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::permit::{Draft, DraftError, find_service_file, read_definition};
use serde_json::error::Category;

use super::edit::finish;
use super::state::seen;
use super::{SEEN, address, draft_of, typed_here};
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::permit::already::what_was_wrong;
use crate::permit::definition::act::form_at;
use crate::request::param;
use crate::text::{KeepText, Lang};
use crate::ui::{Desk, Field, Icon, described};
use crate::visitor::{Visitor, lang, visitor};

/// The page, below that of the service.
const HERE: &str = "/draf/json";

async fn load(platform: Platform, visitor: Visitor, slug: String) -> Result<(String, Draft, Refused), Missing> {
    let draft = draft_of(&platform, &visitor, &slug).await?;
    let refused = typed_here(&platform, &visitor, &address(&slug, HERE)).await?;
    Ok((slug, draft, refused))
}

/// `/dinas/layanan/{slug}/draf/json`.
#[component]
pub fn DraftJsonPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("slug")), |(slug, draft, refused)| {
        let t = lang();
        let name = draft.service.name.get(t).to_owned();
        view! {
            <Desk title=t.part_json().to_owned() lead=t.json_lead()>
                <a class="back" href=address(&slug, "")><Icon name="chevron-left" class="i i--16"/>{name}</a>
                {what_was_wrong(&refused, None)}
                <form class="card stack" method="post" action="/aksi/dinas/layanan/json">
                    <input type="hidden" name="slug" value=slug/>
                    <input type="hidden" name="revisi" value=seen(&refused, draft.revision)/>
                    {json_field(&refused, pretty(&draft.service), t)}
                    <div><button class="btn">{t.replace_draft()}</button></div>
                </form>
            </Desk>
        }
    })
}

/// The field for a definition.
pub(super) fn json_field(refused: &Refused, stored: String, t: Lang) -> AnyView {
    let value = refused.values.get("definisi").cloned().unwrap_or(stored);
    let about = described("definisi", true, refused);
    view! {
        <Field name="definisi" label=t.json_label().to_owned() hint=t.json_hint() refused=refused.clone()>
            <textarea class="textarea keep__json" id="definisi" name="definisi" rows="18" spellcheck="false" autocomplete="off"
                aria-describedby=about>{value}</textarea>
        </Field>
    }
    .into_html()
}

fn pretty(service: &Service) -> String {
    serde_json::to_string_pretty(service).unwrap_or_default()
}

/// Why a text is no definition, and where, for who pasted it.
pub(super) fn json_error(error: &serde_json::Error, text: &str, t: Lang) -> String {
    if text.trim().is_empty() {
        return t.json_empty().to_owned();
    }
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    let what = match error.classify() {
        Category::Syntax | Category::Io => t.json_syntax().to_owned(),
        Category::Eof => t.json_ends().to_owned(),
        Category::Data => match message.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`')) {
            Some(name) => t.json_missing(name),
            None => t.json_value(message),
        },
    };
    // What is found out only at the end has no line of its own.
    if error.line() == 0 { what } else { format!("{}: {what}", t.json_at(error.line(), error.column())) }
}

/// Replaces the draft with a definition.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/layanan/json")]
pub async fn submit_json(slug: String, revisi: i64, #[server(default)] definisi: String) -> Result<(), ServerFnError> {
    let t = visitor().lang;
    let mut form = form_at(&slug, HERE);
    form.keep(SEEN, &revisi.to_string());
    form.keep("definisi", &definisi);
    match read_definition(&definisi) {
        Ok(service) => finish(form, &slug, revisi, &service, &address(&slug, "")).await,
        Err(error) => {
            form.wrong("definisi", json_error(&error, &definisi, t));
            form.refuse().await;
        }
    }
    Ok(())
}

/// The newest version of a service, or its draft, as a file: its name and content.
///
/// # Errors
/// See [`DraftError`].
pub async fn service_json(
    platform: &Platform,
    visitor: &Visitor,
    slug: &str,
    draft: bool,
) -> Result<Option<(String, String)>, DraftError> {
    visitor.actor.require(Capability::ManageServices)?;
    let Some(file) = find_service_file(platform, &visitor.actor, slug).await? else { return Ok(None) };
    let service = if draft { file.draft.map(|draft| draft.service) } else { file.newest };
    Ok(service.map(|service| (format!("{}-{}.json", service.slug(), service.version), pretty(&service))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_definition_is_said_with_its_place() {
        let said = |text: &str| json_error(&read_definition(text).unwrap_err(), text, Lang::Id);
        assert_eq!(said(" "), "Tempel definisinya.");
        assert!(
            said("{\n  \"code\": nib\n}").starts_with("Baris 2, kolom 12: bukan JSON"),
            "{}",
            said("{\n \"code\": nib\n}")
        );
        assert!(said("{ \"code\": \"nib\"").contains("terpotong"));
        assert!(said("{ \"code\": \"nib\" }").contains("“version” tidak ada"), "{}", said("{ \"code\": \"nib\" }"));
        assert!(said("{ \"code\": \"NIB\" }").contains("nilainya tidak dikenal"));
    }
}
