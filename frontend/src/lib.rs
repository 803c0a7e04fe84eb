//! The WASM entry: hydrates the islands of `app`, nothing else.

#[allow(unused_imports)]
use app::*; // keeps the islands' exports: without a reference the linker drops them

/// Called once by the page's loader script.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
