//! `/dinas/pelatihan/{slug}/hasil`: how the quiz went, and what participants think.

use domain::training::feedback::LEAST;
use leptos::prelude::*;
use platform::Platform;
use platform::training::{ClassResults, QuizTaken, find_results};

use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::param;
use crate::text::{Lang, LearnText, TrainingDeskText};
use crate::training::office::{ORGANISE, class_path, missing, rooms};
use crate::ui::Desk;
use crate::visitor::{Visitor, lang, visitor};

async fn load(platform: Platform, visitor: Visitor, slug: String) -> Result<ClassResults, Missing> {
    only(&visitor, ORGANISE)?;
    find_results(&platform, &visitor.actor, &slug).await.map_err(missing)
}

/// `/dinas/pelatihan/{slug}/hasil`.
#[component]
pub fn ResultsPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("slug")), |results| {
        let t = lang();
        let (title, back) = (t.ld_results_of(&results.class.course.title), class_path(&results.class.slug));
        view! {
            <Desk title=title>
                {rooms("", t)}
                {feedback(&results, t)}
                {quiz(&results, t)}
                <div><a class="btn btn--line" href=back>{t.td_class_form()}</a></div>
            </Desk>
        }
    })
}

fn feedback(results: &ClassResults, t: Lang) -> AnyView {
    let content = match results.means {
        None => view! { <p class="muted">{t.ld_few(LEAST)}</p> }.into_html(),
        Some(means) => {
            let mean = |label: &'static str, tenths: i64| {
                let mark = format!("{},{}", tenths / 10, tenths % 10);
                view! { <div><dt>{label}</dt><dd>{t.ld_mean(&mark)}</dd></div> }
            };
            let words = results.words.iter().map(|words| view! { <li>{words.clone()}</li> }).collect_view();
            let words = (!results.words.is_empty())
                .then(|| view! { <h3 class="strong">{t.ld_said()}</h3><ul class="said">{words}</ul> });
            view! {
                <dl class="spec spec--tight spec--case">
                    {mean(t.le_feedback_content(), means.content)}
                    {mean(t.le_feedback_trainer(), means.trainer)}
                    {mean(t.le_feedback_use(), means.usefulness)}
                </dl>
                {words}
            }
            .into_html()
        }
    };
    view! {
        <section class="card stack" aria-labelledby="j-masukan">
            <div class="tr__top"><h2 class="h3" id="j-masukan">{t.ld_answers(results.answers)}</h2></div>
            {content}
        </section>
    }
    .into_html()
}

fn quiz(results: &ClassResults, t: Lang) -> AnyView {
    let tried = results.quiz.iter().any(|taken| taken.attempts > 0);
    if !results.class.course.quiz && !tried {
        return view! { <p class="muted">{t.ld_no_quiz()}</p> }.into_html();
    }
    let passed = results.quiz.iter().filter(|taken| taken.passed).count();
    let rows = results.quiz.iter().map(|taken| row(taken, t)).collect_view();
    view! {
        <section class="card stack" aria-labelledby="j-kuis">
            <div class="tr__top">
                <h2 class="h3" id="j-kuis">{t.le_quiz()}</h2>
                <span class="state state--info">{t.ld_tried(passed, results.quiz.len())}</span>
            </div>
            <ul class="roster">{rows}</ul>
        </section>
    }
    .into_html()
}

fn row(taken: &QuizTaken, t: Lang) -> AnyView {
    let how = match (taken.best, taken.attempts) {
        (Some(best), attempts) => t.ld_taken(attempts, best),
        (None, 0) => t.ld_not_taken().to_owned(),
        (None, _) => t.ld_under_way().to_owned(),
    };
    let passed = taken.passed.then(|| view! { <span class="state state--go">{t.le_quiz_passed()}</span> });
    view! {
        <li>
            <div class="roster__who"><strong>{taken.name.clone()}</strong><p class="muted small">{taken.number.clone()}</p></div>
            <div class="roster__end"><p class="small">{how}</p>{passed}</div>
        </li>
    }
    .into_html()
}
