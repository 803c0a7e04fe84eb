//! Scanning the code on a class's screen inside the page: a camera, and the code's address is opened. Where scripts do not
//! run or there is no camera the place stays empty, and the digits beside it do the same.

#[cfg(feature = "hydrate")]
mod load;

use leptos::prelude::*;

#[cfg(feature = "ssr")]
use crate::{
    assets,
    site::site,
    text::AttendanceText,
    ui::{Icon, Islands},
    visitor::lang,
};

/// The place on a page from which a code is scanned; once on a page. All words stand in it, so that the island and the crate
/// `scanner` need none.
#[cfg(feature = "ssr")]
#[component]
pub(crate) fn Scanning() -> impl IntoView {
    allow_camera();
    let t = lang();
    let screen = format!("{}/hadir/", site().public_url);
    view! {
        <div class="scan scan--asleep" data-layar=screen data-js=assets::path("scanner.js") data-wasm=assets::path("scanner.wasm")>
            <button type="button" class="btn btn--line" data-buka=""><Icon name="camera"/>{t.scan_open()}</button>
            <div class="scan__camera" hidden>
                <div class="scan__view"><video playsinline autoplay muted aria-hidden="true"></video></div>
                <p>{t.scan_aim()}</p>
                <button type="button" class="btn btn--line" data-tutup=""><Icon name="x"/>{t.scan_close()}</button>
            </div>
            <p role="status" data-mulai=t.scan_starts() data-asing=t.scan_foreign() data-terbaca=t.scan_read()
                data-tolak=t.scan_refused() data-tanpa=t.scan_no_camera() data-sibuk=t.scan_busy() data-gagal=t.scan_failed()></p>
            <ScanCode/>
        </div>
        <Islands/>
    }
}

/// This page may ask for the camera; all others may not.
#[cfg(feature = "ssr")]
fn allow_camera() {
    let policy = http::HeaderValue::from_static("camera=(self), geolocation=(), microphone=(), payment=()");
    let name = http::HeaderName::from_static("permissions-policy");
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.insert_header(name, policy);
    }
}

/// Wakes the `.scan` of this page where the browser has cameras: its button loads the crate `scanner`, which does the rest. It
/// shows nothing of its own, which keeps it small.
#[island]
pub fn ScanCode() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    load::wake();
}
