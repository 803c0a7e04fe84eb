//! Taking a case, and giving it to somebody.

use domain::account::{Actor, Capability};
use domain::permit::state::State;
use leptos::prelude::*;
use platform::Platform;
use platform::permit::{Chosen, StepError, assign_case, take_case as take};
use uuid::Uuid;

use super::inbox::back_to_case;
use super::problem::problem;
use crate::action::{Word, done, local_path, refuse};
use crate::html::IntoHtml;
use crate::text::{DeskText, Lang};
use crate::visitor::visitor;

/// The name of the list's forms.
pub(super) const FORM: &str = "kotak-izin";

/// Whether somebody may take a case that nobody works on.
pub(super) fn may_take(actor: &Actor, state: State, assigned: bool) -> bool {
    match state {
        State::Diajukan => actor.may(Capability::ExamineCases),
        State::Verifikasi | State::Kunjungan | State::Didampingi => !assigned && actor.may(Capability::ExamineCases),
        State::Persetujuan => !assigned && actor.may(Capability::DecideCases),
        _ => false,
    }
}

/// The button that takes a case.
pub(super) fn take_form(number: &str, moves: i64, back: &str, label: &'static str, t: Lang) -> AnyView {
    let (number, back) = (number.to_owned(), back.to_owned());
    let name = t.take_named(&number);
    view! {
        <form class="take" method="post" action="/aksi/dinas/izin/ambil">
            <input type="hidden" name="nomor" value=number/>
            <input type="hidden" name="terlihat" value=moves/>
            <input type="hidden" name="kembali" value=back/>
            <button class="btn btn--line btn--small" aria-label=name>{label}</button>
        </form>
    }
    .into_html()
}

/// Takes a case: a new one is examined from now on, another one only changes hands.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/izin/ambil")]
pub async fn take_case(
    nomor: String,
    #[server(default)] terlihat: i64,
    #[server(default)] kembali: String,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let chosen = Chosen { number: nomor, seen: terlihat };
    match take(&platform, &visitor.actor, &chosen).await {
        Ok(()) => done(Word::Done, &back_to_case(&chosen.number)),
        Err(error) => {
            let problem = problem(error, visitor.lang);
            refuse(FORM, &[], vec![problem], local_path(&kembali)).await;
        }
    }
    Ok(())
}

/// Gives a case to somebody.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/izin/tugaskan")]
pub async fn give_case(nomor: String, #[server(default)] kepada: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let back = back_to_case(&nomor);
    let result = match Uuid::parse_str(&kepada) {
        Ok(to) => assign_case(&platform, &visitor.actor, &nomor, to).await,
        Err(_) => Err(StepError::NotFound),
    };
    match result {
        Ok(()) => done(Word::Saved, &back),
        Err(error) => {
            let problem = problem(error, visitor.lang);
            refuse(&super::case::form(&nomor), &[], vec![problem], &format!("{back}#langkah")).await;
        }
    }
    Ok(())
}
