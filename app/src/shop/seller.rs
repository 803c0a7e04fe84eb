//! `/usaha`: an owner's shop, products and papers.

mod closed_days;
mod delivery;
pub(crate) mod entry;
pub(crate) mod form;
mod hand_in;
pub(crate) mod legality;
mod new_product;
mod open;
mod overview;
mod payment;
mod product;
mod products;
mod profile;
mod profile_form;
mod shop_tabs;
mod stock;
mod variant;

use domain::account::Capability;
use platform::Platform;
use platform::reference::{Category, Reference};
use platform::shop::product::OwnProductError;
use platform::shop::usaha::{OwnShop, find_own_shop};

pub use self::{
    closed_days::ClosedDaysPage, delivery::DeliveryPage, new_product::NewProductPage, open::OpenShopPage,
    overview::SellerPage, payment::PaymentPage, product::OwnProductPage, products::OwnProductsPage,
    profile::ShopProfilePage, variant::VariantPage,
};
use crate::page::{Missing, only};
use crate::text::Lang;
use crate::visitor::Visitor;

/// The visitor's shop; who has none is invited to open one.
async fn own_shop(platform: &Platform, visitor: &Visitor) -> Result<OwnShop, Missing> {
    only(visitor, Capability::RunShop)?;
    let shop = find_own_shop(platform, &visitor.actor).await?;
    shop.ok_or_else(|| Missing::Elsewhere("/usaha".to_owned()))
}

/// What a page says instead of a product.
fn missing(error: OwnProductError) -> Missing {
    match error {
        OwnProductError::NotFound => Missing::NotFound,
        OwnProductError::Forbidden(_) => Missing::NotAllowed,
        error => error.into(),
    }
}

/// The categories that products may lie in, below their roots.
fn category_tree(reference: &Reference) -> Vec<(Category, Vec<Category>)> {
    reference.roots().map(|root| (root.clone(), reference.children(&root.slug).cloned().collect())).collect()
}

/// A category's name.
fn category_name(category: &Category, t: Lang) -> String {
    match t {
        Lang::Id => category.name_id.clone(),
        Lang::En => category.name_en.clone(),
    }
}
