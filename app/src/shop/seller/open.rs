//! `/usaha/buka`: opening a shop. First the kecamatan, then everything else on one page.

use domain::account::Capability;
use domain::phone::Phone;
use domain::region::RegionCode;
use domain::shop::profile::Profile;
use domain::typed::{Line, Text};
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::reference::Region;
use platform::shop::usaha::{NewShop, OpenShopError, find_own_shop, open_shop};

use super::entry::{Entry, Kind, Need, desa_choice, entry, tick};
use super::form::Form;
use crate::action::{Word, done, go_to, recall};
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

/// The first step: the kecamatan decides which desa can be chosen.
pub(super) fn kecamatan_form(action: &'static str, kecamatan: &[Region], button: &'static str, t: Lang) -> AnyView {
    let options = kecamatan
        .iter()
        .map(|region| view! { <option value=region.code.clone()>{region.name.clone()}</option> })
        .collect_view();
    view! {
        <form class="card stack" action=action>
            <div class="field">
                <label for="kec">{t.shop_kecamatan_label()}</label>
                <select class="select" id="kec" name="kec" required><option value="">{t.choose()}</option>{options}</select>
            </div>
            <button class="btn btn--big btn--wide">{button}</button>
        </form>
    }
    .into_any()
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
    .into_any()
}

/// What is stored of a profile, for its form.
#[derive(Default)]
pub(super) struct Stored<'s> {
    pub name: &'s str,
    pub desa: &'s str,
    pub address: &'s str,
    pub phone: &'s str,
    pub description: &'s str,
    pub hours: &'s str,
}

/// The fields of a profile.
pub(super) fn profile_entries(desa: &[Region], stored: &Stored<'_>, refused: &Refused, t: Lang) -> AnyView {
    let line = |name, label, hint, most| Entry { name, label, hint, kind: Kind::Line, most, need: Need::Must };
    let name = entry(line("nama", t.shop_name_label(), t.shop_name_hint(), 60), stored.name, refused, t);
    let village = desa_choice(desa, stored.desa, refused, t);
    let address = entry(line("alamat", t.address(), t.address_hint(), 200), stored.address, refused, t);
    let phone = Entry { kind: Kind::Phone, ..line("hp", t.phone_label(), t.shop_phone_hint(), 24) };
    let phone = entry(phone, stored.phone, refused, t);
    let about = Entry { kind: Kind::Words, ..line("tentang", t.about_shop_label(), t.about_shop_hint(), 1000) };
    let about = entry(about, stored.description, refused, t);
    let hours = entry(line("jam", t.hours_label(), t.hours_hint(), 80), stored.hours, refused, t);
    view! { {name}{village}{address}{phone}{about}{hours} }.into_any()
}

/// What was typed as a profile.
pub(super) struct Typed<'t> {
    pub kec: &'t str,
    pub nama: &'t str,
    pub desa: &'t str,
    pub alamat: &'t str,
    pub hp: &'t str,
    pub tentang: &'t str,
    pub jam: &'t str,
}

/// Reads a profile; `None` when something is wrong, which the form knows then.
pub(super) fn read_profile(form: &mut Form, typed: &Typed<'_>, t: Lang) -> Option<Profile> {
    let name = form.read("nama", t.shop_name_label(), typed.nama, Line::parse);
    form.keep("desa", typed.desa);
    let desa = RegionCode::parse(typed.desa).map_err(|_| form.wrong("desa", t.village_missing())).ok();
    let address = form.read("alamat", t.address(), typed.alamat, Line::parse);
    form.keep("hp", typed.hp);
    let phone = Phone::parse(typed.hp).map_err(|error| form.wrong("hp", crate::shop::phone_error(error, t))).ok();
    let description = form.read("tentang", t.about_shop_label(), typed.tentang, Text::parse);
    let opening_hours = form.read("jam", t.hours_label(), typed.jam, Line::parse);
    Some(Profile {
        name: name?,
        kecamatan: RegionCode::parse(typed.kec).map_err(|_| form.wrong("desa", t.village_missing())).ok()?,
        desa: desa?,
        address: address?,
        phone: phone?,
        description: description?,
        opening_hours: opening_hours?,
    })
}

/// Opens a shop.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "usaha/buka")]
#[allow(clippy::too_many_arguments)] // one per field of the form
pub async fn submit_shop(
    kec: String,
    #[server(default)] nama: String,
    #[server(default)] desa: String,
    #[server(default)] alamat: String,
    #[server(default)] hp: String,
    #[server(default)] tentang: String,
    #[server(default)] jam: String,
    #[server(default)] ambil: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let mut form = Form::new(FORM, format!("/usaha/buka?kec={}", crate::action::escape(&kec)));
    form.keep("ambil", &ambil);
    let typed = Typed { kec: &kec, nama: &nama, desa: &desa, alamat: &alamat, hp: &hp, tentang: &tentang, jam: &jam };
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
