//! `/usaha/toko`: the shop's profile.

use domain::phone::Phone;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::reference::Region;
use platform::shop::usaha::{OwnShop, UpdateShopError, update_shop};

use super::form::Form;
use super::own_shop;
use super::profile_form::{Stored, TypedProfile, kecamatan_form, profile_entries, read_profile};
use super::shop_tabs::shop_tabs;
use crate::action::{Word, done, escape, go_to, recall};
use crate::page::{Missing, page};
use crate::request::query;
use crate::text::{CartText, ConsoleText, SellerText};
use crate::ui::{Desk, ErrorSummary, Icon};
use crate::visitor::{Visitor, lang, visitor};

const FORM: &str = "usaha-toko";

struct Shown {
    shop: OwnShop,
    kecamatan: Region,
    desa: Vec<Region>,
    all: Vec<Region>,
    refused: Refused,
}

async fn load(platform: Platform, visitor: Visitor, kec: String) -> Result<Shown, Missing> {
    let shop = own_shop(&platform, &visitor).await?;
    let reference = platform.reference().await?;
    // Another kecamatan can be looked at before it is saved.
    let kecamatan = reference.kecamatan(&kec).or_else(|| reference.kecamatan(&shop.kecamatan));
    let kecamatan = kecamatan.ok_or(Missing::NotFound)?.clone();
    let desa = reference.desa(&kecamatan.code).to_vec();
    let refused = recall(&platform, visitor.typed, FORM).await?;
    Ok(Shown { shop, desa, kecamatan, all: reference.kecamatan.clone(), refused })
}

/// `/usaha/toko`.
#[component]
pub fn ShopProfilePage() -> impl IntoView {
    let kec = query().get("kec").unwrap_or_default().to_owned();
    page(load(expect_context::<Platform>(), visitor(), kec), |shown| {
        let t = lang();
        let Shown { shop, kecamatan, desa, all, refused } = shown;
        let phone = Phone::parse(&shop.phone).map(|phone| phone.local()).unwrap_or_default();
        let stored = Stored {
            name: &shop.name,
            desa: &shop.desa,
            address: &shop.address,
            phone: &phone,
            description: &shop.description,
            hours: &shop.opening_hours,
        };
        let fields = profile_entries(&desa, &stored, &refused, t);
        view! {
            <Desk title=t.shop_settings().to_owned() lead=shop.name.clone()>
                {shop_tabs(t)}
                <div class="narrow stack">
                    <ErrorSummary errors=refused.errors.clone()/>
                    <form class="card stack" method="post" action="/aksi/usaha/toko">
                        <input type="hidden" name="kec" value=kecamatan.code/>
                        <p class="muted">{t.in_kecamatan(&kecamatan.name)}</p>
                        {fields}
                        <button class="btn btn--big btn--wide">{t.save()}</button>
                    </form>
                    <details class="card fold">
                        <summary><Icon name="map-pin"/>{t.move_kecamatan()}<Icon name="chevron-down"/></summary>
                        {kecamatan_form("/usaha/toko", &all, t.open_next(), t)}
                    </details>
                </div>
            </Desk>
        }
    })
}

/// Changes the shop's profile.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "usaha/toko")]
pub async fn submit_profile(#[server(flatten)] typed: TypedProfile) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let mut form = Form::new(FORM, format!("/usaha/toko?kec={}", escape(&typed.kec)));
    let Some(profile) = read_profile(&mut form, &typed, t) else {
        form.refuse().await;
        return Ok(());
    };
    match update_shop(&platform, &visitor.actor, &profile).await {
        Ok(()) => done(Word::Saved, "/usaha/toko"),
        Err(UpdateShopError::NoShop) => go_to("/usaha"),
        Err(UpdateShopError::Forbidden(_)) => form.not_allowed(),
        Err(UpdateShopError::Place) => {
            form.wrong("desa", t.village_missing());
            form.refuse().await;
        }
        Err(error @ UpdateShopError::Db(_)) => form.unavailable("nama", &error).await,
    }
    Ok(())
}
