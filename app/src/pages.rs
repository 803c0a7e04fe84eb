//! The map from paths to pages.

use leptos::prelude::*;

use crate::account::{AccountPage, SignInPage, SignUpPage};
use crate::help::{HelpPage, PrivacyPage};
use crate::home::HomePage;
use crate::notice::OutboxPage;
use crate::permit::PermitsPage;
use crate::shop::{
    CartPage, CheckoutPage, KecamatanListPage, KecamatanPage, OfficeOrderPage, OfficeSlipPage, OrderDonePage,
    OrderInvoicePage, OrderLinkPage, OrderPage, ProductPage, ProductsPage, ShopOrderPage, ShopOrdersPage, ShopPage,
    ShopSlipPage, TrackPage,
};
use crate::training::TrainingPage;
use crate::ui::ErrorPage;

/// Makes the content of a page.
pub type Page = fn() -> AnyView;

macro_rules! pages {
    ($($path:literal => $page:ident)+) => { &[$(($path, || $page().into_any()),)+] };
}

/// Every page: the pattern of its path (as axum writes it) and what is there.
pub const PAGES: &[(&str, Page)] = pages! {
    "/" => HomePage
    "/produk" => ProductsPage
    "/produk/{slug}" => ProductPage
    "/toko/{slug}" => ShopPage
    "/kecamatan" => KecamatanListPage
    "/kecamatan/{slug}" => KecamatanPage
    "/keranjang" => CartPage
    "/checkout" => CheckoutPage
    "/pesanan/terima-kasih" => OrderDonePage
    "/pesanan/{nomor}" => OrderPage
    "/pesanan/{nomor}/nota" => OrderInvoicePage
    "/usaha/pesanan" => ShopOrdersPage
    "/usaha/pesanan/{nomor}" => ShopOrderPage
    "/usaha/pesanan/{nomor}/nota" => ShopSlipPage
    "/dinas/pesan" => OutboxPage
    "/dinas/pesanan/{nomor}" => OfficeOrderPage
    "/dinas/pesanan/{nomor}/nota" => OfficeSlipPage
    "/k/{kunci}" => OrderLinkPage
    "/lacak" => TrackPage
    "/masuk" => SignInPage
    "/daftar" => SignUpPage
    "/akun" => AccountPage
    "/pelatihan" => TrainingPage
    "/izin" => PermitsPage
    "/bantuan" => HelpPage
    "/privasi" => PrivacyPage
};

/// The page of every other path (404).
pub fn unknown() -> AnyView {
    view! { <ErrorPage found=false/> }.into_any()
}
