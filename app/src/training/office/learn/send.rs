//! Adding and removing materials.

use domain::training::material::{Address, Kind};
use domain::typed::{Line, Text, Whole};
use leptos::prelude::*;
use leptos::server_fn::codec::{MultipartData, MultipartFormData};
use platform::Platform;
use platform::attachment::UnfitFile;
use platform::training::{MaterialContent, MaterialDraft, MaterialError, add_material, remove_material};
use uuid::Uuid;

use super::materials_path;
use crate::action::{Word, done};
use crate::shop::seller::form::Form;
use crate::text::{CartText, Lang, LearnText, PictureText, TrainingDeskText};
use crate::upload::{self, Part, unfit_file_text};
use crate::visitor::visitor;

/// The name of the form, for recalling what was refused.
pub(super) const MATERIAL: &str = "pelatihan-bahan";

/// What the form sends.
#[derive(Default)]
struct Sent {
    course: Uuid,
    kind: String,
    title: String,
    text: String,
    address: String,
    minutes: String,
    megabytes: String,
    public: String,
    file: Option<upload::File>,
}

/// Adds a material to a course.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/pelatihan/bahan", input = MultipartFormData)]
pub async fn submit_material(data: MultipartData) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let (sent, whole) = read(data).await;
    let mut form = Form::new(MATERIAL, materials_path(sent.course));
    if !whole {
        form.wrong("berkas", t.upload_broken());
    }
    let course = sent.course;
    let Some(draft) = draft(&mut form, sent, t).filter(|_| whole) else {
        form.refuse().await;
        return Ok(());
    };
    match add_material(&platform, &visitor.actor, course, draft).await {
        Ok(()) => done(Word::Saved, &materials_path(course)),
        Err(MaterialError::Forbidden(_)) => form.not_allowed(),
        Err(error) => {
            let (field, problem) = problem(error, t);
            form.wrong(field, problem);
            form.refuse().await;
        }
    }
    Ok(())
}

/// Reads the parts; whether all of them came.
async fn read(data: MultipartData) -> (Sent, bool) {
    let (mut parts, mut sent) = (upload::Form::open(data), Sent::default());
    loop {
        match parts.next().await {
            Ok(Some(Part::Text { name, value })) => match name.as_str() {
                "materi" => sent.course = Uuid::try_parse(&value).unwrap_or_default(),
                "jenis" => sent.kind = value,
                "judul" => sent.title = value,
                "teks" => sent.text = value,
                "alamat" => sent.address = value,
                "menit" => sent.minutes = value,
                "ukuran" => sent.megabytes = value,
                "umum" => sent.public = value,
                _ => {}
            },
            Ok(Some(Part::File(file))) => sent.file = Some(file),
            Ok(None) => return (sent, true),
            Err(_) => return (sent, false),
        }
    }
}

/// Reads what was sent; everything that is wrong is said at once.
fn draft(form: &mut Form, sent: Sent, t: Lang) -> Option<MaterialDraft> {
    for (field, typed) in [
        ("jenis", &sent.kind),
        ("teks", &sent.text),
        ("alamat", &sent.address),
        ("menit", &sent.minutes),
        ("ukuran", &sent.megabytes),
        ("umum", &sent.public),
    ] {
        form.keep(field, typed);
    }
    let title = form.read("judul", t.ld_name(), &sent.title, Line::parse);
    let content = match sent.kind.parse().unwrap_or(Kind::Bacaan) {
        Kind::Bacaan => form.read("teks", t.ld_text(), &sent.text, Text::parse).map(MaterialContent::Reading),
        Kind::Berkas => file(form, sent.file, t).map(MaterialContent::File),
        Kind::Tautan => address(form, &sent.address, t).map(MaterialContent::Link),
        Kind::Video => {
            let address = address(form, &sent.address, t);
            let mut number = |field, label, text: &str| {
                form.read(field, label, text, |text| match text.trim() {
                    "" => Ok(None),
                    text => Whole::<1, 5000>::parse(text).map(|number| Some(number.get())),
                })
            };
            let minutes = number("menit", t.ld_minutes(), &sent.minutes);
            let megabytes = number("ukuran", t.ld_megabytes(), &sent.megabytes);
            match (address, minutes, megabytes) {
                (Some(address), Some(minutes), Some(size)) => Some(MaterialContent::Video(address, minutes, size)),
                _ => None,
            }
        }
    };
    Some(MaterialDraft { title: title?, public: !sent.public.is_empty(), content: content? })
}

fn address(form: &mut Form, typed: &str, t: Lang) -> Option<Address> {
    let address = Address::parse(typed);
    if address.is_none() {
        form.wrong("alamat", t.ld_address_wrong());
    }
    address
}

fn file(form: &mut Form, file: Option<upload::File>, t: Lang) -> Option<Vec<u8>> {
    match file.map(|file| (file.name, file.content)) {
        Some((_, Ok(bytes))) => Some(bytes),
        Some((name, Err(unfit))) => {
            form.wrong("berkas", t.file_problem(&name, &unfit_file_text(&UnfitFile::Picture(unfit), t)));
            None
        }
        None => {
            form.wrong("berkas", t.ld_no_file());
            None
        }
    }
}

/// Why nothing was added: the field, and what to do.
fn problem(error: MaterialError, t: Lang) -> (&'static str, String) {
    match error {
        MaterialError::Unfit(unfit) => ("berkas", unfit_file_text(&unfit, t)),
        MaterialError::TooMany => ("judul", t.ld_too_many().to_owned()),
        MaterialError::NotFound | MaterialError::Forbidden(_) => ("judul", t.td_gone().to_owned()),
        MaterialError::Store(error) => {
            leptos::logging::error!("a material: {error}");
            ("berkas", t.store_full().to_owned())
        }
        MaterialError::Db(error) => {
            leptos::logging::error!("a material: {error:?}");
            ("judul", CartText::try_later(t).to_owned())
        }
    }
}

/// Removes a material.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/pelatihan/bahan/hapus")]
pub async fn drop_material(materi: String, bahan: String) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let back = materials_path(Uuid::try_parse(&materi).unwrap_or_default());
    let mut form = Form::new(MATERIAL, back.clone());
    let material = Uuid::try_parse(&bahan).unwrap_or_default();
    match remove_material(&platform, &visitor.actor, material).await {
        Ok(()) => done(Word::Removed, &back),
        Err(MaterialError::Forbidden(_)) => form.not_allowed(),
        Err(error) => {
            let (field, problem) = problem(error, visitor.lang);
            form.wrong(field, problem);
            form.refuse().await;
        }
    }
    Ok(())
}
