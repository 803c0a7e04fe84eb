//! What a registration means now, and what its holder can do.

use domain::time::Timestamp;
use domain::training::class::State as ClassState;
use domain::training::registration::{Action, State};
use leptos::prelude::*;
use platform::training::RegistrationShown;

use crate::html::IntoHtml;
use crate::text::{Lang, RegistrationText, TrainingText};
use crate::ui::Icon;

/// Whether there is a seat, and until when something has to be answered.
pub(super) fn todo(own: &RegistrationShown, now: Timestamp, t: Lang) -> AnyView {
    let class = &own.class;
    if class.state == ClassState::Batal && own.state.is_live() {
        let reason = class.reason.clone().unwrap_or_default();
        return block("todo", t.reg_class_cancelled(), view! { <p>{reason}</p>{others(t)} }.into_html());
    }
    if class.state == ClassState::Selesai && own.state == State::Terdaftar {
        return block("todo todo--wait", t.reg_class_over(), others(t));
    }
    match own.state {
        State::Terdaftar => block("todo todo--wait", t.reg_have_seat(), seat(own, now, t)),
        State::DaftarTunggu => {
            let nth = own.position.unwrap_or(1);
            let leave = button(&own.number, Action::Leave, t.reg_leave(), "btn btn--line");
            let text = view! { <p>{t.reg_waiting_text(&class.closes_at.words(t))}</p>{leave} };
            block("todo todo--wait", &t.reg_waiting(nth), text.into_html())
        }
        State::Ditawari => block("todo", t.reg_offered(), offer(own, t)),
        State::Lepas => block("todo todo--wait", t.reg_let_go(), again(own, now, t)),
        State::Keluar => block("todo todo--wait", t.reg_left(), again(own, now, t)),
        State::Batal | State::Ditolak => {
            let title = if own.state == State::Batal { t.reg_given_back() } else { t.reg_rejected() };
            let reason = own.reason.clone().map(|reason| view! { <p>{t.reg_reason(&reason)}</p> });
            block("todo todo--wait", title, view! { {reason}{again(own, now, t)} }.into_html())
        }
    }
}

fn block(class: &'static str, title: &str, body: AnyView) -> AnyView {
    view! { <div class=class><h2>{title.to_owned()}</h2>{body}</div> }.into_html()
}

/// A form of one button.
fn button(number: &str, action: Action, label: &'static str, class: &'static str) -> AnyView {
    view! {
        <form method="post" action="/aksi/pelatihan/jawab">
            <input type="hidden" name="nomor" value=number.to_owned()/>
            <input type="hidden" name="langkah" value=action.as_str()/>
            <button class=class>{label}</button>
        </form>
    }
    .into_html()
}

fn seat(own: &RegistrationShown, now: Timestamp, t: Lang) -> AnyView {
    let class = &own.class;
    let bring = Some(class.course.bring.clone()).filter(|bring| !bring.is_empty());
    let link = match (&class.venue, &own.link) {
        (None, Some(link)) => Some(
            view! { <p><a class="btn" href=link.clone() rel="noopener noreferrer">{t.reg_join()}</a></p> }.into_html(),
        ),
        (None, None) => Some(view! { <p>{t.reg_link_later()}</p> }.into_html()),
        (Some(_), _) => None,
    };
    let calendar = format!("/pelatihan/{}/kalender.ics", class.slug);
    let cancel = if now < class.cancel_until {
        view! {
            <details class="fold">
                <summary>{t.reg_cannot_come()}<Icon name="chevron-down"/></summary>
                <div class="stack stack--2">
                    <p>{t.reg_cancel_text(&class.cancel_until.words(t))}</p>
                    {button(&own.number, Action::Cancel, t.reg_cancel(), "btn btn--line")}
                </div>
            </details>
        }
        .into_html()
    } else {
        view! { <p class="muted small">{t.reg_cancel_over()}</p> }.into_html()
    };
    view! {
        <p>{t.reg_have_seat_text()}</p>
        {bring.map(|bring| view! { <p>{t.reg_bring(&bring)}</p> })}
        {link}
        <p><a class="btn btn--line" href=calendar><Icon name="calendar-days"/>{t.add_to_calendar()}</a></p>
        {cancel}
    }
    .into_html()
}

fn offer(own: &RegistrationShown, t: Lang) -> AnyView {
    let until = own.offer_until.map(|until| until.words(t)).unwrap_or_default();
    view! {
        <p>{t.reg_offered_text(&until)}</p>
        <div class="todo__a">
            {button(&own.number, Action::Accept, t.reg_accept(), "btn btn--big")}
            {button(&own.number, Action::Decline, t.reg_decline(), "btn btn--line btn--big")}
        </div>
    }
    .into_html()
}

fn others(t: Lang) -> AnyView {
    view! { <p><a class="btn btn--line" href="/pelatihan">{t.reg_others()}</a></p> }.into_html()
}

/// Registering once more, at the end of the line, while that is possible.
fn again(own: &RegistrationShown, now: Timestamp, t: Lang) -> AnyView {
    let again = (own.class.is_open(now) && own.state != State::Ditolak).then(|| {
        let path = format!("/pelatihan/{}/daftar", own.class.slug);
        view! { <a class="btn btn--line" href=path>{t.reg_again()}</a> }
    });
    view! { <div class="row">{again}<a class="btn btn--line" href="/pelatihan">{t.reg_others()}</a></div> }.into_html()
}
