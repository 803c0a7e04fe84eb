//! Opening a complaint on this device with number and PIN.

use leptos::prelude::*;
use platform::Platform;
use platform::complaint::open_complaint_with_pin;
use platform::flash::Refused;
use platform::held::PinError;
use platform::rate_limit::{Limit, take};

use super::complaint_path;
use super::keys::remember;
use crate::action::{escape, forget_refused, go_to, refuse};
use crate::html::IntoHtml;
use crate::text::{CartText, ComplaintText, Lang, WaitText};
use crate::ui::{ErrorSummary, Field, PageHead, described};
use crate::visitor::{lang, visitor};

/// The name of the form, for recalling what was refused.
pub(super) const OPEN: &str = "pengaduan-buka";
/// Per address of the network, over all numbers: enough for a household, too little for guessing.
const TRIES: Limit = Limit { tries: 20, seconds: 600 };

/// Number and PIN. `number` is known already, or empty.
pub(super) fn open_form(refused: &Refused, number: &str, t: Lang) -> AnyView {
    let (about, typed) = (described("nomor", false, refused), refused.value("nomor"));
    let ask = number.is_empty().then(|| view! {
        <Field name="nomor" label=t.complaint_number().to_owned() refused=refused.clone()>
            <input class="input" id="nomor" name="nomor" autocomplete="off" autocapitalize="characters" placeholder="ADU-7K4M-92QX-D" required
                value=typed aria-describedby=about/>
        </Field>
    });
    let known = (!number.is_empty()).then(|| {
        view! {
            <input type="hidden" name="nomor" value=number.to_owned()/>
            <input type="hidden" name="dari" value="halaman"/>
        }
    });
    let about = described("pin", false, refused);
    view! {
        <form class="stack" method="post" action="/aksi/pengaduan/buka">
            {ask}{known}
            <Field name="pin" label=t.complaint_pin().to_owned() refused=refused.clone()>
                <input class="input" id="pin" name="pin" inputmode="numeric" autocomplete="off" maxlength="6" required aria-describedby=about/>
            </Field>
            <div><button class="btn btn--line">{t.complaint_open()}</button></div>
        </form>
    }
    .into_html()
}

/// The page of a complaint for whoever has not shown to have made it: the same for every number, known or not.
pub(super) fn closed_view(number: &str, refused: &Refused) -> AnyView {
    let t = lang();
    view! {
        <PageHead title=t.complaint_open_title().to_owned() description=t.complaint_open_lead().to_owned() canonical=None/>
        <main id="isi" class="wrap section">
            <div class="form-page stack stack--6">
                <ErrorSummary errors=refused.errors.clone() kept=false/>
                <div>
                    <h1>{t.complaint_open_title()}</h1>
                    <p class="muted">{t.complaint_open_lead()}</p>
                </div>
                <div class="card stack">
                    <p class="tr__ref"><span class="muted small">{t.complaint_number()}</span><strong class="mono">{number.to_owned()}</strong></p>
                    {open_form(refused, number, t)}
                </div>
            </div>
        </main>
    }
    .into_html()
}

/// Opens a complaint on this device.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pengaduan/buka")]
pub async fn open_complaint_here(
    nomor: String,
    #[server(default)] pin: String,
    #[server(default)] dari: String,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let tried = match take(&platform, &format!("complaint:{}", visitor.ip), TRIES).await {
        Ok(None) => open_complaint_with_pin(&platform, &nomor, &pin).await,
        Ok(Some(wait)) => Err(PinError::Wait(wait)),
        Err(error) => Err(error.into()),
    };
    let problem = match tried {
        Ok((number, key)) => {
            remember(&visitor, &key);
            forget_refused();
            go_to(&complaint_path(&number));
            return Ok(());
        }
        Err(PinError::Wrong) => t.complaint_pin_wrong().to_owned(),
        Err(PinError::Wait(seconds)) => t.too_many_tries(seconds),
        Err(PinError::Db(error)) => {
            leptos::logging::error!("open a complaint: {error:?}");
            t.try_later().to_owned()
        }
    };
    let back = if dari.is_empty() { "/pengaduan?buka=ya#lacak".to_owned() } else { complaint_path(&escape(&nomor)) };
    refuse(OPEN, &[("nomor", &nomor)], vec![("pin", problem)], &back).await;
    Ok(())
}
