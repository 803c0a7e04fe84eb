//! A short, honest page for a service that is not here yet.

use leptos::prelude::*;

use super::{Icon, PageHead};
use crate::text::CommonText;
use crate::visitor::lang;

/// Says what is not here yet and where to go meanwhile.
#[component]
pub fn ShortPage(
    icon: &'static str,
    title: &'static str,
    text: &'static str,
    canonical: &'static str,
) -> impl IntoView {
    let t = lang();
    view! {
        <PageHead title=title.to_owned() description=text.to_owned() canonical=Some(canonical.to_owned())/>
        <main id="isi" class="wrap section">
            <div class="card stack max-w-[40rem]">
                <span class="lacak__i"><Icon name=icon class="i i--24"/></span>
                <h1>{title}</h1>
                <p>{text}</p>
                <div class="row">
                    <a class="btn" href="/produk">{t.nav_shop()}</a>
                    <a class="btn btn--line" href="/">{t.back_home()}</a>
                </div>
            </div>
        </main>
    }
}
