//! The pages for what cannot be shown.

use leptos::prelude::*;

use super::{Icon, PageHead};
use crate::text::{CommonText, ConsoleText, PictureText};
use crate::visitor::lang;

/// Nothing is here, or it cannot be had right now; always with a way on.
#[component]
pub fn ErrorPage(
    /// Whether the address exists.
    found: bool,
) -> impl IntoView {
    let t = lang();
    if !found && let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(http::StatusCode::NOT_FOUND);
    }
    let (icon, title, text) = if found {
        ("triangle-alert", t.error_title(), t.error_text())
    } else {
        ("search", t.not_found_title(), t.not_found_text())
    };
    view! {
        <PageHead title=title.to_owned() description=text.to_owned() canonical=None/>
        <main id="isi" class="wrap section">
            <div class="card stack max-w-[40rem]">
                <span class="lacak__i"><Icon name=icon class="i i--24"/></span>
                <h1>{title}</h1>
                <p>{text}</p>
                <div class="row">
                    {found.then(|| view! { <a class="btn" href="">{t.try_again()}</a> })}
                    <a class="btn btn--line" href="/">{t.back_home()}</a>
                    <a class="btn btn--line" href="/produk">{t.nav_shop()}</a>
                    <a class="btn btn--line" href="/lacak">{t.nav_track()}</a>
                </div>
            </div>
        </main>
    }
}

/// The visitor is signed in, but this is not their page (403).
#[component]
pub fn NotAllowedPage() -> impl IntoView {
    let t = lang();
    view! {
        <PageHead title=t.not_allowed_title().to_owned() description=t.not_allowed_text().to_owned() canonical=None/>
        <main id="isi" class="wrap section">
            <div class="card stack max-w-[40rem]">
                <span class="lacak__i"><Icon name="lock" class="i i--24"/></span>
                <h1>{t.not_allowed_title()}</h1>
                <p>{t.not_allowed_text()}</p>
                <div class="row">
                    <a class="btn" href="/akun">{t.my_account()}</a>
                    <a class="btn btn--line" href="/">{t.back_home()}</a>
                </div>
            </div>
        </main>
    }
}

/// More was sent than is taken (413). The server shows it in the place of the page that would have answered.
#[component]
pub fn TooLargePage() -> impl IntoView {
    let t = lang();
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(http::StatusCode::PAYLOAD_TOO_LARGE);
    }
    let back = with_context::<http::request::Parts, _>(came_from).flatten().unwrap_or_else(|| "/".to_owned());
    view! {
        <PageHead title=t.too_large_title().to_owned() description=t.too_large_text().to_owned() canonical=None/>
        <main id="isi" class="wrap section">
            <div class="card stack max-w-[40rem]">
                <span class="lacak__i"><Icon name="triangle-alert" class="i i--24"/></span>
                <h1>{t.too_large_title()}</h1>
                <p>{t.too_large_text()}</p>
                <div class="row">
                    <a class="btn" href=back>{t.back()}</a>
                    <a class="btn btn--line" href="/">{t.back_home()}</a>
                </div>
            </div>
        </main>
    }
}

/// The page of this site on which the form stood.
fn came_from(parts: &http::request::Parts) -> Option<String> {
    let from: http::Uri = parts.headers.get(http::header::REFERER)?.to_str().ok()?.parse().ok()?;
    let host = parts.headers.get(http::header::HOST)?.to_str().ok()?;
    (from.authority()?.as_str() == host).then(|| from.path().to_owned())
}
