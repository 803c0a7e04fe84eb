//! The small picture of a shop beside its name.

use leptos::prelude::*;
use uuid::Uuid;

use super::{Icon, Load, Picture};
use crate::html::IntoHtml;

/// The shop's picture, or an awning where it has none.
#[component]
pub fn ShopFace(
    /// The picture, when it is ready.
    picture: Option<Uuid>,
) -> impl IntoView {
    match picture {
        Some(id) => {
            view! { <span class="shop__pic t0"><Picture id=Some(id) sizes="56px" load=Load::Now/></span> }.into_html()
        }
        None => view! { <span class="shop__pic t7"><Icon name="store" class="i i--24"/></span> }.into_html(),
    }
}
