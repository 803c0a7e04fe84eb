//! `/masuk`.

use leptos::prelude::*;
use platform::Platform;
use platform::account::{SignInError, sign_in};
use platform::demo;
use platform::flash::Refused;

use super::{SESSION, SESSION_KEPT, read_login};
use crate::action::{forget_refused, go_to, local_path, recall, refuse, set_cookie};
use crate::page::{Missing, page};
use crate::request::query;
use crate::site::site;
use crate::text::{AccountText, CartText, Lang};
use crate::ui::{ErrorSummary, Field, PageHead, described};
use crate::visitor::{lang, visitor};

/// `/masuk`.
#[component]
pub fn SignInPage() -> impl IntoView {
    let back = query().get("kembali").unwrap_or("/akun").to_owned();
    let platform = expect_context::<Platform>();
    let typed = visitor().typed;
    page(async move { Ok::<_, Missing>(recall(&platform, typed, "masuk").await?) }, move |refused: Refused| {
        let t = lang();
        let (login, login_about, password_about) =
            (refused.value("akun"), described("akun", true, &refused), described("sandi", false, &refused));
        view! {
            <PageHead title=t.sign_in_title().to_owned() description=t.sign_in_lead().to_owned() canonical=Some("/masuk".to_owned())/>
            <main id="isi" class="wrap section">
                <div class="stack max-w-[32rem]">
                    <h1>{t.sign_in_title()}</h1>
                    <p class="muted">{t.sign_in_lead()}</p>
                    <ErrorSummary errors=refused.errors.clone() kept=false/>
                    <form class="card stack" method="post" action="/aksi/masuk">
                        <input type="hidden" name="kembali" value=back.clone()/>
                        <Field name="akun" label=t.login_label().to_owned() hint=t.login_hint() refused=refused.clone()>
                            <input class="input" id="akun" name="akun" autocomplete="username" required value=login aria-describedby=login_about/>
                        </Field>
                        <Field name="sandi" label=t.password_label().to_owned() refused=refused.clone()>
                            <input class="input" id="sandi" name="sandi" r#type="password" autocomplete="current-password" required aria-describedby=password_about/>
                        </Field>
                        <button class="btn btn--big btn--wide">{t.sign_in_button()}</button>
                    </form>
                    <p>{t.no_account_yet()}" "<a href=format!("/daftar?kembali={back}")>{t.sign_up_title()}</a></p>
                    {site().demo.then(|| demo_accounts(t))}
                </div>
            </main>
        }
    })
}

fn demo_accounts(t: Lang) -> AnyView {
    let accounts = demo::ACCOUNTS
        .iter()
        .map(|account| view! { <div><dt>{account.role.as_str()}</dt><dd>{account.phone}</dd></div> })
        .collect_view();
    view! {
        <section class="card stack stack--2" aria-labelledby="j-contoh">
            <h2 class="h3" id="j-contoh">{t.demo_title()}</h2>
            <p class="muted small">{t.demo_text(demo::PASSWORD)}</p>
            <dl class="sum">{accounts}</dl>
        </section>
    }
    .into_any()
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
    let back = format!("/masuk?kembali={kembali}");
    let problem = match read_login(&akun, t) {
        Err(problem) => ("akun", problem),
        Ok(login) => match sign_in(&platform, &login, &sandi, &visitor.ip, &visitor.user_agent).await {
            Ok(token) => {
                set_cookie(SESSION, &token, SESSION_KEPT);
                forget_refused();
                go_to(local_path(&kembali));
                return Ok(());
            }
            Err(SignInError::Wrong) => ("akun", t.wrong_login().to_owned()),
            Err(SignInError::Wait(seconds)) => ("akun", t.too_many_tries(seconds)),
            Err(SignInError::Db(error)) => {
                leptos::logging::error!("sign in: {error:?}");
                ("akun", t.try_later().to_owned())
            }
        },
    };
    refuse("masuk", &[("akun", &akun)], vec![problem], &back).await;
    Ok(())
}
