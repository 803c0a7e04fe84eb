//! Handing a case in, and taking it back.

use domain::permit::step::Refused as NotAllowed;
use leptos::prelude::*;
use platform::Platform;
use platform::permit::{Applicant, StepError, find_applicant, hand_in, withdraw};

use super::{ACT, case_path};
use crate::action::{Word, done, forget_refused, go_to, refuse};
use crate::permit::mandate::locked_out;
use crate::text::{CartText, CaseText, Lang, MandateText};
use crate::visitor::visitor;

/// The applicant of a case, if this visitor is one.
pub(super) async fn applicant(platform: &Platform, number: &str) -> Option<Applicant> {
    let visitor = visitor();
    find_applicant(platform, &visitor.actor, &visitor.case_keys, number).await.ok().flatten()
}

/// Hands in a draft or a correction. Sent twice, it is handed in once.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "izin/kirim")]
pub async fn send_application(nomor: String, #[server(default)] benar: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let t = visitor().lang;
    let Some(applicant) = applicant(&platform, &nomor).await else {
        locked_out().await;
        return Ok(());
    };
    let back = format!("{}/periksa", case_path(&nomor));
    if benar != "ya" {
        refuse(ACT, &[], vec![("benar", t.statement_missing().to_owned())], &back).await;
        return Ok(());
    }
    match hand_in(&platform, &applicant).await {
        Ok(_) => {
            forget_refused();
            go_to(&format!("{}/terkirim", case_path(&nomor)));
        }
        Err(error) => refuse(ACT, &[], vec![("isi", problem(&error, t))], &back).await,
    }
    Ok(())
}

/// Takes a case back.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "izin/batal")]
pub async fn withdraw_application(nomor: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let Some(applicant) = applicant(&platform, &nomor).await else {
        locked_out().await;
        return Ok(());
    };
    match withdraw(&platform, &applicant).await {
        Ok(_) => done(Word::Done, &case_path(&nomor)),
        Err(error) => refuse(ACT, &[], vec![("isi", problem(&error, visitor().lang))], &case_path(&nomor)).await,
    }
    Ok(())
}

pub(super) fn problem(error: &StepError, t: Lang) -> String {
    match error {
        StepError::MandateOver => t.mandate_over().to_owned(),
        StepError::Refused(NotAllowed::Incomplete) => t.step_incomplete().to_owned(),
        StepError::Db(error) => {
            leptos::logging::error!("a step of an applicant: {error:?}");
            t.try_later().to_owned()
        }
        _ => t.step_not_possible().to_owned(),
    }
}
