//! Training and mentoring.

mod registration;

use leptos::prelude::*;

pub use self::registration::{RegisterPage, RegistrationPage};
pub(crate) use self::registration::{own_classes, registration_path, remember};

use crate::text::CommonText;
use crate::ui::ShortPage;
use crate::visitor::lang;

/// `/pelatihan`.
#[component]
pub fn TrainingPage() -> impl IntoView {
    let t = lang();
    view! { <ShortPage icon="graduation-cap" title=t.training_title() text=t.training_text() canonical="/pelatihan"/> }
}
