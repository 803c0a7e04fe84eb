//! `/masuk`.

use leptos::prelude::*;
use platform::Platform;
use platform::account::SignInError;
use platform::demo::{self, DemoAccount};
use platform::flash::Refused;

use super::enter::enter;
use super::read_login;
use crate::action::{escape, go_to, recall, refuse};
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::request::query;
use crate::site::site;
use crate::text::{AccountText, CartText, Lang, WaitText, duty_label, role_label, role_work};
use crate::ui::{ErrorSummary, Field, Icon, PageHead, Said, described};
use crate::visitor::{lang, visitor};

/// `/masuk`.
#[component]
pub fn SignInPage() -> impl IntoView {
    let back = query().get("kembali").unwrap_or("/akun").to_owned();
    let platform = expect_context::<Platform>();
    let typed = visitor().typed;
    page(async move { Ok::<_, Missing>(recall(&platform, typed, "masuk").await?) }, move |refused: Refused| {
        let t = lang();
        let demo = site().demo;
        let (login, login_about, password_about) =
            (refused.value("akun"), described("akun", true, &refused), described("sandi", false, &refused));
        view! {
            <PageHead title=t.sign_in_title().to_owned() description=t.sign_in_lead().to_owned() canonical=Some("/masuk".to_owned())/>
            <main id="isi" class="wrap section">
                <div class=if demo { "enter enter--demo" } else { "enter" }>
                    <div class="stack">
                        <h1>{t.sign_in_title()}</h1>
                        <p class="muted">{t.sign_in_lead()}</p>
                        <Said/>
                        <ErrorSummary errors=refused.errors.clone() kept=false/>
                        <form class="card stack" method="post" action="/aksi/masuk">
                            <input type="hidden" name="kembali" value=back.clone()/>
                            <Field name="akun" label=t.login_label().to_owned() hint=t.login_hint() refused=refused.clone()>
                                <input class="input" id="akun" name="akun" autocomplete="username" autocapitalize="none" required value=login aria-describedby=login_about/>
                            </Field>
                            <Field name="sandi" label=t.password_label().to_owned() refused=refused.clone()>
                                <input class="input" id="sandi" name="sandi" r#type="password" autocomplete="current-password" required aria-describedby=password_about/>
                            </Field>
                            <button class="btn btn--big btn--wide">{t.sign_in_button()}</button>
                            <a class="enter__link" href="/lupa-sandi">{t.forgot_password()}</a>
                        </form>
                        <p>{t.no_account_yet()}" "<a href=format!("/daftar?kembali={}", escape(&back))>{t.sign_up_title()}</a></p>
                    </div>
                    {demo.then(|| demo_accounts(&back, t))}
                </div>
            </main>
        }
    })
}

/// One button per demo account: it signs in at once.
fn demo_accounts(back: &str, t: Lang) -> AnyView {
    let button = |account: &DemoAccount| {
        // An officer with one duty is known by it.
        let (name, work) = match account.only_duty() {
            Some(duty) => (duty_label(t, duty), t.demo_one_duty()),
            None => (role_label(t, account.role), role_work(t, account.role)),
        };
        view! {
            <li>
                <form method="post" action="/aksi/masuk">
                    <input type="hidden" name="kembali" value=back.to_owned()/>
                    <input type="hidden" name="akun" value=account.phone/>
                    <input type="hidden" name="sandi" value=demo::PASSWORD/>
                    <button class="way">
                        <span class="way__t"><strong>{name}</strong><small>{work}</small></span>
                        <Icon name="chevron-right"/>
                    </button>
                </form>
            </li>
        }
    };
    let (by_duty, by_role): (Vec<_>, Vec<_>) = demo::ACCOUNTS.iter().partition(|account| account.only_duty().is_some());
    view! {
        <section class="card stack" aria-labelledby="j-contoh">
            <h2 class="h3" id="j-contoh">{t.demo_title()}</h2>
            <ul class="ways">{by_role.into_iter().map(button).collect_view()}</ul>
            <details class="fold">
                <summary>{t.demo_duties()}<Icon name="chevron-down"/></summary>
                <ul class="ways">{by_duty.into_iter().map(button).collect_view()}</ul>
            </details>
            <p class="muted small">{t.demo_text(demo::PASSWORD)}</p>
        </section>
    }
    .into_html()
}

/// Signs in and goes on to where the visitor was going.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "masuk")]
pub async fn submit_sign_in(
    akun: String,
    sandi: String,
    #[server(default)] kembali: String,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let problem = match read_login(&akun, t) {
        Err(problem) => problem,
        Ok(login) => match enter(&platform, &visitor, &login, &sandi, &kembali).await {
            Ok(next) => {
                go_to(&next);
                return Ok(());
            }
            Err(error) => sign_in_problem(error, t),
        },
    };
    let back = format!("/masuk?kembali={}", escape(&kembali));
    refuse("masuk", &[("akun", &akun)], vec![("akun", problem)], &back).await;
    Ok(())
}

/// Why nobody signed in, for the person who tried.
pub(super) fn sign_in_problem(error: SignInError, t: Lang) -> String {
    match error {
        SignInError::Wrong => t.wrong_login().to_owned(),
        SignInError::Wait(seconds) => t.too_many_tries(seconds),
        SignInError::Db(error) => {
            leptos::logging::error!("sign in: {error:?}");
            t.try_later().to_owned()
        }
    }
}
