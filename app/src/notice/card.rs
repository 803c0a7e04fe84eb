//! One message, with what can be done about it.

use domain::account::Capability;
use domain::notice::{Channel, State};
use domain::phone::Phone;
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::notice::Outgoing;

use crate::html::IntoHtml;
use crate::text::{Lang, OutboxText, channel_label, message_state};
use crate::ui::Icon;
use crate::visitor::visitor;

/// A message. `back` is the page to come back to; `officer` may see to e-mails and to messages with secrets.
pub(crate) fn message_card(message: Outgoing, back: &str, officer: bool, t: Lang) -> AnyView {
    let words = |at: i64| Timestamp::from_micros(at).words(t);
    let (class, icon) = match message.state {
        State::Waiting => ("state state--wait", "clock"),
        State::Sent | State::HandedOff => ("state state--go", "check"),
        State::Failed => ("state state--stop", "triangle-alert"),
    };
    let happened = match (message.state, message.sent_at) {
        (State::Sent, Some(at)) => Some(t.sent_at(&words(at))),
        (State::HandedOff, Some(at)) => Some(match &message.taken_by {
            Some(who) => t.passed_on(who, &words(at)),
            None => t.passed_on_before(&words(at)),
        }),
        (State::Waiting, _) if message.attempts > 0 => Some(t.tried(message.attempts, &words(message.due_at))),
        (State::Failed, _) => Some(t.given_up(message.attempts)),
        _ => None,
    };
    let error = (!message.last_error.is_empty() && message.state != State::Sent).then(|| message.last_error.clone());
    let phone = Phone::parse(&message.recipient).ok();
    let form = |path: &'static str, class: &'static str, icon: &'static str, label: &'static str| {
        view! {
            <form method="post" action=path>
                <input type="hidden" name="pesan" value=message.id.to_string()/>
                <input type="hidden" name="kembali" value=format!("{back}#m-{}", message.id.simple())/>
                <button class=class><Icon name=icon/>{label}</button>
            </form>
        }
        .into_html()
    };
    let next = match (message.channel, message.state, &message.to_pass_on, &phone) {
        (Channel::Whatsapp, State::HandedOff, Some(text), Some(phone)) => Some(
            view! {
                <div class="stack stack--2">
                    <p>{t.now_open_whatsapp()}</p>
                    <div class="row">
                        <a class="btn" href=phone.whatsapp(text) target="_blank" rel="noopener">
                            <Icon name="message-circle"/>{t.open_whatsapp()}
                        </a>
                        {form("/aksi/pesan/kembalikan", "btn btn--quiet", "undo-2", t.not_sent_after_all())}
                    </div>
                </div>
            }
            .into_html(),
        ),
        (Channel::Whatsapp, State::Waiting, _, None) => {
            Some(view! { <p class="hint">{t.no_whatsapp()}</p> }.into_html())
        }
        (Channel::Whatsapp, State::Waiting, _, Some(_)) if message.secret && !officer => {
            let who = if message.sets_password() { t.admin_sends_it() } else { t.office_sends_it() };
            Some(view! { <p class="hint">{who}</p> }.into_html())
        }
        (Channel::Whatsapp, State::Waiting, _, Some(_)) => {
            Some(form("/aksi/pesan/ambil", "btn btn--line", "message-circle", t.send_by_whatsapp()))
        }
        (Channel::Email, State::Failed, ..) if officer => {
            Some(form("/aksi/pesan/ulang", "btn btn--line", "refresh-cw", t.try_again_now()))
        }
        _ => None,
    };
    let order = message.order.as_ref().filter(|_| officer && visitor().actor.may(Capability::ActOnOrders));
    let subject = match order {
        Some(number) => view! { <a href=format!("/dinas/pesanan/{number}")>{message.subject.clone()}</a> }.into_html(),
        None => message.subject.clone().into_html(),
    };
    let recipient = phone.map_or_else(|| message.recipient.clone(), |phone| phone.local());
    view! {
        <li class="msg card stack stack--2" id=format!("m-{}", message.id.simple())>
            <div class="msg__top">
                <div>
                    <h3>{subject}</h3>
                    <p class="muted small">
                        {message.recipient_name.clone()}"\u{a0}· "{channel_label(t, message.channel)}" "
                        <span class="nowrap">{recipient}</span>
                    </p>
                </div>
                <span class=class><Icon name=icon/>{message_state(t, message.state)}</span>
            </div>
            <p class="msg__body">{message.body.clone()}</p>
            <p class="muted small">
                {t.written_at(&words(message.created_at))}
                {happened.map(|text| format!("\u{a0}· {text}"))}
            </p>
            {error.map(|error| view! { <p class="error"><Icon name="circle-alert" class="i i--16"/>{error}</p> })}
            {next}
        </li>
    }
    .into_html()
}
