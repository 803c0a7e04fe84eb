//! Reports of visits: the owner says whether they are right.

use domain::mentoring::{By, MOST_PHOTOS};
use leptos::prelude::*;
use platform::mentoring::VisitShown;
use uuid::Uuid;

use super::Shown;
use super::plan::action_list;
use crate::html::IntoHtml;
use crate::mentoring::fold;
use crate::text::{CartText, MentoringText, way_label};
use crate::ui::{Field, Icon, described};

/// The section; nothing before the first report.
pub(super) fn visits(shown: &Shown) -> Option<AnyView> {
    let (t, file) = (shown.t, &shown.file);
    if file.visits.is_empty() {
        return None;
    }
    let items = file.visits.iter().map(|visit| one(shown, visit)).collect_view();
    Some(
        view! {
            <section class="stack" id="kunjungan" aria-labelledby="j-kunjungan">
                <h2 id="j-kunjungan">{t.me_visits()}</h2>
                {items}
            </section>
        }
        .into_html(),
    )
}

fn one(shown: &Shown, visit: &VisitShown) -> AnyView {
    let t = shown.t;
    let id = format!("k-{}", visit.id.simple());
    let title = format!("j-{}", visit.id.simple());
    let kecamatan = visit.kecamatan.as_deref().map(|code| shown.reference.kecamatan_name(code).to_owned());
    let place = [way_label(t, visit.way).to_owned(), visit.place.clone()].into_iter().chain(kecamatan);
    let facts =
        place.chain([t.me_visit_length(visit.minutes), visit.mentor.clone()]).collect::<Vec<_>>().join("\u{a0}· ");
    let internal = visit.internal.clone().map(|note| {
        view! {
            <div class="note note--plain"><Icon name="lock"/><div><p class="strong">{t.me_visit_internal()}</p><p class="prewrap">{note}</p></div></div>
        }
    });
    let next = visit.next_on.map(|day| view! { <p class="small">{t.me_visit_next_on(&day.words(t))}</p> });
    view! {
        <article class="card stack" id=id aria-labelledby=title.clone()>
            <div>
                <h3 id=title.clone()>{visit.on.long(t)}</h3>
                <p class="muted small">{facts}</p>
            </div>
            <p class="prewrap">{visit.findings.clone()}</p>
            {internal}
            {action_list(shown, Some(visit.id))}
            {next}
            {photos(shown, visit)}
            {answer(shown, visit)}
        </article>
    }
    .into_html()
}

fn photos(shown: &Shown, visit: &VisitShown) -> AnyView {
    let (t, number) = (shown.t, &shown.file.number);
    let changes = shown.file.is(By::Pendamping) && visit.confirmed.is_none() && visit.photo_consent;
    let items = visit.photos.iter().enumerate().map(|(nth, photo)| {
        let path = photo_path(*photo);
        let alt = t.me_visit_photo(nth + 1);
        let remove = changes.then(|| {
            view! {
                <form method="post" action="/aksi/pendampingan/foto/hapus">
                    <input type="hidden" name="nomor" value=number.clone()/>
                    <input type="hidden" name="foto" value=photo.to_string()/>
                    <button class="btn btn--line btn--small" aria-label=format!("{} {}", t.me_remove_photo(), nth + 1)><Icon name="trash-2"/>{CartText::remove(t)}</button>
                </form>
            }
        });
        view! { <li class="stack stack--2"><a href=path.clone()><img class="visited__photo" src=path.clone() alt=alt loading="lazy"/></a>{remove}</li> }
    });
    let items = items.collect_view();
    let list = (!visit.photos.is_empty()).then(|| view! { <ul class="visited">{items}</ul> });
    // One form on the page has the field that an error leads to.
    let room = changes && visit.photos.len() < usize::from(MOST_PHOTOS);
    let refused = &shown.refused;
    let mine = refused.value("kunjungan") == visit.id.to_string();
    let name = format!("foto-{}", visit.id.simple());
    let add = room.then(|| {
        let about = described(&name, true, refused);
        let (field, id) = (name.clone(), name.clone());
        let form = view! {
            <form class="stack" method="post" action="/aksi/pendampingan/foto" enctype="multipart/form-data">
                <input type="hidden" name="nomor" value=number.clone()/>
                <input type="hidden" name="kunjungan" value=visit.id.to_string()/>
                <Field name=field label=t.me_add_photos().to_owned() hint=t.me_visit_photos_hint(MOST_PHOTOS) refused=refused.clone()>
                    <input class="input" id=id name="foto" r#type="file" accept="image/*" multiple required aria-describedby=about/>
                </Field>
                <div><button class="btn btn--line"><Icon name="upload"/>{t.me_add_photos()}</button></div>
            </form>
        };
        fold(t.me_add_photos(), mine && refused.error(&name).is_some(), form.into_html())
    });
    view! { {list} {add} }.into_html()
}

/// The address of a photograph.
fn photo_path(photo: Uuid) -> String {
    format!("/pendampingan/foto/{photo}")
}

/// What the owner says to it, or what can be said.
fn answer(shown: &Shown, visit: &VisitShown) -> AnyView {
    let t = shown.t;
    if let Some(at) = visit.confirmed {
        return view! { <p class="nextline small"><Icon name="circle-check"/><span>{t.me_visit_confirmed(&at.day().words(t))}</span></p> }
            .into_html();
    }
    let objection = visit.objection.clone().map(|words| {
        view! {
            <div class="note note--warn"><Icon name="triangle-alert"/><div><p class="strong">{t.me_visit_objected()}</p><p class="prewrap">{words}</p></div></div>
        }
    });
    if !shown.file.is(By::Usaha) {
        let open = visit.objection.is_none().then(|| view! { <p class="muted small">{t.me_visit_open()}</p> });
        return view! { {objection} {open} }.into_html();
    }
    let number = &shown.file.number;
    let hidden = || {
        view! {
            <input type="hidden" name="nomor" value=number.clone()/>
            <input type="hidden" name="kunjungan" value=visit.id.to_string()/>
        }
    };
    // The words have the visit in their name: several reports may wait on one page.
    let name = format!("keliru-{}", visit.id.simple());
    let about = described(&name, false, &shown.refused);
    let typed = shown.refused.value(&name);
    let (field, id) = (name.clone(), name.clone());
    let wrong = view! {
        <form class="stack" method="post" action="/aksi/pendampingan/kunjungan/jawab">
            {hidden()}
            <Field name=field label=t.me_visit_wrong_words().to_owned() refused=shown.refused.clone()>
                <textarea class="textarea" id=id name="keliru" rows="3" maxlength="1000" required aria-describedby=about>{typed}</textarea>
            </Field>
            <div><button class="btn btn--line">{t.me_send_answer()}</button></div>
        </form>
    };
    view! {
        {objection}
        <form method="post" action="/aksi/pendampingan/kunjungan/jawab">
            {hidden()}
            <button class="btn"><Icon name="check"/>{t.me_visit_right()}</button>
        </form>
        <div class="folds">{fold(t.me_visit_wrong(), shown.came_back(&name), wrong.into_html())}</div>
    }
    .into_html()
}
