//! The sheet of an attempt: every question on one page, so that a bad connection is needed once.

use leptos::prelude::*;
use platform::flash::Refused;
use platform::training::{Asked, QuizSheet};

use super::take::{ANYWAY, FINISH, MISSING, SAVE, answer_name};
use crate::html::IntoHtml;
use crate::text::{Lang, LearnText};
use crate::training::days::clock;
use crate::ui::Icon;

/// The questions, with what was answered so far.
pub(super) fn sheet_form(number: &str, sheet: &QuizSheet, refused: &Refused, t: Lang) -> AnyView {
    let of = sheet.asked.len();
    let questions = sheet.asked.iter().enumerate().map(|(nth, asked)| question(nth, of, asked, t)).collect_view();
    let until = sheet.until.map(|until| {
        view! { <div class="note note--plain"><Icon name="clock"/><p>{t.le_quiz_until(&clock(until))}</p></div> }
    });
    let anyway = refused.error(MISSING).is_some().then(|| {
        view! { <button class="btn btn--line btn--big" name="cara" value=ANYWAY>{t.le_quiz_anyway()}</button> }
    });
    view! {
        {until}
        <form class="stack stack--6" id=MISSING method="post" action="/aksi/pelatihan/kuis">
            <input type="hidden" name="nomor" value=number.to_owned()/>
            <input type="hidden" name="percobaan" value=sheet.nth.to_string()/>
            {questions}
            <div class="row">
                <button class="btn btn--big" name="cara" value=FINISH><Icon name="send"/>{t.le_quiz_send()}</button>
                {anyway}
                <button class="btn btn--line btn--big" name="cara" value=SAVE>{t.le_quiz_save()}</button>
            </div>
        </form>
    }
    .into_html()
}

fn question(nth: usize, of: usize, asked: &Asked, t: Lang) -> AnyView {
    let kind = if asked.several { "checkbox" } else { "radio" };
    let choices = asked
        .choices
        .iter()
        .enumerate()
        .map(|(place, (text, taken))| {
            let (name, value) = answer_name(nth, place, asked.several);
            view! {
                <label class="check tickbox"><input r#type=kind name=name value=value checked=*taken/><span>{text.clone()}</span></label>
            }
        })
        .collect_view();
    let how = if asked.several { t.le_pick_all() } else { t.le_pick_one() };
    view! {
        <fieldset class="card field quiz">
            <legend class="vh">{t.le_question(nth + 1, of)}</legend>
            <p class="muted small">{t.le_question(nth + 1, of)}"\u{a0}· "{how}</p>
            <p class="strong">{asked.text.clone()}</p>
            {choices}
        </fieldset>
    }
    .into_html()
}
