//! The browser's side: loads the crate `scanner` when somebody scans, and not before.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use web_sys::js_sys::{Object, Promise, Reflect};

#[wasm_bindgen(wasm_bindgen = leptos::wasm_bindgen)]
extern "C" {
    #[wasm_bindgen(catch)]
    fn import(path: &str) -> Result<Promise, JsValue>;
    /// The crate `scanner`, as wasm-bindgen presents it.
    type Scanner;
    #[wasm_bindgen(catch, method, js_name = default)]
    fn start(this: &Scanner, options: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn scan(this: &Scanner, place: &HtmlElement) -> Result<(), JsValue>;
}

/// Wakes the place from which a code is scanned; leaves it empty where the browser gives no camera to anybody.
pub(super) fn wake() -> Option<()> {
    let place: HtmlElement = document().query_selector(".scan").ok()??.dyn_into().ok()?;
    // Not there on a connection that is not secure.
    if Reflect::get(&window().navigator(), &"mediaDevices".into()).ok()?.is_undefined() {
        place.set_hidden(true);
        return None;
    }
    let button: HtmlElement = place.query_selector("[data-buka]").ok()??.dyn_into().ok()?;
    place.set_class_name("scan");
    let pressed = Closure::<dyn Fn()>::new(move || {
        let place = place.clone();
        spawn_local(async move {
            say(&place, "data-mulai");
            if scan(&place).await.is_err() {
                say(&place, "data-gagal");
            }
        });
    });
    button.set_onclick(Some(pressed.into_js_value().unchecked_ref()));
    Some(())
}

async fn scan(place: &HtmlElement) -> Result<(), JsValue> {
    let address = |name| place.get_attribute(name).unwrap_or_default();
    let scanner: Scanner = import(&address("data-js"))?.await?.unchecked_into();
    let options = Object::new();
    Reflect::set(&options, &"module_or_path".into(), &address("data-wasm").into())?;
    scanner.start(&options)?.await?;
    scanner.scan(place)
}

/// Says the words of an attribute.
fn say(place: &HtmlElement, words: &str) -> Option<()> {
    let status = place.query_selector("[role=status]").ok()??;
    status.set_class_name("");
    status.set_text_content(status.get_attribute(words).as_deref());
    Some(())
}
