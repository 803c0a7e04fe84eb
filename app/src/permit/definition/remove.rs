//! Moving and removing the sections and fields of a draft's form.

use domain::permit::service::Service;
use leptos::prelude::*;
use platform::Platform;
use platform::permit::find_draft;

use super::act::form_at;
use super::edit::finish;
use super::form::{HERE, hidden};
use super::place::{Place, What};
use super::{address, definition};
use crate::action::go_to;
use crate::html::IntoHtml;
use crate::text::{KeepText, Lang};
use crate::ui::Icon;
use crate::visitor::visitor;

/// Taking a section or field out, on its own page; nothing for what is not there yet.
pub(super) fn remove_form(slug: &str, revision: i64, place: &Place, t: Lang) -> Option<AnyView> {
    let (title, text) = match place.what {
        What::Part => return None,
        What::Section => (t.remove_section(), t.remove_section_text()),
        What::Field | What::Inner => (t.remove_field(), t.remove_field_text()),
    };
    (!place.is_new()).then(|| {
        view! {
            <details class="card fold keep__form">
                <summary>{title}<Icon name="chevron-down"/></summary>
                <form class="stack stack--2" method="post" action="/aksi/dinas/layanan/urutan">
                    {hidden(slug, revision)}
                    <p class="muted">{text}</p>
                    <div><button class="btn btn--danger" name="langkah" value=format!("hapus {}", place.at)>{t.yes_remove()}</button></div>
                </form>
            </details>
        }
        .into_html()
    })
}

/// Moves a section or field up or down, or takes it out: `naik isian/usaha/nib`.
///
/// # Errors
/// Never for a form: the list of fields is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/layanan/urutan")]
pub async fn submit_order(slug: String, revisi: i64, #[server(default)] langkah: String) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let form = form_at(&slug, HERE);
    let Ok(Some(draft)) = find_draft(&platform, &visitor.actor, &slug).await else {
        go_to(&address(&slug, ""));
        return Ok(());
    };
    let mut definition = definition(&draft.service);
    let step = langkah.split_once(' ');
    let found = step.and_then(|(way, at)| Some((way, Place::find(&definition, at, visitor.lang)?)));
    let Some((way, place)) = found else {
        go_to(&address(&slug, HERE));
        return Ok(());
    };
    match way {
        "naik" => place.shift(&mut definition, true),
        "turun" => place.shift(&mut definition, false),
        "hapus" => place.remove(&mut definition),
        _ => {}
    }
    let next = match place.what {
        What::Inner => format!("/draf/{}#kelompok", place.at.rsplit_once('/').map_or("", |(group, _)| group)),
        _ => HERE.to_owned(),
    };
    if let Ok(service) = serde_json::from_value::<Service>(definition) {
        finish(form, &slug, revisi, &service, &address(&slug, &next)).await;
    }
    Ok(())
}
