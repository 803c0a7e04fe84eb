//! `/pendampingan/hari-ini`: a mentor's day on a phone.

use std::sync::Arc;

use domain::account::Capability;
use domain::mentoring::Way;
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::Platform;
use platform::mentoring::{MentorDay, MentorStop, MentoringCard, mentor_day};
use platform::reference::Reference;

use super::card::cards;
use super::{mentoring_path, missing};
use crate::action::escape;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::text::{DeskText, Lang, MentoringText, way_label};
use crate::ui::{Desk, Icon, call_button};
use crate::visitor::{Visitor, lang, visitor};

/// Appointments of one day.
type Stops = [MentorStop];

struct Shown {
    day: MentorDay,
    reference: Arc<Reference>,
    now: Timestamp,
}

async fn load(platform: Platform, visitor: Visitor) -> Result<Shown, Missing> {
    only(&visitor, Capability::Mentor)?;
    let day = mentor_day(&platform, &visitor.actor).await.map_err(missing)?;
    Ok(Shown { day, reference: platform.reference().await?.clone(), now: platform.now() })
}

/// `/pendampingan/hari-ini`.
#[component]
pub fn MentorDayPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |shown| {
        let t = lang();
        let today = shown.now.day();
        let (past, ahead): (Vec<_>, Vec<_>) =
            shown.day.stops.iter().cloned().partition(|stop| stop.starts_at.day() < today);
        let past = (!past.is_empty()).then(|| stops(t.me_day_past().to_owned(), &past, &shown, t));
        let days = ahead
            .chunk_by(|one, other| one.starts_at.day() == other.starts_at.day())
            .map(|chunk| {
                let day = chunk.first().map_or(today, |stop| stop.starts_at.day());
                let title = if day == today { format!("{}, {}", t.visit_today(), day.words(t)) } else { day.long(t) };
                stops(title, chunk, &shown, t)
            })
            .collect_view();
        let none = ahead.is_empty().then(|| view! { <p class="card muted">{t.me_day_none()}</p> });
        let hours = (!shown.day.has_hours).then(|| {
            view! { <p class="note note--warn"><Icon name="clock"/><span>{t.me_hours_set()}" "<a href="/pendampingan/jam">{t.me_hours()}</a></span></p> }
        });
        view! {
            <Desk title=t.me_my_day().to_owned() lead=t.me_day_lead()>
                {hours}
                <div class="duo">
                    <div class="stack">{past}{days}{none}{promised(&shown, t)}</div>
                    <div class="stack">
                        {list("j-berjalan", t.me_day_open(), &shown.day.open, Some(t.me_day_open_none()), &shown, t)}
                        {list("j-menunggu", t.me_day_waiting(), &shown.day.waiting, None, &shown, t)}
                        <div><a class="btn btn--line" href="/pendampingan/jam"><Icon name="clock"/>{t.me_hours()}</a></div>
                    </div>
                </div>
            </Desk>
        }
    })
}

fn stops(title: String, stops: &Stops, shown: &Shown, t: Lang) -> AnyView {
    let id = format!("j-{}", stops.first().map(|stop| stop.id.simple().to_string()).unwrap_or_default());
    let items = stops.iter().map(|stop| one(stop, shown, t)).collect_view();
    view! {
        <section class="card stack" aria-labelledby=id.clone()>
            <h2 class="h3" id=id.clone()>{title}</h2>
            <ul class="route route--tight">{items}</ul>
        </section>
    }
    .into_html()
}

fn one(stop: &MentorStop, shown: &Shown, t: Lang) -> AnyView {
    let (hour, minute) = stop.starts_at.clock();
    let kecamatan = shown.reference.kecamatan_name(&stop.kecamatan);
    let path = mentoring_path(&stop.number);
    let place = match stop.way {
        Way::Tempat => format!("{}, {kecamatan}", stop.place),
        Way::Daring => format!("{}: {}", way_label(t, stop.way), stop.place),
    };
    let call = stop.phone.as_deref().and_then(|phone| call_button(phone, t));
    let map = (stop.way == Way::Tempat).then(|| {
        let to = format!("https://www.openstreetmap.org/search?query={}", escape(&place));
        view! { <a class="more" href=to rel="noopener noreferrer"><Icon name="map-pin" class="i i--16"/>{t.me_day_map()}</a> }
    });
    view! {
        <li class="route__stop">
            <div>
                <p><strong>{format!("{hour:02}.{minute:02}")}</strong>" "<a class="strong" href=path.clone()>{stop.business.clone()}</a></p>
                <p class="muted small">{format!("{}\u{a0}· {place}", stop.owner)}</p>
                {map}
            </div>
            <div class="route__go">
                {call}
                <a class="btn" href=format!("{path}/kunjungan?janji={}", stop.id)><Icon name="pencil"/>{t.me_report()}</a>
            </div>
        </li>
    }
    .into_html()
}

/// What the mentor promised.
fn promised(shown: &Shown, t: Lang) -> Option<AnyView> {
    let today = shown.now.day();
    let items = shown.day.promised.iter().map(|(number, what, due)| {
        let late = (*due < today).then(|| view! { <span class="state state--stop">{t.me_late()}</span> });
        view! {
            <li>
                <div><a class="strong" href=format!("{}#rencana", mentoring_path(number))>{what.clone()}</a><p class="muted small">{t.me_due_on(&due.words(t))}</p></div>
                <div class="bought__end">{late}</div>
            </li>
        }
    });
    let items = items.collect_view();
    (!shown.day.promised.is_empty()).then(|| {
        view! {
            <section class="card stack" aria-labelledby="j-janji">
                <h2 class="h3" id="j-janji">{t.me_day_promised()}</h2>
                <ul class="bought">{items}</ul>
            </section>
        }
        .into_html()
    })
}

fn list(
    id: &'static str,
    title: &'static str,
    mentorings: &[MentoringCard],
    none: Option<&'static str>,
    shown: &Shown,
    t: Lang,
) -> Option<AnyView> {
    if mentorings.is_empty() && none.is_none() {
        return None;
    }
    let items = cards(mentorings, &shown.reference, false, t);
    let none = items.is_empty().then_some(none).flatten().map(|none| view! { <p class="muted">{none}</p> });
    Some(
        view! {
            <section class="card stack" aria-labelledby=id>
                <h2 class="h3" id=id>{title}</h2>
                {none}
                <ul class="bought">{items}</ul>
            </section>
        }
        .into_html(),
    )
}
