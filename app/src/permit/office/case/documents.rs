//! The documents, each with what is said about it.

use std::collections::BTreeSet;

use domain::permit::answers::Path;
use domain::permit::form::{Field, FieldKind, FileKind};
use leptos::html::iframe;
use leptos::prelude::*;
use platform::permit::FileShown;
use uuid::Uuid;

use super::Opened;
use super::labels::{label, places};
use super::verdict::{chip, found, verdict_fields};
use crate::html::IntoHtml;
use crate::text::{DeskText, Lang};
use crate::ui::Icon;

/// All documents of the form.
pub(super) fn documents(opened: &Opened, t: Lang) -> AnyView {
    let case = &opened.case;
    let all: Vec<(Path, &Field)> = case
        .service
        .form
        .sections
        .iter()
        .flat_map(|section| places(case, &section.fields))
        .filter(|(_, field)| matches!(field.kind, FieldKind::File { .. }))
        .collect();
    let own = case.service.accompanied().is_none();
    let there = case.handed_in.documents().count();
    let judged = there - case.verdicts.unjudged(&case.handed_in).len();
    let none = all.is_empty().then(|| view! { <p class="muted">{t.no_documents()}</p> });
    let list = all.iter().map(|(path, _)| document(opened, path, t)).collect_view();
    view! {
        <section class="stack" aria-labelledby="j-dokumen">
            <div class="docs__h">
                <h2 class="h3" id="j-dokumen">{DeskText::documents(t)}</h2>
                {own.then(|| view! { <span class="muted small">{t.judged_count(judged, there)}</span> })}
            </div>
            {none}
            <ul class="papersheets">{list}</ul>
            {replaced(opened, t)}
        </section>
    }
    .into_html()
}

fn document(opened: &Opened, path: &Path, t: Lang) -> AnyView {
    let case = &opened.case;
    let name = label(&case.service, path, t);
    let files = case.handed_in.files.get(path).map(Vec::as_slice).unwrap_or_default();
    let missing = files.is_empty();
    let sheets = files.iter().map(|file| sheet(opened, file.id, file.kind, &name, t)).collect_view();
    // What is only accompanied is not judged here.
    let own = case.service.accompanied().is_none();
    let said = (own && !missing).then(|| chip(found(&case.verdicts, path), &case.service, t));
    let judge = (opened.may_judge() && !missing).then(|| verdict_fields(opened, path, &name, t));
    view! {
        <li class="card papersheet" id=format!("d-{}", path.as_str())>
            <div class="papersheet__h"><h3 class="h3">{name}</h3>{said}</div>
            {missing.then(|| view! { <p class="muted">{t.no_answer()}</p> })}
            {sheets}
            {judge}
        </li>
    }
    .into_html()
}

/// A document that can be looked at here.
fn sheet(opened: &Opened, id: Uuid, kind: FileKind, name: &str, t: Lang) -> AnyView {
    let file = opened.case.files.get(&id);
    match kind {
        FileKind::Pdf => pdf(opened, id, file, name, t),
        FileKind::Foto => picture(opened, id, file, name, t),
    }
}

fn open_link(opened: &Opened, id: Uuid, text: &'static str) -> AnyView {
    let link = opened.links.get(&id).cloned().unwrap_or_default();
    view! { <a class="papersheet__open" href=link target="_blank" rel="noopener"><Icon name="external-link"/>{text}</a> }
        .into_html()
}

/// A PDF in the browser's own viewer, beside the form that judges it; where there is no room for it, the link.
fn pdf(opened: &Opened, id: Uuid, file: Option<&FileShown>, name: &str, t: Lang) -> AnyView {
    let link = opened.links.get(&id).cloned().unwrap_or_default();
    // The macro does not know this attribute of frames.
    let frame = iframe().class("papersheet__frame").src(link).title(t.pdf_of(name)).attr("loading", "lazy");
    view! {
        <div class="papersheet__pdf">
            <Icon name="file-text" class="i i--24"/>
            <span class="muted small">{file.map(about)}</span>
            {open_link(opened, id, t.open_pdf())}
        </div>
        {frame}
    }
    .into_html()
}

/// A photograph that can be made larger and turned without script.
pub(super) fn picture(opened: &Opened, id: Uuid, file: Option<&FileShown>, name: &str, t: Lang) -> AnyView {
    let link = opened.links.get(&id).cloned().unwrap_or_default();
    let group = format!("putar-{}", id.simple());
    let turns = [0_u16, 90, 180, 270].map(|degrees| {
        view! {
            <label title=t.turn(degrees)>
                <input type="radio" name=group.clone() value=degrees checked=degrees == 0 aria-label=t.turn(degrees)/>
                <span aria-hidden="true">{format!("{degrees}°")}</span>
            </label>
        }
    });
    view! {
        <figure class="sheet">
            <div class="sheet__view" tabindex="0" role="group" aria-label=t.picture_of(name)>
                <img src=link alt=t.picture_of(name) loading="lazy"/>
            </div>
            <figcaption class="sheet__bar">
                <span class="muted small">{file.map(about)}</span>
                <label class="sheet__zoom"><input type="checkbox" value="besar"/><Icon name="search" class="i i--16"/>{t.larger()}</label>
                <span class="sheet__turn">{turns.into_iter().collect_view()}</span>
                {open_link(opened, id, t.open_new_tab())}
            </figcaption>
        </figure>
    }
    .into_html()
}

fn about(file: &FileShown) -> String {
    let size = if file.bytes < 1_048_576 {
        format!("{} KB", (file.bytes + 1023) / 1024)
    } else {
        format!("{},{} MB", file.bytes / 1_048_576, file.bytes % 1_048_576 * 10 / 1_048_576)
    };
    format!("{}\u{a0}· {size}", file.name)
}

/// What the office saw before something was replaced.
fn replaced(opened: &Opened, t: Lang) -> Option<AnyView> {
    let current: BTreeSet<Uuid> = opened.case.handed_in.files.values().flatten().map(|file| file.id).collect();
    let old: Vec<_> = opened.case.files.values().filter(|file| !current.contains(&file.id)).collect();
    let links = old
        .iter()
        .map(|file| {
            let link = opened.links.get(&file.id).cloned().unwrap_or_default();
            view! { <li><a href=link target="_blank" rel="noopener">{about(file)}</a></li> }
        })
        .collect_view();
    (!old.is_empty()).then(|| {
        view! {
            <details class="fold">
                <summary><Icon name="history"/>{t.replaced_files()}<Icon name="chevron-down"/></summary>
                <ul class="small">{links}</ul>
            </details>
        }
        .into_html()
    })
}
