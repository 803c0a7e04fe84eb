//! Blocking an account, and removing a lost second step.

use leptos::prelude::*;
use platform::Platform;
use platform::account::{AccountRow, block_account, reset_second_step, unblock_account};
use platform::flash::Refused;
use uuid::Uuid;

use super::{account_of, answer};
use crate::html::IntoHtml;
use crate::text::{Lang, UsersText};
use crate::ui::{Field, Icon, described};
use crate::visitor::visitor;

pub(super) fn block_form(row: &AccountRow, refused: Refused, t: Lang) -> AnyView {
    let id = row.id.to_string();
    if row.blocked {
        return view! {
            <form class="note note--warn" method="post" action="/aksi/dinas/pengguna/buka">
                <input type="hidden" name="id" value=id/>
                <Icon name="ban"/>
                <div class="stack stack--2"><strong>{t.unblock_title()}</strong><div><button class="btn">{t.unblock_button()}</button></div></div>
            </form>
        }
        .into_html();
    }
    let (reason, about) = (refused.value("alasan"), described("alasan", true, &refused));
    let open = refused.error("alasan").is_some();
    view! {
        <details class="card fold" open=open>
            <summary>{t.block_title()}<Icon name="chevron-down"/></summary>
            <form class="stack" method="post" action="/aksi/dinas/pengguna/blokir">
                <input type="hidden" name="id" value=id/>
                <p>{t.block_text()}</p>
                <Field name="alasan" label=t.block_reason().to_owned() hint=t.block_reason_hint() refused=refused>
                    <input class="input" id="alasan" name="alasan" maxlength="200" required value=reason aria-describedby=about/>
                </Field>
                <div><button class="btn btn--danger">{t.block_button()}</button></div>
            </form>
        </details>
    }
    .into_html()
}

pub(super) fn second_step_form(account: Uuid, t: Lang) -> AnyView {
    view! {
        <details class="card fold">
            <summary>{t.second_reset_title()}<Icon name="chevron-down"/></summary>
            <form class="stack" method="post" action="/aksi/dinas/pengguna/dua-langkah">
                <input type="hidden" name="id" value=account.to_string()/>
                <p>{t.second_reset_text()}</p>
                <div><button class="btn btn--danger">{t.second_reset_button()}</button></div>
            </form>
        </details>
    }
    .into_html()
}

/// Blocks an account.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/pengguna/blokir")]
pub async fn submit_block(id: String, #[server(default)] alasan: String) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    if let Some(account) = account_of(&id) {
        let reason: String = alasan.chars().take(200).collect();
        let result = block_account(&platform, &visitor.actor, account, &reason).await;
        answer(account, result, &[("alasan", &alasan)], visitor.lang).await;
    }
    Ok(())
}

/// Lets a blocked account in again.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/pengguna/buka")]
pub async fn submit_unblock(id: String) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    if let Some(account) = account_of(&id) {
        let result = unblock_account(&platform, &visitor.actor, account).await;
        answer(account, result, &[], visitor.lang).await;
    }
    Ok(())
}

/// Removes the second step of somebody who lost it.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/pengguna/dua-langkah")]
pub async fn submit_reset_second_step(id: String) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    if let Some(account) = account_of(&id) {
        let result = reset_second_step(&platform, &visitor.actor, account).await;
        answer(account, result, &[], visitor.lang).await;
    }
    Ok(())
}
