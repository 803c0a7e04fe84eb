//! When both meet.

use domain::mentoring::{AppointmentState, By};
use leptos::prelude::*;
use platform::mentoring::AppointmentShown;

use super::Shown;
use crate::html::IntoHtml;
use crate::mentoring::mentoring_path;
use crate::text::{MentoringText, appointment_state, way_label};
use crate::ui::Icon;

/// So many appointments that are over are shown.
const PAST: usize = 3;

/// The card beside; nothing where nobody can meet and nobody did.
pub(super) fn meetings(shown: &Shown) -> Option<AnyView> {
    let (t, file) = (shown.t, &shown.file);
    let books = file.state.meets() && (file.is(By::Usaha) || file.is(By::Pendamping));
    if file.appointments.is_empty() && !file.state.meets() {
        return None;
    }
    let open = file.appointments.iter().rev().filter(|one| one.state == AppointmentState::Terjadwal);
    let over = file.appointments.iter().filter(|one| one.state != AppointmentState::Terjadwal).take(PAST);
    let items: Vec<AnyView> = open.chain(over).map(|one| meeting(shown, one)).collect();
    let none = items.is_empty().then(|| view! { <p class="muted">{t.me_meetings_none()}</p> });
    let book = books.then(|| {
        let to = format!("{}/jadwal", mentoring_path(&file.number));
        view! { <div><a class="btn btn--line" href=to><Icon name="calendar-days"/>{t.me_book()}</a></div> }
    });
    Some(
        view! {
            <section class="card stack" id="janji" aria-labelledby="j-janji">
                <h2 class="h3" id="j-janji">{t.me_meetings()}</h2>
                {none}
                <ul class="roster">{items}</ul>
                {book}
            </section>
        }
        .into_html(),
    )
}

fn meeting(shown: &Shown, one: &AppointmentShown) -> AnyView {
    let (t, file) = (shown.t, &shown.file);
    let when = one.starts_at.words(t);
    let begun = one.starts_at <= shown.now;
    let open = one.state == AppointmentState::Terjadwal;
    let end = |state: AppointmentState, label: &'static str, name: String| {
        view! {
            <form method="post" action="/aksi/pendampingan/janji/akhiri">
                <input type="hidden" name="nomor" value=file.number.clone()/>
                <input type="hidden" name="janji" value=one.id.to_string()/>
                <input type="hidden" name="menjadi" value=state.as_str()/>
                <button class="btn btn--line btn--small" aria-label=name>{label}</button>
            </form>
        }
    };
    let both = file.is(By::Usaha) || file.is(By::Pendamping);
    let off = (open && both && !begun).then(|| end(AppointmentState::Batal, t.me_call_off(), t.me_call_off_at(&when)));
    let no_show = (open && begun && file.is(By::Pendamping))
        .then(|| end(AppointmentState::TidakHadir, t.me_no_show(), format!("{} {when}", t.me_no_show())));
    let report = (open && file.is(By::Pendamping)).then(|| {
        let to = format!("{}/kunjungan?janji={}", mentoring_path(&file.number), one.id);
        view! { <a class="btn btn--line btn--small" href=to aria-label=format!("{}: {when}", t.me_report())>{t.me_report()}</a> }
    });
    let state = (!open).then(|| view! { <span class="state">{appointment_state(t, one.state)}</span> });
    view! {
        <li>
            <div class="roster__who">
                <p class="strong">{when.clone()}</p>
                <p class="muted small">{format!("{}\u{a0}· {}", way_label(t, one.way), one.place)}</p>
            </div>
            <div class="row">{state}{report}{no_show}{off}</div>
        </li>
    }
    .into_html()
}
