//! Data for search engines (schema.org).

use leptos::nonce::use_nonce;
use leptos::prelude::*;

/// A page's content as JSON-LD.
#[component]
pub fn JsonLd(
    /// The whole object, with `@context`.
    data: serde_json::Value,
) -> impl IntoView {
    // Inside a script element only this could end it.
    let text = data.to_string().replace("</", "<\\/");
    view! { <script r#type="application/ld+json" nonce=use_nonce() inner_html=text></script> }
}
