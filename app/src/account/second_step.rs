//! `/akun/dua-langkah`: turning the second step at sign-in on and off.

use leptos::prelude::*;
use platform::Platform;
use platform::account::{Offer, SecondStep, SecondStepError, show_second_step, start_second_step, stop_second_step};
use platform::flash::Refused;

use crate::action::{Word, cookie, done, go_to, recall, refuse, set_cookie};
use crate::html::IntoHtml;
use crate::page::{Missing, page, signed_in};
use crate::site::site;
use crate::text::{AccountText, CartText, Lang, WaitText};
use crate::ui::{ErrorSummary, Field, Icon, PageHead, Qr, Said, described};
use crate::visitor::{Visitor, lang, visitor};

const PATH: &str = "/akun/dua-langkah";
/// The cookie of the seed that is being set up: nobody else keeps it.
const SEED: &str = "benih";
/// How long that is kept. Seconds.
const SEED_KEPT: i64 = 900;

struct Shown {
    name: String,
    required: bool,
    second_step: SecondStep,
    /// What is being set up; when it is on already, its recovery codes are shown this once.
    offer: Option<Offer>,
    refused: Refused,
}

async fn load(platform: Platform, visitor: Visitor) -> Result<Shown, Missing> {
    let account = signed_in(&visitor)?;
    let second_step = show_second_step(&platform, account).await?;
    let offer = cookie(SEED).and_then(|seed| Offer::of(&seed));
    if second_step.on && offer.is_some() {
        set_cookie(SEED, "", 0);
    }
    Ok(Shown {
        name: visitor.name.unwrap_or_default(),
        required: visitor.must_set_up,
        second_step,
        offer,
        refused: recall(&platform, visitor.typed, "dua-langkah").await?,
    })
}

/// `/akun/dua-langkah`.
#[component]
pub fn SecondStepPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |shown| {
        let t = lang();
        let Shown { name, required, second_step, offer, refused } = shown;
        let errors = refused.errors.clone();
        let body = match (second_step.on, offer) {
            (true, offer) => {
                view! { {offer.map(|offer| recovery(&offer, t))} {running(second_step, refused, t)} }.into_html()
            }
            (false, Some(offer)) => set_up(&name, &offer, refused, t),
            (false, None) => begin(t.second_begin(), "btn btn--big btn--wide"),
        };
        view! {
            <PageHead title=t.second_title().to_owned() description=t.second_lead().to_owned() canonical=None/>
            <main id="isi" class="wrap section">
                <div class="enter stack">
                    <a class="back" href="/akun"><Icon name="chevron-left"/>{t.account_title()}</a>
                    <h1>{t.second_title()}</h1>
                    <p class="muted">{t.second_lead()}</p>
                    {required.then(|| view! {
                        <div class="note note--warn"><Icon name="shield-check"/><strong>{t.second_required()}</strong></div>
                    })}
                    <Said/>
                    <ErrorSummary errors=errors kept=false/>
                    {body}
                </div>
            </main>
        }
    })
}

fn begin(label: &'static str, class: &'static str) -> AnyView {
    view! { <form method="post" action="/aksi/akun/dua-langkah/mulai"><button class=class>{label}</button></form> }
        .into_html()
}

fn set_up(name: &str, offer: &Offer, refused: Refused, t: Lang) -> AnyView {
    let about = described("kode", false, &refused);
    let link = link(&site().brand, name, &offer.key);
    let key: Vec<String> = offer.key.as_bytes().chunks(4).map(|part| String::from_utf8_lossy(part).into()).collect();
    view! {
        <div class="card stack">
            <ol class="guide stack">
                <li>{t.second_step_app()}</li>
                <li class="stack">
                    <span>{t.second_step_scan()}</span>
                    <Qr text=link.clone() label=t.second_qr()/>
                    <a href=link>{t.second_step_open()}</a>
                    <span class="small">{t.second_step_type()}": "<strong class="guide__key" data-kunci="">{key.join(" ")}</strong></span>
                </li>
                <li>{t.second_step_code()}</li>
            </ol>
            <form class="stack" method="post" action="/aksi/akun/dua-langkah/nyalakan">
                <Field name="kode" label=t.code_label().to_owned() refused=refused>
                    <input class="input" id="kode" name="kode" inputmode="numeric" autocomplete="one-time-code" maxlength="10" required aria-describedby=about/>
                </Field>
                <button class="btn btn--big btn--wide">{t.second_confirm()}</button>
            </form>
            {begin(t.second_again(), "btn btn--quiet")}
        </div>
    }
    .into_html()
}

fn recovery(offer: &Offer, t: Lang) -> AnyView {
    let codes = offer.recovery.iter().map(|code| view! { <li class="mono">{code.clone()}</li> }).collect_view();
    view! {
        <section class="note note--warn" aria-labelledby="j-pemulihan">
            <Icon name="key-round"/>
            <div class="stack stack--2">
                <h2 class="h3" id="j-pemulihan">{t.recovery_title()}</h2>
                <p>{t.recovery_text()}</p>
                <ul class="codes" data-pemulihan="">{codes}</ul>
            </div>
        </section>
    }
    .into_html()
}

fn running(second_step: SecondStep, refused: Refused, t: Lang) -> AnyView {
    let (about, open) = (described("sandi", false, &refused), !refused.errors.is_empty());
    view! {
        <div class="card stack">
            <p><span class="state state--go"><Icon name="shield-check"/>{t.second_on()}</span></p>
            <p class="muted">{t.recovery_left(second_step.recovery_left)}</p>
            <details class="fold" open=open>
                <summary>{t.second_stop_title()}<Icon name="chevron-down"/></summary>
                <form class="stack" method="post" action="/aksi/akun/dua-langkah/matikan">
                    <p class="muted">{t.second_stop_text()}</p>
                    <Field name="sandi" label=t.password_label().to_owned() refused=refused>
                        <input class="input" id="sandi" name="sandi" r#type="password" autocomplete="current-password" required aria-describedby=about/>
                    </Field>
                    <div><button class="btn btn--danger">{t.second_stop()}</button></div>
                </form>
            </details>
        </div>
    }
    .into_html()
}

/// What authenticator apps read: the issuer, whose account, and the key.
fn link(issuer: &str, name: &str, key: &str) -> String {
    let text = |text: &str| crate::action::escape(text).replace('+', "%20");
    format!("otpauth://totp/{0}:{1}?secret={key}&issuer={0}", text(issuer), text(name))
}

/// Begins to set up, with a new secret.
///
/// # Errors
/// Never: a guest is sent to sign in.
#[server(prefix = "/aksi", endpoint = "akun/dua-langkah/mulai")]
pub async fn offer_second_step() -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    set_cookie(SEED, &Offer::seed(&platform), SEED_KEPT);
    go_to(PATH);
    Ok(())
}

/// Turns the second step on.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "akun/dua-langkah/nyalakan")]
pub async fn confirm_second_step(kode: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let (seed, session) = (cookie(SEED).unwrap_or_default(), visitor.session.clone().unwrap_or_default());
    match start_second_step(&platform, &visitor.actor, &session, &seed, &kode).await {
        Ok(()) => done(Word::Saved, PATH),
        Err(error) => answer(error, ("kode", visitor.lang.code_wrong()), visitor.lang).await,
    }
    Ok(())
}

/// Turns the second step off.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "akun/dua-langkah/matikan")]
pub async fn submit_stop(sandi: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    match stop_second_step(&platform, &visitor.actor, &sandi).await {
        Ok(()) => done(Word::Saved, PATH),
        Err(error) => answer(error, ("sandi", visitor.lang.present_wrong()), visitor.lang).await,
    }
    Ok(())
}

/// The form again, with what was wrong at its field.
async fn answer(error: SecondStepError, wrong: (&'static str, &'static str), t: Lang) {
    let (field, wrong) = wrong;
    let problem = match error {
        SecondStepError::Forbidden(_) => return go_to("/masuk?kembali=/akun/dua-langkah"),
        SecondStepError::Wrong => wrong.to_owned(),
        SecondStepError::Wait(seconds) => t.too_many_tries(seconds),
        SecondStepError::Db(error) => {
            leptos::logging::error!("second step: {error:?}");
            t.try_later().to_owned()
        }
    };
    refuse("dua-langkah", &[], vec![(field, problem)], PATH).await;
}
