//! How the attempts went, and why the answers are what they are.

use leptos::prelude::*;
use platform::training::{Asked, Finished, OwnQuiz};

use crate::html::IntoHtml;
use crate::text::{Lang, LearnText};
use crate::ui::Icon;

/// Every attempt, the last first.
pub(super) fn results(quiz: &OwnQuiz, t: Lang) -> AnyView {
    quiz.finished.iter().rev().map(|attempt| attempt_view(attempt, t)).collect_view().into_html()
}

fn attempt_view(attempt: &Finished, t: Lang) -> AnyView {
    let (class, state) = if attempt.passed {
        ("state state--go", t.le_quiz_passed())
    } else {
        ("state state--wait", t.le_quiz_failed())
    };
    let explained = attempt.explained.iter().map(|(asked, right, why)| explain(asked, *right, why, t)).collect_view();
    let list = (!attempt.explained.is_empty()).then(|| view! { <ol class="answers">{explained}</ol> });
    let id = format!("j-percobaan-{}", attempt.nth);
    let labelled = id.clone();
    view! {
        <section class="card stack" aria-labelledby=labelled>
            <div class="tr__top">
                <h2 class="h3" id=id>{t.le_quiz_score(attempt.nth, attempt.right, attempt.of)}</h2>
                <span class=class>{state}</span>
            </div>
            <p class="muted small">{attempt.at.words(t)}</p>
            {list}
        </section>
    }
    .into_html()
}

fn explain(asked: &Asked, right: bool, why: &str, t: Lang) -> AnyView {
    let (icon, word) = if right { ("circle-check", t.le_right()) } else { ("circle-x", t.le_wrong()) };
    let taken: Vec<&str> = asked.choices.iter().filter(|(_, taken)| *taken).map(|(text, _)| text.as_str()).collect();
    let answer = if taken.is_empty() {
        t.le_no_answer().to_owned()
    } else {
        format!("{} ({})", taken.join("; "), t.le_your_answer())
    };
    let why = (!why.is_empty()).then(|| view! { <p class="muted">{why.to_owned()}</p> });
    view! {
        <li>
            <p class="strong">{asked.text.clone()}</p>
            <p class="lesson__step"><Icon name=icon/><span><strong>{word}</strong>": "{answer}</span></p>
            {why}
        </li>
    }
    .into_html()
}
