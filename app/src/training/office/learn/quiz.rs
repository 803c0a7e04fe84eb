//! `/dinas/pelatihan/materi/{id}/kuis`: the rules of a course's quiz, and its questions.

use domain::training::quiz::{Question, Quiz};
use domain::typed::Whole;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::training::{OrganiseError, QuizChange, QuizFile, QuizRules, change_quiz, find_quiz};
use uuid::Uuid;

use super::{course_of, quiz_path};
use crate::action::{Word, done, recall};
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::param;
use crate::shop::seller::entry::{Entry, Kind, Need, entry, tick};
use crate::shop::seller::form::Form;
use crate::text::{Lang, LearnText};
use crate::training::office::{ORGANISE, WHOLE, missing, problems, rooms};
use crate::ui::{Alert, Desk, ErrorSummary, Icon, Said};
use crate::visitor::{Visitor, lang, visitor};

const RULES: &str = "pelatihan-kuis";

async fn load(platform: Platform, visitor: Visitor, id: String) -> Result<(Uuid, QuizFile, Refused), Missing> {
    only(&visitor, ORGANISE)?;
    let id = course_of(&id)?;
    let file = find_quiz(&platform, &visitor.actor, id).await.map_err(missing)?;
    Ok((id, file, recall(&platform, visitor.typed, RULES).await?))
}

/// `/dinas/pelatihan/materi/{id}/kuis`.
#[component]
pub fn QuizFormPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("id")), |(id, file, refused)| {
        let t = lang();
        let whole = refused.error(WHOLE).map(|text| view! { <Alert text=text.to_owned()/> });
        view! {
            <Desk title=t.ld_quiz_of(&file.course) lead=t.ld_quiz_lead()>
                {rooms("", t)}
                <Said/>
                <div class="narrow stack">
                    <ErrorSummary errors=refused.errors.clone()/>
                    {whole}
                    {questions(id, &file.quiz, t)}
                    {rules(id, &file, &refused, t)}
                </div>
            </Desk>
        }
    })
}

fn questions(course: Uuid, quiz: &Quiz, t: Lang) -> AnyView {
    let items = quiz.questions.iter().enumerate().map(|(nth, question)| one(course, nth, question, t)).collect_view();
    let list = if quiz.questions.is_empty() {
        view! { <p class="muted">{t.ld_no_questions()}</p> }.into_html()
    } else {
        view! { <ol class="answers">{items}</ol> }.into_html()
    };
    view! {
        <section class="card stack" aria-labelledby="j-soal">
            <h2 class="h3" id="j-soal">{t.ld_questions(quiz.questions.len())}</h2>
            {list}
            <div><a class="btn" href=format!("{}/baru", quiz_path(course))><Icon name="plus"/>{t.ld_new_question()}</a></div>
        </section>
    }
    .into_html()
}

fn one(course: Uuid, nth: usize, question: &Question, t: Lang) -> AnyView {
    let right = question.choices.iter().filter(|choice| choice.right).map(|choice| choice.text.as_str());
    let right = right.collect::<Vec<_>>().join("; ");
    view! {
        <li>
            <a class="strong" href=format!("{}/{}", quiz_path(course), nth + 1)>{question.text.clone()}</a>
            <p class="muted small">{format!("{}: {right}", t.le_right())}</p>
        </li>
    }
    .into_html()
}

fn rules(course: Uuid, file: &QuizFile, refused: &Refused, t: Lang) -> AnyView {
    let quiz = &file.quiz;
    let number = |name, label, hint, need| Entry { name, label, hint, kind: Kind::Number, most: 3, need };
    let minutes = quiz.minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
    view! {
        <form class="card stack" method="post" action="/aksi/dinas/pelatihan/kuis">
            <h2 class="h3">{t.ld_rules()}</h2>
            <input type="hidden" name="materi" value=course.to_string()/>
            <input type="hidden" name="versi" value=file.version.to_string()/>
            {entry(number("lulus", t.ld_pass(), "", Need::Must), &quiz.pass.to_string(), refused, t)}
            {entry(number("kesempatan", t.ld_attempts(), "", Need::Must), &quiz.attempts.to_string(), refused, t)}
            {entry(number("waktu", t.ld_time(), t.ld_time_hint(), Need::May), &minutes, refused, t)}
            {tick("acak", t.ld_shuffled(), quiz.shuffled, refused)}
            {tick("buka", t.ld_open(), quiz.open, refused)}
            <div><button class="btn btn--big">{t.ld_save()}</button></div>
        </form>
    }
    .into_html()
}

/// Writes the rules of a quiz.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/pelatihan/kuis")]
pub async fn submit_quiz(
    materi: String,
    versi: i64,
    #[server(default)] lulus: String,
    #[server(default)] kesempatan: String,
    #[server(default)] waktu: String,
    #[server(default)] acak: String,
    #[server(default)] buka: String,
) -> Result<(), ServerFnError> {
    let t = visitor().lang;
    let course = Uuid::try_parse(&materi).unwrap_or_default();
    let mut form = Form::new(RULES, quiz_path(course));
    form.keep("acak", &acak);
    form.keep("buka", &buka);
    let pass = form.read("lulus", t.ld_pass(), &lulus, Whole::<1, 100>::parse);
    let attempts = form.read("kesempatan", t.ld_attempts(), &kesempatan, Whole::<1, 20>::parse);
    let minutes = form.read("waktu", t.ld_time(), &waktu, |text| match text.trim() {
        "" => Ok(None),
        text => Whole::<1, 300>::parse(text).map(Some),
    });
    let (Some(pass), Some(attempts), Some(minutes)) = (pass, attempts, minutes) else {
        form.refuse().await;
        return Ok(());
    };
    let rules = QuizRules {
        open: !buka.is_empty(),
        pass: u8::try_from(pass.get()).unwrap_or(100),
        attempts: u8::try_from(attempts.get()).unwrap_or(1),
        minutes: minutes.and_then(|minutes| u16::try_from(minutes.get()).ok()),
        shuffled: !acak.is_empty(),
    };
    change(form, course, versi, QuizChange::Rules(rules)).await;
    Ok(())
}

/// Changes the quiz and goes to its page, or shows the form again with what is in the way.
pub(super) async fn change(mut form: Form, course: Uuid, version: i64, change: QuizChange) {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    match change_quiz(&platform, &visitor.actor, course, version, change).await {
        Ok(()) => done(Word::Saved, &quiz_path(course)),
        Err(OrganiseError::Forbidden(_)) => form.not_allowed(),
        Err(error) => {
            for (_, problem) in problems(error, visitor.lang) {
                form.wrong(WHOLE, problem);
            }
            form.refuse().await;
        }
    }
}
