//! The personal calendar of an account: its secret address, made, changed and turned off.

use leptos::prelude::*;
use platform::Platform;
use platform::training::{FeedError, renew_feed, revoke_feed};

use crate::action::{Word, disturbed, done, go_to};
use crate::html::IntoHtml;
use crate::site::site;
use crate::text::{Lang, RegistrationText};
use crate::ui::Icon;
use crate::visitor::visitor;

/// What a button of the form asks for, besides a new address.
const OFF: &str = "matikan";
/// The page that it is on.
const ACCOUNT: &str = "/akun";

/// The address with what can be done with it, or the way to get one.
pub(super) fn own_calendar(feed: Option<String>, t: Lang) -> AnyView {
    let content = match feed {
        Some(name) => address(&name, t),
        None => view! {
            <form class="stack stack--2" method="post" action="/aksi/akun/kalender">
                <p>{t.my_calendar_text()}</p>
                <div><button class="btn btn--line"><Icon name="calendar-days"/>{t.my_calendar_make()}</button></div>
            </form>
        }
        .into_html(),
    };
    view! {
        <details class="fold">
            <summary>{t.my_calendar()}<Icon name="chevron-down"/></summary>
            {content}
        </details>
    }
    .into_html()
}

fn address(name: &str, t: Lang) -> AnyView {
    let site = &site().public_url;
    let address = format!("{site}/kalender/{name}.ics");
    // Calendars register this scheme: they keep asking instead of taking the file once.
    let webcal = address.replacen("https://", "webcal://", 1).replacen("http://", "webcal://", 1);
    view! {
        <div class="stack stack--2">
            <div class="field">
                <label for="alamat-kalender">{t.my_calendar_address()}</label>
                <input class="input mono" id="alamat-kalender" readonly value=address/>
            </div>
            <p class="hint">{t.my_calendar_secret()}</p>
            <form class="row" method="post" action="/aksi/akun/kalender">
                <a class="btn btn--line" href=webcal><Icon name="calendar-days"/>{t.my_calendar_open()}</a>
                <button class="btn btn--line">{t.my_calendar_renew()}</button>
                <button class="btn btn--line" name="langkah" value=OFF>{t.my_calendar_off()}</button>
            </form>
        </div>
    }
    .into_html()
}

/// Gives an account a new address for its calendar, or takes it away.
///
/// # Errors
/// Never for a form: another page follows.
#[server(prefix = "/aksi", endpoint = "akun/kalender")]
pub async fn change_calendar(#[server(default)] langkah: String) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let off = langkah == OFF;
    let changed = match off {
        true => revoke_feed(&platform, &visitor.actor).await,
        false => renew_feed(&platform, &visitor.actor).await,
    };
    match changed {
        Ok(()) => done(if off { Word::Removed } else { Word::Saved }, ACCOUNT),
        Err(FeedError::Guest) => go_to("/masuk?kembali=%2Fakun"),
        Err(FeedError::Db(error)) => {
            leptos::logging::error!("personal calendar: {error:?}");
            go_to(&disturbed(ACCOUNT));
        }
    }
    Ok(())
}
