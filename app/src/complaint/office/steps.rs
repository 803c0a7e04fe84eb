//! What can be done with a complaint now, the most likely step first.

use domain::complaint::{Action, State, Subject};
use leptos::prelude::*;
use platform::flash::Refused;
use uuid::Uuid;

use super::WHOLE;
use super::file::Opened;
use crate::html::IntoHtml;
use crate::permit::{Question, of_form};
use crate::text::{ComplaintDeskText, DeskText, Lang, complaint_action};
use crate::ui::{Alert, ErrorSummary, Icon};

/// The card with the steps.
pub(super) fn steps(opened: &Opened, t: Lang) -> AnyView {
    let (file, refused) = (&opened.file, &opened.refused);
    let sent = refused.value("langkah");
    let whole = refused.error(WHOLE).map(str::to_owned).map(|text| {
        view! { <Alert text=text/> }
    });
    let errors = refused.errors.iter().filter(|(field, _)| field != WHOLE);
    let errors = errors.map(|(field, error)| (format!("{sent}-{field}"), error.clone())).collect();
    let first = file.allowed.iter().copied().find(|action| is_main(file.state, *action));
    let others: Vec<Action> = file.allowed.iter().copied().filter(|action| Some(*action) != first).collect();
    let lost = (!sent.is_empty() && !file.allowed.iter().any(|action| action.as_str() == sent))
        .then(|| typed_before(refused, t));
    let first = first.map(|action| {
        view! { <div class="stack stack--2"><h3 class="h3">{complaint_action(t, action)}</h3>{step_form(opened, action, true, t)}</div> }
    });
    let folded = others
        .into_iter()
        .map(|action| {
            view! {
                <details class="fold fold--step" open=sent == action.as_str()>
                    <summary>{complaint_action(t, action)}<Icon name="chevron-down"/></summary>
                    {step_form(opened, action, false, t)}
                </details>
            }
        })
        .collect_view();
    let hint = hint(opened, t).map(|(class, icon, text)| {
        view! { <p class=class><Icon name=icon/><span>{text}</span></p> }
    });
    view! {
        <section class="card stack" id="langkah" aria-labelledby="j-langkah">
            <h2 class="h3" id="j-langkah">{t.next_step()}</h2>
            {whole}
            <ErrorSummary errors=errors/>
            {lost}
            {hint}
            {first}
            <div class="folds">{folded}</div>
        </section>
    }
    .into_html()
}

/// Whether an action is what a state waits for.
const fn is_main(state: State, action: Action) -> bool {
    matches!((state, action), (State::Masuk, Action::Forward) | (State::Diteruskan, Action::Answer))
}

/// Who is next, where that is somebody else.
fn hint(opened: &Opened, t: Lang) -> Option<(&'static str, &'static str, String)> {
    let file = &opened.file;
    if file.involved {
        return Some(("note note--warn", "info", t.you_are_involved().to_owned()));
    }
    match (file.state, &file.handler) {
        (State::Dijawab, _) => Some(("note note--plain", "clock", t.waits_for_complainant().to_owned())),
        (State::Diteruskan, Some((_, name))) if !file.allowed.contains(&Action::Answer) => {
            Some(("note note--plain", "clock", t.waits_for_handler(name)))
        }
        (State::Selesai | State::TidakDiproses, _) => {
            Some(("note note--plain", "circle-check", t.complaint_is_over().to_owned()))
        }
        _ => None,
    }
}

fn step_form(opened: &Opened, action: Action, first: bool, t: Lang) -> AnyView {
    let file = &opened.file;
    let refused = of_form(&opened.refused, "langkah", action.as_str());
    let class = match action {
        Action::Decline => "btn btn--danger",
        _ if first => "btn btn--big",
        _ => "btn btn--line",
    };
    let icon = match action {
        Action::Forward => "arrow-right",
        Action::Answer => "send",
        Action::Decline => "ban",
        _ => "check",
    };
    let question = |name: &'static str, label: &'static str, hint: &'static str| Question {
        form: action.as_str(),
        name,
        label,
        hint,
    };
    let fields = match action {
        Action::Forward => {
            let about = file.about_officer.as_ref().map(|(id, _)| *id);
            let handler = question("penangan", t.forward_to(), t.forward_to_hint());
            let officer = question("petugas", t.forward_about(), t.forward_about_hint());
            let shop = question("toko", t.forward_shop(), t.forward_shop_hint());
            let shop = (file.subject == Subject::Toko).then(|| {
                line(&shop, file.shop.as_ref().map(|(slug, _)| format!("/toko/{slug}")), (120, false), &refused)
            });
            view! {
                {shop}
                {select(&handler, &file.handlers, t.forward_choose(), None, true, &refused)}
                {select(&officer, &file.officers, t.forward_nobody(), about, false, &refused)}
                {question("teks", t.forward_note(), t.note_hint()).text(2000, false, &refused)}
            }
            .into_html()
        }
        Action::Answer => question("teks", t.answer_text(), t.answer_hint()).text(2000, true, &refused),
        Action::Decline => {
            let lapor = question("lapor", t.lapor_number_optional(), t.lapor_hint());
            view! {
                {question("teks", t.decline_text(), t.decline_hint()).text(2000, true, &refused)}
                {line(&lapor, file.lapor.clone(), (40, false), &refused)}
            }
            .into_html()
        }
        Action::Lapor => {
            line(&question("lapor", t.lapor_number(), t.lapor_hint()), file.lapor.clone(), (40, true), &refused)
        }
        _ => question("teks", t.note_text(), t.note_hint()).text(2000, true, &refused),
    };
    view! {
        <form class="stack" method="post" action="/aksi/dinas/pengaduan/langkah">
            <input type="hidden" name="nomor" value=file.number.clone()/>
            <input type="hidden" name="langkah" value=action.as_str()/>
            <input type="hidden" name="terlihat" value=file.moves/>
            {fields}
            <button class=class><Icon name=icon/>{complaint_action(t, action)}</button>
        </form>
    }
    .into_html()
}

/// A question that is answered with an officer.
fn select(
    question: &Question<'_>,
    officers: &[(Uuid, String)],
    none: &'static str,
    now: Option<Uuid>,
    required: bool,
    refused: &Refused,
) -> AnyView {
    let (id, about, typed) = (question.id(), question.about(refused), refused.value(question.name));
    let chosen = if refused.form.is_empty() { now.map(|id| id.to_string()).unwrap_or_default() } else { typed };
    let options = officers
        .iter()
        .map(|(id, name)| {
            let id = id.to_string();
            let selected = id == chosen;
            view! { <option value=id selected=selected>{name.clone()}</option> }
        })
        .collect_view();
    let name = question.name.to_owned();
    let input = view! {
        <select class="select" id=id name=name required=required aria-describedby=about>
            <option value="">{none}</option>
            {options}
        </select>
    };
    question.around(input.into_html(), refused)
}

/// A question that is answered on one line.
fn line(question: &Question<'_>, now: Option<String>, (most, required): (u16, bool), refused: &Refused) -> AnyView {
    let (id, about) = (question.id(), question.about(refused));
    let value = if refused.form.is_empty() { now.unwrap_or_default() } else { refused.value(question.name) };
    let name = question.name.to_owned();
    let input = view! {
        <input class="input" id=id name=name maxlength=most autocomplete="off" required=required value=value aria-describedby=about/>
    };
    question.around(input.into_html(), refused)
}

/// What was typed for a step that is no longer there: nothing is lost.
fn typed_before(refused: &Refused, t: Lang) -> Option<AnyView> {
    let typed =
        ["teks", "lapor", "toko"].map(|name| refused.value(name)).into_iter().filter(|text| !text.trim().is_empty());
    let texts: Vec<String> = typed.collect();
    (!texts.is_empty()).then(|| {
        let texts = texts.into_iter().map(|text| view! { <p class="prewrap">{text}</p> }).collect_view();
        view! { <div class="note note--plain"><Icon name="copy"/><div><strong>{t.typed_before()}</strong>{texts}</div></div> }.into_html()
    })
}
