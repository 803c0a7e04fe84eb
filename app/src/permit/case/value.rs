//! An answer in words: what people read, not what is stored.

use domain::permit::answers::{Path, Typed};
use domain::permit::form::{Field, FieldKind};
use leptos::prelude::*;
use platform::Platform;
use platform::permit::{FileShown, file_link, in_words};
use platform::reference::Reference;

use crate::html::IntoHtml;
use crate::text::{CaseText, Lang};
use crate::ui::Icon;

/// Where names are looked up.
pub(super) struct Named<'a> {
    pub files: &'a [FileShown],
    pub typed: &'a Typed,
    pub reference: &'a Reference,
    pub platform: &'a Platform,
    pub t: Lang,
}

/// The answer at a path in words, or that there is none.
pub(super) fn answer_words(field: &Field, path: &Path, named: &Named) -> AnyView {
    let t = named.t;
    if matches!(field.kind, FieldKind::File { .. }) {
        return documents(path, named);
    }
    let typed = named.typed.texts.get(path).map(|text| text.trim()).filter(|text| !text.is_empty());
    match typed {
        Some(text) => in_words(field, text, named.reference, t).into_html(),
        None => view! { <span class="muted">{t.not_filled()}</span> }.into_html(),
    }
}

fn documents(path: &Path, named: &Named) -> AnyView {
    let t = named.t;
    let there = named.typed.files.get(path).map(Vec::as_slice).unwrap_or_default();
    let items = there
        .iter()
        .filter_map(|uploaded| named.files.iter().find(|file| file.id == uploaded.id))
        .map(|file| {
            let link = file_link(named.platform, file.id);
            view! {
                <li>
                    <a class="doc__link" href=link target="_blank" rel="noopener"><Icon name="file-text"/>{file.name.clone()}<span class="vh">", "{t.file_new_window()}</span></a>
                </li>
            }
        })
        .collect_view();
    if there.is_empty() {
        view! { <span class="muted">{t.not_filled()}</span> }.into_html()
    } else {
        view! { <ul>{items}</ul> }.into_html()
    }
}
