//! `/izin/kasus/{nomor}/survei`: how the applicant was served (SKM). Nobody learns who answered what.

use domain::permit::survey::{ELEMENTS, Element};
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::permit::{CaseShown, Marks, SurveyError, answer_survey};

use super::hand_in::applicant;
use super::{case_path, own};
use crate::action::{Word, done, recall, refuse};
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::permit::mandate::locked_out;
use crate::request::param;
use crate::text::{CartText, FigureText, Lang, element_question};
use crate::ui::{ErrorSummary, Icon, PageHead};
use crate::visitor::{Visitor, lang, visitor};

/// The name of the form, for recalling what was refused.
const FORM: &str = "izin-survei";

async fn load(platform: Platform, visitor: Visitor, number: String) -> Result<(CaseShown, Refused), Missing> {
    let (_, case) = own(&platform, &visitor, &number).await?;
    if !case.surveys {
        return Err(Missing::Elsewhere(case_path(&case.number)));
    }
    Ok((case, recall(&platform, visitor.typed, FORM).await?))
}

/// `/izin/kasus/{nomor}/survei`.
#[component]
pub fn SurveyPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("nomor")), |(case, refused)| {
        let t = lang();
        let questions = Element::ALL.iter().map(|element| question(*element, &refused, t)).collect_view();
        view! {
            <PageHead title=t.survey_title().to_owned() description=t.survey_lead().to_owned() canonical=None/>
            <main id="isi" class="wrap section">
                <div class="form-page stack stack--6">
                    <ErrorSummary errors=refused.errors.clone()/>
                    <div><h1>{t.survey_title()}</h1><p class="muted">{t.survey_lead()}</p></div>
                    <form class="card stack stack--6" method="post" action="/aksi/izin/survei">
                        <input type="hidden" name="nomor" value=case.number.clone()/>
                        {questions}
                        <div><button class="btn btn--big"><Icon name="send"/>{t.survey_send()}</button></div>
                    </form>
                </div>
            </main>
        }
    })
}

fn question(element: Element, refused: &Refused, t: Lang) -> AnyView {
    let name = element.as_str();
    let (words, answers) = element_question(t, element);
    let chosen = refused.value(name);
    let error = refused.error(name).map(|_| {
        view! { <p class="error"><Icon name="circle-alert" class="i i--16"/>{t.survey_missing()}</p> }
    });
    let class = if error.is_some() { "field field--error" } else { "field" };
    let answers = answers
        .into_iter()
        .zip(1..)
        .map(|(answer, mark)| {
            // The error summary leads to the first answer.
            let id = (mark == 1).then_some(name);
            let mark = mark.to_string();
            let checked = mark == chosen;
            view! { <label class="check"><input type="radio" id=id name=name value=mark checked=checked required/>{answer}</label> }
        })
        .collect_view();
    view! {
        <fieldset class=class>
            <legend class="strong">{words}</legend>
            {answers}
            {error}
        </fieldset>
    }
    .into_html()
}

/// Takes the answers. Sent twice, the first ones stay.
///
/// # Errors
/// Never for a form: it is shown again with a message and with what was chosen.
#[allow(clippy::too_many_arguments)] // the nine elements of the regulation
#[server(prefix = "/aksi", endpoint = "izin/survei")]
pub async fn send_survey(
    nomor: String,
    #[server(default)] persyaratan: String,
    #[server(default)] prosedur: String,
    #[server(default)] waktu: String,
    #[server(default)] biaya: String,
    #[server(default)] produk: String,
    #[server(default)] kompetensi: String,
    #[server(default)] perilaku: String,
    #[server(default)] sarana: String,
    #[server(default)] pengaduan: String,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let t = visitor().lang;
    let Some(applicant) = applicant(&platform, &nomor).await else {
        locked_out().await;
        return Ok(());
    };
    let typed: [&str; ELEMENTS] =
        [&persyaratan, &prosedur, &waktu, &biaya, &produk, &kompetensi, &perilaku, &sarana, &pengaduan];
    let chosen = typed.map(|mark| mark.parse::<u8>().unwrap_or(0));
    let back = format!("{}/survei", case_path(&nomor));
    let problems = match Marks::new(chosen) {
        Some(marks) => match answer_survey(&platform, &applicant, &marks).await {
            Ok(()) => {
                done(Word::Done, &case_path(&nomor));
                return Ok(());
            }
            Err(SurveyError::NotNow) => vec![("persyaratan", t.survey_not_now().to_owned())],
            Err(SurveyError::Db(error)) => {
                leptos::logging::error!("answers of the survey: {error:?}");
                vec![("persyaratan", t.try_later().to_owned())]
            }
        },
        None => missing(&chosen, t),
    };
    let kept: Vec<(&str, &str)> = Element::ALL.iter().map(|element| element.as_str()).zip(typed).collect();
    refuse(FORM, &kept, problems, &back).await;
    Ok(())
}

/// Which questions have no answer.
fn missing(chosen: &[u8; ELEMENTS], t: Lang) -> Vec<(&'static str, String)> {
    let without = Element::ALL.iter().zip(chosen).filter(|(_, mark)| !(1..=4).contains(*mark));
    without
        .map(|(element, _)| (element.as_str(), format!("{} {}", element_question(t, *element).0, t.survey_missing())))
        .collect()
}

/// On the page of a case: the way to the survey.
pub(super) fn offer(case: &CaseShown, t: Lang) -> Option<AnyView> {
    let card = || {
        view! {
            <section class="card stack stack--2" aria-label=t.survey_title()>
                <p>{t.survey_offer()}</p>
                <div><a class="btn btn--line" href=format!("{}/survei", case_path(&case.number))>{t.survey_go()}</a></div>
            </section>
        }
        .into_html()
    };
    (case.surveys && !case.helps).then(card)
}
