//! `/usaha/toko/kirim`: fetching at the shop, and the shop's own courier with its fees.

use std::collections::{BTreeMap, HashMap};

use domain::money::Rupiah;
use domain::region::RegionCode;
use domain::shop::profile::{DeliveryError, DeliveryTerms, Fee};
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::shop::usaha::{OwnShop, OwnShopError, list_fees, set_delivery};

use super::entry::{tick, typed};
use super::form::Form;
use super::own_shop;
use super::shop_tabs::shop_tabs;
use crate::action::{Word, done, go_to, recall};
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::text::{ConsoleText, Lang, SellerText, grouped};
use crate::ui::{Desk, ErrorSummary, Icon};
use crate::visitor::{Visitor, lang, visitor};

const FORM: &str = "usaha-kirim";

struct Shown {
    shop: OwnShop,
    /// Code, name, and what is stored.
    fees: Vec<(String, String, Option<i64>)>,
    refused: Refused,
}

async fn load(platform: Platform, visitor: Visitor) -> Result<Shown, Missing> {
    let shop = own_shop(&platform, &visitor).await?;
    let known: HashMap<String, i64> = list_fees(&platform, &visitor.actor).await?.into_iter().collect();
    let kecamatan = &platform.reference().await?.kecamatan;
    let fees =
        kecamatan.iter().map(|region| (region.code.clone(), region.name.clone(), known.get(&region.code).copied()));
    Ok(Shown { shop, fees: fees.collect(), refused: recall(&platform, visitor.typed, FORM).await? })
}

/// The name of a kecamatan's field. The letter keeps the form's decoder from taking the code for an index.
fn field(code: &str) -> String {
    format!("ongkir[k{code}]")
}

/// `/usaha/toko/kirim`.
#[component]
pub fn DeliveryPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |shown| {
        let t = lang();
        let Shown { shop, fees, refused } = shown;
        let rows = fees.into_iter().map(|(code, name, fee)| fee_row(&code, name, fee, &refused, t)).collect_view();
        view! {
            <Desk title=t.shop_settings().to_owned() lead=shop.name.clone()>
                {shop_tabs(t)}
                <ErrorSummary errors=refused.errors.clone()/>
                <form class="stack" method="post" action="/aksi/usaha/kirim">
                    <div class="card">
                        {tick("ambil", t.pickup_label(), shop.pickup, &refused)}
                        {tick("kurir", t.courier_label(), shop.courier, &refused)}
                    </div>
                    <section class="card stack" role="group" aria-labelledby="j-ongkir">
                        <h2 class="h3" id="j-ongkir">{t.fees_title()}</h2>
                        <p class="hint" id="ongkir-hint">{t.fees_hint()}</p>
                        <div class="fees">{rows}</div>
                    </section>
                    <div class="savebar"><button class="btn btn--big btn--wide">{t.save()}</button></div>
                </form>
            </Desk>
        }
    })
}

fn fee_row(code: &str, name: String, stored: Option<i64>, refused: &Refused, t: Lang) -> AnyView {
    let field = field(code);
    let stored = stored.map(|fee| grouped(fee).to_string()).unwrap_or_default();
    let value = typed(refused, &field, &stored);
    let error = refused.error(&field).map(str::to_owned);
    let error_id = format!("{field}-error");
    let about = if error.is_some() { format!("ongkir-hint {error_id}") } else { "ongkir-hint".to_owned() };
    let invalid = error.is_some().then_some("true");
    view! {
        <div class="fee">
            <label for=field.clone()>{name}</label>
            <span class="rp" aria-hidden="true">"Rp"</span>
            <input class="input" id=field.clone() name=field inputmode="numeric" autocomplete="off" maxlength="12"
                placeholder=t.not_served_short() value=value aria-describedby=about aria-invalid=invalid/>
            {error.map(|error| view! {
                <p class="error" id=error_id><Icon name="circle-alert" class="i i--16"/>{error}</p>
            })}
        </div>
    }
    .into_html()
}

/// Sets how the shop delivers.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "usaha/kirim")]
pub async fn submit_delivery(
    #[server(default)] ambil: String,
    #[server(default)] kurir: String,
    #[server(default)] ongkir: HashMap<String, String>,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let mut form = Form::new(FORM, "/usaha/toko/kirim");
    form.keep("ambil", &ambil);
    form.keep("kurir", &kurir);
    let Ok(reference) = platform.reference().await else {
        form.wrong("ambil", crate::text::CartText::try_later(t));
        form.refuse().await;
        return Ok(());
    };
    let mut fees = BTreeMap::new();
    // In the order of the form, so that the summary of what is wrong reads like it.
    for region in &reference.kecamatan {
        let Some(typed) = ongkir.get(&format!("k{}", region.code)) else { continue };
        if typed.trim().is_empty() {
            form.keep(&field(&region.code), "");
            continue;
        }
        let fee = form.read(&field(&region.code), &region.name, typed, Fee::parse);
        if let (Some(fee), Ok(code)) = (fee, RegionCode::parse(&region.code)) {
            fees.insert(code, Rupiah::new(fee.get()));
        }
    }
    let terms = match DeliveryTerms::new(!ambil.is_empty(), !kurir.is_empty(), fees) {
        Err(DeliveryError::NoWay) => {
            form.wrong("ambil", t.no_delivery());
            None
        }
        Err(DeliveryError::NoFee) if form.is_right() => {
            form.wrong("kurir", t.no_fees());
            None
        }
        terms => terms.ok(),
    };
    let Some(terms) = terms.filter(|_| form.is_right()) else {
        form.refuse().await;
        return Ok(());
    };
    match set_delivery(&platform, &visitor.actor, &terms).await {
        Ok(()) => done(Word::Saved, "/usaha/toko/kirim"),
        Err(OwnShopError::NoShop) => go_to("/usaha"),
        Err(OwnShopError::Forbidden(_)) => form.not_allowed(),
        Err(error @ OwnShopError::Db(_)) => form.unavailable("ambil", &error).await,
    }
    Ok(())
}
