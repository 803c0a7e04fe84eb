//! `/lupa-sandi/kode`: the code and a new password.

use leptos::prelude::*;
use platform::Platform;
use platform::account::{RecoverError, recover_account};
use platform::flash::Refused;

use super::enter::enter;
use super::read_login;
use super::sign_up::weak_password;
use crate::action::{go_to, recall, refuse};
use crate::page::{Missing, page};
use crate::text::{AccountText, CartText, WaitText};
use crate::ui::{ErrorSummary, Field, Icon, PageHead, described};
use crate::visitor::{lang, visitor};

/// `/lupa-sandi/kode`.
#[component]
pub fn RecoverPage() -> impl IntoView {
    let platform = expect_context::<Platform>();
    let typed = visitor().typed;
    page(async move { Ok::<_, Missing>(recall(&platform, typed, "pulih").await?) }, |refused: Refused| {
        let t = lang();
        let login = refused.value("akun");
        let about = |field, hint| described(field, hint, &refused);
        let (login_about, code_about, password_about) =
            (about("akun", true), about("kode", true), about("sandi", true));
        view! {
            <PageHead title=t.recover_title().to_owned() description=t.forgot_lead().to_owned() canonical=None/>
            <main id="isi" class="wrap section">
                <div class="enter stack">
                    <h1>{t.recover_title()}</h1>
                    <div class="note"><Icon name="message-circle"/><p>{t.recover_lead()}</p></div>
                    <ErrorSummary errors=refused.errors.clone() kept=false/>
                    <form class="card stack" method="post" action="/aksi/lupa-sandi/kode">
                        <Field name="akun" label=t.login_label().to_owned() hint=t.login_hint() refused=refused.clone()>
                            <input class="input" id="akun" name="akun" autocomplete="username" autocapitalize="none" required value=login aria-describedby=login_about/>
                        </Field>
                        <Field name="kode" label=t.code_label().to_owned() hint=t.recover_code_hint() refused=refused.clone()>
                            <input class="input" id="kode" name="kode" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required aria-describedby=code_about/>
                        </Field>
                        <Field name="sandi" label=t.new_password().to_owned() hint=t.new_password_hint() refused=refused.clone()>
                            <input class="input" id="sandi" name="sandi" r#type="password" autocomplete="new-password" required aria-describedby=password_about/>
                        </Field>
                        <button class="btn btn--big btn--wide">{t.recover_button()}</button>
                    </form>
                    <p><a href="/lupa-sandi">{t.recover_again()}</a></p>
                </div>
            </main>
        }
    })
}

/// Sets the new password and signs in.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "lupa-sandi/kode")]
pub async fn submit_recover(akun: String, kode: String, sandi: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let problem = match read_login(&akun, t) {
        Err(problem) => ("akun", problem),
        Ok(login) => match recover_account(&platform, &login, &kode, &sandi, &visitor.ip).await {
            Ok(()) => {
                let entered = enter(&platform, &visitor, &login, &sandi, "/akun").await;
                go_to(&entered.unwrap_or_else(|_| "/masuk".to_owned()));
                return Ok(());
            }
            Err(RecoverError::Wrong) => ("kode", t.recover_wrong().to_owned()),
            Err(RecoverError::Weak(weak)) => ("sandi", weak_password(weak, t).to_owned()),
            Err(RecoverError::Wait(seconds)) => ("kode", t.too_many_tries(seconds)),
            Err(RecoverError::Db(error)) => {
                leptos::logging::error!("recovery: {error:?}");
                ("kode", t.try_later().to_owned())
            }
        },
    };
    refuse("pulih", &[("akun", &akun)], vec![problem], "/lupa-sandi/kode").await;
    Ok(())
}
