//! Photographs of a visit: added after its report, or with it.

use leptos::prelude::*;
use leptos::server_fn::codec::{MultipartData, MultipartFormData};
use platform::Platform;
use platform::attachment::UnfitFile;
use platform::mentoring::{MentoringError, add_visit_photo, remove_visit_photo};
use uuid::Uuid;

use super::{FORM, WHOLE, mentoring_path, problem, refused};
use crate::action::{Word, done};
use crate::shop::seller::form::Form;
use crate::text::{Lang, PictureText};
use crate::upload::{self, Part};
use crate::visitor::visitor;

/// Adds a photograph; answers what was wrong with it.
pub(super) async fn take(
    platform: &Platform,
    number: &str,
    visit: Uuid,
    file: upload::File,
    t: Lang,
) -> Option<String> {
    let name = file.name;
    let result = match file.content {
        Ok(bytes) => add_visit_photo(platform, &visitor().actor, number, visit, bytes).await,
        Err(unfit) => Err(MentoringError::Unfit(UnfitFile::Picture(unfit))),
    };
    result.err().map(|error| t.file_problem(&name, &problem(&error, t)))
}

/// Adds photographs to a report. What is not taken is named; the rest is there.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pendampingan/foto", input = MultipartFormData)]
pub async fn submit_photos(data: MultipartData) -> Result<(), ServerFnError> {
    let (platform, t) = (expect_context::<Platform>(), visitor().lang);
    let mut parts = upload::Form::open(data);
    let (mut number, mut visit, mut problems) = (String::new(), Uuid::nil(), Vec::new());
    loop {
        match parts.next().await {
            Ok(Some(Part::Text { name, value })) if name == "nomor" => number = value,
            Ok(Some(Part::Text { name, value })) if name == "kunjungan" => {
                visit = Uuid::try_parse(&value).unwrap_or_default();
            }
            Ok(Some(Part::Text { .. })) => {}
            Ok(Some(Part::File(file))) => problems.extend(take(&platform, &number, visit, file, t).await),
            Ok(None) => break,
            Err(_) => {
                problems.push(t.upload_broken().to_owned());
                break;
            }
        }
    }
    answer(&number, visit, problems).await;
    Ok(())
}

/// Leads to the report, with what was wrong with its photographs.
pub(super) async fn answer(number: &str, visit: Uuid, problems: Vec<String>) {
    let back = format!("{}#k-{}", mentoring_path(number), visit.simple());
    if problems.is_empty() {
        return done(Word::Sent, &back);
    }
    let mut form = Form::new(FORM, back);
    form.keep("kunjungan", &visit.to_string());
    for problem in problems {
        form.wrong(&format!("foto-{}", visit.simple()), problem);
    }
    form.refuse().await;
}

/// Removes a photograph.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pendampingan/foto/hapus")]
pub async fn drop_photo(nomor: String, foto: String) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let back = format!("{}#kunjungan", mentoring_path(&nomor));
    let photo = Uuid::try_parse(&foto).unwrap_or_default();
    match remove_visit_photo(&platform, &visitor.actor, &nomor, photo).await {
        Ok(()) => done(Word::Removed, &back),
        Err(error) => refused(Form::new(FORM, back), WHOLE, error, visitor.lang).await,
    }
    Ok(())
}
