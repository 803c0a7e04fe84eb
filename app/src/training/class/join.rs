//! Whether there is a seat, until when, and the way to it.

use domain::time::Timestamp;
use domain::training::class::State;
use domain::training::seats::PoolKind;
use leptos::prelude::*;
use platform::reference::Reference;
use platform::training::{ClassShown, FEW};

use crate::html::IntoHtml;
use crate::text::{Lang, TrainingText, kept_for};
use crate::ui::Icon;
use crate::when;

/// Free of charge, said loudly; seats, dates and the button.
pub(super) fn join(class: &ClassShown, reference: &Reference, now: Timestamp, t: Lang) -> AnyView {
    let to_be = class.state.takes_place() && class.sessions.last().is_some_and(|session| session.ends_at > now);
    let free = view! {
        <div class="note note--ok">
            <Icon name="shield-check"/>
            <div><strong class="std__free">{t.free_loud()}</strong><p>{t.free_loud_text()}</p></div>
        </div>
    };
    let body = if to_be { Some(seats(class, reference, now, t)) } else { None };
    let calendar = (to_be || class.state == State::Batal).then(|| {
        let file = format!("/pelatihan/{}/kalender.ics", class.slug);
        view! { <a class="btn btn--line" href=file><Icon name="calendar-days"/>{t.add_to_calendar()}</a> }
    });
    let ask = if to_be { format!("{}: {}", t.ask(), class.contact) } else { class.contact.clone() };
    view! {
        {to_be.then_some(free)}
        <div class="card stack">
            <h2 id="j-ikut">{if to_be { t.join() } else { t.ask() }}</h2>
            {body}
            {calendar}
            <p class="muted small">{ask}</p>
        </div>
    }
    .into_html()
}

fn seats(class: &ClassShown, reference: &Reference, now: Timestamp, t: Lang) -> AnyView {
    let (free, all) = (class.free(), class.seats());
    let open = class.is_open(now);
    let (class_name, words) = match free {
        _ if class.state == State::Berjalan => ("seats seats--none", t.class_running().to_owned()),
        _ if class.state == State::Terbit && now < class.opens_at => {
            ("seats seats--none", t.opens_on(&when::short(class.opens_at, now, t)))
        }
        _ if !open => ("seats seats--none", t.registration_closed().to_owned()),
        0 => ("seats seats--none", t.seats_full().to_owned()),
        1..=FEW => ("seats seats--few", t.seats_few(free, all)),
        _ => ("seats", t.seats_left(free, all)),
    };
    let button = open.then(|| {
        let (class_name, words) =
            if free > 0 { ("btn btn--big", t.do_register()) } else { ("btn btn--big btn--line", t.do_queue()) };
        view! { <a class=class_name href=format!("/pelatihan/{}/daftar", class.slug)>{words}</a> }
    });
    let bar = open.then(|| {
        view! { <progress value=(all - free).to_string() max=all.to_string() aria-hidden="true"></progress> }
    });
    let waiting = (open && class.waiting > 0)
        .then(|| view! { <li><Icon name="users"/><span>{t.waiting_list(class.waiting)}</span></li> });
    let until = (open || now < class.opens_at).then(|| {
        view! { <li><Icon name="clock"/><span>{t.register_until(&when::short(class.closes_at, now, t))}</span></li> }
    });
    let cancel = (now < class.cancel_until).then(|| {
        view! { <li><Icon name="undo-2"/><span>{t.cancel_until(&when::short(class.cancel_until, now, t))}</span></li> }
    });
    view! {
        <p class=class_name>{words}{bar}</p>
        {button}
        <ul class="facts std__facts">{waiting}{kept(class, reference, now, t)}{until}{cancel}</ul>
        {open.then(|| view! { <p class="muted small">{t.seats_orientation()}</p> })}
    }
    .into_html()
}

/// For whom free seats are kept, and how long.
fn kept(class: &ClassShown, reference: &Reference, now: Timestamp, t: Lang) -> Vec<AnyView> {
    let kept = class.pools.iter().filter(|pool| pool.kind != PoolKind::Umum && pool.free() > 0);
    kept.map(|pool| {
        let whom = kept_for(t, pool.kind, reference.kecamatan_name(&pool.place));
        let words = match class.release_at {
            Some(until) => t.kept_seats(pool.free(), &whom, &when::short(until, now, t)),
            None => t.kept_seats_always(pool.free(), &whom),
        };
        view! { <li><Icon name="ticket"/><span>{words}</span></li> }.into_html()
    })
    .collect()
}
