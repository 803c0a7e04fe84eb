//! `/daftar`.

use leptos::prelude::*;
use platform::Platform;
use platform::account::password::WeakPassword;
use platform::account::{NewAccount, SignUpError, sign_up};
use platform::flash::Refused;

use super::enter::enter;
use super::read_login;
use crate::action::{escape, go_to, recall, refuse};
use crate::page::{Missing, page};
use crate::request::query;
use crate::text::{AccountText, CartText, Lang, WaitText};
use crate::ui::{ErrorSummary, Field, PageHead, described};
use crate::visitor::{lang, visitor};

/// `/daftar`.
#[component]
pub fn SignUpPage() -> impl IntoView {
    let back = query().get("kembali").unwrap_or("/akun").to_owned();
    let platform = expect_context::<Platform>();
    let typed = visitor().typed;
    page(async move { Ok::<_, Missing>(recall(&platform, typed, "daftar").await?) }, move |refused: Refused| {
        let t = lang();
        let (name, login) = (refused.value("nama"), refused.value("akun"));
        let about = |field, hint| described(field, hint, &refused);
        let (name_about, login_about, password_about) =
            (about("nama", false), about("akun", true), about("sandi", true));
        view! {
            <PageHead title=t.sign_up_title().to_owned() description=t.sign_up_lead().to_owned() canonical=Some("/daftar".to_owned())/>
            <main id="isi" class="wrap section">
                <div class="enter stack">
                    <h1>{t.sign_up_title()}</h1>
                    <p class="muted">{t.sign_up_lead()}</p>
                    <ErrorSummary errors=refused.errors.clone()/>
                    <form class="card stack" method="post" action="/aksi/daftar">
                        <input type="hidden" name="kembali" value=back.clone()/>
                        <Field name="nama" label=t.your_name().to_owned() refused=refused.clone()>
                            <input class="input" id="nama" name="nama" autocomplete="name" maxlength="80" required value=name aria-describedby=name_about/>
                        </Field>
                        <Field name="akun" label=t.login_label().to_owned() hint=t.login_hint() refused=refused.clone()>
                            <input class="input" id="akun" name="akun" autocomplete="username" autocapitalize="none" required value=login aria-describedby=login_about/>
                        </Field>
                        <Field name="sandi" label=t.new_password().to_owned() hint=t.new_password_hint() refused=refused.clone()>
                            <input class="input" id="sandi" name="sandi" r#type="password" autocomplete="new-password" required aria-describedby=password_about/>
                        </Field>
                        <button class="btn btn--big btn--wide">{t.sign_up_button()}</button>
                    </form>
                    <p>{t.have_account()}" "<a href=format!("/masuk?kembali={}", escape(&back))>{t.sign_in_title()}</a></p>
                </div>
            </main>
        }
    })
}

/// Opens an account and signs in.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "daftar")]
pub async fn submit_sign_up(
    nama: String,
    akun: String,
    sandi: String,
    #[server(default)] kembali: String,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let mut errors = Vec::new();
    let name: String = nama.trim().chars().take(80).collect();
    if name.is_empty() {
        errors.push(("nama", t.name_needed().to_owned()));
    }
    let login = read_login(&akun, t);
    if let Err(problem) = &login {
        errors.push(("akun", problem.clone()));
    }
    if let (Ok(login), true) = (login, errors.is_empty()) {
        let new = NewAccount { name, login: login.clone(), password: sandi.clone() };
        match sign_up(&platform, new, &visitor.ip).await {
            Ok(_) => {
                let entered = enter(&platform, &visitor, &login, &sandi, &kembali).await;
                go_to(&entered.unwrap_or_else(|_| "/masuk".to_owned()));
                return Ok(());
            }
            Err(error) => errors.push(problem(error, t)),
        }
    }
    let back = format!("/daftar?kembali={}", escape(&kembali));
    refuse("daftar", &[("nama", &nama), ("akun", &akun)], errors, &back).await;
    Ok(())
}

fn problem(error: SignUpError, t: Lang) -> (&'static str, String) {
    match error {
        SignUpError::Taken => ("akun", t.login_taken().to_owned()),
        SignUpError::Weak(weak) => ("sandi", weak_password(weak, t).to_owned()),
        SignUpError::Wait(seconds) => ("akun", t.too_many_tries(seconds)),
        SignUpError::Db(error) => {
            leptos::logging::error!("sign up: {error:?}");
            ("akun", t.try_later().to_owned())
        }
    }
}

/// What is wrong with a password, for the person who chose it.
pub(super) fn weak_password(weak: WeakPassword, t: Lang) -> &'static str {
    match weak {
        WeakPassword::TooShort => t.password_short(),
        WeakPassword::TooLong => t.password_long(),
        WeakPassword::Guessable => t.password_guessable(),
    }
}
