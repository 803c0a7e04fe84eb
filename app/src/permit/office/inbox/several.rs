//! Taking several cases at once, or giving them to somebody. The boxes stand in the rows, the form below the list.

use std::collections::BTreeMap;

use domain::account::Actor;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::permit::{Chosen, PassedOver, give_cases, take_cases};
use uuid::Uuid;

use super::super::claim::FORM;
use super::super::problem::problem;
use crate::action::{Word, done, local_path, refuse};
use crate::html::IntoHtml;
use crate::text::{DeskText, Lang};
use crate::ui::Icon;
use crate::visitor::visitor;

/// The id of the form.
const SEVERAL: &str = "beberapa";

/// The box that chooses a case.
pub(super) fn choose_box(number: &str, moves: i64, chosen: bool, t: Lang) -> AnyView {
    let (name, label) = (format!("pilih[{number}]"), t.choose_named(number));
    view! {
        <label class="pick">
            <input type="checkbox" form=SEVERAL name=name value=moves checked=chosen aria-label=label/>
        </label>
    }
    .into_html()
}

/// What is done with the cases that were chosen; `colleagues` are those to whom a head can give them.
pub(super) fn several_form(takes: bool, colleagues: Vec<(Uuid, String)>, here: &str, t: Lang) -> AnyView {
    let take = takes.then(|| {
        view! { <button class="btn btn--line" formaction="/aksi/dinas/izin/ambil-beberapa"><Icon name="inbox"/>{t.take_chosen()}</button> }
    });
    let give = (!colleagues.is_empty()).then(|| {
        let options = colleagues
            .into_iter()
            .map(|(id, name)| view! { <option value=id.to_string()>{name}</option> })
            .collect_view();
        view! {
            <span class="several__give">
                <label class="small" r#for="beberapa-kepada">{t.assign_to()}</label>
                <select class="select" id="beberapa-kepada" name="kepada">{options}</select>
                <button class="btn btn--line">{t.give_chosen()}</button>
            </span>
        }
    });
    view! {
        <form class="several" id=SEVERAL method="post" action="/aksi/dinas/izin/tugaskan-beberapa" aria-label=t.chosen_cases()>
            <input type="hidden" name="kembali" value=here.to_owned()/>
            <span class="small strong">{t.chosen_cases()}</span>
            {take}
            {give}
        </form>
    }
    .into_html()
}

/// Whose boxes were ticked when the form was refused.
pub(super) fn was_chosen(refused: &Refused, number: &str) -> bool {
    refused.value("pilihan").split(' ').any(|chosen| chosen == number)
}

/// Takes the chosen cases.
///
/// # Errors
/// Never for a form: the page is shown again with what could not be taken, and why.
#[server(prefix = "/aksi", endpoint = "dinas/izin/ambil-beberapa")]
pub async fn take_chosen(
    #[server(default)] pilih: BTreeMap<String, i64>,
    #[server(default)] kembali: String,
) -> Result<(), ServerFnError> {
    let (platform, actor) = (expect_context::<Platform>(), visitor().actor);
    let chosen = read(pilih);
    let passed = take_cases(&platform, &actor, &chosen).await;
    answer(chosen, passed, &kembali).await;
    Ok(())
}

/// Gives the chosen cases to somebody.
///
/// # Errors
/// Never for a form: the page is shown again with what could not be given, and why.
#[server(prefix = "/aksi", endpoint = "dinas/izin/tugaskan-beberapa")]
pub async fn give_chosen(
    #[server(default)] pilih: BTreeMap<String, i64>,
    #[server(default)] kepada: String,
    #[server(default)] kembali: String,
) -> Result<(), ServerFnError> {
    let (platform, actor): (Platform, Actor) = (expect_context(), visitor().actor);
    let chosen = read(pilih);
    // Whoever is nobody works on no case: each is passed over.
    let to = Uuid::try_parse(&kepada).unwrap_or_default();
    let passed = give_cases(&platform, &actor, &chosen, to).await;
    answer(chosen, passed, &kembali).await;
    Ok(())
}

fn read(chosen: BTreeMap<String, i64>) -> Vec<Chosen> {
    chosen.into_iter().map(|(number, seen)| Chosen { number, seen }).collect()
}

async fn answer(chosen: Vec<Chosen>, passed: Vec<PassedOver>, back: &str) {
    let t = visitor().lang;
    let back = local_path(back);
    if chosen.is_empty() {
        return refuse(FORM, &[], vec![(FORM, t.none_chosen().to_owned())], back).await;
    }
    if passed.is_empty() {
        return done(Word::Done, back);
    }
    let went = chosen.len() - passed.len();
    let numbers: Vec<&str> = passed.iter().map(|(number, _)| number.as_str()).collect();
    let numbers = numbers.join(" ");
    let mut errors = vec![(FORM, t.some_passed_over(went, passed.len()))];
    errors.extend(passed.into_iter().map(|(number, error)| (FORM, t.passed_over(&number, &problem(error, t).1))));
    refuse(FORM, &[("pilihan", &numbers)], errors, back).await;
}
