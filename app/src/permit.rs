//! Permits.

use leptos::prelude::*;

use crate::text::CommonText;
use crate::ui::ShortPage;
use crate::visitor::lang;

/// `/izin`.
#[component]
pub fn PermitsPage() -> impl IntoView {
    let t = lang();
    view! { <ShortPage icon="scroll-text" title=t.permits_title() text=t.permits_text() canonical="/izin"/> }
}
