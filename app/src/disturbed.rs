//! `/gangguan`: where a form leads when nothing can be written now. Loaded again, it leads back as soon as it can.

use leptos::prelude::*;
use platform::{Platform, flash};

use crate::action::local_path;
use crate::page::{Missing, page};
use crate::request::query;

async fn load(platform: Platform, back: String) -> Result<(), Missing> {
    // Reading may work when writing does not, and a transaction begins on a disk that is read-only, too: so something is
    // written that is always right.
    flash::forget_old(&platform).await?;
    Err(Missing::Elsewhere(local_path(&back).to_owned()))
}

/// `/gangguan`.
#[component]
pub fn DisturbedPage() -> impl IntoView {
    let back = query().get("kembali").map(str::to_owned).unwrap_or_default();
    page(load(expect_context::<Platform>(), back), |()| ())
}
