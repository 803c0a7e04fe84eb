//! The browser's side: the form in the browser's own store, as it would stand in an address. Files are not kept.

use std::time::Duration;

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::js_sys::Reflect;
use web_sys::{Element, FormData, HtmlElement, HtmlFormElement, HtmlInputElement, Storage, UrlSearchParams};

use super::Said;

/// What the form was answered with, put there by what sends it: the next page.
const ANSWERED: &str = "data-terkirim";
/// What tells drafts apart.
const TOKEN: &str = "token";

/// Brings a draft back and keeps what is typed from now on; answers what throws it away.
pub(super) fn keep(form: String, key: String, arrived: Vec<String>, say: WriteSignal<Said>) -> impl Fn() + 'static {
    let store = window().local_storage().ok().flatten();
    let form: Option<HtmlFormElement> = document().get_element_by_id(&form).and_then(|form| form.dyn_into().ok());
    if let (Some(store), Some(form)) = (store.clone(), form) {
        bring_back(&store, &form, &key, &arrived, say);
        watch(store, form, key.clone(), say);
    }
    move || {
        if let Some(store) = &store {
            forget(store, &key);
        }
        // Fails where there is no page to load.
        let _ = window().location().reload();
    }
}

/// Fails where the store is closed: then there is nothing in it.
fn forget(store: &Storage, key: &str) {
    let _ = store.remove_item(key);
}

fn bring_back(store: &Storage, form: &HtmlFormElement, key: &str, arrived: &[String], say: WriteSignal<Said>) {
    let Some(kept) = store.get_item(key).ok().flatten().and_then(|kept| UrlSearchParams::new_with_str(&kept).ok())
    else {
        return;
    };
    if kept.get(TOKEN).is_none_or(|token| arrived.contains(&token)) {
        return forget(store, key);
    }
    for field in fields(form) {
        let Some(name) = field.get_attribute("name") else { continue };
        match field.dyn_ref::<HtmlInputElement>() {
            Some(input) if input.type_() == "file" => {}
            Some(input) if input.type_() == "checkbox" => input.set_checked(kept.has(&name)),
            _ => {
                if let Some(value) = kept.get(&name) {
                    // Fails for what has no value.
                    let _ = Reflect::set(&field, &"value".into(), &value.into());
                }
            }
        }
    }
    // Not before the page's own, empty words are taken over.
    set_timeout(move || say.set(Said::Back), Duration::ZERO);
}

fn watch(store: Storage, form: HtmlFormElement, key: String, say: WriteSignal<Said>) {
    let (typed, kept_in, name) = (form.clone(), store.clone(), key.clone());
    let typed = Closure::<dyn Fn(Event)>::new(move |_| {
        // Fails where the store is full or closed: then nothing is promised.
        if kept_in.set_item(&name, &text_of(&typed)).is_ok() {
            say.set(Said::Kept);
        }
    });
    // Fails for what is no function.
    let _ = form.add_event_listener_with_callback("input", typed.into_js_value().unchecked_ref());
    let back = form.clone();
    window_event_listener_untyped("online", move |_| {
        let again = back.query_selector("[data-ulang]:not([hidden])").ok().flatten();
        if let Some(again) = again.and_then(|again| again.dyn_into::<HtmlElement>().ok()) {
            again.click();
        }
    });
    window_event_listener_untyped("pagehide", move |_| {
        let here = window().location().pathname().unwrap_or_default();
        // The form comes back, or asks to sign in, with the address of its page.
        if form.get_attribute(ANSWERED).is_some_and(|next| !next.contains(&here)) {
            forget(&store, &key);
        }
    });
}

fn fields(form: &HtmlFormElement) -> impl Iterator<Item = Element> + '_ {
    (0..form.length() as u32).filter_map(|nth| form.get_with_index(nth))
}

/// All fields but files, as they stand in an address.
fn text_of(form: &HtmlFormElement) -> String {
    let Ok(data) = FormData::new_with_form(form) else { return String::new() };
    data.delete("foto");
    UrlSearchParams::new_with_str_sequence_sequence(&data)
        .map_or_else(|_| String::new(), |form| form.to_string().into())
}
