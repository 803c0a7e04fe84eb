//! `/usaha/produk/{id}/varian/{varian}`: a variant, or a new one at `baru`.

use domain::account::Capability;
use domain::shop::product::{OptionValue, Terms};
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::shop::product::{
    NewVariant, OwnDetails, OwnVariant, VariantError, add_variant, archive_variant, find_own_product, restore_variant,
    update_variant,
};
use uuid::Uuid;

use super::entry::{Entry, Kind, Need, entry};
use super::form::Form;
use super::missing;
use super::new_product::{StoredTerms, read_terms, terms_entries};
use super::product::name_of;
use crate::action::{Word, done, go_to, recall};
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::param;
use crate::text::{ConsoleText, Lang, SellerText, grouped};
use crate::ui::{Desk, ErrorSummary, Icon};
use crate::visitor::{Visitor, lang, visitor};

const FORM: &str = "usaha-varian";
/// In the place of a variant's number.
const NEW: &str = "baru";

struct Shown {
    product: OwnDetails,
    /// `None` for a new one.
    variant: Option<OwnVariant>,
    /// The number of a new one: the same form sent twice is one variant.
    id: Uuid,
    refused: Refused,
}

async fn load(platform: Platform, visitor: Visitor, product: String, variant: String) -> Result<Shown, Missing> {
    only(&visitor, Capability::RunShop)?;
    let product = Uuid::try_parse(&product).map_err(|_| Missing::NotFound)?;
    let found = find_own_product(&platform, &visitor.actor, product).await.map_err(missing)?;
    let refused = recall(&platform, visitor.typed, FORM).await?;
    // What was typed for another variant stays there.
    let refused = if refused.value("di") == format!("{product}/{variant}") { refused } else { Refused::default() };
    if variant == NEW {
        let id = Uuid::try_parse(&refused.value("varian")).unwrap_or_else(|_| platform.new_id());
        return Ok(Shown { product: found.product, variant: None, id, refused });
    }
    let id = Uuid::try_parse(&variant).map_err(|_| Missing::NotFound)?;
    let variant = found.variants.into_iter().find(|variant| variant.id == id).ok_or(Missing::NotFound)?;
    Ok(Shown { product: found.product, variant: Some(variant), id, refused })
}

/// `/usaha/produk/{id}/varian/{varian}`.
#[component]
pub fn VariantPage() -> impl IntoView {
    let (id, variant) = (param("id"), param("varian"));
    page(load(expect_context::<Platform>(), visitor(), id, variant), variant_view)
}

fn variant_view(shown: Shown) -> AnyView {
    let t = lang();
    let Shown { product, variant, id, refused } = shown;
    let back = format!("/usaha/produk/{}", product.id);
    let option = |name, label, hint| Entry { name, label, hint, kind: Kind::Line, most: 40, need: Need::May };
    let text = |read: fn(&OwnVariant) -> String| variant.as_ref().map(read).unwrap_or_default();
    let flavour = entry(
        option("rasa", t.option1_label(), t.option1_hint()),
        &text(|variant| variant.option1.clone()),
        &refused,
        t,
    );
    let size = entry(
        option("ukuran", t.option2_label(), t.option2_hint()),
        &text(|variant| variant.option2.clone()),
        &refused,
        t,
    );
    let stored = StoredTerms {
        price: &text(|variant| grouped(variant.price.amount()).to_string()),
        stock: &text(|variant| variant.on_hand.to_string()),
        weight: &text(|variant| grouped(variant.weight_gram).to_string()),
    };
    let terms = terms_entries(&stored, &refused, t);
    let title = variant.as_ref().map_or_else(|| t.add_variant().to_owned(), |variant| name_of(variant, t));
    let seen = text(|variant| variant.on_hand.to_string());
    let promised = variant.as_ref().map(|variant| variant.reserved).filter(|reserved| *reserved > 0);
    let put_away = variant.as_ref().map(|variant| archive_form(product.id, variant, t));
    view! {
        <Desk title=title lead=product.name.clone()>
            <a class="back" href=back><Icon name="chevron-left" class="i i--16"/>{product.name.clone()}</a>
            <div class="narrow stack">
                <ErrorSummary errors=refused.errors.clone()/>
                <form class="card stack" method="post" action="/aksi/usaha/varian/simpan">
                    <input type="hidden" name="produk" value=product.id.to_string()/>
                    <input type="hidden" name="varian" value=id.to_string()/>
                    <input type="hidden" name="baru" value=if variant.is_none() { "1" } else { "" }/>
                    <input type="hidden" name="lama" value=seen/>
                    {flavour}{size}{terms}
                    {promised.map(|pieces| view! { <p class="hint">{t.promised(pieces)}</p> })}
                    <button class="btn btn--big btn--wide">{t.save()}</button>
                </form>
                {put_away}
            </div>
        </Desk>
    }
    .into_html()
}

fn archive_form(product: Uuid, variant: &OwnVariant, t: Lang) -> AnyView {
    let id = variant.id;
    let hidden = move || {
        view! {
            <input type="hidden" name="produk" value=product.to_string()/>
            <input type="hidden" name="varian" value=id.to_string()/>
        }
    };
    if variant.archived {
        return view! {
            <form class="card stack" method="post" action="/aksi/usaha/varian/arsip" id="arsip">
                {hidden()}
                <p class="muted">{t.variant_away_text()}</p>
                <button class="btn btn--line" name="pulihkan" value="1">{t.sell_again()}</button>
            </form>
        }
        .into_html();
    }
    view! {
        <details class="card fold" id="arsip">
            <summary>{t.variant_archive()}<Icon name="chevron-down"/></summary>
            <form class="stack stack--2" method="post" action="/aksi/usaha/varian/arsip">
                {hidden()}
                <p class="muted">{t.variant_archive_text()}</p>
                <div><button class="btn btn--danger">{t.variant_archive_yes()}</button></div>
            </form>
        </details>
    }
    .into_html()
}

/// Adds or changes a variant.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "usaha/varian/simpan")]
#[allow(clippy::too_many_arguments)] // one per field of the form
pub async fn submit_variant(
    produk: String,
    varian: String,
    #[server(default)] baru: String,
    #[server(default)] lama: String,
    #[server(default)] rasa: String,
    #[server(default)] ukuran: String,
    #[server(default)] harga: String,
    #[server(default)] stok: String,
    #[server(default)] berat: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let (Ok(product), Ok(variant)) = (Uuid::try_parse(&produk), Uuid::try_parse(&varian)) else {
        go_to("/usaha/produk");
        return Ok(());
    };
    let at = if baru.is_empty() { variant.to_string() } else { NEW.to_owned() };
    let mut form = Form::new(FORM, format!("/usaha/produk/{product}/varian/{at}"));
    form.keep("di", &format!("{product}/{at}"));
    form.keep("varian", &variant.to_string());
    let option1 = form.read("rasa", t.option1_label(), &rasa, OptionValue::parse_optional);
    let option2 = form.read("ukuran", t.option2_label(), &ukuran, OptionValue::parse_optional);
    let terms = read_terms(&mut form, &harga, &stok, &berat, t);
    let (Some(option1), Some(option2), Some((price, on_hand, weight))) = (option1, option2, terms) else {
        form.refuse().await;
        return Ok(());
    };
    let terms = Terms { option1, option2, price, weight };
    let saved = if baru.is_empty() {
        let seen = lama.parse().unwrap_or(on_hand.get());
        update_variant(&platform, &visitor.actor, variant, &terms, seen, on_hand).await
    } else {
        add_variant(&platform, &visitor.actor, product, &NewVariant { id: variant, terms, on_hand }).await
    };
    finish(form, saved, product, t).await;
    Ok(())
}

/// Puts a variant away, or sells it again.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "usaha/varian/arsip")]
pub async fn submit_variant_state(
    produk: String,
    varian: String,
    #[server(default)] pulihkan: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let (Ok(product), Ok(variant)) = (Uuid::try_parse(&produk), Uuid::try_parse(&varian)) else {
        go_to("/usaha/produk");
        return Ok(());
    };
    let mut form = Form::new(FORM, format!("/usaha/produk/{product}/varian/{variant}"));
    form.keep("di", &format!("{product}/{variant}"));
    let result = if pulihkan.is_empty() {
        archive_variant(&platform, &visitor.actor, variant).await
    } else {
        restore_variant(&platform, &visitor.actor, variant).await
    };
    finish(form, result, product, visitor.lang).await;
    Ok(())
}

/// Goes back to the product, or shows the variant again and says why not.
async fn finish(mut form: Form, result: Result<(), VariantError>, product: Uuid, t: Lang) {
    let (field, words) = match result {
        Ok(()) => return done(Word::Saved, &format!("/usaha/produk/{product}")),
        Err(VariantError::NotFound) => return go_to("/usaha/produk"),
        Err(VariantError::Forbidden(_)) => return form.not_allowed(),
        Err(error @ VariantError::Db(_)) => return form.unavailable("harga", &error).await,
        Err(VariantError::Twin) => ("ukuran", t.variant_twin().to_owned()),
        Err(VariantError::TooMany) => ("ukuran", t.variant_too_many().to_owned()),
        Err(VariantError::Last) => ("arsip", t.variant_last().to_owned()),
        Err(VariantError::Promised(pieces)) => ("stok", t.stock_promised(pieces)),
        Err(VariantError::Moved(pieces)) => ("stok", t.stock_moved(pieces)),
    };
    form.wrong(field, words);
    form.refuse().await;
}
