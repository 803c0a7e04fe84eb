//! All answers of a case, part by part, with a link to each part while it may be changed.

use domain::permit::answers::Path;
use domain::permit::form::{Field, FieldKind, Section};
use leptos::prelude::*;
use platform::Platform;
use platform::permit::CaseShown;
use platform::reference::Reference;

use super::case_path;
use super::value::{Named, answer_words};
use crate::html::IntoHtml;
use crate::text::{CaseText, Lang};

/// The answers of every part.
pub(super) fn answers(case: &CaseShown, reference: &Reference, platform: &Platform, t: Lang) -> AnyView {
    let named = Named { files: &case.files, typed: &case.typed, reference, platform, t };
    case.service.form.sections.iter().map(|section| part(case, section, &named)).collect_view().into_html()
}

fn part(case: &CaseShown, section: &Section, named: &Named) -> AnyView {
    let (t, title) = (named.t, section.title.get(named.t).to_owned());
    let (id, labelled) = (format!("j-{}", section.key), format!("j-{}", section.key));
    let open = section.fields.iter().any(|field| case.may_change_in(field));
    let change = open.then(|| {
        let to = format!("{}/isi/{}?cek=1", case_path(&case.number), section.key);
        view! { <a class="head__more" href=to>{t.change_answer()}<span class="vh">" "{title.clone()}</span></a> }
    });
    let lines = section.fields.iter().map(|field| line(field, named)).collect_view();
    view! {
        <section class="card stack" aria-labelledby=labelled>
            <div class="head"><h2 class="h3" id=id>{title.clone()}</h2>{change}</div>
            <dl class="answers">{lines}</dl>
        </section>
    }
    .into_html()
}

fn line(field: &Field, named: &Named) -> AnyView {
    match &field.kind {
        FieldKind::Group { most, fields, .. } => rows(field, *most, fields, named),
        _ => pair(field, &Path::of(&field.key), named),
    }
}

fn pair(field: &Field, path: &Path, named: &Named) -> AnyView {
    let label = field.label.get(named.t).to_owned();
    view! { <div><dt>{label}</dt><dd>{answer_words(field, path, named)}</dd></div> }.into_html()
}

/// The rows of a group in which something was filled in.
fn rows(group: &Field, most: u8, fields: &[Field], named: &Named) -> AnyView {
    let filled = |row: &usize| fields.iter().any(|field| named.typed.has(&Path::in_row(&group.key, *row, &field.key)));
    (0..usize::from(most))
        .filter(filled)
        .map(|row| {
            let pairs = fields
                .iter()
                .map(|field| pair(field, &Path::in_row(&group.key, row, &field.key), named))
                .collect_view();
            view! { <div><dt>{format!("{} {}", group.label.get(named.t), row + 1)}</dt><dd></dd></div>{pairs} }
        })
        .collect_view()
        .into_html()
}
