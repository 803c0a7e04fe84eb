//! `/pelatihan/pendaftaran/{nomor}`: whether there is a seat, whose turn it is, until when, and what can be done.

use domain::time::Timestamp;
use domain::training::class::State as ClassState;
use domain::training::registration::{PassedOver, State};
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::training::{RegistrationShown, find_participant, scanned_session, show_registration};
use uuid::Uuid;

use super::act::FORM;
use super::open::{OPEN, closed_view};
use super::todo::todo;
use super::{facts, local, registration_path, state_class};
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::request::param;
use crate::scanning::Scanning;
use crate::text::{AttendanceText, Lang, LearnText, RegistrationText, registration_state};
use crate::training::attendance::{CHECK_IN, check_in_block, kept_scan, open_session, own_attendance};
use crate::training::certificate::own_award;
use crate::training::learn::learn_path;
use crate::ui::{ErrorSummary, Icon, PageHead, Said};
use crate::visitor::{Visitor, lang, visitor};

enum Shown {
    Own(Box<Own>),
    Closed { number: String, refused: Refused },
}

struct Own {
    own: RegistrationShown,
    place: Option<String>,
    pin: Option<String>,
    refused: Refused,
    refused_code: Refused,
    scanned: Option<Uuid>,
    now: Timestamp,
}

async fn load(platform: Platform, visitor: Visitor, number: String, scan: Option<String>) -> Result<Shown, Missing> {
    let found = find_participant(&platform, &visitor.actor, &visitor.class_keys, &number).await?;
    let own = match &found {
        Some(participant) => show_registration(&platform, participant).await?,
        None => None,
    };
    let (Some(participant), Some(own)) = (found, own) else {
        // No longer than a number: what else stands in the address is nobody's business.
        let number = number.chars().take(24).collect();
        return Ok(Shown::Closed { number, refused: recall(&platform, visitor.typed, OPEN).await? });
    };
    let reference = platform.reference().await?;
    Ok(Shown::Own(Box::new(Own {
        place: own.class.venue.as_ref().map(|venue| reference.kecamatan_name(&venue.kecamatan).to_owned()),
        pin: participant.pin().map(str::to_owned),
        refused: recall(&platform, visitor.typed, FORM).await?,
        refused_code: recall(&platform, visitor.typed, CHECK_IN).await?,
        scanned: scan.and_then(|scan| scanned_session(&platform, &scan)),
        now: platform.now(),
        own,
    })))
}

/// `/pelatihan/pendaftaran/{nomor}`.
#[component]
pub fn RegistrationPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("nomor"), kept_scan()), |shown| match shown {
        Shown::Closed { number, refused } => closed_view(&number, &refused),
        Shown::Own(own) => own_view(&own),
    })
}

fn own_view(shown: &Own) -> AnyView {
    let (t, own) = (lang(), &shown.own);
    let errors = [shown.refused.errors.clone(), shown.refused_code.errors.clone()].concat();
    let state = registration_state(t, own.state, own.class.state);
    let title = own.class.course.title.clone();
    let check_in = open_session(own).map(|open| {
        let scanned = shown.scanned == Some(open.session);
        let scan = (open.present.is_none() && !scanned).then(|| view! { <Scanning/> });
        let form = check_in_block(&open, scanned, &registration_path(&own.number), &shown.refused_code, t);
        view! { <div class="todo" id="hadir"><h2>{t.att_now()}</h2>{scan}{form}</div> }
    });
    // Before the class is over the page says what the certificate asks for beside the attendance.
    let award = (own.class.state == ClassState::Selesai).then(|| own_award(own, t));
    let learn = (own.state == State::Terdaftar && own.class.state.is_held()).then(|| {
        view! {
            <div class="todo todo--wait">
                <h2>{t.le_title()}</h2>
                <p>{t.le_go_text()}</p>
                <p><a class="btn btn--line" href=learn_path(&own.number)><Icon name="book-open"/>{t.le_go()}</a></p>
            </div>
        }
    });
    let keep = shown.pin.is_some().then(|| view! { <p class="hint">{t.reg_keep()}</p> });
    let pin =
        shown.pin.clone().map(|pin| view! { <div><dt>{t.reg_pin()}</dt><dd class="mono" data-pin="">{pin}</dd></div> });
    view! {
        <PageHead title=format!("{state} {}", own.number) description=title.clone() canonical=None/>
        <main id="isi" class="wrap section stack">
            <Said/>
            <ErrorSummary errors=errors kept=false/>
            <div class="tr">
                <section class="tr__head card card--lift" aria-labelledby="j-daftar">
                    <div class="tr__top">
                        <p class="tr__ref"><span class="muted small">{t.reg_number()}</span><strong class="mono" data-nomor="">{own.number.clone()}</strong></p>
                        <span class=state_class(own.state, own.class.state)>{state}</span>
                    </div>
                    <h1 id="j-daftar">{title}</h1>
                    {facts(&own.class, shown.place.as_deref(), t)}
                    <p class="small"><a href=format!("/pelatihan/{}", own.class.slug)>{t.reg_about()}</a></p>
                    {check_in}
                    {award}
                    {learn}
                    {todo(own, shown.now, t)}
                </section>
                <aside class="tr__side stack" aria-label=t.reg_yours()>
                    <section class="card stack stack--2" aria-labelledby="j-anda">
                        <h2 class="h3" id="j-anda">{t.reg_yours()}</h2>
                        <dl class="spec spec--tight spec--case">
                            <div><dt>{t.reg_name()}</dt><dd>{own.name.clone()}</dd></div>
                            <div><dt>{t.reg_phone()}</dt><dd>{local(&own.phone)}</dd></div>
                            {pin}
                        </dl>
                        {keep}
                    </section>
                    <section class="card stack stack--2" aria-labelledby="j-tanya">
                        <h2 class="h3" id="j-tanya">{t.reg_ask()}</h2>
                        <p>{own.class.contact.clone()}</p>
                    </section>
                </aside>
                {own_attendance(own, t)}
                {why_not_me(own, t)}
            </div>
        </main>
    }
    .into_html()
}

/// When and why others went first.
fn why_not_me(own: &RegistrationShown, t: Lang) -> Option<AnyView> {
    if own.passed_over.is_empty() {
        return None;
    }
    let lines = own.passed_over.iter().map(|(at, why)| {
        let why = match why {
            PassedOver::Clash(other) => t.reg_skipped_clash(other),
            PassedOver::Quota => t.reg_skipped_quota().to_owned(),
        };
        view! {
            <li class="ev">
                <span class="ev__i"><Icon name="arrow-right"/></span>
                <div><p class="ev__d">{at.words(t)}</p><p>{why}</p></div>
            </li>
        }
    });
    let lines = lines.collect_view();
    Some(
        view! {
            <section class="tr__line stack" aria-labelledby="j-lewat">
                <div><h2 id="j-lewat">{t.reg_skipped()}</h2><p class="muted">{t.reg_skipped_hint()}</p></div>
                <ol class="line-t">{lines}</ol>
            </section>
        }
        .into_html(),
    )
}
