//! Entering attendance from the list on paper, and correcting it.

use std::collections::BTreeMap;

use domain::typed::Line;
use leptos::prelude::*;
use platform::Platform;
use platform::training::{Entry, OrganiseError, correct_attendance, enter_attendance, find_sheet};
use uuid::Uuid;

use super::{WHOLE, problems, sheet_path};
use crate::action::{Word, done, escape};
use crate::shop::seller::form::Form;
use crate::text::AttendanceText;
use crate::visitor::visitor;

/// The name of the form of many, for recalling what was refused.
pub(super) const ENTER: &str = "pelatihan-hadir";
/// The name of the form that corrects one.
pub(super) const CORRECT: &str = "pelatihan-betulkan";
/// They were there.
pub(super) const PRESENT: &str = "hadir";
/// They were not.
pub(super) const ABSENT: &str = "absen";

/// The name under which the reason of a registration is kept.
pub(super) fn reason_field(number: &str) -> String {
    format!("alasan-{number}")
}

/// Enters the lines of a sheet on which something was chosen; with `semua` all others were there.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/pelatihan/hadir")]
pub async fn enter_sheet(
    kelas: String,
    sesi: String,
    #[server(default)] semua: String,
    #[server(default)] orang: BTreeMap<String, String>,
    #[server(default)] alasan: BTreeMap<String, String>,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let back = sheet_path(&escape(&kelas), &escape(&sesi));
    let mut form = Form::new(ENTER, back.clone());
    for (number, answer) in &orang {
        form.keep(number, answer);
    }
    let mut reasons = BTreeMap::new();
    for (number, typed) in alasan.iter().filter(|(_, typed)| !typed.trim().is_empty()) {
        if let Some(reason) = form.read(&reason_field(number), t.att_why(), typed, Line::parse_optional) {
            reasons.insert(number.as_str(), reason);
        }
    }
    let session = Uuid::try_parse(&sesi).unwrap_or_default();
    let mut entries: Vec<Entry> = Vec::new();
    for (number, answer) in &orang {
        let present = answer == PRESENT;
        let note = reasons.get(number.as_str()).cloned().flatten().filter(|_| !present);
        entries.push(Entry { number: number.clone(), present, note });
    }
    if !semua.is_empty() {
        match find_sheet(&platform, &visitor.actor, &kelas, session).await {
            Ok(sheet) => entries.extend(
                sheet
                    .people
                    .into_iter()
                    .filter(|person| person.mark.is_none() && !orang.contains_key(&person.number))
                    .map(|person| Entry { number: person.number, present: true, note: None }),
            ),
            Err(error) => {
                refuse(form, error).await;
                return Ok(());
            }
        }
    }
    if !form.is_right() {
        form.refuse().await;
        return Ok(());
    }
    match enter_attendance(&platform, &visitor.actor, session, &entries).await {
        Ok(_) => done(Word::Saved, &back),
        Err(error) => refuse(form, error).await,
    }
    Ok(())
}

/// Corrects what is recorded of somebody.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/pelatihan/hadir/betulkan")]
pub async fn correct_sheet(
    kelas: String,
    sesi: String,
    nomor: String,
    #[server(default)] jadi: String,
    #[server(default)] alasan: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let back = sheet_path(&escape(&kelas), &escape(&sesi));
    let mut form = Form::new(CORRECT, format!("{back}#tercatat"));
    let reason = form.read(&reason_field(&nomor), visitor.lang.att_correct_why(), &alasan, Line::parse);
    let Some(reason) = reason else {
        form.refuse().await;
        return Ok(());
    };
    let session = Uuid::try_parse(&sesi).unwrap_or_default();
    match correct_attendance(&platform, &visitor.actor, session, &nomor, jadi == PRESENT, &reason).await {
        Ok(()) => done(Word::Saved, &back),
        Err(error) => refuse(form, error).await,
    }
    Ok(())
}

/// Shows the form again with what is in the way.
async fn refuse(mut form: Form, error: OrganiseError) {
    if let OrganiseError::Forbidden(_) = error {
        return form.not_allowed();
    }
    for (_, problem) in problems(error, visitor().lang) {
        form.wrong(WHOLE, problem);
    }
    form.refuse().await;
}
