//! `/k/{kunci}`: the secret link of a message opens the order on this device, and leaves the address bar at once.

use leptos::prelude::*;
use platform::Platform;
use platform::shop::order::find_group;

use crate::action::set_cookie;
use crate::page::{Missing, page};
use crate::request::param;

/// How long the order stays open on this device. Seconds.
pub(in crate::shop) const KEPT: i64 = 30 * 86_400;

async fn load(platform: Platform, secret: String) -> Result<(), Missing> {
    if find_group(&platform, &secret).await?.is_none() {
        return Err(Missing::Elsewhere("/lacak".to_owned()));
    }
    set_cookie("kunci", &secret, KEPT);
    Err(Missing::Elsewhere("/pesanan/terima-kasih".to_owned()))
}

/// `/k/{kunci}`.
#[component]
pub fn OrderLinkPage() -> impl IntoView {
    let secret = param("kunci");
    page(load(expect_context::<Platform>(), secret), |()| ())
}
