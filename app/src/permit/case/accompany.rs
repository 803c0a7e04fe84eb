//! An accompanied permit for its applicant: whose turn it is, what the agency issued, and what has to be done then.

use domain::permit::key::Key;
use domain::permit::service::{Accompanied, Service, Stage, StageBy};
use domain::permit::state::State;
use domain::time::{Day, Timestamp};
use leptos::prelude::*;
use platform::Platform;
use platform::permit::{CaseShown, DutyShown, PermitShown, Reached, advance, finish_duty};

use super::hand_in::{applicant, problem};
use super::journey::Milestone;
use super::{ACT, case_path};
use crate::action::{Word, done, refuse};
use crate::html::IntoHtml;
use crate::permit::mandate::locked_out;
use crate::text::{AccompanyText, CaseText, Lang, case_state};
use crate::ui::Icon;
use crate::visitor::visitor;

/// The stage that was reached last.
pub(super) fn stage_of<'s>(service: &'s Service, reached: &[Reached]) -> Option<&'s Stage> {
    service.accompanied()?.stage(&reached.last()?.stage)
}

/// Whose turn it is: look, heading, words.
pub(super) fn turn(
    permit: &Accompanied,
    stage: &Stage,
    issued: Option<bool>,
    t: Lang,
) -> (&'static str, String, String) {
    let (agency, name) = (permit.agency.get(t), stage.name.get(t));
    if stage.next.is_empty() {
        let text = issued.map(|issued| if issued { t.ended_with() } else { t.ended_without() });
        return ("todo todo--wait", t.ended_at(name), text.unwrap_or_default().to_owned());
    }
    match stage.by {
        StageBy::Pemohon => ("todo", t.your_turn_stage(name), t.your_turn_stage_text(agency)),
        StageBy::Dinas => ("todo todo--wait", t.office_turn().to_owned(), t.office_stage_text(name)),
        StageBy::Lembaga => ("todo todo--wait", t.waits_for_agency(agency), t.waits_for_agency_text(name)),
    }
}

/// At a stage of the applicant: where to do it, and telling that it is done.
pub(super) fn tell_form(number: &str, permit: &Accompanied, stage: &Stage, t: Lang) -> Option<AnyView> {
    if stage.by != StageBy::Pemohon || stage.next.is_empty() {
        return None;
    }
    let buttons = permit
        .following(stage)
        .enumerate()
        .map(|(nth, next)| {
            let class = if nth == 0 { "btn" } else { "btn btn--line" };
            view! { <button class=class name="tahap" value=next.key.to_string()>{next.name.get(t).to_owned()}</button> }
        })
        .collect_view();
    let portal = permit.portal.clone().map(|portal| {
        let host = portal.trim_start_matches("https://").to_owned();
        view! { <p><a class="doc__link" href=portal rel="noopener noreferrer"><Icon name="external-link"/>{t.to_portal(&host)}</a></p> }
    });
    let form = view! {
        {portal}
        <form class="stack stack--2" method="post" action="/aksi/izin/tahap">
            <input type="hidden" name="nomor" value=number.to_owned()/>
            <p class="strong">{t.what_happened()}</p>
            <div class="todo__a">{buttons}</div>
        </form>
    };
    Some(form.into_html())
}

/// What was reached, said and recorded, for the journey. `case` has everything only for the applicant.
pub(super) fn milestones(service: &Service, reached: &[Reached], case: Option<&CaseShown>, t: Lang) -> Vec<Milestone> {
    let mut found: Vec<Milestone> = reached
        .iter()
        .filter_map(|reached| {
            let stage = service.accompanied()?.stage(&reached.stage)?;
            let icon = match stage.by {
                StageBy::Dinas => "landmark",
                StageBy::Pemohon => "user",
                StageBy::Lembaga => "building-2",
            };
            let title = stage.name.get(t).to_owned();
            Some(Milestone { at: reached.at, icon, title, words: reached.words.clone() })
        })
        .collect();
    let events = case.map(|case| case.events.as_slice()).unwrap_or_default();
    found.extend(events.iter().filter_map(|event| {
        let (at, words) = (Timestamp::from_micros(event.at), event.public_text.clone());
        let (icon, title, words) = match event.action.as_str() {
            "pesan" => ("mail", t.message_from_office().to_owned(), words),
            "catat_izin" => ("badge-check", t.permit_recorded(&words.unwrap_or_default()), None),
            "kewajiban_selesai" => ("circle-check", t.duty_done_event().to_owned(), words),
            "tarik" => ("x", case_state(t, State::Ditarik).to_owned(), None),
            _ => return None,
        };
        Some(Milestone { at, icon, title, words })
    }));
    found.sort_by_key(|milestone| milestone.at);
    found
}

/// The applicant's cards: the permit, the duties, and mending what was handed in.
pub(super) fn cards(case: &CaseShown, today: Day, t: Lang) -> Option<AnyView> {
    let (permit, known) = (case.service.accompanied()?, case.accompaniment.as_ref()?);
    let mend = (case.state == State::Didampingi).then(|| {
        let to = format!("{}/periksa", case_path(&case.number));
        view! { <p><a class="doc__link" href=to><Icon name="pencil"/>{t.mend_answers()}</a></p> }
    });
    let finish = |duty: &DutyShown, name: &str| finish_form(&case.number, duty, name, "/aksi/izin/kewajiban", t);
    let cards = view! {
        {known.permit.as_ref().map(|issued| permit_card(issued, permit, t))}
        {duties_card(&known.duties, permit, today, finish, t)}
        {mend}
    };
    Some(cards.into_html())
}

/// What the agency issued.
pub(in crate::permit) fn permit_card(issued: &PermitShown, permit: &Accompanied, t: Lang) -> AnyView {
    let until = issued.until.map(|day| view! { <div><dt>{t.permit_until()}</dt><dd>{day.words(t)}</dd></div> });
    view! {
        <section class="card stack stack--2" aria-labelledby="j-terbit">
            <div><h2 class="h3" id="j-terbit">{t.permit_title()}</h2><p class="muted small">{t.permit_of(permit.agency.get(t))}</p></div>
            <dl class="sum tr__sum">
                <div><dt>{t.permit_number()}</dt><dd class="mono">{issued.number.clone()}</dd></div>
                <div><dt>{t.permit_issued()}</dt><dd>{issued.on.words(t)}</dd></div>
                {until}
            </dl>
            {issued.badge.then(|| view! { <p class="small"><Icon name="badge-check" class="i i--16"/>" "{t.permit_badge()}</p> })}
        </section>
    }
    .into_html()
}

/// What its holder has to do; `finish` is the form with which one is said to be done.
pub(in crate::permit) fn duties_card(
    duties: &[DutyShown],
    permit: &Accompanied,
    today: Day,
    finish: impl Fn(&DutyShown, &str) -> AnyView,
    t: Lang,
) -> Option<AnyView> {
    let items: Vec<AnyView> = duties
        .iter()
        .filter_map(|duty| {
            let known = duty.key.as_ref().map(|key| permit.duties.iter().find(|known| known.key.as_str() == key));
            let name = match known {
                Some(known) => known?.name.get(t).to_owned(),
                None => t.duty_renew().to_owned(),
            };
            let (icon, words) = match duty.done_at {
                Some(at) => ("circle-check", t.duty_was_done(&at.day().words(t))),
                None if duty.due < today => ("triangle-alert", t.duty_late(&duty.due.words(t))),
                None => ("calendar-days", t.duty_by(&duty.due.words(t))),
            };
            let finish = (duty.done_at.is_none() && duty.key.is_some()).then(|| finish(duty, &name));
            let item = view! {
                <li><Icon name=icon/><div class="stack stack--2"><strong>{name}</strong><p class="muted small">{words}</p>{finish}</div></li>
            };
            Some(item.into_html())
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="card stack stack--2" aria-labelledby="j-kewajiban">
                <div><h2 class="h3" id="j-kewajiban">{t.duties_title()}</h2><p class="muted small">{t.duty_reminded()}</p></div>
                <ul class="ticks">{items}</ul>
            </section>
        }
        .into_html()
    })
}

/// The button that says that a duty is done.
pub(in crate::permit) fn finish_form(number: &str, duty: &DutyShown, name: &str, to: &'static str, t: Lang) -> AnyView {
    view! {
        <form method="post" action=to>
            <input type="hidden" name="nomor" value=number.to_owned()/>
            <input type="hidden" name="kewajiban" value=duty.key.clone()/>
            <input type="hidden" name="kali" value=duty.again/>
            <button class="btn btn--line btn--small" aria-label=t.duty_finish_of(name)>{t.duty_finish()}</button>
        </form>
    }
    .into_html()
}

/// The applicant says that a stage of theirs is done.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "izin/tahap")]
pub async fn tell_stage(nomor: String, #[server(default)] tahap: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let t = visitor().lang;
    let Some(applicant) = applicant(&platform, &nomor).await else {
        locked_out().await;
        return Ok(());
    };
    let result = match Key::parse(&tahap) {
        Ok(stage) => advance(&platform, &applicant, &stage).await.map_err(|error| problem(&error, t)),
        Err(_) => Err(t.step_not_possible().to_owned()),
    };
    match result {
        Ok(_) => done(Word::Sent, &case_path(&nomor)),
        Err(problem) => refuse(ACT, &[], vec![("isi", problem)], &case_path(&nomor)).await,
    }
    Ok(())
}

/// The applicant says that a duty is done.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "izin/kewajiban")]
pub async fn tell_duty(
    nomor: String,
    #[server(default)] kewajiban: String,
    #[server(default)] kali: i64,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let Some(applicant) = applicant(&platform, &nomor).await else {
        locked_out().await;
        return Ok(());
    };
    match finish_duty(&platform, &applicant, &kewajiban, kali).await {
        Ok(()) => done(Word::Saved, &case_path(&nomor)),
        Err(error) => {
            refuse(ACT, &[], vec![("isi", problem(&error, visitor().lang))], &case_path(&nomor)).await;
        }
    }
    Ok(())
}
