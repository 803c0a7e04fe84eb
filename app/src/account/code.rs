//! `/masuk/kode`: the second half of signing in.

use leptos::prelude::*;
use platform::Platform;
use platform::account::{FinishSignInError, finish_sign_in};
use platform::flash::Refused;

use super::enter::{HALF, origin, welcome};
use crate::action::{cookie, escape, go_to, recall, refuse, set_cookie};
use crate::page::{Missing, page};
use crate::request::query;
use crate::text::{AccountText, CartText, WaitText};
use crate::ui::{ErrorSummary, Field, PageHead, described};
use crate::visitor::{lang, visitor};

async fn load(platform: Platform, half: Option<String>) -> Result<Refused, Missing> {
    half.ok_or_else(|| Missing::Elsewhere("/masuk".to_owned()))?;
    Ok(recall(&platform, visitor().typed, "kode").await?)
}

/// `/masuk/kode`.
#[component]
pub fn CodePage() -> impl IntoView {
    let back = query().get("kembali").unwrap_or("/akun").to_owned();
    page(load(expect_context::<Platform>(), cookie(HALF)), move |refused| {
        let t = lang();
        let about = described("kode", true, &refused);
        view! {
            <PageHead title=t.code_title().to_owned() description=t.code_lead().to_owned() canonical=None/>
            <main id="isi" class="wrap section">
                <div class="enter stack">
                    <h1>{t.code_title()}</h1>
                    <p class="muted">{t.code_lead()}</p>
                    <ErrorSummary errors=refused.errors.clone() kept=false/>
                    <form class="card stack" method="post" action="/aksi/masuk/kode">
                        <input type="hidden" name="kembali" value=back/>
                        <Field name="kode" label=t.code_label().to_owned() hint=t.code_hint() refused=refused>
                            <input class="input" id="kode" name="kode" inputmode="text" autocomplete="one-time-code" autocapitalize="none" maxlength="24" required autofocus aria-describedby=about/>
                        </Field>
                        <button class="btn btn--big btn--wide">{t.code_button()}</button>
                    </form>
                    <p class="muted small">{t.code_lost()}</p>
                </div>
            </main>
        }
    })
}

/// Hands in the code and goes on to where the visitor was going.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "masuk/kode")]
pub async fn submit_code(kode: String, #[server(default)] kembali: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let half = cookie(HALF).unwrap_or_default();
    let problem = match finish_sign_in(&platform, &half, &kode, &origin(&visitor)).await {
        Ok(signed) => {
            set_cookie(HALF, "", 0);
            let next = welcome(&platform, &visitor, signed, &kembali).await;
            go_to(&next);
            return Ok(());
        }
        Err(FinishSignInError::Over) => {
            set_cookie(HALF, "", 0);
            let back = format!("/masuk?kembali={}", escape(&kembali));
            refuse("masuk", &[], vec![("akun", t.code_over().to_owned())], &back).await;
            return Ok(());
        }
        Err(FinishSignInError::Wrong) => t.code_wrong().to_owned(),
        Err(FinishSignInError::Wait(seconds)) => t.too_many_tries(seconds),
        Err(FinishSignInError::Db(error)) => {
            leptos::logging::error!("sign in: {error:?}");
            t.try_later().to_owned()
        }
    };
    let back = format!("/masuk/kode?kembali={}", escape(&kembali));
    refuse("kode", &[], vec![("kode", problem)], &back).await;
    Ok(())
}
