//! `/k/{kunci}`: the secret link of a message opens the order, the permit case or the registration for a class on this
//! device, and leaves the address bar at once.

use leptos::prelude::*;
use platform::Platform;
use platform::permit::find_case_of_key;
use platform::shop::order::find_group;
use platform::training::find_registration_of_key;

use crate::action::set_cookie;
use crate::page::{Missing, page};
use crate::permit::remember;
use crate::request::param;
use crate::training::{self, registration_path};
use crate::visitor::visitor;

/// How long the order stays open on this device. Seconds.
pub(in crate::shop) const KEPT: i64 = 30 * 86_400;

async fn load(platform: Platform, secret: String) -> Result<(), Missing> {
    if find_group(&platform, &secret).await?.is_some() {
        set_cookie("kunci", &secret, KEPT);
        return Err(Missing::Elsewhere("/pesanan/terima-kasih".to_owned()));
    }
    if let Some(number) = find_case_of_key(&platform, &secret).await? {
        remember(&visitor(), &secret);
        return Err(Missing::Elsewhere(format!("/izin/kasus/{number}")));
    }
    if let Some(number) = find_registration_of_key(&platform, &secret).await? {
        training::remember(&visitor(), &secret);
        return Err(Missing::Elsewhere(registration_path(&number)));
    }
    Err(Missing::Elsewhere("/lacak".to_owned()))
}

/// `/k/{kunci}`.
#[component]
pub fn OrderLinkPage() -> impl IntoView {
    let secret = param("kunci");
    page(load(expect_context::<Platform>(), secret), |()| ())
}
