//! What participants think of their class. Nobody learns who answered what.

use domain::training::feedback::{BEST, Marks};
use domain::typed::Text;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::training::{FeedbackDraft, FeedbackError, find_participant, give_feedback};

use super::learn_path;
use crate::action::{Word, done, escape, go_to};
use crate::html::IntoHtml;
use crate::shop::seller::entry::{Entry, Kind, Need, entry};
use crate::shop::seller::form::Form;
use crate::text::{Lang, LearnText, mark_label};
use crate::ui::Icon;
use crate::visitor::visitor;

/// The name of the form, for recalling what was refused.
pub(super) const FEEDBACK: &str = "kelas-masukan";

/// The form, or thanks.
pub(super) fn feedback(number: &str, given: bool, refused: &Refused, t: Lang) -> AnyView {
    if given {
        return view! {
            <div class="note note--plain"><Icon name="circle-check"/><p>{t.le_feedback_done()}</p></div>
        }
        .into_html();
    }
    let words = Entry {
        name: "saran",
        label: t.le_feedback_words(),
        hint: t.le_feedback_words_hint(),
        kind: Kind::Words,
        most: 1000,
        need: Need::May,
    };
    view! {
        <section class="card stack" id="masukan" aria-labelledby="j-masukan">
            <div><h2 class="h3" id="j-masukan">{t.le_feedback()}</h2><p class="muted">{t.le_feedback_lead()}</p></div>
            <form class="stack" method="post" action="/aksi/pelatihan/masukan">
                <input type="hidden" name="nomor" value=number.to_owned()/>
                {marks("materi", t.le_feedback_content(), refused, t)}
                {marks("pengajar", t.le_feedback_trainer(), refused, t)}
                {marks("manfaat", t.le_feedback_use(), refused, t)}
                {entry(words, "", refused, t)}
                <div><button class="btn btn--big"><Icon name="send"/>{t.le_feedback_send()}</button></div>
            </form>
        </section>
    }
    .into_html()
}

/// The choice of a mark, the best first.
fn marks(name: &'static str, label: &'static str, refused: &Refused, t: Lang) -> AnyView {
    let error = refused.error(name).map(|error| {
        view! { <p class="error"><Icon name="circle-alert" class="i i--16"/>{error.to_owned()}</p> }
    });
    let class = if error.is_some() { "field field--error" } else { "field" };
    let choices = (1..=BEST)
        .rev()
        .map(|mark| {
            // The error summary leads to the first choice.
            let id = (mark == BEST).then_some(name);
            let checked = refused.value(name) == mark.to_string();
            view! {
                <label class="check"><input type="radio" id=id name=name value=mark.to_string() checked=checked required/>{mark_label(t, mark)}</label>
            }
        })
        .collect_view();
    view! {
        <fieldset class=class>
            <legend class="strong">{label}</legend>
            <div class="roster__choice">{choices}</div>
            {error}
        </fieldset>
    }
    .into_html()
}

/// Takes what somebody thinks. Sent twice, the first answer stays.
///
/// # Errors
/// Never for a form: it is shown again with a message and with what was chosen.
#[server(prefix = "/aksi", endpoint = "pelatihan/masukan")]
pub async fn send_feedback(
    nomor: String,
    #[server(default)] materi: String,
    #[server(default)] pengajar: String,
    #[server(default)] manfaat: String,
    #[server(default)] saran: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let back = learn_path(&escape(&nomor));
    let found = find_participant(&platform, &visitor.actor, &visitor.class_keys, &nomor).await;
    let Ok(Some(participant)) = found else {
        // The page asks for the PIN.
        go_to(&back);
        return Ok(());
    };
    let mut form = Form::new(FEEDBACK, format!("{back}#masukan"));
    let mut mark = |name: &str, typed: &str| {
        form.keep(name, typed);
        let mark = typed.parse::<u8>().ok().filter(|mark| (1..=BEST).contains(mark));
        if mark.is_none() {
            form.wrong(name, t.le_feedback_missing());
        }
        mark.unwrap_or_default()
    };
    let (content, trainer, usefulness) =
        (mark("materi", &materi), mark("pengajar", &pengajar), mark("manfaat", &manfaat));
    let words = form.read("saran", t.le_feedback_words(), &saran, Text::parse_optional);
    let (Some(marks), Some(words)) = (Marks::new(content, trainer, usefulness), words) else {
        form.refuse().await;
        return Ok(());
    };
    match give_feedback(&platform, &participant, &FeedbackDraft { marks, words }).await {
        Ok(()) => done(Word::Sent, &back),
        Err(FeedbackError::NotNow) => {
            form.wrong("materi", t.le_feedback_not_now());
            form.refuse().await;
        }
        Err(FeedbackError::Db(error)) => form.unavailable("materi", &error).await,
    }
    Ok(())
}
