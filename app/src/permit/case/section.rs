//! `/izin/kasus/{nomor}/isi/{bagian}`: one part of the form. What was typed comes back as it was, with what is wrong.

use std::sync::Arc;

use domain::permit::answers::Path;
use domain::permit::form::{FieldKind, Section};
use http::header::{CACHE_CONTROL, HeaderValue};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use platform::Platform;
use platform::flash::Refused;
use platform::permit::{CaseShown, Window, open_unsaved, open_window};
use platform::reference::Reference;

use super::field::{Around, field_view};
use super::{applicant, case_path, show};
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::permit::autosave::Autosave;
use crate::request::{param, query};
use crate::sending::Sending;
use crate::text::{CaseText, CommonText, Lang, answer_problem};
use crate::ui::{ErrorSummary, Icon, Islands, PageHead, Said};
use crate::visitor::{Visitor, lang, visitor};

/// The name of the form, for recalling which files were refused.
pub(super) const FORM: &str = "izin-isi";
/// What was typed and is not saved, in what is recalled.
pub(super) const UNSAVED: &str = "_isian";
/// The form, for the island that saves while somebody types.
const ID: &str = "isian";

struct Shown {
    case: CaseShown,
    /// Which of the sections.
    nth: usize,
    /// Which revision of it this page shows.
    window: Window,
    /// Whether it shows what was typed and is not saved, instead of what is.
    unsaved: bool,
    /// What is wrong, if it is to be said, and which files were refused.
    refused: Refused,
    reference: Arc<Reference>,
    platform: Platform,
}

async fn load(platform: Platform, visitor: Visitor, number: String, key: String) -> Result<Shown, Missing> {
    let applicant = applicant(&platform, &visitor, &number).await?;
    let window = open_window(&platform, &applicant, &key).await?;
    let mut case = show(&platform, &applicant).await?;
    let sections = &case.service.form.sections;
    let nth = sections.iter().position(|section| section.key.as_str() == key).ok_or(Missing::NotFound)?;
    if !sections[nth].fields.iter().any(|field| case.may_change_in(field)) {
        return Err(Missing::Elsewhere(case_path(&case.number)));
    }
    let mut refused = recall(&platform, visitor.typed, FORM).await?;
    let mut unsaved = open_unsaved(&applicant, &key, &refused.value(UNSAVED));
    if query().get("tersimpan").is_some() {
        (refused, unsaved) = (Refused::default(), None);
    }
    if query().get("cek").is_some() {
        let wrong = problems(&case, &sections[nth], visitor.lang);
        refused.errors.extend(wrong);
    }
    let is_unsaved = unsaved.is_some();
    if let Some(texts) = unsaved {
        let section = case.service.form.sections[nth].clone();
        case.show_unsaved(&section, texts);
    }
    Ok(Shown {
        case,
        nth,
        window,
        unsaved: is_unsaved,
        refused,
        reference: platform.reference().await?.clone(),
        platform,
    })
}

/// What is wrong in a section, in the order of the form.
pub(super) fn problems(case: &CaseShown, section: &Section, t: Lang) -> Vec<(String, String)> {
    let here = |path: &Path| section.fields.iter().any(|field| path.is_within(&Path::of(&field.key)));
    let wrong = case.checked.problems.iter().filter(|(path, _)| here(path));
    let unchanged = case.unchanged().into_iter().filter(|path| here(path));
    let mut found: Vec<(String, String)> =
        wrong.map(|(path, problem)| (path.as_str().to_owned(), answer_problem(t, *problem))).collect();
    for path in unchanged {
        let name = path.as_str();
        if !found.iter().any(|(known, _)| known == name) {
            found.push((name.to_owned(), t.check_unchanged().to_owned()));
        }
    }
    found
}

/// What is wrong, with the question it is about: away from the field that is not seen.
pub(super) fn named(case: &CaseShown, problems: Vec<(String, String)>, t: Lang) -> Vec<(String, String)> {
    let named = |(field, problem): (String, String)| {
        let asked = case.service.form.at(&Path::from_name(&field));
        let words = asked.map_or(problem.clone(), |asked| format!("{}: {problem}", asked.label.get(t)));
        (field, words)
    };
    problems.into_iter().map(named).collect()
}

/// `/izin/kasus/{nomor}/isi/{bagian}`.
#[component]
pub fn SectionPage() -> impl IntoView {
    let (number, key) = (param("nomor"), param("bagian"));
    page(load(expect_context::<Platform>(), visitor(), number, key), |shown| {
        let t = lang();
        let Shown { case, nth, window, unsaved, refused, reference, platform } = &shown;
        let sections = &case.service.form.sections;
        let section = &sections[*nth];
        let title = section.title.get(t).to_owned();
        let back = case_path(&case.number);
        let fields = section
            .fields
            .iter()
            .map(|field| field_view(field, &Around { case, refused, reference, platform, t }))
            .collect_view();
        let files = has_files(section);
        let saved = format!("{back}/isi/{}?tersimpan=1", section.key);
        never_keep();
        view! {
            <PageHead title=title.clone() description=title.clone() canonical=None/>
            <main id="isi" class="wrap">
                <nav class="crumbs" aria-label=t.breadcrumbs()>
                    <a href=back.clone()>{case.service.name.get(t).to_owned()}</a><Icon name="chevron-right"/>
                    <span aria-current="page">{title.clone()}</span>
                </nav>
                <form id=ID class="form-page stack stack--6 mb-12" method="post" action="/aksi/izin/isi" enctype="multipart/form-data" novalidate>
                    <Said/>
                    <ErrorSummary errors=named(case, refused.errors.clone(), t)/>
                    {unsaved.then(|| view! {
                        <div class="note note--warn"><Icon name="circle-alert"/><div><p>{t.unsaved_below()}</p><p><a href=saved.clone()>{t.see_saved()}</a></p></div></div>
                    })}
                    <div><p class="muted">{t.section_of(nth + 1, sections.len())}</p><h1>{title}</h1></div>
                    <input type="hidden" name="_nomor" value=case.number.clone()/>
                    <input type="hidden" name="_bagian" value=section.key.to_string()/>
                    {window_fields(window)}
                    // What the Enter key presses: the first button of a form.
                    <button hidden name="_tombol" value="lanjut"></button>
                    {fields}
                    // What would take the place of another window's is saved by a button only.
                    {(!unsaved).then(|| view! { <Autosave lang=t form=ID.to_owned() saved=saved/> })}
                    <div class="row">
                        <button class="btn btn--big" name="_tombol" value="lanjut">{t.save_and_next()}</button>
                        <button class="btn btn--line" name="_tombol" value="nanti">{t.save_for_later()}</button>
                        {files.then(|| view! { <button class="btn btn--quiet" name="_tombol" value="unggah"><Icon name="upload"/>{t.file_upload()}</button> })}
                    </div>
                    {files.then(|| view! { <Sending lang=t form=ID/> })}
                    <p><a href=back>{t.back_to_tasks()}</a></p>
                </form>
            </main>
            {(files || !unsaved).then(|| view! { <Islands/> })}
        }
    })
}

/// Which window this is. A browser must not fill these in with what another page had.
fn window_fields(window: &Window) -> AnyView {
    view! {
        <input type="hidden" name="_jendela" value=window.id.clone() autocomplete="off"/>
        <input type="hidden" name="_revisi" value=window.revision autocomplete="off"/>
        <input type="hidden" name="_urutan" value=window.nth autocomplete="off"/>
    }
    .into_html()
}

/// Whoever goes back to this page gets it as it is then, and what is personal stays on no disk.
fn never_keep() {
    expect_context::<ResponseOptions>().insert_header(CACHE_CONTROL, HeaderValue::from_static("no-store"));
}

fn has_files(section: &Section) -> bool {
    section.fields.iter().any(|field| match &field.kind {
        FieldKind::File { .. } => true,
        FieldKind::Group { fields, .. } => fields.iter().any(|field| matches!(field.kind, FieldKind::File { .. })),
        _ => false,
    })
}
