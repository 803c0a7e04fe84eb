//! `/hadir`: the sessions that are open now, of the registrations that this device or account holds.

use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::training::{OpenSession, list_open_sessions, scanned_session};
use uuid::Uuid;

use super::check_in::CHECK_IN;
use super::form::check_in_block;
use super::{HERE, kept_scan};
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::request::query;
use crate::scanning::Scanning;
use crate::text::{AttendanceText, Lang, RegistrationText};
use crate::training::days::hours;
use crate::training::registration_path;
use crate::ui::{Alert, ErrorSummary, Icon, PageHead, Said};
use crate::visitor::{Visitor, lang, visitor};

struct Shown {
    open: Vec<OpenSession>,
    scanned: Option<Uuid>,
    guest: bool,
    refused: Refused,
}

impl Shown {
    /// Whether a code is still to be scanned: for a session that is open, or before it is known which one that is.
    fn wants_scan(&self) -> bool {
        let mut missing = self.open.iter().filter(|open| open.present.is_none());
        match self.scanned {
            Some(scanned) => missing.any(|open| open.session != scanned),
            None => self.open.is_empty() || missing.next().is_some(),
        }
    }
}

async fn load(platform: Platform, visitor: Visitor, scan: Option<String>) -> Result<Shown, Missing> {
    let scanned = scan.and_then(|scan| scanned_session(&platform, &scan));
    let mut open = list_open_sessions(&platform, &visitor.actor, &visitor.class_keys).await?;
    // What was scanned comes first.
    open.sort_by_key(|open| Some(open.session) != scanned);
    let refused = recall(&platform, visitor.typed, CHECK_IN).await?;
    Ok(Shown { open, scanned, guest: visitor.actor.id().is_none(), refused })
}

/// `/hadir`.
#[component]
pub fn HerePage() -> impl IntoView {
    let old = query().get("kode") == Some("lewat");
    page(load(expect_context::<Platform>(), visitor(), kept_scan()), move |shown| {
        let t = lang();
        let old = old.then(|| {
            view! { <Alert text=t.att_scan_old()/> }
        });
        let scan = shown.wants_scan().then(|| view! { <Scanning/> });
        let errors = shown.refused.errors.clone();
        view! {
            <PageHead title=t.att_title().to_owned() description=t.att_lead().to_owned() canonical=None/>
            <main id="isi" class="wrap section">
                <div class="form-page stack stack--6">
                    <Said/>
                    <ErrorSummary errors=errors kept=false/>
                    <div><h1>{t.att_title()}</h1><p class="muted">{t.att_lead()}</p></div>
                    {old}
                    {scan}
                    {sessions(&shown, t)}
                    {others(&shown, t)}
                </div>
            </main>
        }
    })
}

fn sessions(shown: &Shown, t: Lang) -> AnyView {
    shown
        .open
        .iter()
        .map(|open| {
            let scanned = shown.scanned == Some(open.session);
            view! {
                <section class="card stack stack--2">
                    <h2 class="h3">{open.title.clone()}</h2>
                    <p class="muted small">{open.name.clone()}"\u{a0}· "{hours(open.starts_at, open.ends_at)}"\u{a0}· "<a href=registration_path(&open.number)>{open.number.clone()}</a></p>
                    {check_in_block(open, scanned, HERE, &shown.refused, t)}
                </section>
            }
        })
        .collect_view()
        .into_html()
}

/// A registration that this device does not hold: with its number and PIN, or by signing in. A scan is kept meanwhile.
fn others(shown: &Shown, t: Lang) -> AnyView {
    let nothing = shown.open.is_empty();
    let title = if nothing { t.att_none() } else { t.att_other() };
    let keeps = shown.scanned.is_some().then(|| view! { <p class="small">{t.att_keeps()}</p> });
    let sign_in = shown.guest.then(|| view! { <p><a href="/masuk?kembali=%2Fhadir">{t.att_sign_in()}</a></p> });
    let form = view! {
        <p class="muted">{t.att_none_hint()}</p>
        {keeps}
        <form class="stack stack--2" method="post" action="/aksi/pelatihan/buka">
            <div class="field">
                <label for="nomor">{t.reg_number()}</label>
                <input class="input mono" id="nomor" name="nomor" autocomplete="off" autocapitalize="characters" maxlength="24" required placeholder="PLT-"/>
            </div>
            <div class="field">
                <label for="pin">{t.reg_pin()}</label>
                <input class="input mono" id="pin" name="pin" inputmode="numeric" autocomplete="off" maxlength="6" required/>
            </div>
            <div><button class="btn btn--line">{t.att_open()}</button></div>
        </form>
        {sign_in}
    };
    if nothing {
        view! { <section class="card stack"><h2 class="h3">{title}</h2>{form}</section> }.into_html()
    } else {
        view! {
            <details class="fold">
                <summary>{title}<Icon name="chevron-down"/></summary>
                <div class="stack">{form}</div>
            </details>
        }
        .into_html()
    }
}
