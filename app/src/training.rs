//! Training and mentoring.

use leptos::prelude::*;

use crate::text::CommonText;
use crate::ui::ShortPage;
use crate::visitor::lang;

/// `/pelatihan`.
#[component]
pub fn TrainingPage() -> impl IntoView {
    let t = lang();
    view! { <ShortPage icon="graduation-cap" title=t.training_title() text=t.training_text() canonical="/pelatihan"/> }
}
