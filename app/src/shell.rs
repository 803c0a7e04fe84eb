//! The HTML document around every page.

use http::header::{CONTENT_SECURITY_POLICY, HeaderValue};
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_meta::{MetaTags, provide_meta_context};

use crate::assets;
use crate::pages::Page;
use crate::text::CommonText;
use crate::ui::{Console, Footer, Header};
use crate::visitor::{lang, visitor};

/// The HTML document around a page.
pub fn shell(page: Page) -> impl IntoView {
    // Nothing is hydrated but islands: no resource needs to be written into the page.
    if let Some(shared) = Owner::current_shared_context() {
        shared.set_is_hydrating(false);
    }
    restrict_content();
    provide_meta_context();
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
                <a class="skip" href="#isi">{lang().skip_to_content()}</a>
                <Header/>
                {page()}
                <Footer/>
                <script nonce=use_nonce()>"navigator.serviceWorker?.register('/sw.js')"</script>
                {assets::find("dev-reload.js").map(|src| view! { <script r#type="module" nonce=use_nonce() src=src></script> })}
            </body>
        </html>
    }
}

/// What a page may load: our own files, and scripts with this response's nonce. The pictures of a camera, which come from
/// nowhere else, count as media in some browsers.
fn restrict_content() {
    let (Some(response), Some(nonce)) = (use_context::<ResponseOptions>(), use_nonce()) else { return };
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; worker-src 'self'; \
         media-src mediastream:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    );
    if let Ok(value) = HeaderValue::from_str(&policy) {
        response.insert_header(CONTENT_SECURITY_POLICY, value);
    }
}
