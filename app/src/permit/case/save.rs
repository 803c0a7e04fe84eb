//! Saving a part of the form, with its documents.

use std::collections::BTreeMap;

use domain::permit::answers::Path;
use leptos::prelude::*;
use leptos::server_fn::codec::{MultipartData, MultipartFormData};
use platform::Platform;
use platform::attachment::UnfitFile;
use platform::permit::{
    Applicant, CaseShown, FileError, SaveError, Window, add_file, find_applicant, remove_file, save_section, show_case,
};
use uuid::Uuid;

use super::case_path;
use super::section::{FORM, UNSAVED, problems};
use crate::action::{Word, done, forget_refused, go_to, refuse};
use crate::permit::mandate::locked_out;
use crate::text::{CartText, CaseText, Lang, PictureText};
use crate::upload::{File, Form, Part, unfit_file_text};
use crate::visitor::visitor;

/// A form as it comes in. What is the form's own begins with `_`: no answer's name does.
#[derive(Default)]
pub(super) struct Sent {
    pub number: String,
    pub section: String,
    pub window: Window,
    pub texts: BTreeMap<Path, String>,
    button: String,
    remove: Option<(Path, Uuid)>,
    /// What was wrong with files.
    problems: Vec<(String, String)>,
}

impl Sent {
    /// Takes a field.
    pub fn take(&mut self, name: &str, value: String) {
        match name {
            "_nomor" => self.number = value,
            "_bagian" => self.section = value,
            "_jendela" => self.window.id = value,
            "_revisi" => self.window.revision = value.parse().unwrap_or_default(),
            "_urutan" => self.window.nth = value.parse().unwrap_or_default(),
            "_tombol" => self.button = value,
            "_hapus" => self.remove = removed(&value),
            _ if name.starts_with('_') => {}
            _ => drop(self.texts.insert(Path::from_name(name), value)),
        }
    }
}

/// Why not everything was saved: of which field, and in words.
struct Fault {
    field: String,
    problem: String,
    /// What was typed, where nothing of it was saved.
    unsaved: Option<String>,
}

/// Saves a part. Everything typed is kept, right or wrong; files that are not taken are named.
///
/// # Errors
/// Never for a form: a page says what is wrong.
#[server(prefix = "/aksi", endpoint = "izin/isi", input = MultipartFormData)]
pub async fn save_answers(data: MultipartData) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let t = visitor().lang;
    let (sent, applicant) = read(&platform, Form::open(data), t).await;
    let Some(applicant) = applicant else {
        locked_out().await;
        return Ok(());
    };
    let here = format!("{}/isi/{}", case_path(&sent.number), sent.section);
    let saved = save(&platform, &applicant, &sent, t).await;
    let (mut problems, mut unsaved) = (sent.problems, None);
    if let Err(fault) = saved {
        problems.push((fault.field, fault.problem));
        unsaved = fault.unsaved;
    }
    if !problems.is_empty() {
        let errors = problems.iter().map(|(field, problem)| (field.as_str(), problem.clone())).collect();
        let values: Vec<(&str, &str)> = unsaved.iter().map(|unsaved| (UNSAVED, unsaved.as_str())).collect();
        refuse(FORM, &values, errors, &here).await;
        return Ok(());
    }
    if sent.remove.is_some() {
        done(Word::Removed, &here);
        return Ok(());
    }
    match sent.button.as_str() {
        "lanjut" => {
            forget_refused();
            let case = show_case(&platform, &applicant).await.ok().flatten();
            go_to(&case.map_or(here, |case| next(&case, &sent.section, t)));
        }
        "nanti" => done(Word::Saved, &case_path(&sent.number)),
        _ => done(Word::Saved, &here),
    }
    Ok(())
}

/// Where somebody goes on: here while something is wrong, then to the next part that is open, at last to check it all.
fn next(case: &CaseShown, section: &str, t: Lang) -> String {
    let path = case_path(&case.number);
    let sections = &case.service.form.sections;
    let at = sections.iter().position(|found| found.key.as_str() == section).unwrap_or(0);
    if !problems(case, &sections[at], t).is_empty() {
        return format!("{path}/isi/{section}?cek=1");
    }
    match sections[at + 1..].iter().find(|section| section.fields.iter().any(|field| case.may_change_in(field))) {
        Some(next) => format!("{path}/isi/{}", next.key),
        None => format!("{path}/periksa"),
    }
}

/// Reads the form part by part: never more than one file is in memory.
async fn read(platform: &Platform, mut form: Form, t: Lang) -> (Sent, Option<Applicant>) {
    let (mut sent, mut applicant) = (Sent::default(), None);
    loop {
        match form.next().await {
            Ok(Some(Part::Text { name, value })) => {
                if name == "_nomor" {
                    let visitor = visitor();
                    let found = find_applicant(platform, &visitor.actor, &visitor.case_keys, &value).await;
                    applicant = found.ok().flatten();
                }
                // What nobody may send is not kept either.
                if applicant.is_some() || name.starts_with('_') {
                    sent.take(&name, value);
                }
            }
            Ok(Some(Part::File(file))) => {
                let Some(applicant) = &applicant else { continue };
                sent.problems.extend(take_file(platform, applicant, file, t).await);
            }
            Ok(None) => break,
            Err(_) => {
                sent.problems.push(("isi".to_owned(), t.upload_broken().to_owned()));
                break;
            }
        }
    }
    (sent, applicant)
}

/// `ktp|0190...`: which document of which place.
fn removed(value: &str) -> Option<(Path, Uuid)> {
    let (path, file) = value.rsplit_once('|')?;
    Some((Path::from_name(path), Uuid::try_parse(file).ok()?))
}

/// Takes a document; answers where it was chosen and what was wrong with it.
async fn take_file(platform: &Platform, applicant: &Applicant, file: File, t: Lang) -> Option<(String, String)> {
    let File { field, name, content } = file;
    let result = match content {
        Ok(bytes) => add_file(platform, applicant, &Path::from_name(&field), &name, bytes).await,
        Err(unfit) => Err(UnfitFile::Picture(unfit).into()),
    };
    result.err().map(|error| (field, t.file_problem(&name, &file_problem(&error, t))))
}

async fn save(platform: &Platform, applicant: &Applicant, sent: &Sent, t: Lang) -> Result<(), Fault> {
    let first = |problem: &str| Fault { field: "isi".to_owned(), problem: problem.to_owned(), unsaved: None };
    let saved = save_section(platform, applicant, &sent.section, sent.texts.clone(), &sent.window).await;
    saved.map_err(|error| match error {
        SaveError::NotFound | SaveError::NotNow => first(t.case_not_open()),
        SaveError::Changed { unsaved } => {
            Fault { unsaved: Some(unsaved.into_text()), ..first(t.changed_elsewhere_refused()) }
        }
        SaveError::Db(error) => {
            leptos::logging::error!("save an application: {error:?}");
            first(t.try_later())
        }
    })?;
    if let Some((path, file)) = &sent.remove {
        let removed = remove_file(platform, applicant, path, *file).await;
        let fault = |error| Fault { field: path.as_str().to_owned(), problem: file_problem(&error, t), unsaved: None };
        removed.map_err(fault)?;
    }
    Ok(())
}

/// What was wrong with a document, and what to do.
pub(crate) fn file_problem(error: &FileError, t: Lang) -> String {
    match error {
        FileError::Unfit(unfit) => unfit_file_text(unfit, t),
        FileError::NotFound | FileError::NotNow => t.file_not_now().to_owned(),
        FileError::Store(error) => {
            leptos::logging::error!("a document: {error}");
            t.store_full().to_owned()
        }
        FileError::Db(error) => {
            leptos::logging::error!("a document: {error:?}");
            t.try_later().to_owned()
        }
    }
}
