//! What is recorded of one's attendance, on the page of the registration.

use domain::training::attendance::Window;
use domain::training::registration::State;
use leptos::prelude::*;
use platform::training::{OpenSession, OwnAttendance, RegistrationShown};

use crate::html::IntoHtml;
use crate::text::{AttendanceText, Lang, attendance_way};
use crate::training::days::{clock, hours};
use crate::ui::Icon;

/// The session that is open now, as its form needs it; one that is not known yet goes first.
pub(in crate::training) fn open_session(own: &RegistrationShown) -> Option<OpenSession> {
    let open = |session: &&OwnAttendance| session.window == Window::Open;
    let mut found: Vec<&OwnAttendance> = own.attendance.iter().filter(open).collect();
    found.sort_by_key(|session| session.mark.is_some());
    let session = found.first().filter(|_| own.state == State::Terdaftar)?;
    Some(OpenSession {
        session: session.session,
        number: own.number.clone(),
        name: own.name.clone(),
        title: own.class.course.title.clone(),
        starts_at: session.span.from,
        ends_at: session.span.to,
        present: session.mark.as_ref().map(|mark| mark.present),
    })
}

/// Every session of the class and whether one was there; nothing before the first one opens.
pub(in crate::training) fn own_attendance(own: &RegistrationShown, t: Lang) -> Option<AnyView> {
    let begun = own.attendance.iter().any(|session| !matches!(session.window, Window::Early(_)));
    let known = own.attendance.iter().any(|session| session.mark.is_some());
    if !known && (own.state != State::Terdaftar || !begun || !own.class.state.is_held()) {
        return None;
    }
    let rows = own.attendance.iter().map(|session| row(session, t)).collect_view();
    let minimum = (own.class.course.certificate && own.class.course.minimum > 0)
        .then(|| view! { <p class="hint">{t.att_minimum(own.class.course.minimum)}</p> });
    Some(
        view! {
            <section class="tr__line stack" aria-labelledby="j-hadir">
                <div><h2 id="j-hadir">{t.att_own()}</h2><p class="muted">{t.att_own_sum(own.attended(), own.attendance.len())}</p></div>
                <ol class="line-t">{rows}</ol>
                {minimum}
            </section>
        }
        .into_html(),
    )
}

fn row(session: &OwnAttendance, t: Lang) -> AnyView {
    let when = format!("{}, {}", session.span.from.day().long(t), hours(session.span.from, session.span.to));
    let (icon, text) = match (&session.mark, session.window) {
        (Some(mark), _) if mark.present => {
            ("check", format!("{}\u{a0}· {}, {}", t.att_present(), clock(mark.at), attendance_way(t, mark.way)))
        }
        (Some(mark), _) if mark.note.is_empty() => ("x", t.att_not_present().to_owned()),
        (Some(mark), _) => ("x", format!("{}\u{a0}· {}", t.att_not_present(), mark.note)),
        (None, Window::Early(opens_at)) => ("clock", t.att_opens(&opens_at.words(t))),
        (None, Window::Open | Window::Over) => ("clock", t.att_unknown().to_owned()),
    };
    view! {
        <li class="ev">
            <span class="ev__i"><Icon name=icon/></span>
            <div><p class="ev__d">{when}</p><p>{text}</p></div>
        </li>
    }
    .into_html()
}
