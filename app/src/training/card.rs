//! The card of a class.

use domain::time::Timestamp;
use leptos::prelude::*;
use platform::reference::Reference;
use platform::training::{ClassCard, Standing};

use super::days::{hours, month, weekday};
use crate::assets;
use crate::html::IntoHtml;
use crate::text::{Lang, TrainingText};
use crate::ui::Icon;
use crate::when;

/// The items of a list of classes.
pub(crate) fn class_cards(classes: &[ClassCard], reference: &Reference, now: Timestamp, t: Lang) -> Vec<AnyView> {
    classes.iter().map(|class| card(class, reference, now, t)).collect()
}

/// The ground behind a picture.
pub(super) fn ground(picture: &str) -> &'static str {
    match picture {
        "pangan" => "class__head t1",
        "ponsel" | "kelas" => "class__head t2",
        "kemasan" => "class__head t3",
        "foto" | "ekspor" => "class__head t4",
        "catatan" => "class__head t5",
        "batik" => "class__head t6",
        "berkas" => "class__head t7",
        _ => "class__head t8",
    }
}

/// The day on a leaf of a calendar, and the picture.
pub(super) fn head(starts_at: Timestamp, picture: &str, t: Lang) -> AnyView {
    let day = starts_at.day();
    let src = assets::find(&format!("kelas-{picture}.webp"));
    view! {
        <div class=ground(picture)>
            <div class="date">
                <span>{weekday(day.weekday(), t)}</span><b>{day.date().2}</b><span>{month(day, t)}</span>
            </div>
            {src.map(|src| view! { <img src=src alt="" width="80" height="80" loading="lazy"/> })}
        </div>
    }
    .into_html()
}

fn card(class: &ClassCard, reference: &Reference, now: Timestamp, t: Lang) -> AnyView {
    let hours = hours(class.starts_at, class.first_ends_at);
    let time = if class.sessions > 1 { t.days_count(class.sessions, &hours) } else { hours };
    let (icon, place) = match (&class.venue, &class.kecamatan) {
        (Some(venue), Some(code)) => {
            let kecamatan = reference.kecamatan_name(code);
            // "Aula Kecamatan Tigaraksa" says where it is.
            let named = venue.contains(kecamatan);
            ("map-pin", if named { venue.clone() } else { format!("{venue}, {kecamatan}") })
        }
        _ => ("monitor", t.online_card().to_owned()),
    };
    let note = match () {
        () if class.certificate => t.with_certificate(),
        () if class.beginner => t.beginner(),
        () => class.audience.as_str(),
    };
    let to = format!("/pelatihan/{}", class.slug);
    view! {
        <li class="class">
            {head(class.starts_at, &class.picture, t)}
            <div class="class__body">
                <h3 class="class__name"><a href=to>{class.title.clone()}</a></h3>
                <ul class="facts">
                    <li><Icon name="clock"/><span>{time}</span></li>
                    <li><Icon name=icon/><span>{place}</span></li>
                    <li><Icon name="ticket"/><span>{format!("{}\u{a0}· {note}", t.free_of_charge())}</span></li>
                </ul>
                {foot(class, now, t)}
            </div>
        </li>
    }
    .into_html()
}

fn foot(class: &ClassCard, now: Timestamp, t: Lang) -> AnyView {
    let look = format!("/pelatihan/{}", class.slug);
    let (class_name, words, to, do_it, button) = match class.standing(now) {
        Standing::Open if class.has_few() => {
            ("seats seats--few", t.seats_few(class.free, class.seats), format!("{look}/daftar"), t.do_register(), "btn")
        }
        Standing::Open => {
            ("seats", t.seats_left(class.free, class.seats), format!("{look}/daftar"), t.do_register(), "btn")
        }
        Standing::Full if class.waiting > 0 => {
            ("seats seats--none", t.seats_none(class.waiting), format!("{look}/daftar"), t.do_queue(), "btn btn--line")
        }
        Standing::Full => {
            ("seats seats--none", t.seats_full().to_owned(), format!("{look}/daftar"), t.do_queue(), "btn btn--line")
        }
        Standing::Soon => {
            let opens = when::short(class.opens_at, now, t);
            ("seats seats--none", t.opens_on(&opens), look, t.do_look(), "btn btn--line")
        }
        Standing::Closed => {
            ("seats seats--none", t.registration_closed().to_owned(), look, t.do_look(), "btn btn--line")
        }
        Standing::Running => ("seats seats--none", t.class_running().to_owned(), look, t.do_look(), "btn btn--line"),
    };
    let shows_seats = matches!(class.standing(now), Standing::Open | Standing::Full);
    let taken = (class.seats - class.free).to_string();
    let bar =
        shows_seats.then(|| view! { <progress value=taken max=class.seats.to_string() aria-hidden="true"></progress> });
    view! {
        <div class="class__foot">
            <p class=class_name>{words}{bar}</p>
            <a class=button href=to>{do_it}<span class="vh">{format!(": {}", class.title)}</span></a>
        </div>
    }
    .into_html()
}
