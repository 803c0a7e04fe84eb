//! `/dinas/pesan`: who was told what, and when.

use domain::account::Capability;
use domain::notice::{Channel, State};
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::notice::{MessageFilter, MessageList, OutboxError, list_messages};
use platform::shop::catalogue::Cursor;

use super::{FORM, message_card};
use crate::action::{escape, recall};
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::{Query, query};
use crate::text::{Lang, OutboxText, channel_label, message_state};
use crate::ui::{Desk, ErrorSummary, Icon, Onward};
use crate::visitor::{Visitor, lang, visitor};

fn read(query: &Query) -> MessageFilter {
    let word = |name: &str| query.get(name).filter(|value| !value.trim().is_empty());
    MessageFilter {
        state: word("status").and_then(|state| state.parse().ok()),
        channel: word("jalur").and_then(|channel| channel.parse().ok()),
        words: word("q").map(|words| words.trim().chars().take(60).collect()).unwrap_or_default(),
        after: word("sesudah").and_then(Cursor::parse),
    }
}

fn address(filter: &MessageFilter, state: Option<State>, after: Option<Cursor>) -> String {
    let parts = [
        state.map(|state| format!("status={state}")),
        filter.channel.map(|channel| format!("jalur={channel}")),
        (!filter.words.is_empty()).then(|| format!("q={}", escape(&filter.words))),
        after.map(|cursor| format!("sesudah={cursor}")),
    ];
    let query: Vec<String> = parts.into_iter().flatten().collect();
    if query.is_empty() { "/dinas/pesan".to_owned() } else { format!("/dinas/pesan?{}", query.join("&")) }
}

struct Shown {
    filter: MessageFilter,
    list: MessageList,
    refused: Refused,
    here: String,
}

async fn load(platform: Platform, visitor: Visitor, filter: MessageFilter) -> Result<Shown, Missing> {
    only(&visitor, Capability::ReadOutbox)?;
    let list = list_messages(&platform, &visitor.actor, &filter).await.map_err(|error| match error {
        OutboxError::Forbidden(_) => Missing::NotAllowed,
        OutboxError::Db(error) => error.into(),
    })?;
    let refused = recall(&platform, visitor.typed, FORM).await?;
    Ok(Shown { filter, list, refused, here: visitor.path })
}

/// `/dinas/pesan`.
#[component]
pub fn OutboxPage() -> impl IntoView {
    let filter = read(&query());
    page(load(expect_context::<Platform>(), visitor(), filter), list_view)
}

fn list_view(shown: Shown) -> AnyView {
    let t = lang();
    let admin = visitor().actor.may(Capability::ManageAccounts);
    let Shown { filter, list, refused, here } = shown;
    let total: i64 = list.counts.iter().map(|(_, many)| many).sum();
    let states = std::iter::once((None, t.all_states(), total))
        .chain(list.counts.iter().map(|(state, many)| (Some(*state), message_state(t, *state), *many)))
        .map(|(state, name, many)| {
            let current = (state == filter.state).then_some("page");
            view! { <a class="chip" href=address(&filter, state, None) aria-current=current>{name}" "<b>{many}</b></a> }
        })
        .collect_view();
    let none = list.messages.is_empty();
    let next = list.after.map(|after| address(&filter, filter.state, Some(after)));
    let first = filter.after.is_some().then(|| address(&filter, filter.state, None));
    let messages = list
        .messages
        .into_iter()
        .map(|message| {
            let officer = admin || !message.sets_password();
            message_card(message, &here, officer, t)
        })
        .collect_view();
    view! {
        <Desk title=t.outbox_title().to_owned() lead=t.outbox_lead()>
            <ErrorSummary errors=refused.errors.clone() kept=false/>
            {(!list.sends_email)
                .then(|| view! { <p class="note note--warn"><Icon name="mail"/><span>{t.outbox_no_mail()}</span></p> })}
            <nav class="scroller" aria-label=t.outbox_title()>{states}</nav>
            {search(&filter, t)}
            <p class="hint">{t.outbox_secret_note()}</p>
            {none.then(|| view! { <p class="card">{t.outbox_none()}</p> })}
            <h2 class="vh">{t.outbox_title()}</h2>
            <ul class="stack" id="isi-pesan">{messages}</ul>
            <Onward first=first next=next/>
        </Desk>
    }
    .into_html()
}

fn search(filter: &MessageFilter, t: Lang) -> AnyView {
    let channels = Channel::ALL
        .iter()
        .map(|channel| view! {
            <option value=channel.as_str() selected=filter.channel == Some(*channel)>{channel_label(t, *channel)}</option>
        })
        .collect_view();
    view! {
        <form class="find" action="/dinas/pesan" role="search">
            {filter.state.map(|state| view! { <input type="hidden" name="status" value=state.as_str()/> })}
            <div class="field">
                <label for="q">{t.outbox_search()}</label>
                <input class="input" id="q" r#type="search" name="q" value=filter.words.clone()/>
            </div>
            <div class="field">
                <label for="jalur">{t.channel_word()}</label>
                <select class="select" id="jalur" name="jalur">
                    <option value="">{t.all_channels()}</option>
                    {channels}
                </select>
            </div>
            <button class="btn btn--line">{t.apply()}</button>
        </form>
    }
    .into_html()
}
