//! The pages and islands of the shop.

mod add_to_cart;
#[cfg(feature = "ssr")]
mod cart;
#[cfg(feature = "ssr")]
mod checkout;
#[cfg(feature = "ssr")]
mod kecamatan;
#[cfg(feature = "ssr")]
pub(crate) mod office;
#[cfg(feature = "ssr")]
mod order;
#[cfg(feature = "ssr")]
mod orders;
#[cfg(feature = "ssr")]
mod pictures;
#[cfg(feature = "ssr")]
mod product;
#[cfg(feature = "ssr")]
mod products;
#[cfg(feature = "ssr")]
mod proof;
#[cfg(feature = "ssr")]
mod query;
#[cfg(feature = "ssr")]
pub(crate) mod seller;
#[cfg(feature = "ssr")]
mod store;
#[cfg(feature = "ssr")]
mod track;

pub use add_to_cart::*;
#[cfg(feature = "ssr")]
pub(crate) use checkout::phone_error;
#[cfg(feature = "ssr")]
pub use {
    cart::CartPage,
    checkout::CheckoutPage,
    kecamatan::{KecamatanListPage, KecamatanPage},
    office::{BadgeFilePage, BadgesPage, ShopFilePage, ShopsPage},
    order::{OrderDonePage, OrderInvoicePage, OrderLinkPage, OrderPage},
    orders::{OfficeOrderPage, OfficeSlipPage, ShopOrderPage, ShopOrdersPage, ShopSlipPage, shop_orders_csv},
    pictures::{ProductPhotosPage, ShopPhotoPage},
    product::ProductPage,
    products::ProductsPage,
    seller::legality::{HandInPage, LegalityPage},
    seller::{
        ClosedDaysPage, DeliveryPage, NewProductPage, OpenShopPage, OwnProductPage, OwnProductsPage, PaymentPage,
        SellerPage, ShopProfilePage, VariantPage,
    },
    store::ShopPage,
    track::TrackPage,
};
