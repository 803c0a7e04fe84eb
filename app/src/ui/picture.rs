//! Pictures in the right size.

use leptos::prelude::*;
use platform::picture::path;
use uuid::Uuid;

/// When a picture is loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Load {
    /// With the page, before everything else: the largest thing in the first view.
    First,
    /// With the page.
    Now,
    /// When it is scrolled near.
    Later,
}

/// A square picture; the browser takes the width it needs.
#[component]
pub fn Picture(
    /// The picture; a quiet ground is left where there is none.
    id: Option<Uuid>,
    /// What it shows; empty where the words beside it say it.
    #[prop(optional, into)]
    alt: String,
    /// How wide it is shown, as the `sizes` of HTML.
    sizes: &'static str,
    /// When it is loaded.
    load: Load,
) -> impl IntoView {
    id.map(|id| {
        let file = |width| path(id, width);
        view! {
            <img
                src=file(320)
                srcset=format!("{} 160w, {} 320w, {} 640w, {} 1280w", file(160), file(320), file(640), file(1280))
                sizes=sizes
                width="320"
                height="320"
                alt=alt
                loading=(load == Load::Later).then_some("lazy")
                fetchpriority=(load == Load::First).then_some("high")
                decoding="async"
            />
        }
    })
}
