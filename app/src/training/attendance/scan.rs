//! `/hadir/{sesi}/{kode}`: the address in the code on the screen. The scan is kept, and leaves the address bar at once: who
//! was not there has no use for a link that somebody passes on.

use leptos::prelude::*;
use platform::Platform;
use platform::training::{SCAN_KEPT, keep_scan};
use uuid::Uuid;

use super::{HERE, SCAN};
use crate::action::set_cookie;
use crate::page::{Missing, page};
use crate::request::param;

async fn load(platform: Platform, session: String, code: String) -> Result<(), Missing> {
    let session = Uuid::try_parse(&session).map_err(|_| Missing::NotFound)?;
    let path = match keep_scan(&platform, session, &code) {
        Some(scan) => {
            set_cookie(SCAN, &scan, SCAN_KEPT);
            HERE.to_owned()
        }
        None => format!("{HERE}?kode=lewat"),
    };
    Err(Missing::Elsewhere(path))
}

/// `/hadir/{sesi}/{kode}`.
#[component]
pub fn ScanPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), param("sesi"), param("kode")), |()| ())
}
