//! `/dinas/pelatihan/materi/{id}/kuis/{soal}`: a question, counted from 1; `baru` for a new one.

use std::collections::BTreeMap;

use domain::training::quiz::{Choice, MOST_CHOICES, Question};
use domain::typed::{Line, Text};
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::training::{QuizChange, find_quiz};
use uuid::Uuid;

use super::quiz::change;
use super::{course_of, quiz_path};
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::param;
use crate::shop::seller::entry::{Entry, Kind, Need, entry, tick, typed};
use crate::shop::seller::form::Form;
use crate::text::{Lang, LearnText, question_fault};
use crate::training::office::{ORGANISE, WHOLE, missing, rooms};
use crate::ui::{Alert, Desk, ErrorSummary, Icon};
use crate::visitor::{Visitor, lang, visitor};

const QUESTION: &str = "pelatihan-soal";
/// A new question.
const NEW: &str = "baru";

struct Shown {
    course: Uuid,
    title: String,
    version: i64,
    /// Which question, counted from 0; `None` for a new one.
    nth: Option<usize>,
    question: Option<Question>,
    refused: Refused,
}

async fn load(platform: Platform, visitor: Visitor, id: String, nth: String) -> Result<Shown, Missing> {
    only(&visitor, ORGANISE)?;
    let course = course_of(&id)?;
    let file = find_quiz(&platform, &visitor.actor, course).await.map_err(missing)?;
    let nth = match nth.as_str() {
        NEW => None,
        nth => Some(nth.parse::<usize>().ok().and_then(|nth| nth.checked_sub(1)).ok_or(Missing::NotFound)?),
    };
    let question = match nth {
        Some(nth) => Some(file.quiz.questions.get(nth).cloned().ok_or(Missing::NotFound)?),
        None => None,
    };
    let refused = recall(&platform, visitor.typed, QUESTION).await?;
    Ok(Shown { course, title: file.course, version: file.version, nth, question, refused })
}

/// `/dinas/pelatihan/materi/{id}/kuis/{soal}`.
#[component]
pub fn QuestionPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("id"), param("soal")), |shown| {
        let t = lang();
        let title = shown.nth.map_or(t.ld_new_question().to_owned(), |nth| t.ld_question(nth + 1));
        let whole = shown.refused.error(WHOLE).map(|text| view! { <Alert text=text.to_owned()/> });
        view! {
            <Desk title=title>
                {rooms("", t)}
                <div class="narrow stack">
                    <ErrorSummary errors=shown.refused.errors.clone()/>
                    {whole}
                    <p><a href=quiz_path(shown.course)>{t.ld_quiz_of(&shown.title)}</a></p>
                    {form(&shown, t)}
                    {remove(&shown, t)}
                </div>
            </Desk>
        }
    })
}

/// What every form about the question sends with it.
fn which(shown: &Shown) -> AnyView {
    view! {
        <input type="hidden" name="materi" value=shown.course.to_string()/>
        <input type="hidden" name="versi" value=shown.version.to_string()/>
        <input type="hidden" name="soal" value=shown.nth.map_or(NEW.to_owned(), |nth| (nth + 1).to_string())/>
    }
    .into_html()
}

fn form(shown: &Shown, t: Lang) -> AnyView {
    let (question, refused) = (shown.question.as_ref(), &shown.refused);
    let words = |name, label, hint, most, need| Entry { name, label, hint, kind: Kind::Words, most, need };
    let stored = |read: fn(&Question) -> &str| question.map(read).unwrap_or_default().to_owned();
    let rows = (0..MOST_CHOICES).map(|place| choice(place, question, refused, t)).collect_view();
    let error = refused.error("t0").map(|error| {
        view! { <p class="error"><Icon name="circle-alert" class="i i--16"/>{error.to_owned()}</p> }
    });
    let class = if error.is_some() { "field field--error" } else { "field" };
    view! {
        <form class="card stack" method="post" action="/aksi/dinas/pelatihan/kuis/soal">
            {which(shown)}
            {entry(words("tanya", t.ld_asked(), "", 500, Need::Must), &stored(|question| &question.text), refused, t)}
            <fieldset class=class>
                <legend class="strong">{t.ld_choices()}</legend>
                <span class="hint">{t.ld_choices_hint()}</span>
                {rows}
                {error}
            </fieldset>
            {tick("banyak", t.ld_several(), question.is_some_and(|question| question.several), refused)}
            {entry(words("sebab", t.ld_why(), t.ld_why_hint(), 500, Need::May), &stored(|question| &question.why), refused, t)}
            <div><button class="btn btn--big">{t.ld_save()}</button></div>
        </form>
    }
    .into_html()
}

/// A choice: whether it is right, and what it says.
fn choice(place: usize, question: Option<&Question>, refused: &Refused, t: Lang) -> AnyView {
    let stored = question.and_then(|question| question.choices.get(place));
    let (text, tick) = (format!("t{place}"), format!("b{place}"));
    let value = typed(refused, &text, stored.map_or("", |choice| &choice.text));
    let right = if stored.is_some_and(|choice| choice.right) { "1" } else { "" };
    let checked = !typed(refused, &tick, right).is_empty();
    view! {
        <div class="answer-row">
            <input class="input" id=text.clone() name=format!("pilihan[{text}]") maxlength="200" value=value aria-label=t.ld_choice(place + 1)/>
            <label class="check"><input type="checkbox" name=format!("pilihan[{tick}]") value="1" checked=checked aria-label=t.ld_choice_right(place + 1)/>{t.ld_is_right()}</label>
        </div>
    }
    .into_html()
}

fn remove(shown: &Shown, t: Lang) -> Option<AnyView> {
    shown.nth.map(|_| {
        view! {
            <form method="post" action="/aksi/dinas/pelatihan/kuis/hapus">
                {which(shown)}
                <button class="btn btn--quiet"><Icon name="trash-2"/>{t.ld_remove_question()}</button>
            </form>
        }
        .into_html()
    })
}

/// Which question a form is about, counted from 0; `None` for a new one.
fn place(soal: &str) -> Option<usize> {
    soal.parse::<usize>().ok().and_then(|nth| nth.checked_sub(1))
}

/// Writes a question.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/pelatihan/kuis/soal")]
pub async fn submit_question(
    materi: String,
    versi: i64,
    soal: String,
    #[server(default)] tanya: String,
    #[server(default)] pilihan: BTreeMap<String, String>,
    #[server(default)] banyak: String,
    #[server(default)] sebab: String,
) -> Result<(), ServerFnError> {
    let t = visitor().lang;
    let course = Uuid::try_parse(&materi).unwrap_or_default();
    let nth = place(&soal);
    let back = format!("{}/{}", quiz_path(course), nth.map_or(NEW.to_owned(), |nth| (nth + 1).to_string()));
    let mut form = Form::new(QUESTION, back);
    form.keep("banyak", &banyak);
    let asked = form.read("tanya", t.ld_asked(), &tanya, Text::<500>::parse);
    let why = form.read("sebab", t.ld_why(), &sebab, Text::<500>::parse_optional);
    let choices = choices(&mut form, &pilihan, t);
    let (Some(asked), Some(why)) = (asked, why) else {
        form.refuse().await;
        return Ok(());
    };
    let question = Question {
        text: asked.as_str().to_owned(),
        several: !banyak.is_empty(),
        choices,
        why: why.as_ref().map(Text::as_str).unwrap_or_default().to_owned(),
    };
    if let Err(fault) = question.check() {
        form.wrong("t0", question_fault(t, fault));
    }
    if !form.is_right() {
        form.refuse().await;
        return Ok(());
    }
    let what = match nth {
        Some(nth) => QuizChange::Replace(nth, question),
        None => QuizChange::Add(question),
    };
    change(form, course, versi, what).await;
    Ok(())
}

/// The choices that were filled in.
fn choices(form: &mut Form, sent: &BTreeMap<String, String>, t: Lang) -> Vec<Choice> {
    let mut choices = Vec::new();
    for place in 0..MOST_CHOICES {
        let (text, tick) = (format!("t{place}"), format!("b{place}"));
        let right = sent.get(&tick).is_some_and(|tick| !tick.is_empty());
        form.keep(&tick, if right { "1" } else { "" });
        let typed = sent.get(&text).map(String::as_str).unwrap_or_default();
        let read = form.read(&text, &t.ld_choice(place + 1), typed, Line::<200>::parse_optional);
        if let Some(line) = read.flatten() {
            choices.push(Choice { text: line.as_str().to_owned(), right });
        }
    }
    choices
}

/// Removes a question.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/pelatihan/kuis/hapus")]
pub async fn remove_question(materi: String, versi: i64, soal: String) -> Result<(), ServerFnError> {
    let course = Uuid::try_parse(&materi).unwrap_or_default();
    let form = Form::new(QUESTION, quiz_path(course));
    change(form, course, versi, QuizChange::Remove(place(&soal).unwrap_or(usize::MAX))).await;
    Ok(())
}
