//! Whether a service is open, the button that changes it, and which revision a form was made from.

use leptos::prelude::*;
use platform::flash::Refused;
use platform::permit::VersionRow;

use super::SEEN;
use crate::html::IntoHtml;
use crate::permit::already::ALREADY;
use crate::text::{KeepText, Lang};

/// Whether everybody sees a service.
pub(super) fn state_chip(published: bool, open: bool, t: Lang) -> AnyView {
    let (class, name) = match (published, open) {
        (false, _) => ("state state--info", t.state_first_draft()),
        (true, true) => ("state state--go", t.state_open()),
        (true, false) => ("state", t.state_closed()),
    };
    view! { <span class=class>{name}</span> }.into_html()
}

/// Since when a version counts, and who published it.
pub(super) fn since(version: &VersionRow, t: Lang) -> String {
    let day = version.at.day().words(t);
    version.by.as_deref().map_or_else(|| t.since_start(&day), |name| t.since_by(&day, name))
}

/// The button that opens or closes a service; ends on its own page, or on the list.
pub(super) fn open_form(slug: &str, name: &str, open: bool, stay: bool, t: Lang) -> AnyView {
    let (label, said) =
        if open { (t.close_service(), t.close_named(name)) } else { (t.open_service(), t.open_named(name)) };
    view! {
        <form method="post" action="/aksi/dinas/layanan/buka">
            <input type="hidden" name="slug" value=slug.to_owned()/>
            <input type="hidden" name="buka" value=if open { "" } else { "1" }/>
            <input type="hidden" name="kembali" value=if stay { "1" } else { "" }/>
            <button class="btn btn--line" aria-label=said>{label}</button>
        </form>
    }
    .into_html()
}

/// The revision that a form was made from. Who was told that somebody else saved meanwhile has seen the newest.
pub(super) fn seen(refused: &Refused, newest: i64) -> i64 {
    let before = refused.value(SEEN).parse().ok();
    before.filter(|_| refused.error(ALREADY).is_none()).unwrap_or(newest)
}
