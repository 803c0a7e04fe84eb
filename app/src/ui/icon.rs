//! The outline icons (Lucide), one sprite file for all pages.

use std::sync::OnceLock;

use leptos::prelude::*;

use crate::assets;

/// An icon by its Lucide name, decorative: the words beside it say what it means.
#[component]
pub fn Icon(
    /// Lucide's name, for example `map-pin`; it must be in `style/assets/icons.svg`.
    name: &'static str,
    /// Further classes after `i`, for example `i--16`.
    #[prop(default = "i")]
    class: &'static str,
) -> impl IntoView {
    static SPRITE: OnceLock<String> = OnceLock::new();
    let sprite = SPRITE.get_or_init(|| assets::path("icons.svg"));
    view! { <svg class=class aria-hidden="true"><use href=format!("{sprite}#{name}")></use></svg> }
}
