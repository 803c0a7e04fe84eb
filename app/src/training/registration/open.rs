//! Opening a registration on this device with number and PIN.

use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::held::PinError;
use platform::rate_limit::{Limit, take};
use platform::training::open_registration_with_pin;

use super::{registration_path, remember};
use crate::action::{escape, forget_refused, go_to, refuse};
use crate::html::IntoHtml;
use crate::text::{CartText, RegistrationText, WaitText};
use crate::ui::{ErrorSummary, Field, PageHead, described};
use crate::visitor::{lang, visitor};

/// The name of the form, for recalling what was refused.
pub(super) const OPEN: &str = "kelas-buka";
/// Per address of the network, over all numbers: enough for a household, too little for guessing.
const TRIES: Limit = Limit { tries: 20, seconds: 600 };

/// The page of a registration for whoever has not shown that it is theirs: the same for every number, known or not.
pub(super) fn closed_view(number: &str, refused: &Refused) -> AnyView {
    let t = lang();
    let about = described("pin", false, refused);
    view! {
        <PageHead title=t.reg_open_title().to_owned() description=t.reg_open_lead().to_owned() canonical=None/>
        <main id="isi" class="wrap section">
            <div class="form-page stack stack--6">
                <ErrorSummary errors=refused.errors.clone() kept=false/>
                <div><h1>{t.reg_open_title()}</h1><p class="muted">{t.reg_open_lead()}</p></div>
                <form class="card stack" method="post" action="/aksi/pelatihan/buka">
                    <p class="tr__ref"><span class="muted small">{t.reg_number()}</span><strong class="mono">{number.to_owned()}</strong></p>
                    <input type="hidden" name="nomor" value=number.to_owned()/>
                    <Field name="pin" label=t.reg_pin().to_owned() refused=refused.clone()>
                        <input class="input" id="pin" name="pin" inputmode="numeric" autocomplete="off" maxlength="6" required aria-describedby=about/>
                    </Field>
                    <div><button class="btn">{t.reg_open()}</button></div>
                </form>
            </div>
        </main>
    }
    .into_html()
}

/// Opens a registration on this device.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pelatihan/buka")]
pub async fn open_registration_here(nomor: String, #[server(default)] pin: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let tried = match take(&platform, &format!("registration:{}", visitor.ip), TRIES).await {
        Ok(None) => open_registration_with_pin(&platform, &nomor, &pin).await,
        Ok(Some(wait)) => Err(PinError::Wait(wait)),
        Err(error) => Err(error.into()),
    };
    let problem = match tried {
        Ok((number, key)) => {
            remember(&visitor, &key);
            forget_refused();
            go_to(&registration_path(&number));
            return Ok(());
        }
        Err(PinError::Wrong) => t.reg_pin_wrong().to_owned(),
        Err(PinError::Wait(seconds)) => t.too_many_tries(seconds),
        Err(PinError::Db(error)) => {
            leptos::logging::error!("open a registration: {error:?}");
            t.try_later().to_owned()
        }
    };
    refuse(OPEN, &[], vec![("pin", problem)], &registration_path(&escape(&nomor))).await;
    Ok(())
}
