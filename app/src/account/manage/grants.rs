//! Roles and duties of an account as boxes to tick.

use std::collections::HashMap;

use domain::account::{Duty, Role};
use leptos::prelude::*;
use platform::Platform;
use platform::account::{AccountRow, set_grants};

use super::{account_of, answer};
use crate::html::IntoHtml;
use crate::text::{ConsoleText, Lang, UsersText, duty_label, role_label, role_work};
use crate::visitor::visitor;

/// The roles that are given here, with the officer's last: the duties stand below it.
const ROLES: [Role; 4] = [Role::PelakuUsaha, Role::Pendamping, Role::Admin, Role::Petugas];

pub(super) fn grants_form(row: &AccountRow, own: bool, t: Lang) -> AnyView {
    let (held, duties) = (row.roles(), row.duties());
    let roles = ROLES
        .iter()
        .map(|role| {
            let locked = own && *role == Role::Admin;
            view! {
                <label class="check">
                    <input type="checkbox" id=format!("peran-{role}") class=(*role == Role::Petugas).then_some("js-petugas")
                        name=(!locked).then(|| format!("peran[{role}]")) value="1" checked=held.contains(role) disabled=locked/>
                    // A box that cannot be changed is not sent.
                    {locked.then(|| view! { <input type="hidden" name=format!("peran[{role}]") value="1"/> })}
                    <span class="way__t"><strong>{role_label(t, *role)}</strong><small>{role_work(t, *role)}</small></span>
                </label>
            }
        })
        .collect_view();
    let duties = Duty::ALL
        .iter()
        .map(|duty| {
            view! {
                <label class="check">
                    <input type="checkbox" name=format!("tugas[{duty}]") value="1" checked=duties.contains(duty)/>
                    {duty_label(t, *duty)}
                </label>
            }
        })
        .collect_view();
    view! {
        <form class="card stack grants" method="post" action="/aksi/dinas/pengguna/peran">
            <input type="hidden" name="id" value=row.id.to_string()/>
            <fieldset class="stack stack--2" id="peran">
                <legend class="strong">{t.grants_title()}</legend>
                {roles}
            </fieldset>
            <fieldset class="grants__duties">
                <legend class="strong">{t.duties_title()}</legend>
                <p class="hint">{t.duties_hint()}</p>
                <div class="grants__all">{duties}</div>
            </fieldset>
            <p class="hint">{t.grants_hint()}</p>
            <div><button class="btn">{t.save()}</button></div>
        </form>
    }
    .into_html()
}

/// Gives an account the ticked roles, and an officer the ticked duties.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/pengguna/peran")]
pub async fn submit_grants(
    id: String,
    #[server(default)] peran: HashMap<String, String>,
    #[server(default)] tugas: HashMap<String, String>,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    if let Some(account) = account_of(&id) {
        let roles: Vec<Role> = peran.keys().filter_map(|role| role.parse().ok()).collect();
        let duties: Vec<Duty> = tugas.keys().filter_map(|duty| duty.parse().ok()).collect();
        let result = set_grants(&platform, &visitor.actor, account, &roles, &duties).await;
        answer(account, result, &[], visitor.lang).await;
    }
    Ok(())
}
