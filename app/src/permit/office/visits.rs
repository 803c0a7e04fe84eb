//! `/dinas/izin/kunjungan`: where somebody goes and looks, as a route for a phone.

use domain::account::Capability;
use domain::time::Day;
use leptos::prelude::*;
use platform::Platform;
use platform::permit::{CasesError, PlannedVisit, list_visits};

use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::text::{DeskText, Lang};
use crate::ui::{Desk, Icon, call_button};
use crate::visitor::{Visitor, lang, visitor};

struct Route {
    /// Each visit with the name of its kecamatan.
    visits: Vec<(PlannedVisit, Option<String>)>,
    today: Day,
}

/// Why there is no list of cases.
pub(super) fn missing(error: CasesError) -> Missing {
    match error {
        CasesError::Forbidden(_) => Missing::NotAllowed,
        CasesError::Db(error) => error.into(),
    }
}

async fn load(platform: Platform, visitor: Visitor) -> Result<Route, Missing> {
    only(&visitor, Capability::ReadCases)?;
    let reference = platform.reference().await?;
    let visits = list_visits(&platform, &visitor.actor).await.map_err(missing)?;
    let named = |visit: PlannedVisit| {
        let kecamatan = visit.kecamatan.as_deref().map(|code| reference.kecamatan_name(code).to_owned());
        (visit, kecamatan)
    };
    Ok(Route { visits: visits.into_iter().map(named).collect(), today: platform.now().day() })
}

/// `/dinas/izin/kunjungan`.
#[component]
pub fn VisitsPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |Route { visits, today }| {
        let t = lang();
        let none = visits.is_empty();
        let days = visits
            .chunk_by(|(one, _), (other, _)| heading(one.on, today) == heading(other.on, today))
            .map(|chunk| day_view(chunk, today, t))
            .collect_view();
        view! {
            <Desk title=t.visits_title().to_owned() lead=t.visits_lead().to_owned()>
                <a class="back" href="/dinas/izin"><Icon name="chevron-left"/>{t.back_to_inbox()}</a>
                {none.then(|| view! { <p class="note note--ok"><Icon name="circle-check"/><span>{t.visits_none()}</span></p> })}
                {days}
            </Desk>
        }
    })
}

/// Days that are over stand together.
fn heading(day: Day, today: Day) -> Option<Day> {
    (day >= today).then_some(day)
}

fn day_view(visits: &[(PlannedVisit, Option<String>)], today: Day, t: Lang) -> AnyView {
    let on = visits.first().and_then(|(visit, _)| heading(visit.on, today));
    let (id, title) = match on {
        None => ("hari-lewat".to_owned(), t.visits_past().to_owned()),
        Some(day) if day == today => (format!("hari-{day}"), format!("{}, {}", t.visit_today(), day.words(t))),
        Some(day) => (format!("hari-{day}"), day.short(t)),
    };
    let stops = visits
        .chunk_by(|(_, one), (_, other)| one == other)
        .map(|chunk| {
            let place = chunk.first().and_then(|(_, name)| name.clone());
            let name = place.unwrap_or_else(|| t.no_kecamatan().to_owned());
            let stops = chunk.iter().map(|(visit, _)| stop(visit, today, t)).collect_view();
            view! {
                <li class="route__at">
                    <h3><Icon name="map-pin"/>{name}</h3>
                    <ul>{stops}</ul>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="card stack" aria-labelledby=id.clone()>
            <h2 class="h3" id=id.clone()>{title}</h2>
            <ul class="route">{stops}</ul>
        </section>
    }
    .into_html()
}

fn stop(visit: &PlannedVisit, today: Day, t: Lang) -> AnyView {
    let to = format!("/dinas/izin/{}", visit.number);
    let subject = if visit.subject.is_empty() { visit.name.clone() } else { visit.subject.clone() };
    let late = (visit.on < today)
        .then(|| view! { <span class="sla sla--r"><Icon name="triangle-alert"/>{visit.on.short(t)}</span> });
    view! {
        <li class="route__stop">
            <div>
                <a class="strong" href=to.clone()>{subject}</a>
                <p class="muted small">{format!("{}\u{a0}· {}\u{a0}· {}", visit.number, visit.service.get(t), visit.name)}</p>
                {late}
            </div>
            <div class="route__go">
                {call_button(&visit.phone, t)}
                <a class="btn" href=format!("{to}#langkah")><Icon name="file-check"/>{t.write_report()}</a>
            </div>
        </li>
    }
    .into_html()
}
