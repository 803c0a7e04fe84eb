//! `/dinas/pelatihan/{slug}`: a class, its steps, and who registered.

use domain::training::class::{Action, By, STEPS};
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::training::{ClassFile, ParticipantShown, find_class_file, list_participants};

use super::act::STEP;
use super::list::state_class;
use super::moment::moment;
use super::participants::{DECIDE, participants};
use super::{ORGANISE, WHOLE, awards_path, class_path, missing, results_path, rooms, sheet_path};
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::param;
use crate::text::{AttendanceText, CertificateText, Lang, LearnText, TrainingDeskText, class_action, class_state};
use crate::training::days::hours;
use crate::ui::{Alert, Desk, ErrorSummary, Field, Icon, described};
use crate::visitor::{Visitor, lang, visitor};

struct Shown {
    file: ClassFile,
    people: Vec<(ParticipantShown, String)>,
    refused: Refused,
    refused_person: Refused,
}

async fn load(platform: Platform, visitor: Visitor, slug: String) -> Result<Shown, Missing> {
    only(&visitor, ORGANISE)?;
    let file = find_class_file(&platform, &visitor.actor, &slug).await.map_err(missing)?;
    let reference = platform.reference().await?;
    let people = list_participants(&platform, &visitor.actor, &slug).await.map_err(missing)?;
    let named = |person: ParticipantShown| {
        let kecamatan = reference.kecamatan_name(&person.kecamatan).to_owned();
        (person, kecamatan)
    };
    Ok(Shown {
        file,
        people: people.into_iter().map(named).collect(),
        refused: recall(&platform, visitor.typed, STEP).await?,
        refused_person: recall(&platform, visitor.typed, DECIDE).await?,
    })
}

/// `/dinas/pelatihan/{slug}`.
#[component]
pub fn OfficeClassPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("slug")), |shown| {
        let t = lang();
        let class = &shown.file.class;
        let errors = [shown.refused.errors.clone(), shown.refused_person.errors.clone()].concat();
        let public = class.state.is_public().then(|| {
            view! { <a class="btn btn--line" href=format!("/pelatihan/{}", class.slug)><Icon name="eye"/>{t.td_public()}</a> }
        });
        let edit = (!class.state.is_public() || class.state.takes_place()).then(|| {
            view! { <a class="btn btn--line" href=format!("{}/ubah", class_path(&class.slug))><Icon name="pencil"/>{t.td_edit()}</a> }
        });
        let awards = (class.course.certificate && class.state.is_held()).then(|| {
            view! { <a class="btn btn--line" href=awards_path(&class.slug)><Icon name="award"/>{t.cert_title()}</a> }
        });
        let results = class.state.is_held().then(|| {
            view! { <a class="btn btn--line" href=results_path(&class.slug)><Icon name="message-circle"/>{t.ld_results()}</a> }
        });
        let (title, state) = (class.course.title.clone(), class.state);
        let copy = format!("/dinas/pelatihan/baru?salin={}", class.slug);
        let (facts, steps) = (facts(&shown, t), steps(&shown, t));
        let people = participants(class, &shown.people, &shown.refused_person, t);
        view! {
            <Desk title=title>
                {rooms("", t)}
                <ErrorSummary errors=errors kept=false/>
                <section class="card stack" aria-labelledby="j-kelas">
                    <div class="tr__top">
                        <h2 class="h3" id="j-kelas">{t.td_class_form()}</h2>
                        <span class=state_class(state)>{class_state(t, state)}</span>
                    </div>
                    {facts}
                    <div class="row">
                        {edit}{public}{awards}{results}
                        <a class="btn btn--line" href=copy><Icon name="copy"/>{t.td_copy()}</a>
                    </div>
                </section>
                {steps}
                {people}
            </Desk>
        }
    })
}

fn facts(shown: &Shown, t: Lang) -> AnyView {
    let class = &shown.file.class;
    let sessions = class
        .sessions
        .iter()
        .map(|session| {
            let day = session.starts_at.day().long(t);
            let hours = hours(session.starts_at, session.ends_at);
            let sheet = class.state.is_held().then(|| {
                let path = sheet_path(&class.slug, &session.id.simple().to_string());
                view! { " "<a href=path>{t.att_sheet()}<span class="vh">{format!(", {day}")}</span></a> }
            });
            view! { <li>{format!("{day}, {hours} {}", session.topic)}{sheet}</li> }
        })
        .collect_view();
    let place =
        class.venue.as_ref().map_or(t.td_online().to_owned(), |venue| format!("{}, {}", venue.name, venue.address));
    let taken = class.seats() - class.free();
    let waiting = (class.waiting > 0).then(|| format!(", {}", t.td_wait(class.waiting)));
    let reason = class.reason.clone().map(|why| view! { <div><dt>{t.td_reason()}</dt><dd>{why}</dd></div> });
    view! {
        <dl class="spec spec--tight spec--case">
            <div><dt>{t.td_sessions()}</dt><dd><ul>{sessions}</ul></dd></div>
            <div><dt>{t.td_place()}</dt><dd>{place}</dd></div>
            <div><dt>{t.td_trainer()}</dt><dd>{class.trainer.clone()}</dd></div>
            <div><dt>{t.td_window()}</dt><dd>{class.opens_at.words(t)}" – "{class.closes_at.words(t)}</dd></div>
            <div><dt>{t.td_seats()}</dt><dd>{t.td_seats_taken(taken, class.seats())}{waiting}</dd></div>
            {reason}
        </dl>
    }
    .into_html()
}

/// The steps that an organiser can take now.
fn steps(shown: &Shown, t: Lang) -> Option<AnyView> {
    let class = &shown.file.class;
    let possible: Vec<Action> = STEPS
        .iter()
        .filter(|step| step.from == class.state && step.by.contains(&By::Admin))
        .map(|step| step.action)
        .collect();
    if possible.is_empty() {
        return None;
    }
    let refused = &shown.refused;
    let sent = refused.value("langkah");
    let whole = refused.error(WHOLE).map(str::to_owned).map(|text| {
        view! { <Alert text=text/> }
    });
    let forms = possible
        .into_iter()
        .map(|action| {
            let (about, typed) = (described("alasan", true, refused), refused.value("alasan"));
            let asks = match action {
                Action::Cancel => Some(view! {
                    <Field name="alasan" label=t.td_reason().to_owned() hint=t.td_reason_hint() refused=refused.clone()>
                        <input class="input" id="alasan" name="alasan" maxlength="200" required value=typed aria-describedby=about/>
                    </Field>
                }.into_html()),
                Action::Reopen => Some(moment("sampai", t.td_new_end(), "", refused, true)),
                _ => None,
            };
            let class_name = if action == Action::Cancel { "btn btn--danger" } else { "btn" };
            let form = view! {
                <form class="stack stack--2" method="post" action="/aksi/dinas/pelatihan/langkah">
                    <input type="hidden" name="kelas" value=class.slug.clone()/>
                    <input type="hidden" name="langkah" value=action.as_str()/>
                    {asks}
                    <div><button class=class_name>{class_action(t, action)}</button></div>
                </form>
            };
            if action == Action::Publish {
                form.into_html()
            } else {
                view! {
                    <details class="fold fold--step" open=sent == action.as_str()>
                        <summary>{class_action(t, action)}<Icon name="chevron-down"/></summary>
                        {form}
                    </details>
                }
                .into_html()
            }
        })
        .collect_view();
    Some(
        view! {
            <section class="card stack" id="langkah" aria-labelledby="j-langkah">
                <h2 class="h3" id="j-langkah">{t.td_steps()}</h2>
                {whole}
                <div class="folds">{forms}</div>
            </section>
        }
        .into_html(),
    )
}
