//! Issuing certificates, correcting them, taking them back.

use domain::training::certificate::Ending;
use domain::typed::Line;
use leptos::prelude::*;
use platform::Platform;
use platform::training::{OrganiseError, correct_certificate, issue_by_hand, issue_certificates, revoke_certificate};

use super::{WHOLE, awards_path, problems};
use crate::action::{Word, done, escape};
use crate::shop::seller::form::Form;
use crate::text::CertificateText;
use crate::visitor::visitor;

/// The name of the forms, for recalling what was refused.
pub(super) const AWARD: &str = "pelatihan-sertifikat";
/// What was tried with somebody's certificate, as a refused form keeps it.
pub(super) const BY_HAND: &str = "khusus";
pub(super) const CORRECT: &str = "betulkan";
pub(super) const REVOKE: &str = "cabut";

/// The name of a field that belongs to one form of one participant.
pub(super) fn field(form: &str, number: &str) -> String {
    format!("{form}-{number}")
}

/// Issues a certificate for everybody who has earned one.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/pelatihan/sertifikat")]
pub async fn issue_all(kelas: String) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let back = awards_path(&escape(&kelas));
    let form = Form::new(AWARD, back.clone());
    finish(form, &back, issue_certificates(&platform, &visitor.actor, &kelas).await.map(drop)).await;
    Ok(())
}

/// Issues a certificate for somebody who has not earned it, with a reason.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/pelatihan/sertifikat/khusus")]
pub async fn issue_one(kelas: String, nomor: String, #[server(default)] alasan: String) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let back = awards_path(&escape(&kelas));
    let mut form = Form::new(AWARD, format!("{back}#peserta"));
    let reason = form.read(&field(BY_HAND, &nomor), visitor.lang.aw_by_hand_why(), &alasan, Line::parse);
    let Some(reason) = reason else {
        form.refuse().await;
        return Ok(());
    };
    finish(form, &back, issue_by_hand(&platform, &visitor.actor, &nomor, &reason).await).await;
    Ok(())
}

/// Issues a certificate again with another name.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/pelatihan/sertifikat/betulkan")]
pub async fn correct_one(kelas: String, nomor: String, #[server(default)] nama: String) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let back = awards_path(&escape(&kelas));
    let mut form = Form::new(AWARD, format!("{back}#peserta"));
    let Some(holder) = form.read(&field(CORRECT, &nomor), visitor.lang.aw_name(), &nama, Line::parse) else {
        form.refuse().await;
        return Ok(());
    };
    finish(form, &back, correct_certificate(&platform, &visitor.actor, &nomor, &holder).await).await;
    Ok(())
}

/// Takes a certificate back.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/pelatihan/sertifikat/cabut")]
pub async fn revoke_one(
    kelas: String,
    nomor: String,
    #[server(default)] sebab: String,
    #[server(default)] alasan: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let back = awards_path(&escape(&kelas));
    let mut form = Form::new(AWARD, format!("{back}#peserta"));
    form.keep("sebab", &sebab);
    let reason = form.read(&field(REVOKE, &nomor), visitor.lang.aw_by_hand_why(), &alasan, Line::parse);
    let (Some(reason), Ok(ending)) = (reason, sebab.parse::<Ending>()) else {
        form.refuse().await;
        return Ok(());
    };
    finish(form, &back, revoke_certificate(&platform, &visitor.actor, &nomor, ending, &reason).await).await;
    Ok(())
}

/// Goes back, or shows the form again with what is in the way.
async fn finish(mut form: Form, back: &str, result: Result<(), OrganiseError>) {
    match result {
        Ok(()) => done(Word::Done, back),
        Err(OrganiseError::Forbidden(_)) => form.not_allowed(),
        Err(error) => {
            for (_, problem) in problems(error, visitor().lang) {
                form.wrong(WHOLE, problem);
            }
            form.refuse().await;
        }
    }
}
