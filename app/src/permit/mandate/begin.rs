//! Beginning a case for its owner.

use domain::account::Actor;
use domain::permit::mandate::part_of;
use domain::phone::Phone;
use domain::typed::Line;
use leptos::prelude::*;
use platform::Platform;
use platform::db::DbError;
use platform::flash::Refused;
use platform::permit::{BeginError, Start, begin_for};
use platform::rate_limit::{Limit, take};

use crate::action::{forget_refused, go_to, recall, refuse};
use crate::html::IntoHtml;
use crate::permit::case::case_path;
use crate::shop::phone_error;
use crate::text::{CartText, CaseText, Lang, MandateText, WaitText};
use crate::ui::{Field, described};
use crate::visitor::{Visitor, visitor};

/// The form's name, for recalling what was refused.
const FORM: &str = "izin-mulai-untuk";
/// A day at the counter is long; more is a machine. By account.
const TRIES: Limit = Limit { tries: 60, seconds: 3600 };

/// What was refused when somebody tried to begin for an owner.
pub(crate) async fn recall_begin(platform: &Platform, visitor: &Visitor) -> Result<Refused, DbError> {
    recall(platform, visitor.typed, FORM).await
}

/// The form, for whoever helps applicants.
pub(crate) fn begin_form(actor: &Actor, slug: &str, token: &str, refused: &Refused, t: Lang) -> Option<AnyView> {
    part_of(actor)?;
    let kept = Some(refused.value("token")).filter(|token| !token.is_empty());
    let token = kept.unwrap_or_else(|| token.to_owned());
    let (name, phone) = (refused.value("pemilik"), refused.value("hp-pemilik"));
    let name_about = described("pemilik", false, refused);
    let phone_about = described("hp-pemilik", true, refused);
    let wrong = refused.error("setuju").map(str::to_owned);
    let wrong = wrong.map(|error| view! { <p class="error" id="setuju-error">{error}</p> });
    let form = view! {
        <form class="card stack" method="post" action="/aksi/izin/mulai-untuk" aria-labelledby="j-untuk">
            <div><h2 id="j-untuk">{t.for_other_title()}</h2><p class="muted">{t.for_other_lead()}</p></div>
            <input type="hidden" name="token" value=token/>
            <input type="hidden" name="layanan" value=slug.to_owned()/>
            <Field name="pemilik" label=t.owner_name().to_owned() refused=refused.clone()>
                <input class="input" id="pemilik" name="pemilik" autocomplete="off" maxlength="80" required value=name aria-describedby=name_about/>
            </Field>
            <Field name="hp-pemilik" label=t.owner_phone().to_owned() hint=t.owner_phone_hint() refused=refused.clone()>
                <input class="input" id="hp-pemilik" name="hp" r#type="tel" inputmode="tel" autocomplete="off" required value=phone aria-describedby=phone_about/>
            </Field>
            <div class="field">
                <label class="check"><input type="checkbox" id="setuju" name="setuju" value="ya" required/><span>{t.owner_agrees()}</span></label>
                {wrong}
            </div>
            <div><button class="btn btn--big">{t.start_for_button()}</button></div>
        </form>
    };
    Some(form.into_html())
}

/// Begins an application for its owner. Sent twice, it is one.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "izin/mulai-untuk")]
pub async fn start_for(
    token: String,
    layanan: String,
    #[server(default)] pemilik: String,
    #[server(default)] hp: String,
    #[server(default)] setuju: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let (name, phone) = (Line::<80>::parse(&pemilik), Phone::parse(&hp));
    let mut errors = Vec::new();
    if name.is_err() {
        errors.push(("pemilik", t.name_missing().to_owned()));
    }
    if let Err(error) = &phone {
        errors.push(("hp-pemilik", phone_error(*error, t)));
    }
    if setuju != "ya" {
        errors.push(("setuju", t.owner_agrees_missing().to_owned()));
    }
    if let (true, Ok(name), Ok(phone)) = (errors.is_empty(), name, phone) {
        match begin(&platform, &visitor, &layanan, Start { token: token.clone(), name, phone }).await {
            Ok(number) => {
                forget_refused();
                go_to(&case_path(&number));
                return Ok(());
            }
            Err(problem) => errors.push(problem),
        }
    }
    let typed = [("token", token.as_str()), ("pemilik", &pemilik), ("hp-pemilik", &hp)];
    refuse(FORM, &typed, errors, &format!("/izin/{layanan}/ajukan")).await;
    Ok(())
}

async fn begin(
    platform: &Platform,
    visitor: &Visitor,
    slug: &str,
    start: Start,
) -> Result<String, (&'static str, String)> {
    let t = visitor.lang;
    let later = |error: DbError| {
        leptos::logging::error!("begin an application for somebody: {error:?}");
        ("pemilik", t.try_later().to_owned())
    };
    let whose = visitor.actor.id().unwrap_or_default();
    if let Some(wait) = take(platform, &format!("kuasa:{whose}"), TRIES).await.map_err(later)? {
        return Err(("pemilik", t.too_many_tries(wait)));
    }
    begin_for(platform, &visitor.actor, slug, &start).await.map_err(|error| match error {
        BeginError::Forbidden(_) => ("pemilik", t.helper_wrong().to_owned()),
        BeginError::NotFound => ("pemilik", t.no_service_now().to_owned()),
        BeginError::Own => ("hp-pemilik", t.owner_is_you().to_owned()),
        BeginError::Db(error) => later(error),
    })
}
