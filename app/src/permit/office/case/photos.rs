//! Photographs of a visit: added on the spot, seen with the case.

use domain::account::Capability;
use domain::permit::state::State;
use leptos::prelude::*;
use leptos::server_fn::codec::{MultipartData, MultipartFormData};
use platform::Platform;
use platform::attachment::UnfitFile;
use platform::flash::Refused;
use platform::permit::{FileError, FileShown, PhotoError, add_photo, remove_photo};
use uuid::Uuid;

use super::Opened;
use super::documents::picture;
use crate::action::{Word, done, refuse};
use crate::html::IntoHtml;
use crate::permit::case::file_problem;
use crate::permit::office::inbox::back_to_case;
use crate::permit::office::problem::{WHOLE, problem};
use crate::text::{CartText, DeskText, Lang, PictureText};
use crate::ui::{Field, Icon, described};
use crate::upload::{File, Form, Part};
use crate::visitor::visitor;

/// The name of the form.
pub(super) fn photo_form(number: &str) -> String {
    format!("foto-{number}")
}

/// The photographs, with the form for whoever is there now; nothing where there is neither.
pub(super) fn photos(opened: &Opened, refused: &Refused, t: Lang) -> Option<AnyView> {
    let case = &opened.case;
    let goes = case.state == State::Kunjungan && opened.actor.may(Capability::VisitCases);
    if case.photos.is_empty() && !goes {
        return None;
    }
    let list = case.photos.iter().map(|photo| one(opened, photo, goes, t)).collect_view();
    let form = goes.then(|| add_form(&case.number, refused, t));
    let view = view! {
        <section class="card stack" id="foto" aria-labelledby="j-foto">
            <h2 class="h3" id="j-foto">{t.visit_photos()}</h2>
            <ul class="papersheets">{list}</ul>
            {form}
        </section>
    };
    Some(view.into_html())
}

fn one(opened: &Opened, photo: &FileShown, goes: bool, t: Lang) -> AnyView {
    let remove = goes.then(|| {
        view! {
            <form method="post" action="/aksi/dinas/izin/foto-hapus">
                <input type="hidden" name="nomor" value=opened.case.number.clone()/>
                <input type="hidden" name="foto" value=photo.id.to_string()/>
                <button class="btn btn--line btn--small" aria-label=t.remove_photo_named(&photo.name)><Icon name="trash-2"/>{CartText::remove(t)}</button>
            </form>
        }
    });
    view! { <li class="stack stack--2">{picture(opened, photo.id, Some(photo), t.visit_photos(), t)}{remove}</li> }
        .into_html()
}

fn add_form(number: &str, refused: &Refused, t: Lang) -> AnyView {
    let about = described("foto-kunjungan", true, refused);
    view! {
        <form class="stack" method="post" action="/aksi/dinas/izin/foto" enctype="multipart/form-data">
            <input type="hidden" name="nomor" value=number.to_owned()/>
            <Field name="foto-kunjungan" label=t.add_photos().to_owned() hint=t.add_photos_hint() refused=refused.clone()>
                <input class="input" id="foto-kunjungan" name="foto" r#type="file" accept="image/*" capture="environment" multiple required aria-describedby=about/>
            </Field>
            <div><button class="btn btn--line"><Icon name="upload"/>{t.add_photos_send()}</button></div>
        </form>
    }
    .into_html()
}

/// Adds photographs to a visit. What is not taken is named; the rest is there.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/izin/foto", input = MultipartFormData)]
pub async fn add_visit_photos(data: MultipartData) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let (t, mut form) = (visitor().lang, Form::open(data));
    let (mut number, mut problems) = (String::new(), Vec::new());
    loop {
        match form.next().await {
            Ok(Some(Part::Text { name, value })) if name == "nomor" => number = value,
            Ok(Some(Part::Text { .. })) => {}
            Ok(Some(Part::File(file))) => problems.extend(take(&platform, &number, file, t).await),
            Ok(None) => break,
            Err(_) => {
                problems.push(t.upload_broken().to_owned());
                break;
            }
        }
    }
    let back = format!("{}#foto", back_to_case(&number));
    if problems.is_empty() {
        done(Word::Saved, &back);
    } else {
        let errors = problems.into_iter().map(|problem| ("foto-kunjungan", problem)).collect();
        refuse(&photo_form(&number), &[], errors, &back).await;
    }
    Ok(())
}

/// Takes a photograph; answers what was wrong with it.
async fn take(platform: &Platform, number: &str, file: File, t: Lang) -> Option<String> {
    let File { name, content, .. } = file;
    let result = match content {
        Ok(bytes) => add_photo(platform, &visitor().actor, number, &name, bytes).await,
        Err(unfit) => Err(FileError::Unfit(UnfitFile::Picture(unfit)).into()),
    };
    result.err().map(|error| in_words(error, &name, t))
}

fn in_words(error: PhotoError, name: &str, t: Lang) -> String {
    match error {
        PhotoError::Step(error) => problem(error, t).1,
        PhotoError::File(error) => t.file_problem(name, &file_problem(&error, t)),
    }
}

/// Takes a photograph out again.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/izin/foto-hapus")]
pub async fn remove_visit_photo(nomor: String, #[server(default)] foto: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let back = format!("{}#foto", back_to_case(&nomor));
    let photo = Uuid::try_parse(&foto).unwrap_or_default();
    match remove_photo(&platform, &visitor.actor, &nomor, photo).await {
        Ok(()) => done(Word::Removed, &back),
        Err(error) => {
            let problem = in_words(error, "", visitor.lang);
            refuse(&photo_form(&nomor), &[], vec![(WHOLE, problem)], &back).await;
        }
    }
    Ok(())
}
