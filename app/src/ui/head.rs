//! What search engines and messengers read.

use leptos::prelude::*;
use leptos_meta::{Link, Meta, Title};

use crate::html::IntoHtml;
use crate::site::site;

/// Title, description, canonical address and preview of a page.
#[component]
pub fn PageHead(
    /// Without the brand.
    title: String,
    /// One or two sentences.
    description: String,
    /// The one address of this content, from the root; `None` keeps the page out of search engines.
    canonical: Option<String>,
    /// A picture's path from the root.
    #[prop(optional)]
    image: Option<String>,
) -> impl IntoView {
    let site = site();
    let title = format!("{title} · {}", site.brand);
    let canonical = canonical.map(|path| format!("{}{path}", site.public_url));
    view! {
        <Title text=title.clone()/>
        <Meta name="description" content=description.clone()/>
        <Meta property="og:title" content=title/>
        <Meta property="og:description" content=description/>
        <Meta property="og:site_name" content=site.brand.clone()/>
        {match canonical {
            Some(url) => view! { <Link rel="canonical" href=url.clone()/><Meta property="og:url" content=url/> }.into_html(),
            None => view! { <Meta name="robots" content="noindex"/> }.into_html(),
        }}
        {image.map(|path| view! { <Meta property="og:image" content=format!("{}{path}", site.public_url)/> })}
    }
}
