//! `/akun/perangkat`: where this account is signed in.

use domain::account::Device;
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::Platform;
use platform::account::{SessionShown, list_sessions, revoke_other_sessions, revoke_session};
use platform::secret;

use crate::action::{Word, done, go_to};
use crate::html::IntoHtml;
use crate::page::{Missing, page, signed_in};
use crate::text::{AccountText, Lang};
use crate::ui::{Icon, PageHead, Said};
use crate::visitor::{Visitor, lang, visitor};

/// The sessions, and the hash of this browser's own.
async fn load(platform: Platform, visitor: Visitor) -> Result<(Vec<SessionShown>, Vec<u8>), Missing> {
    let account = signed_in(&visitor)?;
    let own = visitor.session.map(|token| secret::hash(&token).to_vec()).unwrap_or_default();
    let mut sessions = list_sessions(&platform, account).await?;
    sessions.sort_by_key(|session| session.token_hash != own);
    Ok((sessions, own))
}

/// `/akun/perangkat`.
#[component]
pub fn DevicesPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |(sessions, own)| {
        let t = lang();
        let others = sessions.iter().any(|session| session.token_hash != own);
        let sessions = sessions
            .into_iter()
            .map(|session| {
                let this = session.token_hash == own;
                session_view(session, this, t)
            })
            .collect_view();
        view! {
            <PageHead title=t.devices_title().to_owned() description=t.devices_lead().to_owned() canonical=None/>
            <main id="isi" class="wrap section">
                <div class="enter stack">
                    <a class="back" href="/akun"><Icon name="chevron-left"/>{t.account_title()}</a>
                    <h1>{t.devices_title()}</h1>
                    <p class="muted">{t.devices_lead()}</p>
                    <Said/>
                    <ul class="card devices">{sessions}</ul>
                    {others.then(|| view! {
                        <form method="post" action="/aksi/akun/perangkat">
                            <button class="btn btn--danger btn--wide">{t.devices_end_others()}</button>
                        </form>
                    })}
                </div>
            </main>
        }
    })
}

fn session_view(session: SessionShown, this: bool, t: Lang) -> AnyView {
    let device = Device::read(&session.user_agent);
    let name = match (device.browser, device.system) {
        (Some(browser), Some(system)) => t.device_on(browser, system),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => t.device_unknown().to_owned(),
    };
    let icon = if device.is_mobile() { "smartphone" } else { "monitor" };
    let time = |micros| Timestamp::from_micros(micros).words(t);
    let (since, seen) = (t.device_since(&time(session.created_at)), t.device_seen(&time(session.seen_at)));
    let end = if this {
        view! { <span class="state state--go"><Icon name="check"/>{t.this_device()}</span> }.into_html()
    } else {
        view! {
            <form method="post" action="/aksi/akun/perangkat">
                <input type="hidden" name="sesi" value=to_hex(&session.token_hash)/>
                <button class="btn btn--quiet" aria-label=t.device_end_label(&name)>{t.device_end()}</button>
            </form>
        }
        .into_html()
    };
    view! {
        <li class="device">
            <Icon name=icon class="i i--24"/>
            <div>
                <p class="strong">{name}</p>
                <p class="muted small">{since}</p>
                <p class="muted small">{seen}</p>
            </div>
            {end}
        </li>
    }
    .into_html()
}

/// Ends one session of this account, or all others when none is named.
///
/// # Errors
/// When the database does not answer: the session would live on.
#[server(prefix = "/aksi", endpoint = "akun/perangkat")]
pub async fn end_session(#[server(default)] sesi: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let (Some(account), Some(token)) = (visitor.actor.id(), &visitor.session) else {
        go_to("/masuk?kembali=/akun/perangkat");
        return Ok(());
    };
    let ended = match from_hex(&sesi) {
        Some(hash) => revoke_session(&platform, account, &hash).await.map(drop),
        None if sesi.is_empty() => revoke_other_sessions(&platform, account, token).await.map(drop),
        None => Ok(()),
    };
    ended.map_err(|error| ServerFnError::new(error.to_string()))?;
    done(Word::Done, "/akun/perangkat");
    Ok(())
}

fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The hash that a form names; `None` when it is none.
fn from_hex(text: &str) -> Option<Vec<u8>> {
    let whole = text.len() == 64 && text.is_ascii();
    whole.then(|| (0..64).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok()).collect())?
}
