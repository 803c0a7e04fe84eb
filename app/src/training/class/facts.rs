//! When, where, with whom, and what to bring.

use domain::time::Timestamp;
use leptos::prelude::*;
use platform::training::ClassShown;

use crate::action::escape;
use crate::html::IntoHtml;
use crate::site::site;
use crate::text::{Lang, ShopText, TrainingText};
use crate::training::days::hours;
use crate::ui::Icon;

/// The sessions, each with its day and hours.
pub(super) fn sessions(class: &ClassShown, now: Timestamp, t: Lang) -> AnyView {
    let several = class.sessions.len() > 1;
    let file = |id| format!("/pelatihan/{}/sesi/{id}.ics", class.slug);
    let items = class
        .sessions
        .iter()
        .enumerate()
        .map(|(nth, session)| {
            let topic = match (session.topic.as_str(), several) {
                ("", true) => Some(t.session_n(nth + 1)),
                ("", false) => None,
                (topic, _) => Some(topic.to_owned()),
            };
            let add = (several && session.starts_at > now && class.state.takes_place()).then(|| {
                view! {
                    <a class="tool" href=file(session.id) aria-label=t.add_session(nth + 1)><Icon name="calendar-days"/></a>
                }
            });
            view! {
                <li class="session">
                    <div>
                        <strong>{session.starts_at.day().long(t)}</strong>
                        <p class="muted">{hours(session.starts_at, session.ends_at)}" WIB"</p>
                        {topic.map(|topic| view! { <p>{topic}</p> })}
                    </div>
                    {add}
                </li>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="j-sesi">
            <h2 id="j-sesi">{t.sessions()}</h2>
            <ol class="session-list">{items}</ol>
        </section>
    }
    .into_html()
}

/// The venue with its address, a map and how one gets in; or how an online class is found.
pub(super) fn venue(class: &ClassShown, kecamatan: &str, t: Lang) -> AnyView {
    let body = match &class.venue {
        None => view! { <p class="lesson__step mt-3"><Icon name="monitor"/><span>{t.online_link_sent()}</span></p> }
            .into_html(),
        Some(venue) => {
            let place = format!("{}, {}, {kecamatan}, {}", venue.name, venue.address, site().regency);
            let map = format!("https://www.google.com/maps/search/?api=1&query={}", escape(&place));
            let (icon, step) =
                if venue.step_free { ("circle-check", t.step_free()) } else { ("triangle-alert", t.not_step_free()) };
            let note = (!venue.note.is_empty()).then(|| format!(" {}", venue.note));
            view! {
                <div class="stack stack--2 mt-3">
                    <p><strong>{venue.name.clone()}</strong><br/>{venue.address.clone()}", "{kecamatan.to_owned()}</p>
                    <p class="lesson__step"><Icon name=icon/><span>{step}{note}</span></p>
                    <div><a class="btn btn--line" href=map rel="noopener"><Icon name="map-pin"/>{t.open_map()}</a></div>
                </div>
            }
            .into_html()
        }
    };
    view! { <section aria-labelledby="j-tempat"><h2 id="j-tempat">{t.where_it_is()}</h2>{body}</section> }.into_html()
}

/// For whom, with whom, what to bring, and the certificate.
pub(super) fn know(class: &ClassShown, t: Lang) -> AnyView {
    let course = &class.course;
    let certificate = match (course.certificate, course.minimum) {
        (false, _) => t.certificate_no().to_owned(),
        (true, 100) => t.certificate_all().to_owned(),
        (true, percent) => t.certificate_minimum(percent),
    };
    let certificate =
        if course.certificate && course.quiz { format!("{certificate} {}", t.certificate_quiz()) } else { certificate };
    let whom =
        if course.beginner { format!("{}. {}", course.audience, t.nothing_before()) } else { course.audience.clone() };
    let bring =
        (!course.bring.is_empty()).then(|| view! { <div><dt>{t.bring()}</dt><dd>{course.bring.clone()}</dd></div> });
    view! {
        <section aria-labelledby="j-tahu">
            <h2 id="j-tahu">{t.good_to_know()}</h2>
            <dl class="spec">
                <div><dt>{t.for_whom()}</dt><dd>{whom}</dd></div>
                {bring}
                <div><dt>{t.trainer()}</dt><dd>{class.trainer.clone()}</dd></div>
                <div><dt>{t.certificate()}</dt><dd>{certificate}</dd></div>
            </dl>
        </section>
    }
    .into_html()
}
