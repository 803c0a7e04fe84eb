//! What can be done with a case now, the most likely step first.

use domain::account::Capability;
use domain::permit::state::{Action, State};
use leptos::prelude::*;

use super::Opened;
use super::consent::consent_card;
use super::order::{first, has_to_replace, others};
use super::step_form::step_form;
use crate::html::IntoHtml;
use crate::permit::office::field::id;
use crate::permit::office::problem::WHOLE;
use crate::text::{DeskText, Lang, desk_action, desk_next};
use crate::ui::{Alert, ErrorSummary, Icon};

/// The card with the steps.
pub(super) fn steps(opened: &Opened, t: Lang) -> AnyView {
    let case = &opened.case;
    let refused = &opened.refused.0;
    let sent = refused.value("langkah");
    let whole = refused.error(WHOLE).map(str::to_owned).map(|text| {
        view! { <Alert text=text/> }
    });
    let errors = refused.errors.iter().filter(|(field, _)| field != WHOLE);
    let errors = errors.map(|(field, error)| (id(&sent, field), error.clone())).collect();
    let first = first(case);
    let others = others(case, first);
    let lost = (!sent.is_empty() && !case.allowed.iter().any(|action| action.as_str() == sent))
        .then(|| typed_before(opened, t));
    let first_view = first.map(|action| {
        view! { <div class="stack stack--2"><h3 class="h3">{desk_action(action, t)}</h3>{step_form(opened, action, true, t)}</div> }
    });
    let folded = others.iter().map(|action| {
        let open = sent == action.as_str();
        view! {
            <details class="fold fold--step" open=open>
                <summary>{desk_action(*action, t)}<Icon name="chevron-down"/></summary>
                {step_form(opened, *action, false, t)}
            </details>
        }
    });
    let hint = hint(opened, first, t).map(|(class, icon, text)| {
        view! { <p class=class><Icon name=icon/><span>{text}</span></p> }
    });
    view! {
        <section class="card stack" id="langkah" aria-labelledby="j-langkah">
            <h2 class="h3" id="j-langkah">{t.next_step()}</h2>
            {whole}
            <ErrorSummary errors=errors/>
            {lost}
            {hint}
            {consent_card(opened, t)}
            {first_view}
            {(first.is_some() && !others.is_empty()).then(|| view! { <h3 class="small muted">{t.other_steps()}</h3> })}
            <div class="folds">{folded.collect_view()}</div>
        </section>
    }
    .into_html()
}

/// What to do where no step can be taken, or what comes before one.
fn hint(opened: &Opened, first: Option<Action>, t: Lang) -> Option<(&'static str, &'static str, String)> {
    let case = &opened.case;
    let judges = opened.may_judge();
    if judges && case.needs_consent && has_to_replace(case) && !opened.actor.may(Capability::DecideCases) {
        return Some(("note note--warn", "triangle-alert", format!("{} {}", t.needs_consent(), t.ask_head())));
    }
    if judges && first.is_none() {
        return Some(("note", "info", t.judge_first().to_owned()));
    }
    if !case.allowed.is_empty() {
        return None;
    }
    let works = match case.state {
        State::Diajukan | State::Verifikasi => opened.actor.may(Capability::ExamineCases),
        State::Persetujuan => opened.actor.may(Capability::DecideCases),
        _ => false,
    };
    Some(match desk_next(case.state, t) {
        Some(_) if works => ("note note--warn", "info", t.other_eyes().to_owned()),
        Some(who) => ("note note--plain", "clock", t.wait_for(who)),
        None if case.state.is_open() => ("note note--plain", "pause", t.waits_for_applicant().to_owned()),
        None => ("note note--plain", "circle-check", t.over_and_done().to_owned()),
    })
}

/// What was typed for a step that is no longer there: nothing is lost.
fn typed_before(opened: &Opened, t: Lang) -> Option<AnyView> {
    let refused = &opened.refused.0;
    let typed: Vec<String> = ["alasan", "catatan"].map(|name| refused.value(name)).into_iter().collect();
    let typed: Vec<String> = typed.into_iter().filter(|text| !text.trim().is_empty()).collect();
    (!typed.is_empty()).then(|| {
        let texts = typed.into_iter().map(|text| view! { <p class="prewrap">{text}</p> }).collect_view();
        view! { <div class="note note--plain"><Icon name="copy"/><div><strong>{t.typed_before()}</strong>{texts}</div></div> }.into_html()
    })
}
