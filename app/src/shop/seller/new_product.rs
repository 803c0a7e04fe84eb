//! `/usaha/produk/baru`: a short form; the product becomes a draft.

use domain::shop::product::{Details, Gram, Pieces, Price, Terms};
use domain::typed::{Line, Text};
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::reference::Category;
use platform::shop::product::{CreateProductError, NewProduct, create_product};
use uuid::Uuid;

use super::entry::{Entry, Kind, Need, category_choice, entry};
use super::form::Form;
use super::{category_tree, own_shop};
use crate::action::{Word, done, go_to, recall};
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::text::{Lang, SellerText};
use crate::ui::{Desk, ErrorSummary};
use crate::visitor::{Visitor, lang, visitor};

const FORM: &str = "usaha-produk-baru";

struct Shown {
    tree: Vec<(Category, Vec<Category>)>,
    refused: Refused,
    /// The new product's number: the same form sent twice is one product.
    id: Uuid,
}

async fn load(platform: Platform, visitor: Visitor) -> Result<Shown, Missing> {
    own_shop(&platform, &visitor).await?;
    let refused = recall(&platform, visitor.typed, FORM).await?;
    let id = Uuid::try_parse(&refused.value("id")).unwrap_or_else(|_| platform.new_id());
    Ok(Shown { tree: category_tree(platform.reference().await?), refused, id })
}

/// `/usaha/produk/baru`.
#[component]
pub fn NewProductPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |shown| {
        let t = lang();
        let Shown { tree, refused, id } = shown;
        let name = entry(name_entry(t), "", &refused, t);
        let category = category_choice(tree, t.category_label(), "", &refused, t);
        let terms = terms_entries(&StoredTerms { stock: "1", ..StoredTerms::default() }, &refused, t);
        let about = entry(Entry { need: Need::Must, ..about_entry(t) }, "", &refused, t);
        view! {
            <Desk title=t.add_product().to_owned() lead=t.add_product_lead()>
                <div class="narrow stack">
                    <ErrorSummary errors=refused.errors.clone()/>
                    <form class="card stack" method="post" action="/aksi/usaha/produk/baru">
                        <input type="hidden" name="id" value=id.to_string()/>
                        {name}{category}{terms}{about}
                        <button class="btn btn--big btn--wide">{t.save_draft()}</button>
                        <p class="hint">{t.save_draft_hint()}</p>
                    </form>
                </div>
            </Desk>
        }
    })
}

/// The field of a product's name.
pub(super) fn name_entry(t: Lang) -> Entry {
    Entry {
        name: "nama",
        label: t.product_name_label(),
        hint: t.product_name_hint(),
        kind: Kind::Line,
        most: 80,
        need: Need::Must,
    }
}

/// The field of a product's description.
pub(super) fn about_entry(t: Lang) -> Entry {
    Entry {
        name: "tentang",
        label: t.about_label(),
        hint: t.about_hint(),
        kind: Kind::Words,
        most: 2000,
        need: Need::Later,
    }
}

/// What is stored of a variant's terms, for their form.
#[derive(Default)]
pub(super) struct StoredTerms<'s> {
    pub price: &'s str,
    pub stock: &'s str,
    pub weight: &'s str,
}

/// The fields of price, stock and weight.
pub(super) fn terms_entries(stored: &StoredTerms<'_>, refused: &Refused, t: Lang) -> AnyView {
    let number = |name, label, hint| Entry { name, label, hint, kind: Kind::Number, most: 16, need: Need::Must };
    let price = entry(number("harga", t.price_label(), t.price_hint()), stored.price, refused, t);
    let stock = entry(number("stok", t.stock_label(), t.stock_hint()), stored.stock, refused, t);
    let weight = entry(number("berat", t.weight_label(), t.weight_hint()), stored.weight, refused, t);
    view! { {price}<div class="pair">{stock}{weight}</div> }.into_html()
}

/// Reads price, stock and weight; `None` when something is wrong, which the form knows then.
pub(super) fn read_terms(
    form: &mut Form,
    harga: &str,
    stok: &str,
    berat: &str,
    t: Lang,
) -> Option<(Price, Pieces, Gram)> {
    let price = form.read("harga", t.price_label(), harga, Price::parse);
    let stock = form.read("stok", t.stock_label(), stok, Pieces::parse);
    let weight = form.read("berat", t.weight_label(), berat, Gram::parse);
    Some((price?, stock?, weight?))
}

/// Enters a product.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "usaha/produk/baru")]
#[allow(clippy::too_many_arguments)] // one per field of the form
pub async fn submit_new_product(
    id: String,
    #[server(default)] nama: String,
    #[server(default)] kategori: String,
    #[server(default)] harga: String,
    #[server(default)] stok: String,
    #[server(default)] berat: String,
    #[server(default)] tentang: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let Ok(product) = Uuid::try_parse(&id) else {
        go_to("/usaha/produk/baru");
        return Ok(());
    };
    let mut form = Form::new(FORM, "/usaha/produk/baru");
    form.keep("id", &id);
    let name = form.read("nama", t.product_name_label(), &nama, Line::parse);
    form.keep("kategori", &kategori);
    if kategori.is_empty() {
        form.wrong("kategori", t.category_missing());
    }
    let terms = read_terms(&mut form, &harga, &stok, &berat, t);
    let description = form.read("tentang", t.about_label(), &tentang, Text::parse);
    let (Some(name), Some((price, on_hand, weight)), Some(description), true) =
        (name, terms, description, form.is_right())
    else {
        form.refuse().await;
        return Ok(());
    };
    let details = Details {
        name,
        category: kategori,
        description: Some(description),
        net_weight: None,
        composition: None,
        shelf_life: None,
    };
    let terms = Terms { option1: None, option2: None, price, weight };
    match create_product(&platform, &visitor.actor, &NewProduct { id: product, details, terms, on_hand }).await {
        Ok(()) => done(Word::Saved, &format!("/usaha/produk/{product}")),
        Err(CreateProductError::NoShop) => go_to("/usaha"),
        Err(CreateProductError::Taken) => go_to("/usaha/produk/baru"),
        Err(CreateProductError::Forbidden(_)) => form.not_allowed(),
        Err(CreateProductError::Category) => {
            form.wrong("kategori", t.category_missing());
            form.refuse().await;
        }
        Err(error @ CreateProductError::Db(_)) => form.unavailable("nama", &error).await,
    }
    Ok(())
}
