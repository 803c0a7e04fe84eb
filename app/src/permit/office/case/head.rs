//! What is promised, who applied, and who works on it.

use domain::permit::clock::{Pace, Reading};
use domain::permit::service::Way;
use domain::phone::Phone;
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::permit::CaseFile;

use super::Opened;
use crate::html::IntoHtml;
use crate::permit::office::claim::{may_take, take_form};
use crate::permit::office::light::of_reading;
use crate::text::{DeskText, Lang, MandateText, part_label};

/// The card at the top.
pub(super) fn head(opened: &Opened, t: Lang) -> AnyView {
    let case = &opened.case;
    let fact = |name: &'static str, value: AnyView| view! { <div><dt>{name}</dt><dd>{value}</dd></div> };
    let words = |text: String| text.into_html();
    let phone = Phone::parse(&case.phone).ok().map(|phone| {
        let dial = format!("tel:{}", phone.as_str());
        fact(DeskText::phone(t), view! { <a href=dial>{phone.local()}</a> }.into_html())
    });
    let most = if let Way::Own(own) = &case.service.way { own.most_rounds } else { 0 };
    let rounds = (case.rounds > 0).then(|| fact(t.rounds(), words(t.rounds_of(case.rounds, most))));
    let visit = case.visit_on.map(|day| fact(DeskText::visit(t), words(day.short(t))));
    let limit = case.last_day.map(|day| fact(t.limit(), words(t.until_day(&day.words(t)))));
    let sent = case.events.iter().find_map(|event| event.sent_by());
    let sent = sent.map(|(name, part)| fact(t.sent_by_label(), words(format!("{name}, {}", part_label(part, t)))));
    let came = case.submitted_at.map(|at| fact(DeskText::handed_in(t), words(at.words(t))));
    view! {
        <section class="card stack">
            {case.reading.as_ref().map(|reading| clock(reading, opened.now, t))}
            <dl class="spec spec--tight spec--case">
                {fact(t.applicant(), words(case.name.clone()))}
                {sent}
                {phone}
                {came}
                {fact(t.works_on_it(), in_charge(opened, t))}
                {rounds}
                {visit}
                {limit}
            </dl>
            {assign_form(case, t)}
        </section>
    }
    .into_html()
}

fn clock(reading: &Reading, now: Timestamp, t: Lang) -> AnyView {
    let due = reading.due.day();
    let promise = match reading.pace {
        Pace::Running => t.promise_until(&due.short(t)),
        Pace::Paused => t.paused_since(&reading.since.day().short(t)),
        Pace::Stopped => t.was_promised(&due.words(t)),
    };
    let days = (1..=reading.norm.min(10)).map(|day| {
        let class = match reading.pace {
            _ if day <= reading.charged => "f",
            Pace::Running if day == reading.charged + 1 => "n",
            _ => "",
        };
        view! { <li class=class><span>{day}</span></li> }
    });
    let counted = t.day_of(reading.charged.min(reading.norm), reading.norm);
    view! {
        <div class="clock">
            <div class="row">
                {of_reading(reading, now, t)}
                <span class="small clock__d">{promise}</span>
            </div>
            <ol class="steps steps--days" aria-label=counted>{days.collect_view()}</ol>
        </div>
    }
    .into_html()
}

fn in_charge(opened: &Opened, t: Lang) -> AnyView {
    let case = &opened.case;
    let name = case.assignee.as_ref().map_or_else(|| t.nobody_yet().to_owned(), |(_, name)| name.clone());
    // A new case is taken with its first step below.
    let new = case.allowed.contains(&domain::permit::state::Action::TakeUp);
    let takes = !new && may_take(&opened.actor, case.state, case.assignee.is_some());
    let back = format!("/dinas/izin/{}", case.number);
    let take = takes.then(|| take_form(&case.number, case.moves, &back, t.take_over(), t));
    view! { <span class="row">{name}{take}</span> }.into_html()
}

/// A head gives the case to somebody.
fn assign_form(case: &CaseFile, t: Lang) -> Option<AnyView> {
    if case.colleagues.is_empty() || !case.state.is_open() {
        return None;
    }
    let now = case.assignee.as_ref().map(|(id, _)| *id);
    let options = case
        .colleagues
        .iter()
        .map(|(id, name)| view! { <option value=id.to_string() selected=Some(*id) == now>{name.clone()}</option> })
        .collect_view();
    let form = view! {
        <form class="assign" method="post" action="/aksi/dinas/izin/tugaskan">
            <input type="hidden" name="nomor" value=case.number.clone()/>
            <label class="small" r#for="kepada">{t.assign_to()}</label>
            <select class="select" id="kepada" name="kepada">{options}</select>
            <button class="btn btn--line">{t.assign()}</button>
        </form>
    };
    Some(form.into_html())
}
