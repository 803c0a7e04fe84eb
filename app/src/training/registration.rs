//! Registering for a class, and one's own registration.

mod act;
mod calendar;
mod form;
mod keys;
mod open;
mod own;
mod submit;
mod todo;

use domain::phone::Phone;
use domain::training::class::State as ClassState;
use domain::training::registration::State;
use leptos::prelude::*;
use platform::training::{ClassShown, OwnRegistration};

pub use self::form::RegisterPage;
pub(crate) use self::keys::remember;
pub use self::own::RegistrationPage;
use super::days::hours;
use crate::html::IntoHtml;
use crate::text::{CertificateText, Lang, RegistrationText, registration_state};
use crate::ui::Icon;

/// The address of a registration.
pub(crate) fn registration_path(number: &str) -> String {
    format!("/pelatihan/pendaftaran/{number}")
}

/// A stored number as people write it.
fn local(phone: &str) -> String {
    Phone::parse(phone).map(|phone| phone.local()).unwrap_or_default()
}

/// The look of a state.
const fn state_class(state: State, class: ClassState) -> &'static str {
    match (state, class) {
        (State::Terdaftar, ClassState::Selesai) => "state",
        (_, ClassState::Batal) => "state state--stop",
        (State::Terdaftar, _) => "state state--go",
        (State::DaftarTunggu, _) => "state state--info",
        (State::Ditawari, _) => "state state--wait",
        (State::Lepas | State::Keluar | State::Batal | State::Ditolak, _) => "state state--stop",
    }
}

/// When and where, in a list.
fn facts(class: &ClassShown, kecamatan: Option<&str>, t: Lang) -> AnyView {
    let sessions = class.sessions.iter().map(|session| {
        let (day, hours) = (session.starts_at.day().long(t), hours(session.starts_at, session.ends_at));
        view! { <li><Icon name="clock"/><span>{day}", "{hours}</span></li> }
    });
    let place = match (&class.venue, kecamatan) {
        (Some(venue), Some(kecamatan)) => format!("{}, {}, {kecamatan}", venue.name, venue.address),
        (Some(venue), None) => format!("{}, {}", venue.name, venue.address),
        (None, _) => t.reg_online().to_owned(),
    };
    let icon = if class.venue.is_some() { "map-pin" } else { "monitor" };
    view! {
        <ul class="facts">
            {sessions.collect_view()}
            <li><Icon name=icon/><span>{place}</span></li>
        </ul>
    }
    .into_html()
}

/// Somebody's classes, for the page of their account; nothing where there is none.
pub(crate) fn own_classes(own: Vec<OwnRegistration>, feed: Option<String>, t: Lang) -> Option<AnyView> {
    if own.is_empty() && feed.is_none() {
        return None;
    }
    let rows = own.into_iter().map(|own| {
        view! {
            <li>
                <div>
                    <a class="strong" href=registration_path(&own.number)>{own.title}</a>
                    <p class="muted small">{own.number.clone()}"\u{a0}· "{own.starts_at.words(t)}</p>
                </div>
                <div class="bought__end"><p class="small">{registration_state(t, own.state, own.class_state)}</p></div>
            </li>
        }
    });
    let rows = rows.collect_view();
    Some(
        view! {
            <section class="card stack" aria-labelledby="j-kelas">
                <h2 id="j-kelas">{t.my_classes()}</h2>
                <ul class="bought">{rows}</ul>
                <p><a href="/pelatihan/sertifikat">{t.cert_own()}</a></p>
                {calendar::own_calendar(feed, t)}
            </section>
        }
        .into_html(),
    )
}
