//! `/akun/sandi`.

use leptos::prelude::*;
use platform::Platform;
use platform::account::{ChangePasswordError, change_password};
use platform::flash::Refused;

use super::sign_up::weak_password;
use crate::action::{Word, done, go_to, recall, refuse};
use crate::page::{Missing, page, signed_in};
use crate::text::{AccountText, CartText, WaitText};
use crate::ui::{ErrorSummary, Field, Icon, PageHead, described};
use crate::visitor::{Visitor, lang, visitor};

async fn load(platform: Platform, visitor: Visitor) -> Result<Refused, Missing> {
    signed_in(&visitor)?;
    Ok(recall(&platform, visitor.typed, "sandi").await?)
}

/// `/akun/sandi`.
#[component]
pub fn PasswordPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |refused| {
        let t = lang();
        let (old_about, new_about) = (described("lama", false, &refused), described("baru", true, &refused));
        view! {
            <PageHead title=t.password_title().to_owned() description=t.password_lead().to_owned() canonical=None/>
            <main id="isi" class="wrap section">
                <div class="enter stack">
                    <a class="back" href="/akun"><Icon name="chevron-left"/>{t.account_title()}</a>
                    <h1>{t.password_title()}</h1>
                    <p class="muted">{t.password_lead()}</p>
                    <ErrorSummary errors=refused.errors.clone() kept=false/>
                    <form class="card stack" method="post" action="/aksi/akun/sandi">
                        <Field name="lama" label=t.present_password().to_owned() refused=refused.clone()>
                            <input class="input" id="lama" name="lama" r#type="password" autocomplete="current-password" required aria-describedby=old_about/>
                        </Field>
                        <Field name="baru" label=t.new_password().to_owned() hint=t.new_password_hint() refused=refused.clone()>
                            <input class="input" id="baru" name="baru" r#type="password" autocomplete="new-password" required aria-describedby=new_about/>
                        </Field>
                        <button class="btn btn--big btn--wide">{t.password_save()}</button>
                    </form>
                </div>
            </main>
        }
    })
}

/// Sets a new password.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "akun/sandi")]
pub async fn submit_password(lama: String, baru: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let session = visitor.session.clone().unwrap_or_default();
    let problem = match change_password(&platform, &visitor.actor, &session, &lama, &baru).await {
        Ok(()) => {
            done(Word::Saved, "/akun");
            return Ok(());
        }
        Err(ChangePasswordError::Forbidden(_)) => {
            go_to("/masuk?kembali=/akun/sandi");
            return Ok(());
        }
        Err(ChangePasswordError::Wrong) => ("lama", t.present_wrong().to_owned()),
        Err(ChangePasswordError::Weak(weak)) => ("baru", weak_password(weak, t).to_owned()),
        Err(ChangePasswordError::Wait(seconds)) => ("lama", t.too_many_tries(seconds)),
        Err(ChangePasswordError::Db(error)) => {
            leptos::logging::error!("change password: {error:?}");
            ("lama", t.try_later().to_owned())
        }
    };
    refuse("sandi", &[], vec![problem], "/akun/sandi").await;
    Ok(())
}
