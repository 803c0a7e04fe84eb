//! `/dinas/pengguna/{id}`.

use domain::account::Capability;
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::Platform;
use platform::account::{AccountEvent, AccountPage, find_account};
use platform::flash::Refused;
use uuid::Uuid;

use super::block::{block_form, second_step_form};
use super::grants::grants_form;
use super::{contact, missing};
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::param;
use crate::text::{Lang, UsersText, account_action, duty_label, role_label};
use crate::ui::{Desk, ErrorSummary, Icon};
use crate::visitor::{Visitor, lang, visitor};

struct Shown {
    account: AccountPage,
    own: bool,
    refused: Refused,
}

async fn load(platform: Platform, visitor: Visitor, id: Option<Uuid>) -> Result<Shown, Missing> {
    let me = only(&visitor, Capability::ManageAccounts)?;
    let id = id.ok_or(Missing::NotFound)?;
    let account = find_account(&platform, &visitor.actor, id).await.map_err(missing)?.ok_or(Missing::NotFound)?;
    Ok(Shown { account, own: me == id, refused: recall(&platform, visitor.typed, "pengguna").await? })
}

/// `/dinas/pengguna/{id}`.
#[component]
pub fn UserPage() -> impl IntoView {
    let id = Uuid::try_parse(&param("id")).ok();
    page(load(expect_context::<Platform>(), visitor(), id), |Shown { account, own, refused }| {
        let t = lang();
        let AccountPage { row, second_step, sessions, events } = account;
        let second = if second_step.on { t.user_second_on() } else { t.user_second_off() };
        view! {
            <Desk title=row.name.clone() lead=contact(&row)>
                <a class="back" href="/dinas/pengguna"><Icon name="chevron-left"/>{t.room_users()}</a>
                <ErrorSummary errors=refused.errors.clone() kept=false/>
                <div class="two">
                    <div class="stack">
                        <ul class="card facts">
                            <li><Icon name="calendar-days"/>{t.user_since(&Timestamp::from_micros(row.created_at).day().words(t))}</li>
                            <li><Icon name="monitor"/>{t.user_sessions(sessions)}</li>
                            <li><Icon name="shield-check"/>{second}</li>
                        </ul>
                        {grants_form(&row, own, t)}
                        {own.then(|| view! { <p class="muted small">{t.oneself_note()}</p> })}
                        {(!own).then(|| block_form(&row, refused, t))}
                        {(!own && second_step.on).then(|| second_step_form(row.id, t))}
                    </div>
                    {history(events, t)}
                </div>
            </Desk>
        }
    })
}

fn history(events: Vec<AccountEvent>, t: Lang) -> AnyView {
    let none = events.is_empty();
    let events = events
        .into_iter()
        .map(|event| {
            let by = event.by_name.unwrap_or_else(|| t.history_operator().to_owned());
            view! {
                <li>
                    <p class="strong">{account_action(t, event.action)}</p>
                    {(!event.note.is_empty()).then(|| view! { <p>{note(&event.note, t)}</p> })}
                    <p class="muted small">{Timestamp::from_micros(event.at).words(t)}" "{t.history_by(&by)}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="card stack" aria-labelledby="j-riwayat">
            <h2 class="h3" id="j-riwayat">{t.history_title()}</h2>
            {none.then(|| view! { <p class="muted">{t.history_empty()}</p> })}
            <ol class="stack">{events}</ol>
        </section>
    }
    .into_html()
}

/// A role and its duty in words; a reason as it was written.
fn note(text: &str, t: Lang) -> String {
    let (role, duty) = text.split_once(':').unwrap_or((text, ""));
    match (role.parse(), duty.parse()) {
        (Ok(role), Ok(duty)) => format!("{}: {}", role_label(t, role), duty_label(t, duty)),
        (Ok(role), Err(_)) => role_label(t, role).to_owned(),
        _ => text.to_owned(),
    }
}
