//! What can be done now, by whom: the likeliest open, the rest folded away.

use domain::mentoring::{Action, By, State};
use leptos::prelude::*;

use super::Shown;
use crate::html::IntoHtml;
use crate::mentoring::{fold, mentoring_path};
use crate::shop::seller::entry::{Entry, Kind, Need, choice, entry};
use crate::text::MentoringText;
use crate::ui::Icon;

/// The block at the top.
pub(super) fn todo(shown: &Shown) -> AnyView {
    let (t, file) = (shown.t, &shown.file);
    let may = |action| file.allowed.contains(&action);
    let owner = file.is(By::Usaha);
    let report = file.visits.iter().find(|visit| owner && visit.confirmed.is_none() && visit.objection.is_none());
    let (waits, words) = match file.state {
        State::Diajukan if owner => (true, t.me_wait_mentor()),
        State::Diajukan if file.is(By::Pendamping) => (false, t.me_take_text()),
        State::Diajukan => (false, t.me_wait_assign()),
        State::Diagnosis if owner && file.proposed => (false, t.me_read_plan()),
        State::Diagnosis if file.proposed => (true, t.me_wait_answer()),
        State::Diagnosis if owner => (true, t.me_wait_plan()),
        State::Diagnosis if file.findings.is_empty() => (false, t.me_missing_finding()),
        State::Diagnosis => (false, if may(Action::Propose) { "" } else { t.me_missing_plan() }),
        State::Disepakati | State::Berjalan if report.is_some() => (false, t.me_read_visit()),
        State::Disepakati | State::Berjalan => (true, t.me_runs()),
        State::Evaluasi if owner => (false, ""),
        State::Evaluasi => (true, t.me_wait_confirm()),
        State::Selesai => (true, t.me_over()),
        State::Dihentikan => (true, t.me_stopped()),
    };
    let class = if waits { "todo todo--wait" } else { "todo" };
    let result = file.evaluation.clone().filter(|_| matches!(file.state, State::Evaluasi | State::Selesai));
    let result = result.map(|words| view! { <blockquote class="quote prewrap">{words}</blockquote> });
    let why = (file.state == State::Dihentikan).then(|| file.events.first().map(|event| event.note.clone())).flatten();
    let why = why.map(|why| view! { <blockquote class="quote prewrap">{why}</blockquote> });
    view! {
        <div class=class id="langkah">
            <h2>{t.me_now()}</h2>
            {(!words.is_empty()).then(|| view! { <p>{words}</p> })}
            {result}
            {why}
            {report.map(|visit| {
                let to = format!("#k-{}", visit.id.simple());
                view! { <div class="todo__a"><a class="btn" href=to>{t.me_to_visit()}</a></div> }
            })}
            {main_steps(shown)}
            {other_steps(shown)}
        </div>
    }
    .into_html()
}

/// What is done next by whoever reads this.
fn main_steps(shown: &Shown) -> AnyView {
    let (t, file) = (shown.t, &shown.file);
    let may = |action| file.allowed.contains(&action);
    let path = mentoring_path(&file.number);
    let report = may(Action::Visit).then(|| {
        view! { <a class="btn btn--line" href=format!("{path}/kunjungan")><Icon name="pencil"/>{t.me_report()}</a> }
    });
    let take = (file.state == State::Diajukan && file.is(By::Pendamping))
        .then(|| step(shown, Action::Assign, t.me_take(), "btn btn--big", ().into_html()));
    let agree = may(Action::Agree).then(|| step(shown, Action::Agree, t.me_agree(), "btn btn--big", ().into_html()));
    let confirm =
        may(Action::Confirm).then(|| step(shown, Action::Confirm, t.me_confirm(), "btn btn--big", ().into_html()));
    let propose = (may(Action::Propose) && !file.proposed).then(|| propose(shown, t.me_propose()));
    view! {
        {take}
        {agree}
        {confirm}
        {propose}
        {report.map(|report| view! { <div class="todo__a">{report}</div> })}
    }
    .into_html()
}

fn propose(shown: &Shown, label: &'static str) -> AnyView {
    let until =
        Entry { name: "sampai", label: shown.t.me_ends_on(), hint: "", kind: Kind::Date, most: 10, need: Need::Must };
    let stored = shown.file.ends_on.map(|day| day.to_string()).unwrap_or_default();
    step(shown, Action::Propose, label, "btn", entry(until, &stored, &shown.refused, shown.t))
}

/// What is done rarely, or says no.
fn other_steps(shown: &Shown) -> AnyView {
    let (t, file) = (shown.t, &shown.file);
    let may = |action| file.allowed.contains(&action);
    let words = |action, field, summary, label, button| {
        may(action).then(|| {
            let words = Entry { name: field, label, hint: "", kind: Kind::Words, most: 2000, need: Need::Must };
            let input = entry(words, "", &shown.refused, t);
            fold(summary, shown.came_back(field), step(shown, action, button, "btn btn--line", input))
        })
    };
    let again = (may(Action::Propose) && file.proposed)
        .then(|| fold(t.me_propose_again(), false, propose(shown, t.me_propose_again())));
    view! {
        <div class="folds">
            {again}
            {words(Action::Object, "ubah", t.me_object(), t.me_object_words(), t.me_send_answer())}
            {words(Action::Resume, "kurang", t.me_resume(), t.me_resume_words(), t.me_send_answer())}
            {may(Action::Evaluate).then(|| evaluate(shown))}
            {file.is(By::Koordinator).then(|| assign(shown)).flatten()}
            {words(Action::Stop, "alasan", t.me_stop(), t.me_stop_words(), t.me_stop_button())}
        </div>
    }
    .into_html()
}

/// Where each goal is now, and what came of it.
fn evaluate(shown: &Shown) -> AnyView {
    let t = shown.t;
    let words = Entry {
        name: "hasil",
        label: t.me_evaluate_words(),
        hint: "",
        kind: Kind::Words,
        most: 2000,
        need: Need::Must,
    };
    let goals = shown.file.goals.iter().map(|goal| {
        let name = format!("nilai[g{}]", goal.id.simple());
        let value = shown.refused.values.get(&name).cloned().or_else(|| goal.value_after.clone()).unwrap_or_default();
        let id = format!("nilai-{}", goal.id.simple());
        view! {
            <div class="field">
                <label r#for=id.clone()>{t.me_after(&goal.indicator)}</label>
                <input class="input" id=id name=name maxlength="80" value=value/>
            </div>
        }
    });
    let content = view! { {goals.collect_view()} {entry(words, "", &shown.refused, t)} };
    let form = step(shown, Action::Evaluate, t.me_evaluate(), "btn", content.into_html());
    fold(t.me_evaluate(), shown.came_back("hasil"), form)
}

/// The choice of a mentor, with how much each has.
fn assign(shown: &Shown) -> Option<AnyView> {
    let (t, file) = (shown.t, &shown.file);
    if !file.allowed.contains(&Action::Assign) {
        return None;
    }
    let others = shown.mentors.iter().filter(|mentor| {
        mentor.id != file.owner.id && file.mentor.as_ref().is_none_or(|current| current.id != mentor.id)
    });
    let options: Vec<(String, String)> =
        others.map(|mentor| (mentor.id.to_string(), t.me_load(&mentor.name, mentor.open))).collect();
    let (summary, hint) = match file.mentor {
        Some(_) => (t.me_assign_other(), Some(view! { <p class="hint">{t.me_assign_hint()}</p> })),
        None => (t.me_assign(), None),
    };
    let choice = choice("pendamping", t.me_mentor(), &options, Some(t.me_pick()), "", &shown.refused);
    let form = step(shown, Action::Assign, summary, "btn btn--line", view! { {hint} {choice} }.into_html());
    Some(fold(summary, file.mentor.is_none() || shown.came_back("pendamping"), form))
}

/// A form that takes a step.
fn step(shown: &Shown, action: Action, label: &'static str, look: &'static str, fields: AnyView) -> AnyView {
    view! {
        <form class="stack" method="post" action="/aksi/pendampingan/langkah">
            <input type="hidden" name="nomor" value=shown.file.number.clone()/>
            <input type="hidden" name="langkah" value=action.as_str()/>
            <input type="hidden" name="terlihat" value=shown.file.moves.to_string()/>
            {fields}
            <div><button class=look>{label}</button></div>
        </form>
    }
    .into_html()
}
