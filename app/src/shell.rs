//! The HTML document around every page, and the map from paths to pages.

use http::header::{CONTENT_SECURITY_POLICY, HeaderValue};
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_meta::{MetaTags, provide_meta_context};
use leptos_router::SsrMode;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;

use crate::account::{AccountPage, SignInPage, SignUpPage};
use crate::assets;
use crate::help::{HelpPage, PrivacyPage};
use crate::home::HomePage;
use crate::office::OfficePage;
use crate::permit::PermitsPage;
use crate::shop::{
    BadgeFilePage, BadgesPage, CartPage, CheckoutPage, HandInPage, KecamatanListPage, KecamatanPage, LegalityPage,
    OrderDonePage, OrderLinkPage, OrderPage, ProductPage, ProductsPage, ShopFilePage, ShopPage, ShopsPage, TrackPage,
};
use crate::text::CommonText;
use crate::training::TrainingPage;
use crate::ui::{Console, ErrorPage, Footer, Header};
use crate::visitor::{lang, visitor};

/// The HTML document.
pub fn shell() -> impl IntoView {
    // Nothing is hydrated but islands: no resource needs to be written into the page.
    if let Some(shared) = Owner::current_shared_context() {
        shared.set_is_hydrating(false);
    }
    restrict_content();
    view! {
        <!DOCTYPE html>
        <html lang=lang().as_str()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="theme-color" content="#134e4a"/>
                <link rel="preload" href=assets::path("plus-jakarta-sans.woff2") r#as="font" r#type="font/woff2" crossorigin=""/>
                <link rel="stylesheet" href=assets::path("app.css")/>
                <link rel="icon" href="/favicon.svg" r#type="image/svg+xml"/>
                <link rel="manifest" href="/manifest.webmanifest"/>
                <MetaTags/>
            </head>
            <body class:officer=Console::of(&visitor().path).is_some()>
                <App/>
                <script nonce=use_nonce()>"navigator.serviceWorker?.register('/sw.js')"</script>
                {assets::find("dev-reload.js").map(|src| view! { <script r#type="module" nonce=use_nonce() src=src></script> })}
            </body>
        </html>
    }
}

/// What a page may load: our own files, and scripts with this response's nonce.
fn restrict_content() {
    let (Some(response), Some(nonce)) = (use_context::<ResponseOptions>(), use_nonce()) else { return };
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    );
    if let Ok(value) = HeaderValue::from_str(&policy) {
        response.insert_header(CONTENT_SECURITY_POLICY, value);
    }
}

#[component]
fn App() -> impl IntoView {
    provide_meta_context();
    let t = lang();
    view! {
        <a class="skip" href="#isi">{t.skip_to_content()}</a>
        <Router>
            <Header/>
            <Routes fallback=|| view! { <ErrorPage found=false/> }>
                <Route path=path!("/") view=HomePage ssr=SsrMode::Async/>
                <Route path=path!("/produk") view=ProductsPage ssr=SsrMode::Async/>
                <Route path=path!("/produk/:slug") view=ProductPage ssr=SsrMode::Async/>
                <Route path=path!("/toko/:slug") view=ShopPage ssr=SsrMode::Async/>
                <Route path=path!("/kecamatan") view=KecamatanListPage ssr=SsrMode::Async/>
                <Route path=path!("/kecamatan/:slug") view=KecamatanPage ssr=SsrMode::Async/>
                <Route path=path!("/keranjang") view=CartPage ssr=SsrMode::Async/>
                <Route path=path!("/checkout") view=CheckoutPage ssr=SsrMode::Async/>
                <Route path=path!("/pesanan/terima-kasih") view=OrderDonePage ssr=SsrMode::Async/>
                <Route path=path!("/pesanan/:nomor") view=OrderPage ssr=SsrMode::Async/>
                <Route path=path!("/k/:kunci") view=OrderLinkPage ssr=SsrMode::Async/>
                <Route path=path!("/lacak") view=TrackPage ssr=SsrMode::Async/>
                <Route path=path!("/masuk") view=SignInPage ssr=SsrMode::Async/>
                <Route path=path!("/daftar") view=SignUpPage ssr=SsrMode::Async/>
                <Route path=path!("/akun") view=AccountPage ssr=SsrMode::Async/>
                <Route path=path!("/usaha/legalitas") view=LegalityPage ssr=SsrMode::Async/>
                <Route path=path!("/usaha/legalitas/ajukan") view=HandInPage ssr=SsrMode::Async/>
                <Route path=path!("/dinas") view=OfficePage ssr=SsrMode::Async/>
                <Route path=path!("/dinas/toko") view=ShopsPage ssr=SsrMode::Async/>
                <Route path=path!("/dinas/toko/:id") view=ShopFilePage ssr=SsrMode::Async/>
                <Route path=path!("/dinas/lencana") view=BadgesPage ssr=SsrMode::Async/>
                <Route path=path!("/dinas/lencana/:id") view=BadgeFilePage ssr=SsrMode::Async/>
                <Route path=path!("/pelatihan") view=TrainingPage ssr=SsrMode::Async/>
                <Route path=path!("/bantuan") view=HelpPage ssr=SsrMode::Async/>
                <Route path=path!("/privasi") view=PrivacyPage ssr=SsrMode::Async/>
                <Route path=path!("/izin") view=PermitsPage ssr=SsrMode::Async/>
            </Routes>
            <Footer/>
        </Router>
    }
}
