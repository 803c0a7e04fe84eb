//! An answer in words: what people read, not what is stored.

use domain::money::Rupiah;
use domain::permit::answers::{Path, Typed};
use domain::permit::form::{Field, FieldKind};
use domain::time::Day;
use leptos::prelude::*;
use platform::Platform;
use platform::permit::{FileShown, file_link};
use platform::reference::Reference;

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
        Some(text) => text_words(field, text, named).into_any(),
        None => view! { <span class="muted">{t.not_filled()}</span> }.into_any(),
    }
}

/// What was typed, as people read it; what cannot be read stays as it was typed.
fn text_words(field: &Field, text: &str, named: &Named) -> String {
    let words = match &field.kind {
        FieldKind::Rupiah { .. } => Rupiah::parse(text).ok().map(|amount| amount.to_string()),
        FieldKind::Number { unit, .. } => Some(format!("{text} {}", unit.get(named.t)).trim().to_owned()),
        FieldKind::Date { .. } => Day::parse(text).map(|day| day.words(named.t)),
        FieldKind::Choice { options } => {
            let chosen = options.iter().find(|option| option.key.as_str() == text);
            chosen.map(|option| option.label.get(named.t).to_owned())
        }
        FieldKind::Region { .. } => region(named.reference, text),
        _ => None,
    };
    words.unwrap_or_else(|| text.to_owned())
}

/// `Cukanggalih, Kec. Curug`.
fn region(reference: &Reference, code: &str) -> Option<String> {
    if let Some(kecamatan) = reference.kecamatan(code) {
        return Some(format!("Kec. {}", kecamatan.name));
    }
    let desa = reference.find_desa(code)?;
    Some(format!("{}, Kec. {}", desa.name, reference.kecamatan_name(code.get(..8)?)))
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
        view! { <span class="muted">{t.not_filled()}</span> }.into_any()
    } else {
        view! { <ul>{items}</ul> }.into_any()
    }
}
