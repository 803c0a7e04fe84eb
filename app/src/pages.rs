//! The map from paths to pages.

use leptos::prelude::*;

use crate::account::{AccountPage, SignInPage, SignUpPage};
use crate::disturbed::DisturbedPage;
use crate::help::{HelpPage, PrivacyPage};
use crate::home::HomePage;
use crate::office::OfficePage;
use crate::permit::PermitsPage;
use crate::shop::{
    BadgeFilePage, BadgesPage, CartPage, CheckoutPage, HandInPage, KecamatanListPage, KecamatanPage, LegalityPage,
    OrderDonePage, OrderLinkPage, OrderPage, ProductPage, ProductsPage, ShopFilePage, ShopPage, ShopsPage, TrackPage,
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
    "/k/{kunci}" => OrderLinkPage
    "/lacak" => TrackPage
    "/masuk" => SignInPage
    "/daftar" => SignUpPage
    "/akun" => AccountPage
    "/gangguan" => DisturbedPage
    "/usaha/legalitas" => LegalityPage
    "/usaha/legalitas/ajukan" => HandInPage
    "/dinas" => OfficePage
    "/dinas/toko" => ShopsPage
    "/dinas/toko/{id}" => ShopFilePage
    "/dinas/lencana" => BadgesPage
    "/dinas/lencana/{id}" => BadgeFilePage
    "/pelatihan" => TrainingPage
    "/izin" => PermitsPage
    "/bantuan" => HelpPage
    "/privasi" => PrivacyPage
};

/// The page of every other path (404).
pub fn unknown() -> AnyView {
    view! { <ErrorPage found=false/> }.into_any()
}
