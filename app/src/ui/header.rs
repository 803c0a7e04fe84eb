//! The band, the brand, the four ways in, language, cart and account.

use domain::account::Actor;
use leptos::prelude::*;

use super::Icon;
use super::console_header::{Console, ConsoleHeader};
use crate::html::IntoHtml;
use crate::site::site;
use crate::text::CommonText;
use crate::visitor::visitor;

/// The header of every page: the public site's, or the console's in which the visitor works.
#[component]
pub fn Header() -> impl IntoView {
    match Console::of(&visitor().path) {
        Some(console) => view! { <ConsoleHeader console/> }.into_html(),
        None => view! { <PublicHeader/> }.into_html(),
    }
}

#[component]
fn PublicHeader() -> impl IntoView {
    let visitor = visitor();
    let t = visitor.lang;
    let site = site();
    let here = visitor.path.clone();
    let current = move |door: &str| here.starts_with(door).then_some("page");
    let signed_in = visitor.actor != Actor::Guest;
    let (account_path, account_label) = if signed_in { ("/akun", t.my_account()) } else { ("/masuk", t.sign_in()) };
    view! {
        <header class="top">
            <div class="band"></div>
            <div class="wrap top__grid">
                <div class="top__row">
                    <a class="brand" href="/">
                        <BrandMark/>
                        <span>
                            <span class="brand__name">{site.brand.clone()}</span>
                            <span class="brand__place">{site.regency_short.clone()}</span>
                        </span>
                    </a>
                    <div class="tools">
                        <LanguageSwitch/>
                        <a class="tool" href="/keranjang" aria-label=t.cart_label(visitor.cart_count)>
                            <Icon name="shopping-cart" class="i i--24"/>
                            {(visitor.cart_count > 0)
                                .then(|| view! { <span class="tool__count" aria-hidden="true">{visitor.cart_count}</span> })}
                        </a>
                        <a class="tool only-narrow" href=account_path aria-label=account_label><Icon name="user" class="i i--24"/></a>
                        <a class="btn btn--line only-wide" href=account_path>{account_label}</a>
                    </div>
                </div>
                <form class="seek top__search only-wide" role="search" action="/produk">
                    <label class="vh" for="cari-atas">{t.search_products()}</label>
                    <Icon name="search"/>
                    <input class="input" id="cari-atas" type="search" name="q" placeholder=t.search_products()/>
                </form>
                <nav class="nav" aria-label=t.nav_main()>
                    <a class="nav__a" href="/produk" aria-current=current("/produk")>{t.nav_shop()}</a>
                    <a class="nav__a" href="/pelatihan" aria-current=current("/pelatihan")>{t.nav_training()}</a>
                    <a class="nav__a" href="/izin" aria-current=current("/izin")>{t.nav_permits()}</a>
                    <a class="nav__a" href="/lacak" aria-current=current("/lacak")>{t.nav_track()}</a>
                </nav>
            </div>
        </header>
    }
}

/// Shows the same page in the other language.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let visitor = visitor();
    let t = visitor.lang;
    view! {
        <form method="post" action="/aksi/bahasa">
            <input type="hidden" name="kembali" value=visitor.path/>
            <button class="tool tool--lang" lang=t.other().as_str() aria-label=t.switch_language()>
                <Icon name="languages"/>{t.other_language()}
            </button>
        </form>
    }
}

/// The house with a flower.
#[component]
pub fn BrandMark() -> impl IntoView {
    view! {
        <svg class="brand__mark" viewBox="0 0 40 40" aria-hidden="true">
            <rect width="40" height="40" rx="11" fill="#0f766e"></rect>
            <path d="M7.5 19.5 20 8.5l12.5 11" fill="none" stroke="#f59e0b" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"></path>
            <path d="M19.2 24.2c-5 0-7.4-1.7-7.6-6.4 4.9.1 7.5 1.7 7.6 6.4ZM20.8 24.2c5 0 7.4-1.7 7.6-6.4-4.9.1-7.5 1.7-7.6 6.4ZM19.2 25.8c-5 0-7.4 1.7-7.6 6.4 4.9-.1 7.5-1.7 7.6-6.4ZM20.8 25.8c5 0 7.4 1.7 7.6 6.4-4.9-.1-7.5-1.7-7.6-6.4Z" fill="#fff"></path>
        </svg>
    }
}
