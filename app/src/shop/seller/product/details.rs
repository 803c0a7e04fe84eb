//! What a seller says about a product.

use domain::shop::product::{Details, ProductState};
use domain::typed::{Line, Text};
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::reference::Category;
use platform::shop::product::{OwnDetails, UpdateProductError, update_product};
use uuid::Uuid;

use super::super::entry::{Entry, Kind, Need, category_choice, entry};
use super::super::form::Form;
use super::super::new_product::{about_entry, name_entry};
use super::state::lacking;
use crate::action::{Word, done, go_to};
use crate::html::IntoHtml;
use crate::text::{ConsoleText, Lang, SellerText};
use crate::ui::Icon;
use crate::visitor::visitor;

pub(super) const FORM: &str = "usaha-produk";

pub(super) fn details_form(
    product: &OwnDetails,
    tree: Vec<(Category, Vec<Category>)>,
    refused: &Refused,
    t: Lang,
) -> AnyView {
    let line = |name, label, hint, most| Entry { name, label, hint, kind: Kind::Line, most, need: Need::Later };
    let name = entry(name_entry(t), &product.name, refused, t);
    let category = category_choice(tree, t.category_label(), &product.category, refused, t);
    let about = entry(about_entry(t), &product.description, refused, t);
    let net = entry(line("bersih", t.net_weight_label(), t.net_weight_hint(), 40), &product.net_weight, refused, t);
    let composition =
        Entry { kind: Kind::Words, ..line("komposisi", t.composition_label(), t.composition_hint(), 500) };
    let composition = entry(composition, &product.composition, refused, t);
    let keeps = entry(line("tahan", t.shelf_life_label(), t.shelf_life_hint(), 80), &product.shelf_life, refused, t);
    let slug_stays = product.state == ProductState::Published;
    view! {
        <form class="card stack food-form" method="post" action="/aksi/usaha/produk/ubah">
            <h2 class="h3">{t.details_title()}</h2>
            <input type="hidden" name="id" value=product.id.to_string()/>
            {(product.verified_badges > 0).then(|| view! {
                <p class="note note--warn"><Icon name="badge-check"/><span>{t.recheck_hint()}</span></p>
            })}
            {name}{category}{about}
            <div class="stack inset food-only" role="group" aria-labelledby="j-label">
                <h3 id="j-label">{t.label_title()}</h3>
                <p class="hint">{t.label_hint()}</p>
                {net}{composition}{keeps}
            </div>
            <button class="btn btn--big btn--wide">{t.save()}</button>
            {slug_stays.then(|| view! { <p class="hint">{t.address_stays()}</p> })}
        </form>
    }
    .into_html()
}

/// Changes what a seller says about a product.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "usaha/produk/ubah")]
#[allow(clippy::too_many_arguments)] // one per field of the form
pub async fn submit_details(
    id: String,
    #[server(default)] nama: String,
    #[server(default)] kategori: String,
    #[server(default)] tentang: String,
    #[server(default)] bersih: String,
    #[server(default)] komposisi: String,
    #[server(default)] tahan: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let Ok(product) = Uuid::try_parse(&id) else {
        go_to("/usaha/produk");
        return Ok(());
    };
    let back = format!("/usaha/produk/{product}");
    let mut form = Form::new(FORM, back.clone());
    form.keep("id", &product.to_string());
    form.keep("kategori", &kategori);
    let name = form.read("nama", t.product_name_label(), &nama, Line::parse);
    let description = form.read("tentang", t.about_label(), &tentang, Text::parse_optional);
    let net_weight = form.read("bersih", t.net_weight_label(), &bersih, Line::parse_optional);
    let composition = form.read("komposisi", t.composition_label(), &komposisi, Line::parse_optional);
    let shelf_life = form.read("tahan", t.shelf_life_label(), &tahan, Line::parse_optional);
    let (Some(name), Some(description), Some(net_weight), Some(composition), Some(shelf_life)) =
        (name, description, net_weight, composition, shelf_life)
    else {
        form.refuse().await;
        return Ok(());
    };
    let details = Details { name, category: kategori, description, net_weight, composition, shelf_life };
    match update_product(&platform, &visitor.actor, product, &details).await {
        Ok(()) => done(Word::Saved, &back),
        Err(UpdateProductError::NotFound) => go_to("/usaha/produk"),
        Err(UpdateProductError::Forbidden(_)) => form.not_allowed(),
        Err(UpdateProductError::Category) => {
            form.wrong("kategori", t.category_missing());
            form.refuse().await;
        }
        Err(UpdateProductError::Lacks(lacks)) => {
            for (field, words) in lacking(&lacks, t) {
                form.wrong(field, words);
            }
            form.refuse().await;
        }
        Err(error @ UpdateProductError::Db(_)) => form.unavailable("nama", &error).await,
    }
    Ok(())
}
