//! The mandate of a case, on its page.

use domain::permit::mandate::{DAYS, Standing, USUAL};
use leptos::prelude::*;
use platform::Platform;
use platform::permit::{CaseShown, Helper, MandateError, MandateShown, end_mandate, find_applicant, give_mandate};
use uuid::Uuid;

use super::helped::locked_out;
use crate::action::{Word, done, refuse};
use crate::html::IntoHtml;
use crate::permit::case::{ACT, case_path};
use crate::text::{CartText, Lang, MandateText, part_label, standing_label};
use crate::ui::Icon;
use crate::visitor::visitor;

/// Whether the applicant can ask somebody to help here.
pub(crate) fn asks(case: &CaseShown) -> bool {
    let runs = case.mandate.as_ref().is_some_and(|mandate| mandate.standing == Standing::Runs);
    case.state.is_open() && !case.helps && !runs
}

/// Who helps and until when, with the way to end it; the form for asking somebody; or nothing. `helpers` are those who can
/// be asked.
pub(crate) fn mandate_card(case: &CaseShown, helpers: &[Helper], t: Lang) -> Option<AnyView> {
    let last = case.mandate.as_ref();
    if let Some(mandate) = last.filter(|mandate| mandate.standing == Standing::Runs) {
        return Some(running(case, mandate, t));
    }
    let asks = asks(case) && !helpers.is_empty();
    let was = last.map(|mandate| {
        let (part, standing) = (part_label(mandate.part, t), standing_label(mandate.standing, t));
        view! { <p class="muted small">{t.mandate_was(&mandate.name, part, standing)}</p> }
    });
    let form = asks.then(|| ask_form(case, helpers, t));
    (asks || was.is_some()).then(|| view! { {form}{was} }.into_html())
}

fn running(case: &CaseShown, mandate: &MandateShown, t: Lang) -> AnyView {
    let until = mandate.until.long(t);
    let (words, button, hint) = match case.helps {
        true => (t.mandate_yours(&case.name, &until), t.done_helping(), None),
        false => {
            let words = t.mandate_runs(&mandate.name, part_label(mandate.part, t), &until);
            (words, t.mandate_end(), Some(t.mandate_end_hint()))
        }
    };
    view! {
        <section class="card stack stack--2" id="kuasa" aria-labelledby="j-kuasa">
            <h2 class="h3" id="j-kuasa">{t.mandate_title()}</h2>
            <p>{words}</p>
            <form class="stack stack--2" method="post" action="/aksi/izin/kuasa/akhiri">
                <input type="hidden" name="nomor" value=case.number.clone()/>
                {hint.map(|hint| view! { <p class="muted small">{hint}</p> })}
                <div><button class="btn btn--line">{button}</button></div>
            </form>
        </section>
    }
    .into_html()
}

fn ask_form(case: &CaseShown, helpers: &[Helper], t: Lang) -> AnyView {
    let helpers = helpers
        .iter()
        .map(|helper| {
            let name = format!("{} ({})", helper.name, part_label(helper.part, t));
            view! { <option value=helper.id.to_string()>{name}</option> }
        })
        .collect_view();
    let days = DAYS.map(|days| view! { <option value=days selected=days == USUAL>{t.days_of(days)}</option> });
    view! {
        <details class="card fold" id="kuasa">
            <summary><Icon name="users"/>{t.ask_help()}<Icon name="chevron-down"/></summary>
            <form class="stack" method="post" action="/aksi/izin/kuasa/beri">
                <input type="hidden" name="nomor" value=case.number.clone()/>
                <p class="muted small">{t.ask_help_hint()}</p>
                <div class="field">
                    <label r#for="pembantu">{t.helper_label()}</label>
                    <select class="select" id="pembantu" name="pembantu" required><option value="">{t.helper_choose()}</option>{helpers}</select>
                </div>
                <div class="field">
                    <label r#for="lama-kuasa">{t.days_label()}</label>
                    <select class="select" id="lama-kuasa" name="hari">{days}</select>
                </div>
                <div><button class="btn btn--line">{t.give_button()}</button></div>
            </form>
        </details>
    }
    .into_html()
}

/// The applicant gives a mandate.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "izin/kuasa/beri")]
pub async fn give_case_mandate(
    nomor: String,
    #[server(default)] pembantu: String,
    #[server(default)] hari: u16,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let found = find_applicant(&platform, &visitor.actor, &visitor.case_keys, &nomor).await;
    let Some(applicant) = found.ok().flatten() else {
        locked_out().await;
        return Ok(());
    };
    let Ok(helper) = Uuid::try_parse(&pembantu) else {
        refuse(ACT, &[], vec![("pembantu", t.helper_missing().to_owned())], &case_path(&nomor)).await;
        return Ok(());
    };
    match give_mandate(&platform, &applicant, helper, hari).await {
        Ok(()) => done(Word::Done, &case_path(&nomor)),
        Err(error) => refuse(ACT, &[], vec![("pembantu", problem(&error, t))], &case_path(&nomor)).await,
    }
    Ok(())
}

/// The applicant takes over, or whoever helps is done.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "izin/kuasa/akhiri")]
pub async fn end_case_mandate(nomor: String) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let found = find_applicant(&platform, &visitor.actor, &visitor.case_keys, &nomor).await;
    let Some(applicant) = found.ok().flatten() else {
        locked_out().await;
        return Ok(());
    };
    let back = if applicant.helps() { "/akun/kuasa".to_owned() } else { case_path(&nomor) };
    match end_mandate(&platform, &applicant).await {
        Ok(()) => done(Word::Done, &back),
        Err(error) => {
            let problem = problem(&error, visitor.lang);
            refuse(ACT, &[], vec![("kuasa", problem)], &case_path(&nomor)).await;
        }
    }
    Ok(())
}

fn problem(error: &MandateError, t: Lang) -> String {
    match error {
        MandateError::NotYours => t.mandate_not_yours().to_owned(),
        MandateError::NotNow => t.mandate_not_now().to_owned(),
        MandateError::NoHelper | MandateError::Days => t.helper_wrong().to_owned(),
        MandateError::Db(error) => {
            leptos::logging::error!("a mandate: {error:?}");
            t.try_later().to_owned()
        }
    }
}
