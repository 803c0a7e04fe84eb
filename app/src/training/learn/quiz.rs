//! `/pelatihan/pendaftaran/{nomor}/kuis`: the attempt that is under way, or how the attempts went.

use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::training::{Learning, OwnQuiz};

use super::result::results;
use super::sheet::sheet_form;
use super::take::QUIZ;
use super::{learn_path, own};
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::request::param;
use crate::text::{Lang, LearnText};
use crate::training::registration::registration_path;
use crate::ui::{ErrorSummary, PageHead, Said};
use crate::visitor::{Visitor, lang, visitor};

/// The address of a registration's quiz.
pub(super) fn quiz_path(number: &str) -> String {
    format!("{}/kuis", registration_path(number))
}

async fn load(platform: Platform, visitor: Visitor, number: String) -> Result<(Learning, OwnQuiz, Refused), Missing> {
    let mut learning = own(&platform, &visitor, &number).await?;
    let quiz = learning.quiz.take().filter(|quiz| quiz.begun || !quiz.finished.is_empty());
    let quiz = quiz.ok_or_else(|| Missing::Elsewhere(learn_path(&learning.number)))?;
    Ok((learning, quiz, recall(&platform, visitor.typed, QUIZ).await?))
}

/// `/pelatihan/pendaftaran/{nomor}/kuis`.
#[component]
pub fn QuizPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("nomor")), |(learning, quiz, refused)| {
        let t = lang();
        let title = quiz.sheet.as_ref().map_or(t.le_quiz().to_owned(), |sheet| t.le_quiz_try(sheet.nth));
        let content = match &quiz.sheet {
            Some(sheet) => sheet_form(&learning.number, sheet, &refused, t),
            None => view! { {start(&learning.number, &quiz, t)}{results(&quiz, t)} }.into_html(),
        };
        view! {
            <PageHead title=title.clone() description=learning.title.clone() canonical=None/>
            <main id="isi" class="wrap section">
                <div class="form-page stack stack--6">
                    <Said/>
                    <ErrorSummary errors=refused.errors.clone() kept=false/>
                    <p><a href=learn_path(&learning.number)>{t.le_back_to_learn()}</a></p>
                    <div><h1>{title}</h1><p class="muted">{learning.title}</p></div>
                    {content}
                </div>
            </main>
        }
    })
}

/// On the page of what there is to learn: what the quiz is, and the way to it.
pub(super) fn quiz_card(number: &str, quiz: &OwnQuiz, t: Lang) -> AnyView {
    let (state, name) = if quiz.passed() {
        ("state state--go", t.le_quiz_passed())
    } else if quiz.finished.is_empty() {
        ("", "")
    } else {
        ("state state--wait", t.le_quiz_failed())
    };
    let state = (!name.is_empty()).then(|| view! { <span class=state>{name}</span> });
    let way = match &quiz.sheet {
        Some(_) => Some(
            view! { <div><a class="btn btn--big" href=quiz_path(number)>{t.le_quiz_go_on()}</a></div> }.into_html(),
        ),
        None if quiz.finished.is_empty() => Some(start(number, quiz, t)),
        None => Some(
            view! { {start(number, quiz, t)}<p><a href=quiz_path(number)>{t.le_quiz_answers()}</a></p> }.into_html(),
        ),
    };
    view! {
        <section class="card stack stack--2" id="kuis" aria-labelledby="j-kuis">
            <div class="tr__top"><h2 class="h3" id="j-kuis">{t.le_quiz()}</h2>{state}</div>
            <p>{t.le_quiz_rules(quiz.questions, quiz.needed)}</p>
            {scores(quiz, t)}
            {way}
        </section>
    }
    .into_html()
}

/// How each attempt went, in a line.
pub(super) fn scores(quiz: &OwnQuiz, t: Lang) -> Option<AnyView> {
    let line = |attempt: &platform::training::Finished| {
        view! { <li>{t.le_quiz_score(attempt.nth, attempt.right, attempt.of)}</li> }
    };
    let lines = quiz.finished.iter().map(line).collect_view();
    (!quiz.finished.is_empty()).then(|| view! { <ul class="muted">{lines}</ul> }.into_html())
}

/// The button that begins an attempt, with what one should know before; or why there is none.
fn start(number: &str, quiz: &OwnQuiz, t: Lang) -> AnyView {
    if quiz.passed() {
        return ().into_html();
    }
    if !quiz.begun {
        return view! { <p class="muted">{t.le_quiz_later()}</p> }.into_html();
    }
    if !quiz.may_start() {
        return view! { <p class="muted">{t.le_quiz_none_left()}</p> }.into_html();
    }
    let time = quiz.minutes.map_or_else(|| t.le_quiz_no_time().to_owned(), |minutes| t.le_quiz_time(minutes));
    let label = if quiz.finished.is_empty() { t.le_quiz_start() } else { t.le_quiz_again() };
    view! {
        <p class="muted">{time}" "{t.le_quiz_left(quiz.left(), quiz.attempts)}</p>
        <form method="post" action="/aksi/pelatihan/kuis/mulai">
            <input type="hidden" name="nomor" value=number.to_owned()/>
            <button class="btn btn--big">{label}</button>
        </form>
    }
    .into_html()
}
