//! `/pengaduan/{nomor}`: whose turn it is, until when, what was written, and what whoever complained can do.

use domain::complaint::State;
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::complaint::{
    AttachedFile, ComplaintShown, MessageKind, find_complainant, list_waiting_files, show_complaint,
};
use platform::flash::Refused;
use platform::{Platform, secret};

use super::attach::attached_list;
use super::name::{service_name, title};
use super::open::{OPEN, closed_view};
use super::respond::{FORM, respond_forms};
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::request::param;
use crate::text::{ComplaintText, Lang, complaint_privacy, complaint_state, complaint_step};
use crate::ui::{ErrorSummary, Icon, Islands, PageHead, Progress, Said};
use crate::visitor::{Visitor, lang, visitor};

enum Shown {
    Own {
        complaint: Box<ComplaintShown>,
        service: Option<String>,
        pin: Option<String>,
        refused: Refused,
        /// What tells the reply, and the files that wait for it.
        reply: (String, Vec<AttachedFile>),
        now: Timestamp,
    },
    Closed {
        number: String,
        refused: Refused,
    },
}

async fn load(platform: Platform, visitor: Visitor, number: String) -> Result<Shown, Missing> {
    let found = find_complainant(&platform, &visitor.actor, &visitor.complaint_keys, &number).await?;
    let shown = match &found {
        Some(complainant) => show_complaint(&platform, complainant).await?,
        None => None,
    };
    let (Some(complainant), Some(complaint)) = (found, shown) else {
        // No longer than a number: what else stands in the address is nobody's business.
        let number = number.chars().take(24).collect();
        return Ok(Shown::Closed { number, refused: recall(&platform, visitor.typed, OPEN).await? });
    };
    let refused = recall(&platform, visitor.typed, FORM).await?;
    let reply = match refused.value("token") {
        token if token.is_empty() => (secret::new(&platform), Vec::new()),
        token => (token.clone(), list_waiting_files(&platform, &token).await?),
    };
    Ok(Shown::Own {
        service: service_name(&platform, complaint.service.as_deref(), visitor.lang).await?,
        pin: complainant.pin().map(str::to_owned),
        refused,
        reply,
        now: platform.now(),
        complaint: Box::new(complaint),
    })
}

/// `/pengaduan/{nomor}`.
#[component]
pub fn ComplaintPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("nomor")), |shown| match shown {
        Shown::Closed { number, refused } => closed_view(&number, &refused),
        Shown::Own { complaint, service, pin, refused, reply, now } => {
            own_view(&complaint, service, pin, (&reply.0, &reply.1), &refused, now)
        }
    })
}

fn own_view(
    complaint: &ComplaintShown,
    service: Option<String>,
    pin: Option<String>,
    reply: (&str, &[AttachedFile]),
    refused: &Refused,
    now: Timestamp,
) -> AnyView {
    let t = lang();
    let title = title(complaint.subject, service.as_deref(), complaint.case.as_deref(), t);
    let state = complaint_state(t, complaint.state);
    let answers = complaint.state == State::Dijawab;
    let pin = pin.map(|pin| view! { <p class="small todo__pin"><Icon name="key-round"/><span>{t.complaint_pin()}": "<strong class="mono" data-pin="">{pin}</strong></span></p> });
    let lapor = complaint
        .lapor
        .clone()
        .map(|lapor| view! { <div><dt>{t.complaint_lapor_number()}</dt><dd class="mono">{lapor}</dd></div> });
    let about = (!complaint.about.is_empty())
        .then(|| view! { <div><dt>{t.about_shop()}</dt><dd>{complaint.about.clone()}</dd></div> });
    view! {
        <PageHead title=format!("{state} {}", complaint.number) description=title.clone() canonical=None/>
        <main id="isi" class="wrap section stack">
            <Said/>
            <ErrorSummary errors=refused.errors.clone() kept=false/>
            <div class="tr">
                <section class="tr__head card card--lift" aria-labelledby="j-aduan">
                    <div class="tr__top">
                        <p class="tr__ref"><span class="muted small">{t.complaint_number()}</span><strong class="mono" data-nomor="">{complaint.number.clone()}</strong></p>
                        <span class=state_class(complaint.state)>{state}</span>
                    </div>
                    <h1 id="j-aduan">{title}</h1>
                    {progress(complaint.state, t)}
                    {todo(complaint, reply, refused, now, t)}
                </section>
                <aside class="tr__side stack" aria-label=t.complaint_yours()>
                    <section class="card stack stack--2" aria-labelledby="j-tulis">
                        <h2 class="h3" id="j-tulis">{t.complaint_yours()}</h2>
                        <p class="prewrap">{complaint.text.clone()}</p>
                        {attached_list(&complaint.files, true, t)}
                        <dl class="spec spec--tight spec--case">
                            {about}
                            <div><dt>{t.complaint_privacy()}</dt><dd>{complaint_privacy(t, complaint.privacy)}</dd></div>
                            {lapor}
                        </dl>
                    </section>
                    {pin}
                </aside>
                {course(complaint, t)}
            </div>
        </main>
        {answers.then(|| view! { <Islands/> })}
    }
    .into_html()
}

/// The look of a state.
pub(super) const fn state_class(state: State) -> &'static str {
    match state {
        State::Masuk | State::Diteruskan => "state state--info",
        State::Dijawab => "state state--wait",
        State::Selesai => "state state--go",
        State::TidakDiproses => "state state--stop",
    }
}

/// The four steps that people count; none where it went no further.
fn progress(state: State, t: Lang) -> Option<AnyView> {
    let behind = match state {
        State::Masuk => 1,
        State::Diteruskan => 2,
        State::Dijawab => 3,
        State::Selesai => 4,
        State::TidakDiproses => return None,
    };
    let names = [t.c_step_received(), t.c_step_given(), t.c_step_answered(), t.c_step_settled()];
    Some(view! { <Progress names=names behind=behind/> }.into_html())
}

/// Whose turn it is, and until when.
fn todo(
    complaint: &ComplaintShown,
    reply: (&str, &[AttachedFile]),
    refused: &Refused,
    now: Timestamp,
    t: Lang,
) -> AnyView {
    let late = complaint.state.waits_for_office() && complaint.due.is_some_and(|due| due < now);
    let day = complaint.due.map(|due| due.day().long(t)).unwrap_or_default();
    let (class, title, text) = match complaint.state {
        State::Masuk if late => ("todo todo--wait", t.turn_verify(), t.turn_late().to_owned()),
        State::Masuk => ("todo todo--wait", t.turn_verify(), t.turn_verify_text(&day)),
        State::Diteruskan if late => ("todo todo--wait", t.turn_answer(), t.turn_late().to_owned()),
        State::Diteruskan => ("todo todo--wait", t.turn_answer(), t.turn_answer_text(&day)),
        State::Dijawab => ("todo", t.turn_reply(), t.turn_reply_text(&day)),
        State::Selesai => ("todo todo--wait", t.turn_done(), t.turn_done_text().to_owned()),
        State::TidakDiproses => ("todo todo--wait", t.turn_declined(), String::new()),
    };
    // What the office said last stands where it has to be answered.
    let said = complaint.messages.iter().rev().find(|message| message.kind != MessageKind::Reply);
    let said = said.filter(|_| matches!(complaint.state, State::Dijawab | State::TidakDiproses)).map(|message| {
        view! { <div><h3 class="strong">{message_name(message.kind, t)}</h3><p class="prewrap" data-jawaban="">{message.text.clone()}</p></div> }
    });
    view! {
        <div class=class>
            <h2>{title}</h2>
            {said}
            {(!text.is_empty()).then(|| view! { <p>{text}</p> })}
            {respond_forms(complaint, reply, refused, t)}
        </div>
    }
    .into_html()
}

/// What a message is called.
fn message_name(kind: MessageKind, t: Lang) -> &'static str {
    match kind {
        MessageKind::Answer | MessageKind::Note => t.complaint_message_answer(),
        MessageKind::Reply => t.complaint_message_reply(),
        MessageKind::Reason => t.complaint_message_reason(),
    }
}

/// What happened and what was written, the latest first.
fn course(complaint: &ComplaintShown, t: Lang) -> AnyView {
    let steps = complaint
        .steps
        .iter()
        .rev()
        .enumerate()
        .map(|(nth, (at, action, state))| {
            let said = complaint.messages.iter().find(|message| message.at == *at);
            let said = said.map(|message| {
                view! { <p class="muted prewrap">{message.text.clone()}</p>{attached_list(&message.files, true, t)} }
            });
            let icon = match state {
                State::Masuk => "inbox",
                State::Diteruskan => "arrow-right",
                State::Dijawab => "message-circle",
                State::Selesai => "check",
                State::TidakDiproses => "x",
            };
            let heading = if action == "balas" { t.complaint_message_reply() } else { complaint_step(t, action) };
            view! {
                <li class=if nth == 0 { "ev ev--now" } else { "ev" }>
                    <span class="ev__i"><Icon name=icon/></span>
                    <div>
                        <p class="ev__d">{at.words(t)}</p>
                        <h3>{heading}</h3>
                        {said}
                    </div>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="tr__line stack" aria-labelledby="j-jalan">
            <div><h2 id="j-jalan">{t.complaint_course()}</h2><p class="muted">{t.complaint_course_hint()}</p></div>
            <ol class="line-t">{steps}</ol>
        </section>
    }
    .into_html()
}
