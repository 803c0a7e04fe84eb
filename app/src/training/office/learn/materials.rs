//! `/dinas/pelatihan/materi/{id}/bahan`: the materials of a course.

use domain::training::material::{FILE_BYTES, Kind};
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::training::{CourseDraft, Material, MaterialError, find_course, list_materials};
use uuid::Uuid;

use super::course_of;
use super::send::MATERIAL;
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::param;
use crate::shop::seller::entry::{Entry, Kind as Input, Need, entry, tick, typed};
use crate::text::{CartText, Lang, LearnText, material_kind};
use crate::training::learn::material_list;
use crate::training::office::{ORGANISE, missing, rooms};
use crate::ui::{Desk, ErrorSummary, Field, Icon, Said, described};
use crate::visitor::{Visitor, lang, visitor};

struct Shown {
    id: Uuid,
    course: CourseDraft,
    materials: Vec<Material>,
    refused: Refused,
}

async fn load(platform: Platform, visitor: Visitor, id: String) -> Result<Shown, Missing> {
    only(&visitor, ORGANISE)?;
    let id = course_of(&id)?;
    let course = find_course(&platform, &visitor.actor, id).await.map_err(missing)?;
    let materials = list_materials(&platform, &visitor.actor, id).await.map_err(|error| match error {
        MaterialError::Forbidden(_) => Missing::NotAllowed,
        error => error.into(),
    })?;
    Ok(Shown { id, course, materials, refused: recall(&platform, visitor.typed, MATERIAL).await? })
}

/// `/dinas/pelatihan/materi/{id}/bahan`.
#[component]
pub fn MaterialsPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("id")), |shown| {
        let t = lang();
        let list = list(&shown.materials, shown.id, t);
        view! {
            <Desk title=t.ld_materials_of(shown.course.title.as_str()) lead=t.ld_materials_lead()>
                {rooms("", t)}
                <Said/>
                <div class="narrow stack">
                    <ErrorSummary errors=shown.refused.errors.clone()/>
                    {list}
                    {form(&shown, t)}
                </div>
            </Desk>
        }
    })
}

fn list(materials: &[Material], course: Uuid, t: Lang) -> Option<AnyView> {
    let items = materials.iter().map(|material| one(material, course, t)).collect_view();
    (!materials.is_empty()).then(|| view! { <ul class="card roster">{items}</ul> }.into_html())
}

fn one(material: &Material, course: Uuid, t: Lang) -> AnyView {
    let shown = if material.stored {
        material_list(std::slice::from_ref(material), t)
    } else {
        view! { <p class="strong">{material.title.clone()}</p><p class="error">{t.ld_broken()}</p> }.into_html()
    };
    let public = material.public.then(|| view! { <span class="state">{t.ld_for_all()}</span> });
    view! {
        <li>
            <div class="roster__who">{shown}</div>
            <div class="row">
                {public}
                <form method="post" action="/aksi/dinas/pelatihan/bahan/hapus">
                    <input type="hidden" name="materi" value=course.to_string()/>
                    <input type="hidden" name="bahan" value=material.id.to_string()/>
                    <button class="btn btn--line btn--small" aria-label=t.ld_remove(&material.title)><Icon name="trash-2"/>{CartText::remove(t)}</button>
                </form>
            </div>
        </li>
    }
    .into_html()
}

fn form(shown: &Shown, t: Lang) -> AnyView {
    let refused = &shown.refused;
    let line = |name, label, hint, most, need| Entry { name, label, hint, kind: Input::Line, most, need };
    let number = |name, label| Entry { name, label, hint: "", kind: Input::Number, most: 4, need: Need::May };
    let text = Entry {
        name: "teks",
        label: t.ld_text(),
        hint: t.ld_text_hint(),
        kind: Input::Words,
        most: 12_000,
        need: Need::Later,
    };
    let chosen = typed(refused, "jenis", Kind::Bacaan.as_str());
    let kinds = Kind::ALL
        .iter()
        .map(|kind| {
            let checked = chosen == kind.as_str();
            view! {
                <label class="check"><input type="radio" name="jenis" value=kind.as_str() checked=checked/>{material_kind(t, *kind)}</label>
            }
        })
        .collect_view();
    let about = described("berkas", true, refused);
    view! {
        <form class="card stack kinds" method="post" action="/aksi/dinas/pelatihan/bahan" enctype="multipart/form-data">
            <h2 class="h3">{t.ld_add()}</h2>
            <input type="hidden" name="materi" value=shown.id.to_string()/>
            <fieldset class="field">
                <legend class="strong">{t.ld_kind()}</legend>
                <span class="hint">{t.ld_kind_hint()}</span>
                <div class="roster__choice">{kinds}</div>
            </fieldset>
            {entry(line("judul", t.ld_name(), "", 100, Need::Must), "", refused, t)}
            <div class="kinds__bacaan">{entry(text, "", refused, t)}</div>
            <div class="kinds__berkas">
                <Field name="berkas" label=t.ld_file().to_owned() hint=t.ld_file_hint(FILE_BYTES / 1_048_576) refused=refused.clone()>
                    <input class="input" id="berkas" name="berkas" r#type="file" accept="application/pdf,image/*" aria-describedby=about/>
                </Field>
            </div>
            <div class="kinds__tautan">{entry(line("alamat", t.ld_address(), "", 400, Need::Later), "", refused, t)}</div>
            <div class="kinds__video stack">
                {entry(number("menit", t.ld_minutes()), "", refused, t)}
                {entry(number("ukuran", t.ld_megabytes()), "", refused, t)}
            </div>
            {tick("umum", t.ld_public(), false, refused)}
            <div><button class="btn btn--big"><Icon name="plus"/>{t.ld_add()}</button></div>
        </form>
    }
    .into_html()
}
