//! The browser's side: the form in the browser's own store, as it would stand in an address. Files are not kept.

use std::rc::Rc;

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::js_sys::{Function, Reflect};
use web_sys::{HtmlElement, HtmlFormElement, HtmlInputElement, Storage, UrlSearchParams};

use crate::typed_form::{as_address, controls, differs, is_touched};

/// What the form was answered with, put there by what sends it: the next page.
const ANSWERED: &str = "data-terkirim";
/// What tells drafts apart.
const TOKEN: &str = "token";
/// Where it is said, and under which key it is kept.
const PLACE: &str = ".draft";
/// That it is kept, that it is back; and the button that throws it away.
const KEPT: &str = "[data-simpan]";
const BACK: &str = "[data-pulih]";
const DROP: &str = "[data-buang]";

struct Keeper {
    form: HtmlFormElement,
    store: Storage,
    key: String,
}

/// Brings a draft back and keeps what is typed from now on. Nothing where the browser keeps nothing.
pub(super) fn keep(form: &str) -> Option<()> {
    let form: HtmlFormElement = document().get_element_by_id(form)?.dyn_into().ok()?;
    let place = form.query_selector(PLACE).ok()??;
    let (key, arrived) = (place.get_attribute("data-kunci")?, place.get_attribute("data-tiba")?);
    let store = window().local_storage().ok()??;
    let keeper = Rc::new(Keeper { form, store, key });
    let back = keeper.bring_back(&arrived).is_some();
    if !back {
        keeper.forget();
        keeper.renew_token();
    }
    if is_touched(&keeper.form) {
        keeper.save();
    }
    if back {
        keeper.say(BACK);
    }
    // Fails for what is no function.
    let _ = keeper.form.add_event_listener_with_callback("input", &keeper.then(Keeper::save));
    keeper.find(DROP)?.set_onclick(Some(&keeper.then(Keeper::drop)));
    let back = keeper.clone();
    window_event_listener_untyped("online", move |_| {
        if let Some(again) = back.find("[data-ulang]:not([hidden])") {
            again.click();
        }
    });
    let left = keeper.clone();
    window_event_listener_untyped("pagehide", move |_| left.leave());
    Some(())
}

impl Keeper {
    fn find(&self, part: &str) -> Option<HtmlElement> {
        self.form.query_selector(part).ok()??.dyn_into().ok()
    }

    fn then(self: &Rc<Self>, act: fn(&Self)) -> Function {
        let keeper = self.clone();
        Closure::<dyn Fn(Event)>::new(move |_| act(&keeper)).into_js_value().unchecked_into()
    }

    fn say(&self, part: &str) {
        for (known, hidden) in [(KEPT, part != KEPT), (BACK, part != BACK), (DROP, false)] {
            if let Some(element) = self.find(known) {
                element.set_hidden(hidden);
            }
        }
    }

    /// Fills in what nobody has typed meanwhile. `None` where there is none, or it has arrived.
    fn bring_back(&self, arrived: &str) -> Option<()> {
        let kept = UrlSearchParams::new_with_str(&self.store.get_item(&self.key).ok()??).ok()?;
        let token = kept.get(TOKEN)?;
        if arrived.contains(&token) {
            return None;
        }
        for field in controls(&self.form) {
            let Some(name) = field.get_attribute("name").filter(|_| !differs(&field)) else { continue };
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
        Some(())
    }

    /// A page that was kept for where there is no network would send under the token of the form before.
    fn renew_token(&self) {
        let token = self.form.get_with_name(TOKEN).and_then(|token| token.dyn_into::<HtmlInputElement>().ok());
        if let (Some(token), Ok(crypto)) = (token, window().crypto()) {
            token.set_value(&crypto.random_uuid());
        }
    }

    /// Fails where the store is full or closed: then nothing is promised.
    fn save(&self) {
        let Some(fields) = as_address(&self.form) else { return };
        if self.store.set_item(&self.key, &fields).is_ok() {
            self.say(KEPT);
        }
    }

    /// Fails where the store is closed: then there is nothing in it.
    fn forget(&self) {
        let _ = self.store.remove_item(&self.key);
    }

    fn drop(&self) {
        self.forget();
        // Fails where there is no page to load.
        let _ = window().location().reload();
    }

    /// The form has arrived, unless it comes back or asks to sign in: then the next page names this one.
    fn leave(&self) {
        let here = window().location().pathname().unwrap_or_default();
        if self.form.get_attribute(ANSWERED).is_some_and(|next| !next.contains(&here)) {
            self.forget();
        }
    }
}
