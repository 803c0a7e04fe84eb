//! Products as their seller makes them: drafts, variants, stock, and showing them to shoppers.

mod create;
mod list;
mod own;
mod state;
mod stock;
mod update;
mod variant;

pub use create::{CreateProductError, NewProduct, create_product};
pub use list::{OWN_PAGE, OwnFilter, OwnProduct, OwnProducts, OwnTab, list_own_products};
pub use own::{OwnDetails, OwnProductError, OwnProductPage, OwnVariant, find_own_product};
pub use state::{ChangeStateError, change_product_state};
pub use stock::{StockError, set_stock};
pub use update::{UpdateProductError, update_product};
pub use variant::{NewVariant, VariantError, add_variant, archive_variant, restore_variant, update_variant};

use domain::typed::Line;

/// An optional line as its column holds it: empty where there is none.
fn column<const MOST: usize>(line: &Option<Line<MOST>>) -> &str {
    line.as_ref().map_or("", Line::as_str)
}
