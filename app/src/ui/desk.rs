//! The frame of a console page.

use leptos::prelude::*;

use super::{PageHead, Said};
use crate::html::Inner;

/// Title, what the last action left to be said, and the page's own content.
#[component]
pub fn Desk(
    /// The page's title and only `h1`.
    title: String,
    /// One sentence below it.
    #[prop(optional, into)]
    lead: Option<String>,
    /// The content.
    children: Inner,
) -> impl IntoView {
    view! {
        <PageHead title=title.clone() description=title.clone() canonical=None/>
        <main id="isi" class="wrap desk stack">
            <div class="desk__head">
                <h1>{title}</h1>
                {lead.map(|lead| view! { <p class="muted">{lead}</p> })}
            </div>
            <Said/>
            {children.into_html()}
        </main>
    }
}
