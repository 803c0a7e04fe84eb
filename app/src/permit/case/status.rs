//! A case that was handed in: whose turn it is, what was promised, what happened. Whoever has only number and digits
//! sees less than the applicant, on the same page.

use domain::permit::service::{Service, Stage, StageBy};
use domain::permit::state::State;
use domain::time::{Day, Timestamp};
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::permit::{CaseShown, Helper, ObjectionShown, Promise, Tracked};

use super::accompany::{cards, milestones, stage_of, tell_form, turn};
use super::case_path;
use super::journey::{Milestone, entries, journey, steps, who_looked};
use super::objection::{objection_card, standing};
use super::promise::promise_view;
use super::survey::offer;
use crate::html::IntoHtml;
use crate::permit::live::CaseNews;
use crate::permit::mandate::mandate_card;
use crate::permit::start::open_form;
use crate::text::{
    AccompanyText, CaseText, CommonText, ComplaintText, Lang, MandateText, OrderText, VerifyText, case_state,
    part_label,
};
use crate::ui::{ErrorSummary, Icon, Islands, PageHead, Progress, Said};
use crate::visitor::lang;

/// What both may see.
struct Seen<'s> {
    number: &'s str,
    service: &'s Service,
    state: State,
    promise: Option<&'s Promise>,
    last_day: Option<Day>,
    visit_on: Option<Day>,
    objection: Option<&'s ObjectionShown>,
    /// The stage of an accompanied permit, and whether it was issued, for whoever may know.
    stage: Option<(&'s Stage, Option<bool>)>,
    moves: i64,
    now: Timestamp,
    t: Lang,
}

impl Seen<'_> {
    fn until(&self) -> String {
        self.last_day.map(|day| day.long(self.t)).unwrap_or_default()
    }
}

/// For whoever has number and digits.
pub(super) fn tracked_view(case: &Tracked, refused_pin: &Refused, platform: &Platform) -> AnyView {
    let t = lang();
    let seen = Seen {
        number: &case.number,
        service: &case.service,
        state: case.state,
        promise: case.promise.as_ref(),
        last_day: case.last_day,
        visit_on: case.visit_on,
        objection: case.objection.as_ref(),
        // What was issued is the applicant's to know.
        stage: stage_of(&case.service, &case.reached).map(|stage| (stage, None)),
        moves: case.moves,
        now: platform.now(),
        t,
    };
    let with_pin = case.state.is_open() || matches!(case.state, State::Terbit | State::Ditolak | State::Selesai);
    let pin = with_pin.then(|| {
        view! {
            <details class="card fold" open=!refused_pin.errors.is_empty()>
                <summary><Icon name="lock"/>{t.act_with_pin()}<Icon name="chevron-down"/></summary>
                <p class="muted">{t.act_with_pin_hint()}</p>
                {open_form(refused_pin, &case.number, &case_path(&case.number), t)}
            </details>
        }
        .into_html()
    });
    let correct = matches!(case.state, State::PerluPerbaikan | State::Dihentikan)
        .then(|| view! { <p>{t.correct_with_pin()}</p> }.into_html());
    let objects = case.state == State::Ditolak
        && case.objection.is_none()
        && case.last_day.is_some_and(|last| last >= platform.now().day());
    let correct = correct.or_else(|| objects.then(|| view! { <p>{t.object_with_pin()}</p> }.into_html()));
    let stage = seen.stage.map(|(stage, _)| stage).filter(|_| case.state == State::Didampingi);
    let tells = stage.is_some_and(|stage| stage.by == StageBy::Pemohon);
    let correct = correct.or_else(|| tells.then(|| view! { <p>{t.stage_with_pin()}</p> }.into_html()));
    let way = match seen.stage {
        Some(_) => milestones(&case.service, &case.reached, None, t),
        None => steps(&case.entries, |_| None, t),
    };
    frame(&seen, refused_pin.errors.clone(), correct, way, pin)
}

/// For the applicant.
pub(super) fn own_view(
    case: &CaseShown,
    pin: Option<String>,
    helpers: &[Helper],
    (refused, refused_objection): (&Refused, &Refused),
    platform: &Platform,
) -> AnyView {
    let t = lang();
    let known = case.accompaniment.as_ref();
    let stage = known.and_then(|known| Some((stage_of(&case.service, &known.reached)?, Some(known.permit.is_some()))));
    let seen = Seen {
        number: &case.number,
        service: &case.service,
        state: case.state,
        stage,
        promise: case.promise.as_ref(),
        last_day: case.last_day,
        visit_on: case.visit_on,
        objection: case.objection.as_ref(),
        moves: case.moves,
        now: platform.now(),
        t,
    };
    let words = |at: Timestamp| {
        let mut there = case.events.iter().filter(|event| event.at == at.micros());
        let words = there.clone().find_map(|event| event.public_text.clone());
        let sent = || there.find_map(|event| event.sent_by()).map(|(name, part)| t.sent_by(name, part_label(part, t)));
        words.or_else(sent)
    };
    let correct = match case.state {
        State::Terbit | State::Kedaluwarsa => Some(letter_link(case, t.letter_download())),
        State::Ditolak => Some(letter_link(case, t.refusal_download())),
        State::Didampingi => stage
            .zip(case.service.accompanied())
            .filter(|_| !case.helps)
            .and_then(|((stage, _), permit)| tell_form(&case.number, permit, stage, t)),
        _ => (!case.asked.is_empty()).then(|| asked(case, t)),
    };
    let pin = pin.map(|pin| view! { <p class="small todo__pin"><Icon name="key-round"/><span>{t.case_pin()}": "<strong class="mono" data-pin="">{pin}</strong></span></p> });
    let more = view! {
        <p><a class="doc__link" href=format!("{}/tanda-terima", case_path(&case.number))><Icon name="download"/>{t.receipt_download()}</a></p>
        {pin}
        {mandate_card(case, helpers, t)}
        {cards(case, platform.now().day(), t)}
        {offer(case, t)}
        {objection_card(case, refused_objection, platform.now().day(), t)}
        {who_looked(&case.events, t)}
        {(case.state.is_open() && !case.helps).then(|| withdraw_form(case, t))}
    };
    let mut errors = refused.errors.clone();
    errors.extend(refused_objection.errors.iter().cloned());
    let way = match known {
        Some(known) => milestones(&case.service, &known.reached, Some(case), t),
        None => steps(&entries(&case.events), words, t),
    };
    frame(&seen, errors, correct, way, Some(more.into_html()))
}

fn letter_link(case: &CaseShown, words: &'static str) -> AnyView {
    let to = format!("{}/surat", case_path(&case.number));
    view! { <div class="todo__a"><a class="btn" href=to><Icon name="download"/>{words}</a></div> }.into_html()
}

/// What has to be replaced, and why.
fn asked(case: &CaseShown, t: Lang) -> AnyView {
    let items = case
        .asked
        .iter()
        .map(|judged| {
            let label = case.service.form.at(&judged.path).map_or(judged.path.as_str(), |field| field.label.get(t));
            view! { <li><strong>{label.to_owned()}</strong><p>{judged.reason.text.as_str().to_owned()}</p></li> }
        })
        .collect_view();
    view! {
        <ul class="dots">{items}</ul>
        <div class="todo__a">
            <a class="btn" href=format!("{}/periksa", case_path(&case.number))><Icon name="pencil"/>{t.correct_now()}</a>
        </div>
    }
    .into_html()
}

fn frame(
    seen: &Seen,
    errors: Vec<(String, String)>,
    correct: Option<AnyView>,
    way: Vec<Milestone>,
    more: Option<AnyView>,
) -> AnyView {
    let (t, name) = (seen.t, seen.service.name.get(seen.t).to_owned());
    let asked = seen.state == State::PerluPerbaikan;
    let complain = format!("/pengaduan?izin={}", seen.number);
    view! {
        <PageHead title=format!("{} {}", case_state(t, seen.state), seen.number) description=name.clone() canonical=None/>
        <main id="isi" class="wrap section stack">
            <Said/>
            <ErrorSummary errors=errors kept=false/>
            <div class="tr">
                <section class="tr__head card card--lift" aria-labelledby="j-izin">
                    <div class="tr__top">
                        <p class="tr__ref"><span class="muted small">{t.case_number()}</span><strong class="mono" data-nomor="">{seen.number.to_owned()}</strong></p>
                        <span class=state_class(seen.state)>{asked.then(|| view! { <Icon name="pause"/> })}{case_state(t, seen.state)}</span>
                    </div>
                    <h1 id="j-izin">{name}</h1>
                    {progress(seen)}
                    {todo(seen, correct)}
                </section>
                <aside class="tr__side stack" aria-label=t.promise_title()>
                    {seen.promise.map(|promise| promise_view(promise, seen.now, t))}
                    {more}
                </aside>
                {journey(way, t)}
                <section class="tr__help stack" aria-label=t.help_title()>
                    <div class="card stack stack--2">
                        <h2 class="h3">{t.help_title()}</h2>
                        <ul class="facts facts--16">
                            <li><Icon name="landmark"/><span>{t.office_help()}</span></li>
                            <li><Icon name="info"/><span><a href="/bantuan">{t.footer_help()}</a></span></li>
                            <li><Icon name="message-circle"/><span><a href=complain>{t.make_complaint()}</a></span></li>
                        </ul>
                    </div>
                    {seen.service.is_free().then(|| view! {
                        <div class="note note--ok"><Icon name="shield-check"/><div><strong>{t.free_case()}</strong><p class="small">{t.free_case_text()}</p></div></div>
                    })}
                </section>
            </div>
            <div class="news"><CaseNews lang=t path=case_path(seen.number) moves=seen.moves/></div>
        </main>
        <Islands/>
    }
    .into_html()
}

/// The look of a state.
pub(in crate::permit) fn state_class(state: State) -> &'static str {
    match state {
        State::PerluPerbaikan | State::Dihentikan | State::MenungguBayar => "state state--wait",
        State::Terbit | State::Selesai => "state state--go",
        State::Ditolak | State::Dicabut | State::Kedaluwarsa => "state state--stop",
        State::Draf | State::Ditarik => "state",
        State::Diajukan | State::Verifikasi | State::Kunjungan | State::Persetujuan | State::Didampingi => {
            "state state--info"
        }
    }
}

/// The four steps that an applicant counts; none for a case that goes no further.
fn progress(seen: &Seen) -> Option<AnyView> {
    let t = seen.t;
    let behind = match seen.state {
        State::Diajukan | State::Verifikasi | State::PerluPerbaikan | State::Dihentikan | State::Kunjungan => 1,
        State::Persetujuan => 2,
        State::MenungguBayar => 3,
        State::Terbit => 4,
        _ => return None,
    };
    let names = [t.step_received(), t.step_examined(), t.step_decided(), t.step_issued()];
    let waits = matches!(seen.state, State::PerluPerbaikan | State::Dihentikan);
    let now = if waits { "pause" } else { "clock" };
    Some(view! { <Progress names=names behind=behind now=now/> }.into_html())
}

/// Whose turn it is, and until when.
fn todo(seen: &Seen, correct: Option<AnyView>) -> AnyView {
    let (t, until) = (seen.t, seen.until());
    let visit = seen.visit_on.map(|day| t.visit_on(&day.long(t))).unwrap_or_default();
    let accompanied = seen.service.accompanied().zip(seen.stage).filter(|_| seen.state.is_accompanied());
    let (class, title, text) = match seen.state {
        _ if let Some((permit, (stage, issued))) = accompanied => turn(permit, stage, issued, t),
        State::PerluPerbaikan => ("todo", t.your_turn_correct().to_owned(), t.correct_until(&until)),
        State::Dihentikan => ("todo", t.your_turn_stopped().to_owned(), t.resume_until(&until)),
        State::MenungguBayar => ("todo", t.your_turn_pay().to_owned(), t.to_pay().to_owned()),
        State::Kunjungan => ("todo todo--wait", t.office_turn().to_owned(), visit),
        State::Terbit => {
            let valid = seen.last_day.map(|_| t.issued_valid(&until)).unwrap_or_default();
            ("todo todo--wait", t.issued_title().to_owned(), format!("{valid} {}", t.issued_text()))
        }
        State::Ditolak => {
            let open = seen.last_day.is_some_and(|last| last >= seen.now.day());
            let text = match seen.objection {
                Some(objection) => standing(objection, t),
                None if open => t.refused_text(&until),
                None => String::new(),
            };
            ("todo todo--wait", t.refused_title().to_owned(), text)
        }
        State::Ditarik | State::Kedaluwarsa | State::Dicabut => {
            ("todo todo--wait", case_state(t, seen.state).to_owned(), t.over_title().to_owned())
        }
        _ => ("todo todo--wait", t.office_turn().to_owned(), t.office_turn_text().to_owned()),
    };
    view! {
        <div class=class>
            <h2>{title}</h2>
            <p>{text.trim().to_owned()}</p>
            {correct}
        </div>
    }
    .into_html()
}

fn withdraw_form(case: &CaseShown, t: Lang) -> AnyView {
    view! {
        <details class="card fold">
            <summary>{t.withdraw()}<Icon name="chevron-down"/></summary>
            <form class="stack" method="post" action="/aksi/izin/batal">
                <input type="hidden" name="nomor" value=case.number.clone()/>
                <p class="muted">{t.withdraw_hint()}</p>
                <div><button class="btn btn--danger">{t.withdraw_button()}</button></div>
            </form>
        </details>
    }
    .into_html()
}
