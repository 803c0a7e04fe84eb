//! Scans the code on a class's screen. It is a WASM of its own, which the island `ScanCode` loads when somebody scans: the
//! islands of all other pages stay small.

mod address;
mod camera;
mod pixels;
mod reader;

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;
use web_sys::js_sys::futures::spawn_local;

pub use self::pixels::read;

/// Opens the camera at this place of the page (`Scanning` in `app` makes it), and leads to what is read. Does nothing while
/// the camera is open there.
#[wasm_bindgen]
pub fn scan(place: HtmlElement) {
    spawn_local(async move {
        camera::scan(place).await;
    });
}
