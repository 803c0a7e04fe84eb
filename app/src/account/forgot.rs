//! `/lupa-sandi`: asks for a code.

use leptos::prelude::*;
use platform::Platform;
use platform::account::{RecoverError, request_recovery};
use platform::flash::Refused;

use super::read_login;
use crate::action::{recall, refuse};
use crate::page::{Missing, page};
use crate::text::{AccountText, CartText, WaitText};
use crate::ui::{ErrorSummary, Field, PageHead, described};
use crate::visitor::{lang, visitor};

/// `/lupa-sandi`.
#[component]
pub fn ForgotPage() -> impl IntoView {
    let platform = expect_context::<Platform>();
    let typed = visitor().typed;
    page(async move { Ok::<_, Missing>(recall(&platform, typed, "lupa").await?) }, |refused: Refused| {
        let t = lang();
        let (login, about) = (refused.value("akun"), described("akun", true, &refused));
        view! {
            <PageHead title=t.forgot_title().to_owned() description=t.forgot_lead().to_owned() canonical=None/>
            <main id="isi" class="wrap section">
                <div class="enter stack">
                    <h1>{t.forgot_title()}</h1>
                    <p class="muted">{t.forgot_lead()}</p>
                    <ErrorSummary errors=refused.errors.clone() kept=false/>
                    <form class="card stack" method="post" action="/aksi/lupa-sandi">
                        <Field name="akun" label=t.login_label().to_owned() hint=t.login_hint() refused=refused>
                            <input class="input" id="akun" name="akun" autocomplete="username" autocapitalize="none" required value=login aria-describedby=about/>
                        </Field>
                        <button class="btn btn--big btn--wide">{t.forgot_button()}</button>
                    </form>
                    <p><a href="/masuk">{t.sign_in_title()}</a></p>
                </div>
            </main>
        }
    })
}

/// Sends a code, and goes on to where it is handed in, whether there is such an account or not.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "lupa-sandi")]
pub async fn submit_forgot(akun: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let problem = match read_login(&akun, t) {
        Err(problem) => problem,
        Ok(login) => match request_recovery(&platform, &login, &visitor.ip).await {
            Ok(()) => {
                // The next form begins with the same login.
                refuse("pulih", &[("akun", &akun)], Vec::new(), "/lupa-sandi/kode").await;
                return Ok(());
            }
            Err(RecoverError::Wait(seconds)) => t.too_many_tries(seconds),
            Err(error) => {
                leptos::logging::error!("recovery: {error:?}");
                t.try_later().to_owned()
            }
        },
    };
    refuse("lupa", &[("akun", &akun)], vec![("akun", problem)], "/lupa-sandi").await;
    Ok(())
}
