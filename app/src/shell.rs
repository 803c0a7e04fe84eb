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
use crate::home::HomePage;
use crate::permit::PermitsPage;
use crate::shop::{
    CartPage, CheckoutPage, ClosedDaysPage, DeliveryPage, KecamatanListPage, KecamatanPage, NewProductPage,
    OpenShopPage, OrderDonePage, OrderLinkPage, OrderPage, OwnProductPage, OwnProductsPage, PaymentPage, ProductPage,
    ProductsPage, SellerPage, ShopPage, ShopProfilePage, TrackPage, VariantPage,
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
            <body class=Console::of(&visitor().path).map(|_| "officer")>
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
                <Route path=path!("/usaha") view=SellerPage ssr=SsrMode::Async/>
                <Route path=path!("/usaha/buka") view=OpenShopPage ssr=SsrMode::Async/>
                <Route path=path!("/usaha/toko") view=ShopProfilePage ssr=SsrMode::Async/>
                <Route path=path!("/usaha/toko/kirim") view=DeliveryPage ssr=SsrMode::Async/>
                <Route path=path!("/usaha/toko/bayar") view=PaymentPage ssr=SsrMode::Async/>
                <Route path=path!("/usaha/toko/libur") view=ClosedDaysPage ssr=SsrMode::Async/>
                <Route path=path!("/usaha/produk") view=OwnProductsPage ssr=SsrMode::Async/>
                <Route path=path!("/usaha/produk/baru") view=NewProductPage ssr=SsrMode::Async/>
                <Route path=path!("/usaha/produk/:id") view=OwnProductPage ssr=SsrMode::Async/>
                <Route path=path!("/usaha/produk/:id/varian/:varian") view=VariantPage ssr=SsrMode::Async/>
                <Route path=path!("/pelatihan") view=TrainingPage ssr=SsrMode::Async/>
                <Route path=path!("/izin") view=PermitsPage ssr=SsrMode::Async/>
            </Routes>
            <Footer/>
        </Router>
    }
}
