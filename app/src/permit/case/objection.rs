//! Objecting to a refusal, and what became of it.

use domain::permit::objection::Objection;
use domain::permit::state::State;
use domain::permit::step::Refused as NotAllowed;
use domain::time::Day;
use domain::typed::{Problem, Text};
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::permit::{CaseShown, ObjectionShown, StepError, object};

use super::case_path;
use super::hand_in::applicant;
use crate::action::{Word, done, refuse};
use crate::html::IntoHtml;
use crate::permit::mandate::locked_out;
use crate::text::{CartText, CaseText, Lang};
use crate::ui::{Field, Icon, described};
use crate::visitor::visitor;

/// The name of the form, for recalling what was refused.
pub(super) const FORM: &str = "izin-keberatan";

/// Where an objection is, for everybody who may see the case.
pub(super) fn standing(objection: &ObjectionShown, t: Lang) -> String {
    match (objection.state, objection.due) {
        (Objection::Open, Some(due)) => t.objection_wait(&due.long(t)),
        (Objection::Open, None) => t.objection_wait_open().to_owned(),
        (Objection::Dismissed, _) => {
            let day = objection.decided_at.map(|at| at.day().long(t)).unwrap_or_default();
            t.objection_dismissed_own(&day)
        }
        (Objection::Granted, _) => String::new(),
    }
}

/// For the applicant: the form, or what was written and answered.
pub(super) fn objection_card(case: &CaseShown, refused: &Refused, today: Day, t: Lang) -> Option<AnyView> {
    if let Some(objection) = &case.objection {
        let answer = objection.answer.clone().map(|answer| {
            view! { <h3 class="strong">{t.objection_answer()}</h3><p class="prewrap">{answer}</p> }
        });
        let card = view! {
            <section class="card stack stack--2" aria-labelledby="j-keberatan">
                <h2 class="h3" id="j-keberatan">{t.objection_yours()}</h2>
                <p class="small muted">{t.objection_sent(&objection.filed_at.words(t))}</p>
                <p class="prewrap">{objection.text.clone()}</p>
                {answer}
            </section>
        };
        return Some(card.into_html());
    }
    let until = case.last_day.filter(|last| case.state == State::Ditolak && *last >= today)?;
    let typed = refused.value("keberatan");
    let about = described("keberatan", true, refused);
    let form = view! {
        <details class="card fold" id="ajukan-keberatan" open=!refused.errors.is_empty()>
            <summary>{t.object_title()}<Icon name="chevron-down"/></summary>
            <form class="stack" method="post" action="/aksi/izin/keberatan">
                <input type="hidden" name="nomor" value=case.number.clone()/>
                <p class="muted">{t.object_lead(&until.long(t))}</p>
                <Field name="keberatan" label=t.object_label().to_owned() hint=t.object_hint() refused=refused.clone()>
                    <textarea class="input" id="keberatan" name="keberatan" rows="6" required maxlength="2000" aria-describedby=about>{typed}</textarea>
                </Field>
                <div><button class="btn"><Icon name="send"/>{t.object_button()}</button></div>
            </form>
        </details>
    };
    Some(form.into_html())
}

/// Objects to a refusal. Sent twice, there is one objection.
///
/// # Errors
/// Never for a form: the page is shown again with a message and with what was typed.
#[server(prefix = "/aksi", endpoint = "izin/keberatan")]
pub async fn object_to_refusal(nomor: String, #[server(default)] keberatan: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let t = visitor().lang;
    let Some(applicant) = applicant(&platform, &nomor).await else {
        locked_out().await;
        return Ok(());
    };
    let problem = match Text::parse(&keberatan) {
        Ok(text) => match object(&platform, &applicant, &text).await {
            Ok(_) => {
                done(Word::Done, &case_path(&nomor));
                return Ok(());
            }
            Err(error) => problem(&error, t),
        },
        Err(Problem::Empty) => t.object_empty().to_owned(),
        Err(_) => t.object_too_long().to_owned(),
    };
    let back = format!("{}#ajukan-keberatan", case_path(&nomor));
    refuse(FORM, &[("keberatan", &keberatan)], vec![("keberatan", problem)], &back).await;
    Ok(())
}

fn problem(error: &StepError, t: Lang) -> String {
    match error {
        StepError::Refused(NotAllowed::NotNow | NotAllowed::TooLate) => t.object_not_possible().to_owned(),
        StepError::Db(error) => {
            leptos::logging::error!("an objection: {error:?}");
            t.try_later().to_owned()
        }
        _ => t.step_not_possible().to_owned(),
    }
}
