//! `/k/{kunci}`: the secret link of a message opens the order, or the permit case, on this device, and leaves the address
//! bar at once.

use leptos::prelude::*;
use platform::Platform;
use platform::permit::find_case_of_key;
use platform::shop::order::find_group;

use crate::action::set_cookie;
use crate::page::{Missing, page};
use crate::permit::remember;
use crate::request::param;
use crate::visitor::visitor;

/// How long the order stays open on this device. Seconds.
pub(in crate::shop) const KEPT: i64 = 30 * 86_400;

async fn load(platform: Platform, secret: String) -> Result<(), Missing> {
    if find_group(&platform, &secret).await?.is_some() {
        set_cookie("kunci", &secret, KEPT);
        return Err(Missing::Elsewhere("/pesanan/terima-kasih".to_owned()));
    }
    let Some(number) = find_case_of_key(&platform, &secret).await? else {
        return Err(Missing::Elsewhere("/lacak".to_owned()));
    };
    remember(&visitor(), &secret);
    Err(Missing::Elsewhere(format!("/izin/kasus/{number}")))
}

/// `/k/{kunci}`.
#[component]
pub fn OrderLinkPage() -> impl IntoView {
    let secret = param("kunci");
    page(load(expect_context::<Platform>(), secret), |()| ())
}
