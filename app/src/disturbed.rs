//! `/gangguan`: where a form leads when nothing can be written now. Loaded again, it leads back as soon as it can.

use leptos::prelude::*;
use platform::Platform;

use crate::action::local_path;
use crate::page::{Missing, page};
use crate::request::query;

async fn load(platform: Platform, back: String) -> Result<(), Missing> {
    // Reading may work when writing does not: it is the beginning of a change that is tried.
    drop(platform.db.begin().await?);
    Err(Missing::Elsewhere(local_path(&back).to_owned()))
}

/// `/gangguan`.
#[component]
pub fn DisturbedPage() -> impl IntoView {
    let back = query().get("kembali").map(str::to_owned).unwrap_or_default();
    page(load(expect_context::<Platform>(), back), |()| ())
}
