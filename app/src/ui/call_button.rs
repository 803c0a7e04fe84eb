//! A button that calls somebody.

use domain::phone::Phone;
use leptos::prelude::*;

use super::Icon;
use crate::html::IntoHtml;
use crate::text::{DeskText, Lang};

/// Calls this number, `+62…`; nothing for what is no mobile number.
pub fn call_button(phone: &str, t: Lang) -> Option<AnyView> {
    let phone = Phone::parse(phone).ok()?;
    let (shown, dial) = (phone.local(), format!("tel:{}", phone.as_str()));
    Some(view! { <a class="btn btn--line" href=dial><Icon name="phone"/>{t.call(&shown)}</a> }.into_html())
}
