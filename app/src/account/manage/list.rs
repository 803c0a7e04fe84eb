//! `/dinas/pengguna`.

use domain::account::{Capability, Role};
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::Platform;
use platform::account::{AccountRow, AccountSearch, list_accounts};
use uuid::Uuid;

use super::{contact, missing};
use crate::action::escape;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::query;
use crate::text::{CommonText, Lang, UsersText, role_label};
use crate::ui::{Desk, Icon};
use crate::visitor::{Visitor, lang, visitor};

struct Shown {
    search: AccountSearch,
    rows: Vec<AccountRow>,
    more: bool,
}

async fn load(platform: Platform, visitor: Visitor, search: AccountSearch) -> Result<Shown, Missing> {
    only(&visitor, Capability::ManageAccounts)?;
    let (rows, more) = list_accounts(&platform, &visitor.actor, &search).await.map_err(missing)?;
    Ok(Shown { search, rows, more })
}

/// `/dinas/pengguna`.
#[component]
pub fn UsersPage() -> impl IntoView {
    let query = query();
    let search = AccountSearch {
        text: query.get("q").unwrap_or_default().to_owned(),
        role: query.get("peran").and_then(|role| role.parse().ok()),
        after: query.get("sesudah").and_then(|id| Uuid::try_parse(id).ok()),
    };
    page(load(expect_context::<Platform>(), visitor(), search), |Shown { search, rows, more }| {
        let t = lang();
        let next = rows.last().filter(|_| more).map(|last| {
            let role = search.role.map_or("", Role::as_str);
            format!("/dinas/pengguna?q={}&peran={role}&sesudah={}", escape(&search.text), last.id)
        });
        view! {
            <Desk title=t.room_users().to_owned() lead=t.users_lead()>
                {filter(&search, t)}
                {if rows.is_empty() {
                    view! { <p class="card">{t.users_none()}</p> }.into_html()
                } else {
                    table(rows, t)
                }}
                {next.map(|path| view! {
                    <div><a class="btn btn--line" href=path>{t.users_more()}<Icon name="chevron-right"/></a></div>
                })}
            </Desk>
        }
    })
}

fn filter(search: &AccountSearch, t: Lang) -> AnyView {
    let roles = Role::ALL
        .iter()
        .map(|role| {
            view! {
                <option value=role.as_str() selected=search.role == Some(*role)>{role_label(t, *role)}</option>
            }
        })
        .collect_view();
    view! {
        <form class="lookup" role="search">
            <div class="field">
                <label for="q">{t.users_search()}</label>
                <input class="input" id="q" name="q" r#type="search" value=search.text.clone()/>
            </div>
            <div class="field">
                <label for="peran">{t.users_role()}</label>
                <select class="select" id="peran" name="peran"><option value="">{t.users_all_roles()}</option>{roles}</select>
            </div>
            <button class="btn">{t.search()}</button>
        </form>
    }
    .into_html()
}

fn table(rows: Vec<AccountRow>, t: Lang) -> AnyView {
    let rows = rows
        .into_iter()
        .map(|row| {
            let roles: Vec<&str> = row.roles().into_iter().map(|role| role_label(t, role)).collect();
            let (class, state) = if row.blocked {
                ("state state--stop", t.user_blocked())
            } else {
                ("state state--go", t.user_active())
            };
            view! {
                <tr>
                    <td><a href=format!("/dinas/pengguna/{}", row.id)>{row.name.clone()}</a></td>
                    <td>{contact(&row)}</td>
                    <td>{roles.join(", ")}</td>
                    <td class="people__x">{Timestamp::from_micros(row.created_at).day().words(t)}</td>
                    <td><span class=class>{state}</span></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="people">
            <thead>
                <tr>
                    <th scope="col">{t.users_name()}</th>
                    <th scope="col">{t.users_contact()}</th>
                    <th scope="col">{t.users_role()}</th>
                    <th scope="col">{t.users_since()}</th>
                    <th scope="col">{t.users_state()}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_html()
}
