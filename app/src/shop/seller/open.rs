//! `/usaha/buka`: opening a shop. First the kecamatan, then everything else on one page.

use domain::account::Capability;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::reference::Region;
use platform::shop::usaha::{NewShop, OpenShopError, find_own_shop, open_shop};

use super::entry::tick;
use super::form::Form;
use super::profile_form::{Stored, TypedProfile, kecamatan_form, profile_entries, read_profile};
use crate::action::{Word, done, escape, go_to, recall};
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::query;
use crate::text::{CartText, Lang, SellerText};
use crate::ui::{Desk, ErrorSummary};
use crate::visitor::{Visitor, lang, visitor};

const FORM: &str = "usaha-buka";

enum Step {
    /// Where is it?
    Kecamatan(Vec<Region>),
    /// Everything else.
    Profile { kecamatan: Region, desa: Vec<Region>, refused: Refused },
}

async fn load(platform: Platform, visitor: Visitor, kec: String) -> Result<Step, Missing> {
    only(&visitor, Capability::RunShop)?;
    if find_own_shop(&platform, &visitor.actor).await?.is_some() {
        return Err(Missing::Elsewhere("/usaha".to_owned()));
    }
    let reference = platform.reference().await?;
    let refused = recall(&platform, visitor.typed, FORM).await?;
    Ok(match reference.kecamatan(&kec) {
        None => Step::Kecamatan(reference.kecamatan.clone()),
        Some(kecamatan) => Step::Profile { kecamatan: kecamatan.clone(), desa: reference.desa(&kec).to_vec(), refused },
    })
}

/// `/usaha/buka`.
#[component]
pub fn OpenShopPage() -> impl IntoView {
    let kec = query().get("kec").unwrap_or_default().to_owned();
    page(load(expect_context::<Platform>(), visitor(), kec), |step| {
        let t = lang();
        let body = match step {
            Step::Kecamatan(kecamatan) => kecamatan_form("/usaha/buka", &kecamatan, t.open_next(), t),
            Step::Profile { kecamatan, desa, refused } => profile_form(kecamatan, desa, refused, t),
        };
        view! { <Desk title=t.open_title().to_owned() lead=t.open_lead()><div class="narrow stack">{body}</div></Desk> }
    })
}

fn profile_form(kecamatan: Region, desa: Vec<Region>, refused: Refused, t: Lang) -> AnyView {
    let fields = profile_entries(&desa, &Stored::default(), &refused, t);
    let pickup = tick("ambil", t.pickup_label(), true, &refused);
    view! {
        <ErrorSummary errors=refused.errors.clone()/>
        <form class="card stack" method="post" action="/aksi/usaha/buka">
            <input type="hidden" name="kec" value=kecamatan.code/>
            <p class="muted">{t.in_kecamatan(&kecamatan.name)}" "<a href="/usaha/buka">{t.change()}</a></p>
            {fields}
            {pickup}
            <button class="btn btn--big btn--wide">{t.open_button()}</button>
            <p class="hint">{t.open_after()}</p>
        </form>
    }
    .into_html()
}

/// Opens a shop.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "usaha/buka")]
pub async fn submit_shop(
    #[server(flatten)] typed: TypedProfile,
    #[server(default)] ambil: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let mut form = Form::new(FORM, format!("/usaha/buka?kec={}", escape(&typed.kec)));
    form.keep("ambil", &ambil);
    let Some(profile) = read_profile(&mut form, &typed, t) else {
        form.refuse().await;
        return Ok(());
    };
    match open_shop(&platform, &visitor.actor, &NewShop { profile, pickup: !ambil.is_empty() }).await {
        Ok(_) => done(Word::Done, "/usaha"),
        Err(OpenShopError::AlreadyOpen) => go_to("/usaha"),
        Err(OpenShopError::Forbidden(_)) => form.not_allowed(),
        Err(OpenShopError::Place) => {
            form.wrong("desa", t.village_missing());
            form.refuse().await;
        }
        Err(error @ OpenShopError::Db(_)) => form.unavailable("nama", &error).await,
    }
    Ok(())
}
